package markdown

import (
	"path"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// Parse reads the file of a briefing. It never fails: what cannot be used is a
// problem at its line, and the rest is read. The path gives the dossier and the
// id; what the site promises — every point cited, every id once — holds for
// what is returned.
func Parse(path string, src []byte) (*File, []corpus.Problem) {
	s := newSource(path, src)
	f := &File{source: s, names: map[string]int{}}
	f.Path = path
	f.ID, f.Dossier = identity(path)
	f.readFront()
	f.readParts()
	return f, corpus.SortProblems(s.problems)
}

// identity reads the id and the dossier off a path
// "content/<dossier>/briefings/<id>.md".
func identity(file string) (corpus.DocID, string) {
	dir := path.Dir(path.Dir(file))
	dossier := path.Base(dir)
	if dir == "." || dir == "/" {
		dossier = ""
	}
	return corpus.DocID(strings.TrimSuffix(path.Base(file), ".md")), dossier
}

// readFront reads and checks the front matter.
func (f *File) readFront() {
	var front front
	sound := f.source.front(&front)
	front.fill(&f.Briefing)
	if sound && f.Title == "" {
		f.source.reportKey("title", "the briefing has no title", "write title: … in the front matter")
	}
	f.Rights = f.source.rights(f.Rights)
	if wrong := wrongDate(f.Published); f.Published != "" && wrong != "" {
		f.source.reportKey("published", wording.Of("%q is not a date: %s", f.Published, wrong), dateHint)
		f.Published = ""
	}
	if f.Time != "" && !clock.MatchString(f.Time) {
		f.source.reportKey("time", wording.Of("%q is not a time", f.Time), `write "15:04"`)
		f.Time = ""
	}
}

// readParts reads what stands below the front matter: the names first, which
// the text links to, then the text, which all other sections cite.
func (f *File) readParts() {
	parts := map[string][]part{}
	for _, p := range f.source.outline(f.source.bodyStart()) {
		title := sectionOf(p)
		parts[title] = append(parts[title], p)
	}
	if len(parts[titleText]) == 0 {
		f.source.report(corpus.Warning, len(f.source.text), "the section "+titleText+" is missing", "write ## "+titleText)
	}
	f.readAll(parts, titleNames, f.readNames)
	f.readAll(parts, titleText, f.readText)
	f.supplyIDs()
	f.readAll(parts, titleSummary, f.readSummary)
	f.readAll(parts, titleQuotes, f.readQuotes)
	f.readAll(parts, titleQuantities, f.readQuantities)
	f.readAll(parts, titleRelations, f.readRelations)
	for _, p := range parts[""] {
		if p.headless {
			f.source.preamble(p, titleText)
			continue
		}
		f.Sections = append(f.Sections, f.source.section(p))
		f.checkSection(p)
	}
}

// readAll reads the parts that are a section, of which there should be one.
func (f *File) readAll(parts map[string][]part, title string, read func(part)) {
	for i, p := range parts[title] {
		if i > 0 {
			f.source.report(corpus.Warning, p.at, wording.Of("a second section %s", title), "put its lines under the first")
		}
		read(p)
	}
}

// sectionOf gives the name of the section that a part is, if it is one that the
// program knows: its title compares equal after folding.
func sectionOf(p part) string {
	for _, title := range titles {
		if !p.headless && sameTitle(p.title, title) {
			return title
		}
	}
	return ""
}

// preamble reports what stands above the first section.
func (s *source) preamble(p part, title string) {
	if len(p.blocks) > 0 {
		s.report(corpus.Warning, s.join(p.blocks[0]).inFile(0), "text above the first section is not shown", wording.Of("put it under a heading: ## %s", title))
	}
}

// section keeps a part as an editor typed it.
func (s *source) section(p part) corpus.Section {
	return corpus.Section{Title: p.title, Markdown: trimLines(p.body.Of(s.text))}
}

// trimLines drops the blank lines around s.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for len(lines) > 0 && strings.Trim(lines[0], blanks) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.Trim(lines[len(lines)-1], blanks) == "" {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}
