package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdown reads a Markdown source with a light scanner: marks go, words stay.
// It knows the common marks and no more; what it does not know stays in the
// text as it stands.
type markdown struct {
	raw   string
	out   scribe
	head  head
	hints []hint
	fence string // the fence of the code block that is open
}

// readMarkdown reads the whole source.
func readMarkdown(raw string) *markdown {
	m := &markdown{raw: raw}
	for at := m.head.frontMatter(raw); at < len(raw); {
		end := lineEnd(raw, at)
		m.line(at, end)
		if end < len(raw) {
			m.out.newline(end)
		}
		at = end + 1
	}
	m.out.part(1)
	return m
}

// line reads raw[at:end], a line without its end.
func (m *markdown) line(at, end int) {
	line := strings.TrimSpace(m.raw[at:end])
	switch {
	case m.isFence(line), m.fence == "" && (isRule(line) || isDefinition(line)):
		return
	case m.fence == "" && isUnderline(line) && len(m.hints) > 0 && len(m.out.breaks) == 1:
		m.hints[len(m.hints)-1].heading = 1 + b2i(line[0] == '-')
		return
	case m.fence == "" && isUnderline(line):
		return
	}
	var h hint
	if m.fence == "" {
		at, h = m.openingMarks(at, end)
		end = closingMarks(m.raw, at, end, h.heading > 0)
	}
	before := m.out.lines
	in := inline{m: m, from: at, to: end, close: brackets(m.raw[at:end])}
	in.scan()
	if m.out.lines > before {
		h.links = float64(in.linked) / float64(max(in.ink, 1))
		m.hints = append(m.hints, h)
	}
}

// isFence reports whether the line opens or closes a block of code.
func (m *markdown) isFence(line string) bool {
	for _, f := range [...]string{"```", "~~~"} {
		if strings.HasPrefix(line, f) && (m.fence == "" || m.fence == f) {
			m.fence = f[:len(f)-len(m.fence)]
			return true
		}
	}
	return false
}

// isRule reports whether the line is a rule across the page, "* * *", or the
// row below a table's head, "|---|---|".
func isRule(line string) bool {
	marks := strings.ReplaceAll(line, " ", "")
	if len(marks) < 3 {
		return false
	}
	table := strings.Trim(marks, "|-:") == "" && strings.Contains(marks, "|") && strings.Contains(marks, "-")
	return table || strings.Trim(marks, marks[:1]) == "" && strings.Contains("*_", marks[:1]) ||
		strings.Trim(marks, "-") == "" && strings.Contains(line, " ")
}

// isDefinition reports whether the line says where a link leads:
// "[1]: https://example.org".
func isDefinition(line string) bool {
	i := strings.Index(line, "]: ")
	return strings.HasPrefix(line, "[") && i > 1 && strings.Contains(line[i:], "/")
}

// isUnderline reports whether the line makes the one above it a heading, or is
// a rule of hyphens.
func isUnderline(line string) bool {
	return len(line) >= 3 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "")
}

// openingMarks skips the marks of quotations and headings.
func (m *markdown) openingMarks(at, end int) (int, hint) {
	var h hint
	for at < end {
		rest := strings.TrimLeft(m.raw[at:end], " \t")
		skip := end - at - len(rest)
		switch {
		case strings.HasPrefix(rest, ">"):
			at += skip + 1
			h.quote = true
			continue
		case strings.HasPrefix(rest, "#"):
			marks := len(rest) - len(strings.TrimLeft(rest, "#"))
			if marks <= 6 && (len(rest) == marks || rest[marks] == ' ') {
				h.heading = min(marks, 5)
				at += skip + marks
			}
		}
		break
	}
	return at, h
}

// closingMarks takes off the marks that may close a heading: "## عنوان ##".
func closingMarks(raw string, at, end int, heading bool) int {
	if !heading {
		return end
	}
	return at + len(strings.TrimRight(raw[at:end], "# \t\r"))
}

// inline reads the words of one line.
type inline struct {
	m           *markdown
	from, to    int
	close       map[int]int // where the bracket that opens at an offset of the line closes
	skip        map[int]int // offset of a closing bracket → end of what goes with it
	until       int         // end of the link being read
	opened      bool        // emphasis by "_" is open
	ink, linked int
}

