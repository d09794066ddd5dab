package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// sheet gathers the text of a file; see the package's description.
type sheet struct {
	about [len(aboutKeys)]string // what the file says of itself, in the order of aboutKeys
	body  strings.Builder
	inked bool
}

// What a file says of itself.
const (
	aboutTitle = iota
	aboutAuthor
	aboutPublisher
	aboutPublished // when it was published
	aboutCreated   // when the file was made, which may be long after or before
)

var aboutKeys = [...]string{"title", "author", "publisher", "published", "created"}

// tell notes what a file says of itself, the first of several answers.
func (s *sheet) tell(what int, value string) {
	if value = oneLine(value); s.about[what] == "" && len(value) <= 1000 {
		s.about[what] = value
	}
}

// block adds a heading of a level above 0, an item of a list or a paragraph.
func (s *sheet) block(level int, item bool, text string) {
	switch {
	case level > 0:
		s.heading(level, text)
	case item:
		s.item(text)
	default:
		s.paragraph(text)
	}
}

// heading adds a heading of level 1 to 5.
func (s *sheet) heading(level int, text string) {
	if text = oneLine(text); text != "" {
		s.add(strings.Repeat("#", min(max(level, 1), 5)) + " " + text)
	}
}

// paragraph adds a paragraph, which may have line ends of its own.
func (s *sheet) paragraph(text string) {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = oneLine(line); line != "" {
			lines = append(lines, unmarked(line))
		}
	}
	s.add(strings.Join(lines, "\n"))
}

// item adds an item of a list.
func (s *sheet) item(text string) {
	if text = oneLine(text); text != "" {
		s.add("- " + text)
	}
}

// row adds a row of a table. Cells that are empty at its end are left out.
func (s *sheet) row(cells []string) {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = oneLine(c)
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	if slices.ContainsFunc(out, func(c string) bool { return c != "" }) {
		s.add(unmarked(strings.Join(out, " | ")))
	}
}

// add adds a block.
func (s *sheet) add(block string) {
	if block == "" || s.body.Len() > maxText {
		return
	}
	if s.body.Len() > 0 {
		s.body.WriteString("\n\n")
	}
	s.body.WriteString(block)
	s.inked = s.inked || strings.ContainsFunc(block, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// text gives the whole sheet.
func (s *sheet) text() (Text, error) {
	switch {
	case s.body.Len() > maxText:
		return Text{}, errTooMuch
	case !s.inked:
		return Text{}, errEmpty
	}
	var b strings.Builder
	b.WriteString("---\n")
	for i, key := range aboutKeys {
		if s.about[i] != "" {
			b.WriteString(key + ": " + s.about[i] + "\n")
		}
	}
	b.WriteString("---\n\n")
	b.WriteString(s.body.String())
	b.WriteString("\n")
	return Text{Raw: b.String()}, nil
}

// oneLine gives text as one line without blanks at its edges, in letters as they
// are typed.
func oneLine(text string) string {
	return strings.Join(strings.Fields(typed(text)), " ")
}

// typed gives letters as they are typed: a form of a letter that only says how it
// joins, and a ligature, is the letters that it shows. Marks that a text has for
// its layout, and what is no text, go.
func typed(s string) string {
	if strings.ContainsFunc(s, presented) {
		var b strings.Builder
		for _, r := range s {
			if presented(r) {
				b.WriteString(strings.ReplaceAll(norm.NFKC.String(string(r)), " ", ""))
				continue
			}
			b.WriteRune(r)
		}
		s = b.String()
	}
	return norm.NFC.String(strings.Map(legible, s))
}

// presented reports whether r is an Arabic presentation form: U+FB50 to U+FDFF
// and U+FE70 to U+FEFC. The words that are one character there, such as U+FDFA,
// become words.
func presented(r rune) bool {
	return '\ufb50' <= r && r <= '\ufd3d' || '\ufd40' <= r && r <= '\ufdff' && r != '\ufdfd' || '\ufe70' <= r && r <= '\ufefc'
}

// legible drops the marks of layout and of damage.
func legible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\u00ad', r == '\ufffd', '\ue000' <= r && r <= '\uf8ff', r == '\u2028' || r == '\u2029':
		return -1
	case unicode.IsControl(r):
		return ' '
	}
	return r
}

// unmarked makes sure that a line which is no heading does not begin like one.
func unmarked(line string) string {
	if marks := len(line) - len(strings.TrimLeft(line, "#")); marks > 0 && strings.HasPrefix(line[marks:], " ") {
		return line[:marks] + "\u00a0" + line[marks+1:]
	}
	return line
}
