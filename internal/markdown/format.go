package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// The titles of the sections that the program writes.
const (
	titleSummary    = "الخلاصة"
	titleText       = "النص"
	titleQuotes     = "التصريحات"
	titleQuantities = "الأرقام"
	titleNames      = "الأعلام"
	titleRelations  = "الصلات"
	titleContents   = "الإحاطات"
)

// titles are those of a briefing, in the order in which they are written.
var titles = []string{titleSummary, titleText, titleQuotes, titleQuantities, titleRelations, titleNames}

// Format writes a briefing as its file. What it does to a briefing that cannot
// be written as it is stands in the package comment. Other documents that it
// cites are called by their ids; see [Outlets.Format].
func Format(b corpus.Briefing) []byte { return Outlets(nil).Format(b) }

// Format writes a briefing as the function Format does, with the outlets of the
// documents that it cites.
func (o Outlets) Format(b corpus.Briefing) []byte {
	var w strings.Builder
	w.WriteString(formatFront(frontOf(b)))
	if len(b.Summary) > 0 {
		w.WriteString("\n## " + titleSummary + "\n\n")
		for _, c := range b.Summary {
			w.WriteString("-" + spaced(escapeText(flat(c.Text), true)) + citations(c.Cites) + "\n")
		}
	}
	w.WriteString("\n## " + titleText + "\n")
	names := writableNames(b.Names)
	there := map[string]bool{}
	for _, n := range names {
		there[n.Name] = true
	}
	for _, p := range b.Paragraphs {
		p.Links = slices.DeleteFunc(slices.Clone(p.Links), func(l corpus.Link) bool { return !there[l.Name] })
		w.WriteString("\n" + formatParagraph(p) + "\n")
	}
	formatQuotes(&w, b.Quotes, there)
	formatQuantities(&w, b.Quantities)
	formatRelations(&w, shelf{outlets: o, own: b.ID, folder: fromBriefing}, b.Relations)
	formatNames(&w, names)
	formatSections(&w, b.Sections)
	return []byte(w.String())
}

// formatParagraph writes one paragraph of النص without a line end.
func formatParagraph(p corpus.Paragraph) string {
	p.Text = flat(p.Text)
	before, class := "", ""
	switch p.Role {
	case corpus.RoleHeading:
		before = "### "
	case corpus.RolePullQuote:
		before, class = "> ", " ."+string(corpus.RolePullQuote)
	case corpus.RoleLede:
		class = " ." + string(corpus.RoleLede)
	}
	text := weave(p, p.Role != corpus.RoleHeading)
	if text != "" {
		text += " "
	}
	return before + text + "{#" + p.ID + class + "}"
}

// citations writes the citations of a point, each with a space before it.
func citations(ids []string) string {
	var w strings.Builder
	for _, id := range ids {
		w.WriteString(" " + citation(id))
	}
	return w.String()
}

// formatSections writes an editor's own sections.
func formatSections(w *strings.Builder, sections []corpus.Section) {
	for _, s := range sections {
		w.WriteString("\n##" + spaced(escapeTitle(s.Title)) + "\n")
		if s.Markdown != "" {
			w.WriteString("\n" + s.Markdown + "\n")
		}
	}
}

// escapeTitle writes the title of a section. A closing run of # would be taken
// for decoration.
func escapeTitle(title string) string {
	s := escapeText(flat(title), false)
	if bare := strings.TrimRight(s, "#"); bare != s {
		return bare + `\` + s[len(bare):]
	}
	return s
}

// spaced puts a space before s unless s is empty.
func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// dateAttributes writes the attributes of a date.
func dateAttributes(d corpus.Date) string {
	value := d.Value
	if value == "" {
		value = `""`
	}
	s := "{date=" + value
	if d.Rel != "" {
		s += " rel=" + string(d.Rel)
	}
	if d.Timex != "" && d.Timex != corpus.TimexDate {
		s += " timex=" + string(d.Timex)
	}
	return s + "}"
}

// writable reports whether a date's parts are ones that Parse accepts.
func writable(d corpus.Date) bool {
	return (d.Value == "" || wrongDate(d.Value) == "") && slices.Contains(relations, d.Rel) &&
		(d.Timex == "" || slices.Contains(timexes, d.Timex))
}

func hex(r rune) string { return strconv.FormatInt(int64(r), 16) }

// citation writes the reference to a paragraph: [¶12](#p12).
func citation(id string) string {
	label := id
	if n := strings.TrimPrefix(id, "p"); n != id && n != "" {
		label = n
	}
	return fmt.Sprintf("[¶%s](#%s)", label, id)
}