func (in *inline) scan() {
	raw := in.m.raw
	in.skip = map[int]int{}
	for i := in.from; i < in.to; {
		if next := in.mark(i); next > i {
			i = next
			continue
		}
		text, size, exact := decode(raw[i:in.to])
		at := i
		if !exact {
			at = nowhere
		}
		for _, r := range text {
			in.m.out.put(r, at)
		}
		in.ink++
		in.linked += b2i(i < in.until)
		i += size
	}
}

// mark gives the end of the mark that begins at i, or i when there is none.
func (in *inline) mark(i int) int {
	raw := in.m.raw
	if end, ok := in.skip[i]; ok {
		return end
	}
	if in.m.fence != "" {
		return i
	}
	switch c := raw[i]; c {
	case '\\':
		if i+1 < in.to && unicode.IsPunct(rune(raw[i+1])) && raw[i+1] < 0x80 {
			in.m.out.put(rune(raw[i+1]), i+1)
			return i + 2
		}
	case '*', '_', '`', '~':
		return in.emphasis(i, c)
	case '!':
		if i+1 < in.to && raw[i+1] == '[' {
			if _, end := in.link(i + 1); end > 0 {
				return end
			}
		}
	case '[':
		if closing, end := in.link(i); end > 0 {
			in.skip[closing] = end
			in.until = max(in.until, closing)
			return i + 1
		}
	case '<':
		end, address := tagEnd(raw, i, in.to)
		if address {
			in.skip[end-1] = end
			return i + 1
		}
		if end > i && strings.HasPrefix(raw[i:], "<br") {
			in.m.out.put(' ', nowhere)
		}
		return end
	}
	return i
}

// link finds where the bracket at i closes and where the address behind it
// ends; end is 0 when no address follows.
func (in *inline) link(i int) (closing, end int) {
	n, ok := in.close[i-in.from]
	if !ok {
		return 0, 0
	}
	raw := in.m.raw
	closing = in.from + n
	if closing+1 >= in.to {
		return 0, 0
	}
	var close byte
	switch raw[closing+1] {
	case '(':
		close = ')'
	case '[':
		close = ']'
	default:
		return 0, 0
	}
	limit := min(in.to, closing+2+maxAddress)
	j := strings.IndexByte(raw[closing+2:limit], close)
	if j < 0 {
		return 0, 0
	}
	return closing, closing + 2 + j + 1
}

// maxAddress bounds the bytes of a link's address.
const maxAddress = 2048

// emphasis gives the end of a run of marks that set off words: one that touches
// a word on one side at least, and for "_" only at a word's edge.
func (in *inline) emphasis(i int, c byte) int {
	raw, end := in.m.raw, i
	for end < in.to && raw[end] == c {
		end++
	}
	before, _ := utf8.DecodeLastRuneInString(raw[in.from:i])
	after, _ := utf8.DecodeRuneInString(raw[end:in.to])
	open := i == in.from || unicode.IsSpace(before)
	shut := end == in.to || unicode.IsSpace(after)
	switch {
	case open && shut && end < in.to, c == '~' && end-i != 2, end-i > 3 && c != '`':
		return i
	case c == '_' && !in.underscore(isWordRune(before), isWordRune(after)):
		return i
	}
	return end
}

// underscore reports whether a run of "_" between a word or none on either side
// opens emphasis, or closes what is open; inside a name it does neither.
func (in *inline) underscore(before, after bool) bool {
	switch {
	case !before && after:
		in.opened = true
		return true
	case in.opened && !after:
		in.opened = false
		return true
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tagEnd gives the end of an HTML tag or comment that begins at i, or i; or of
// an address in angle brackets, which is text.
func tagEnd(raw string, i, to int) (end int, address bool) {
	if i+1 >= to {
		return i, false
	}
	c := raw[i+1]
	if c != '/' && c != '!' && (c|0x20 < 'a' || 'z' < c|0x20) {
		return i, false
	}
	j := strings.IndexByte(raw[i:min(to, i+maxTag)], '>')
	if j < 0 {
		return i, false
	}
	inside := raw[i : i+j]
	return i + j + 1, strings.Contains(inside, "://") && !strings.ContainsAny(inside, " \"'")
}

// maxTag bounds the bytes of a tag.
const maxTag = 512

// brackets pairs the brackets of a line, by offset, those behind a backslash
// left out.
func brackets(line string) map[int]int {
	var open []int
	pairs := map[int]int{}
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				pairs[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	return pairs
}
