package markdown

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// overviewFront is the front matter of an overview.
type overviewFront struct {
	Title       string `yaml:"title"`
	Description string `yaml:"description"`
	AsOf        string `yaml:"as_of"`
	Rights      string `yaml:"rights"`
}

// FormatOverview writes an overview as its file. Documents and phases are called
// by their ids; see [Outlets.FormatOverview].
func FormatOverview(o corpus.Overview) []byte { return Outlets(nil).FormatOverview(o) }

// FormatOverview writes an overview as the function FormatOverview does, with
// the outlets of the documents and the labels of the phases that it links to.
func (o Outlets) FormatOverview(v corpus.Overview, phases ...corpus.Phase[corpus.Passage]) []byte {
	labels := map[string]string{}
	for _, p := range phases {
		labels[p.ID] = p.Label
	}
	var w strings.Builder
	front := &yamlWriter{}
	front.text("title", v.Title)
	front.text("description", v.Description)
	front.text("as_of", v.AsOf)
	front.text("rights", string(v.Rights))
	w.WriteString(front.String())
	formatPoints(&w, shelf{outlets: o, folder: fromIndex}, v.Points, labels)
	w.WriteString("\n## " + titleContents + "\n")
	if len(v.Briefings) > 0 {
		w.WriteByte('\n')
	}
	for _, l := range v.Briefings {
		w.WriteString(formatLink(l) + "\n")
	}
	formatSections(&w, v.Sections)
	return []byte(w.String())
}

// formatLink writes a line of the contents: a link, the publisher, the date.
func formatLink(l corpus.BriefingLink) string {
	s := "- [" + escapeText(oneLine(l.Title), false) + "](" + destination("briefings/"+string(l.ID)+".md") + ")"
	publisher := oneLine(l.Publisher)
	rest := publisher
	switch {
	case l.Published != "" && publisher != "":
		rest += "، " + l.Published
	case l.Published != "":
		rest = l.Published
	case ambiguous(publisher):
		rest += "،"
	}
	if rest != "" {
		s += " — " + escapeText(rest, false)
	}
	return s
}

// ambiguous reports whether a publisher alone would be read as one with a date.
func ambiguous(publisher string) bool {
	_, published := publisherAndDate(publisher)
	return published != "" || strings.HasSuffix(publisher, "،")
}

// publisherAndDate parts "publisher، 2025-08-31"; either may be missing.
func publisherAndDate(s string) (publisher, published string) {
	if bare, ok := strings.CutSuffix(s, "،"); ok {
		return bare, ""
	}
	i := strings.LastIndex(s, "، ")
	tail := strings.TrimPrefix(s[max(i, 0):], "، ")
	if tail != "" && wrongDate(tail) == "" {
		return s[:max(i, 0)], tail
	}
	return s, ""
}

// ParseOverview reads the file of an overview; like Parse it never fails. The
// path is "content/<dossier>/index.md".
func ParseOverview(file string, src []byte) (*OverviewFile, []corpus.Problem) {
	s := newSource(file, src)
	o := &OverviewFile{source: s}
	o.Path = file
	if dir := path.Base(path.Dir(file)); dir != "." && dir != "/" {
		o.Dossier = dir
	}
	var front overviewFront
	sound := s.front(&front)
	o.Title, o.Description, o.AsOf = front.Title, front.Description, front.AsOf
	o.Rights = s.rights(corpus.Rights(front.Rights))
	if wrong := wrongDate(o.AsOf); o.AsOf != "" && wrong != "" {
		s.reportKey("as_of", wording.Of("%q is not a date: %s", o.AsOf, wrong), dateHint)
		o.AsOf = ""
	}
	if sound && o.Title == "" {
		s.reportKey("title", "the overview has no title", "write title: … in the front matter")
	}
	o.readParts()
	return o, corpus.SortProblems(s.problems)
}

