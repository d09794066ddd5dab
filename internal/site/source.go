package site

import (
	"html/template"
	"strings"

	"mojaz/internal/corpus"
)

// Source is the page of a raw text, line for line.
type Source struct {
	Base
	Dossier  Link         // to the dossier's page
	Briefing BriefingCard // made from this text
	Rights   string       // as in Briefing: "quote" or ""
	File     string       // the raw text's path: "seeds/…/000_6c31.txt"
	Encoding string       // as it was read: "utf-8", "windows-1256", …
	// Extracted is the kind of a file that is no text itself, "DOCX", "EPUB" or
	// "PDF": the lines are the text that was taken out of it. Else "".
	Extracted string
	SHA256    string       // of the file's bytes, hex
	Lines     []SourceLine // all lines, the blank ones too
	// Kept and Dropped count the lines of the text that are not blank, as Usage
	// does. Several of them may stand in one line of markup.
	Kept, Dropped Number
}

// SourceLine is one line of a raw text.
type SourceLine struct {
	Number Number
	ID     string // "l12"
	// Role is what the line is: "body", "heading", "lede", "pullquote", "title",
	// "meta" or "boilerplate"; "mixed" where several of these meet, "markup"
	// where the line holds no text, "blank" where it holds nothing.
	Role string
	// Kept says that a paragraph of the briefing rests on the line. A line that
	// is not kept though its role is the text's was left out by an editor.
	Kept    bool
	Omitted bool // left out by an editor
	// Withheld says that nothing of the line may be shown.
	Withheld bool
	Dir      string // "ltr" for a line without Arabic letters, else ""
	// Content is the line itself. In a mixed line, what was dropped and what is
	// markup stand in <span class="dropped"> and <span class="markup">.
	Content    template.HTML
	Paragraphs []Cite // that rest on the line
}

// The roles that a line of a raw text can have besides those of corpus.Role.
const (
	roleMixed  = "mixed"
	roleMarkup = "markup"
	roleBlank  = "blank"
)

func (s *site) source(d *corpus.Dossier, j int) *Source {
	b := &d.Briefings[j]
	t := s.trail(b)
	path := sourcePath(keyOf(b))
	v := &Source{
		Base:     s.base("source", path, d),
		Dossier:  dossierLink(path, d),
		Briefing: s.card(path, d, b), Rights: limits(d, b),
		File: shown(t.doc.Path), Encoding: t.doc.Encoding, SHA256: t.doc.SHA256,
	}
	switch t.doc.Kind {
	case corpus.KindDOCX, corpus.KindEPUB, corpus.KindPDF:
		v.Extracted = strings.ToUpper(string(t.doc.Kind))
	}
	v.Title = shown(b.Title)
	cites, roles := t.citing(b), t.roles()
	for n := range t.starts {
		l := s.sourceLine(t, n+1, roles[n], v.Rights != "")
		for _, id := range cites[n] {
			l.Paragraphs = append(l.Paragraphs, s.cite(v.Briefing.RelPermalink, id))
		}
		l.Kept = len(l.Paragraphs) > 0 || t.anchor == nil && keptRole(l.Role)
		l.Omitted = !l.Kept && keptRole(l.Role) && !l.Withheld
		v.Lines = append(v.Lines, l)
	}
	kept := t.kept(b.Paragraphs)
	v.Kept, v.Dropped = s.number(kept), s.number(t.inked()-kept)
	return v
}

func keptRole(role string) bool { return corpus.Role(role).Kept() }

// rolePart is a part of a line of Raw that has a role.
type rolePart struct {
	corpus.Span // of Raw
	role        corpus.Role
}

// citing lists, for each line of Raw, the ids of the paragraphs that rest on it.
func (t *trail) citing(b *corpus.Briefing) [][]string {
	out := make([][]string, len(t.starts))
	for i := range b.Paragraphs {
		p := &b.Paragraphs[i]
		for _, n := range t.lines(p) {
			out[n-1] = append(out[n-1], p.ID)
		}
	}
	return out
}

// roles lists, for each line of Raw, its parts that have a role, in order. Parts
// of one role that touch are one.
func (t *trail) roles() [][]rolePart {
	out := make([][]rolePart, len(t.starts))
	for _, l := range t.doc.Lines {
		for _, s := range t.pieces(l.Span) {
			for n := t.line(s.Start); n <= len(t.starts) && t.starts[n-1] < s.End; n++ {
				part := rolePart{corpus.Span{Start: max(s.Start, t.starts[n-1]), End: min(s.End, t.end(n))}, l.Role}
				if last := len(out[n-1]) - 1; last >= 0 && out[n-1][last].role == part.role && out[n-1][last].End == part.Start {
					out[n-1][last].End = part.End
				} else if !part.Empty() {
					out[n-1] = append(out[n-1], part)
				}
			}
		}
	}
	return out
}

// sourceLine shows line n of Raw, whose parts are given; limited says that
// letters of Raw are withheld.
func (s *site) sourceLine(t *trail, n int, parts []rolePart, limited bool) SourceLine {
	whole := corpus.Span{Start: t.starts[n-1], End: t.end(n)}
	whole.End = whole.Start + len(strings.TrimSuffix(whole.Of(t.doc.Raw), "\r"))
	text := whole.Of(t.doc.Raw)
	l := SourceLine{Number: s.number(n), ID: lineID(n), Role: roleOf(parts, text), Dir: lineDir(text)}
	l.Withheld = limited && text != "" && strings.TrimLeftFunc(text, withheld) == ""
	elements := pieces(text, nil)
	around := func(start, end int, class string) {
		s := corpus.Span{Start: start, End: end}
		if !s.Empty() && inky(s.Of(text)) {
			elements = append(elements, element{s, levelPart, `<span class="` + class + `">`})
		}
	}
	at := 0
	for _, p := range parts {
		p.Span = p.Shift(-whole.Start)
		around(at, p.Start, roleMarkup)
		if l.Role == roleMixed && !p.role.Kept() {
			around(p.Start, p.End, "dropped")
		}
		at = p.End
	}
	if len(parts) > 0 {
		around(at, len(text), roleMarkup)
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	weave(&b, text, elements, escaping(limited))
	l.Content = template.HTML(b.String())
	return l
}

// roleOf names the role of a line that holds text and has these parts.
func roleOf(parts []rolePart, text string) string {
	switch {
	case len(parts) == 0 && !inky(text):
		return roleBlank
	case len(parts) == 0:
		return roleMarkup
	}
	for _, p := range parts {
		if p.role != parts[0].role {
			return roleMixed
		}
	}
	return string(parts[0].role)
}

// lineDir gives "ltr" for text without a letter of a right-to-left script but
// with a Latin one: markup, an address, a file's name.
func lineDir(text string) string {
	latin := false
	for _, r := range text {
		if within(r, '\u0590', '\u08FF') || within(r, '\uFB1D', '\uFEFC') {
			return ""
		}
		latin = latin || isLatin(r)
	}
	if latin {
		return "ltr"
	}
	return ""
}
