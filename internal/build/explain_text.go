package build

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// explainer prints one document, line by line.
type explainer struct {
	doc    corpus.Document
	only   []string // kinds; all when empty
	places places   // of doc.Raw
	out    strings.Builder
}

func newExplainer(doc corpus.Document, only []string) *explainer {
	return &explainer{doc: doc, only: only, places: newPlaces(doc.Raw)}
}

// text gives the whole explanation.
func (e *explainer) text() string {
	if e.wants("meta") {
		e.meta()
	}
	if e.wants("lines") {
		e.lines()
	}
	e.findings()
	return e.out.String()
}

func (e *explainer) wants(kind string) bool { return len(e.only) == 0 || slices.Contains(e.only, kind) }

// print adds a line made of its parts; empty ones are left out.
func (e *explainer) print(parts ...string) {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	e.out.WriteString(strings.Join(parts, " ") + "\n")
}

// meta prints what the source says of itself, and the evidence of a date that
// was worked out.
func (e *explainer) meta() {
	m := e.doc.Meta
	inferred := "no"
	if m.Inferred {
		inferred = "yes"
	}
	for _, f := range [][2]string{
		{"id", string(e.doc.ID)}, {"source", e.doc.Path}, {"kind", string(e.doc.Kind)}, {"encoding", e.doc.Encoding},
		{"published", m.Published}, {"inferred", inferred}, {"time", m.Time},
	} {
		e.print("- meta", f[0], plain(f[1]))
	}
	for _, f := range [][2]string{{"title", m.Title}, {"publisher", m.Publisher}, {"author", m.Author}} {
		value := "-"
		if f[1] != "" {
			value = quoted(f[1])
		}
		e.print("- meta", f[0], value)
	}
	for _, s := range m.Evidence {
		e.print(e.place(s), "meta evidence", e.words(s))
	}
}

// lines prints each line of the source that has ink, with its role. A line of
// the raw file of which nothing came into the text has the role "dropped".
func (e *explainer) lines() {
	raw, next := e.rawLines(), 0
	for n := 0; n < len(e.places.lines); {
		first := next
		last := n // the last raw line that what begins here reaches
		for ; next < len(raw) && raw[next].from <= last; next++ {
			last = max(last, raw[next].to)
		}
		whole := e.rawLine(n)
		switch {
		case next == first && strings.TrimSpace(whole.Of(e.doc.Raw)) != "":
			e.line(whole, "dropped")
		case next == first+1 && last == n: // the usual case: all of the line, marks and blanks too
			e.line(whole, raw[first].role)
		default:
			for _, l := range raw[first:next] {
				e.line(l.Span, l.role)
			}
		}
		n = last + 1
	}
}

func (e *explainer) line(s corpus.Span, role corpus.Role) {
	e.print(e.places.at(s.Start), "line", plain(string(role)), quoted(s.Of(e.doc.Raw)))
}

// rawLine gives the raw line n without its end.
func (e *explainer) rawLine(n int) corpus.Span {
	s := corpus.Span{Start: e.places.lines[n], End: len(e.doc.Raw)}
	if n+1 < len(e.places.lines) {
		s.End = e.places.lines[n+1] - 1
	}
	s.End = s.Start + len(strings.TrimRight(s.Of(e.doc.Raw), "\r"))
	return s
}

// originLine is a line of the text where it stands in the raw file.
type originLine struct {
	corpus.Span     // of Raw
	from, to    int // its raw lines
	role        corpus.Role
}

// rawLines gives the lines of the text that came from the raw file, in order.
func (e *explainer) rawLines() []originLine {
	var out []originLine
	for _, l := range e.doc.Lines {
		if s, ok := e.doc.Origin.Raw(l.Span); ok {
			out = append(out, originLine{s, e.places.line(s.Start), e.places.line(max(s.Start, s.End-1)), l.Role})
		}
	}
	return out
}

// finding is a printed line that belongs to a place of the text.
type finding struct {
	corpus.Span // of Document.Text
	rank        int
	parts       []string
}

// findings prints the blocks and what was found in them, in the order of the
// text; of those that begin together, in the order of [explainKinds].
func (e *explainer) findings() {
	var all []finding
	for rank, found := range [...]func() []finding{
		e.blocks, e.sentences, e.dates, e.mentions, e.statements, e.figures, e.claims, e.points,
	} {
		if !e.wants(explainKinds[rank+firstFound]) {
			continue
		}
		for _, f := range found() {
			f.rank = rank
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.rank, b.rank))
	})
	for _, f := range all {
		e.print(append([]string{e.place(f.Span)}, f.parts...)...)
	}
}

// place gives "line:col" of the raw file where s begins, "-" when nothing of s
// came from there.
func (e *explainer) place(s corpus.Span) string {
	if raw, ok := e.doc.Origin.Raw(s); ok {
		return e.places.at(raw.Start)
	}
	return "-"
}

// words gives what s covers, in quotation marks.
func (e *explainer) words(s corpus.Span) string { return quoted(s.Of(e.doc.Text)) }

// plain gives a value that stands before the words of the text: "-" when there
// is none, in quotation marks when it is no ASCII word.
func plain(s string) string {
	odd := func(r rune) bool { return r <= ' ' || r == '"' || r == '\\' || r >= 0x7f }
	switch {
	case s == "":
		return "-"
	case strings.ContainsFunc(s, odd):
		return quoted(s)
	}
	return s
}

// key gives name=value with a plain value.
func key(name, value string) string { return name + "=" + plain(value) }

// said gives name="value", or nothing when there is no value: for words of the
// text, which stand last.
func said(name, value string) string {
	if value == "" {
		return ""
	}
	return name + "=" + quoted(value)
}

// quoted puts s in quotation marks. What cannot be seen is escaped: marks of
// direction, joiners, line ends, and every blank but the usual one.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r) && !arabic.Invisible(r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		case r >= 0x80:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		}
	}
	b.WriteByte('"')
	return b.String()
}