func (o *OverviewFile) readParts() {
	found, told := false, false
	for _, p := range o.source.outline(o.source.bodyStart()) {
		switch {
		case p.headless:
			o.source.preamble(p, titleContents)
		case sameTitle(p.title, titleContents):
			if found {
				o.source.report(corpus.Warning, p.at, "a second section "+titleContents, "put its lines under the first")
			}
			found = true
			for _, n := range p.blocks {
				o.readLinks(n)
			}
		case sameTitle(p.title, titleSummary):
			if told {
				o.source.report(corpus.Warning, p.at, "a second section "+titleSummary, "put its points under the first")
			}
			told = true
			o.readPoints(p)
		default:
			o.Sections = append(o.Sections, o.source.section(p))
			o.linked = append(o.linked, o.source.sectionLinks(p)...)
		}
	}
	if !found {
		o.source.report(corpus.Warning, len(o.source.text), "the section "+titleContents+" is missing", "write ## "+titleContents)
	}
}

// readLinks reads the lines of the contents.
func (o *OverviewFile) readLinks(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock:
		o.addLink(o.source.join(n))
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			o.readLinks(c)
		}
	}
}

// addLink reads a joined line as a link to a briefing.
func (o *OverviewFile) addLink(l located) {
	l.passage = readLine(l.source)
	i := slices.IndexFunc(l.marks, func(m corpus.Mark) bool { return m.Kind == corpus.MarkLink && briefingIn(m.URL) != "" })
	if i < 0 {
		l.passage, i = emptyLink(l.passage)
	}
	if i < 0 {
		o.source.report(corpus.Warning, l.inFile(0), "a line without a link to a briefing", "write - [title](briefings/<id>.md)")
		return
	}
	m := l.marks[i]
	link := corpus.BriefingLink{ID: briefingIn(m.URL), Title: m.Of(l.text)}
	rest := strings.TrimSpace(l.text[m.End:])
	rest = strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(rest, "—"), "–-"))
	link.Publisher, link.Published = publisherAndDate(rest)
	o.Briefings = append(o.Briefings, link)
	o.links = append(o.links, l)
}

// emptyLink finds a link that has no title, of which no mark tells.
func emptyLink(p *passage) (*passage, int) {
	rest, ok := strings.CutPrefix(p.source, "[](")
	if !ok {
		return p, -1
	}
	url, _, n := parseDestination("(" + rest)
	if n == 0 || briefingIn(unescape(url)) == "" {
		return p, -1
	}
	p.marks = []corpus.Mark{{Kind: corpus.MarkLink, URL: unescape(url)}}
	return p, 0
}

// briefingIn gives the id of the briefing that a relative URL leads to.
func briefingIn(url string) corpus.DocID {
	url, _, _ = strings.Cut(url, "#")
	name, ok := strings.CutPrefix(strings.TrimPrefix(url, "./"), "briefings/")
	id, isFile := strings.CutSuffix(name, ".md")
	if !ok || !isFile || strings.Contains(id, "/") {
		return ""
	}
	return corpus.DocID(id)
}

// CheckOverview compares an overview with the briefings that there are: a link
// to a missing one and a second link to the same are problems, a briefing that
// is not listed is a note.
func CheckOverview(o *OverviewFile, there map[corpus.DocID]bool) []corpus.Problem {
	var out []corpus.Problem
	ids := slices.Sorted(maps.Keys(there))
	listed := map[corpus.DocID]bool{}
	for i, link := range o.Briefings {
		at := o.links[i].inFile(0)
		switch {
		case !there[link.ID]:
			hint := suggest(string(link.ID), names(ids), "write briefings/%s.md")
			out = append(out, o.source.problem(corpus.Fault, at, wording.Of("there is no briefing %q", link.ID), hint))
		case listed[link.ID]:
			out = append(out, o.source.problem(corpus.Warning, at, wording.Of("the briefing %q is listed twice", link.ID), "take one line away"))
		}
		listed[link.ID] = true
	}
	for _, id := range ids {
		if there[id] && !listed[id] {
			out = append(out, o.source.problem(corpus.Note, len(o.source.text), wording.Of("the briefing %q is not listed", id), wording.Of("write - [title](briefings/%s.md)", id)))
		}
	}
	return corpus.SortProblems(out)
}

// sameTitle compares the title of a section with one that the program knows.
func sameTitle(title, known string) bool {
	return strings.TrimSpace(arabic.Fold(title)) == arabic.Fold(known)
}
