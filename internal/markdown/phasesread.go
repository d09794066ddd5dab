package markdown

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// PhasesFile is a phase map as its file tells it, with the places of all it
// quotes. Its lists must keep the order in which ParsePhases gave them.
type PhasesFile struct {
	PhaseMap
	source *source
	phases []phasePlaces  // of PhaseMap.Phases, one for one
	linked []sectionLink  // in PhaseMap.Sections
	index  map[string]int // id → its place in Phases
}

// phasePlaces is where a phase's passages stand in the file.
type phasePlaces struct {
	heading  located
	evidence []saying
	sides    [][]saying // of each dispute
}

// ParsePhases reads the file of a phase map; like Parse it never fails. The path
// is "content/<dossier>/phases.md".
func ParsePhases(file string, src []byte) (*PhasesFile, []corpus.Problem) {
	f := &PhasesFile{source: newSource(file, src), index: map[string]int{}}
	f.Path, f.Dossier = file, dossierOf(file)
	var front struct {
		Title string `yaml:"title"`
	}
	f.source.front(&front)
	f.Title = front.Title
	for _, p := range f.source.outline(f.source.bodyStart()) {
		switch {
		case p.headless:
			f.source.preamble(p, "…")
		case f.isPhase(p):
			f.readPhase(p)
		default:
			f.Sections = append(f.Sections, f.source.section(p))
			f.linked = append(f.linked, f.source.sectionLinks(p)...)
		}
	}
	return f, corpus.SortProblems(f.source.problems)
}

// dossierOf gives the dossier of a file that stands in its folder.
func dossierOf(file string) string {
	if dir := path.Base(path.Dir(file)); dir != "." && dir != "/" {
		return dir
	}
	return ""
}

// isPhase reports whether a part is a phase: it has an id or a table. Any other
// is an editor's own section.
func (f *PhasesFile) isPhase(p part) bool {
	_, a, _ := cutAttributes(p.heading.source)
	return a.id != "" || slices.ContainsFunc(p.blocks, func(n ast.Node) bool { return n.Kind() == extast.KindTable })
}

// phaseReader reads one phase.
type phaseReader struct {
	*source
	phase  corpus.Phase[corpus.Passage]
	places phasePlaces
	seen   map[bound]bool
}

// phaseShelf says how the links of phases.md lead.
var phaseShelf = shelf{folder: fromIndex}

// readPhase reads one phase. One that nothing supports is left out: the site
// says nothing without a reference.
func (f *PhasesFile) readPhase(p part) {
	r := &phaseReader{source: f.source, seen: map[bound]bool{}}
	line, a, _ := cutAttributes(p.heading.source)
	r.places.heading = p.heading
	r.phase.Label = oneLine(readLine(line).text)
	r.phase.ID = f.idOf(a.id, r.phase.Label, p)
	r.classes(a, p)
	blocks := p.blocks
	for len(blocks) > 0 {
		n := blocks[0]
		blocks = blocks[1:]
		switch n := n.(type) {
		case *extast.Table:
			r.stands(n)
		case *ast.Heading:
			end := slices.IndexFunc(blocks, func(n ast.Node) bool { return n.Kind() == ast.KindHeading })
			if end < 0 {
				end = len(blocks)
			}
			r.dispute(n, blocks[:end])
			blocks = blocks[end:]
		case *ast.List:
			for _, it := range f.source.items([]ast.Node{n}) {
				r.bound(it.line)
			}
		default:
			r.loose(n)
		}
	}
	f.add(r)
}

// loose reads a block in a phase that is neither list nor table: bounds without
// their dashes, a line each.
func (r *phaseReader) loose(n ast.Node) {
	lines := r.eachLine(n)
	for i, l := range lines {
		word, _ := r.keyed(l)
		if _, ok := boundKeys.value(word); !ok && i == 0 {
			lines = nil
			break
		}
		r.bound(l)
	}
	if len(lines) == 0 {
		r.report(corpus.Warning, max(n.Pos(), 0), "text in a phase is not shown", "put it under a heading of its own: ## …")
	}
}

// add keeps a phase that was read.
func (f *PhasesFile) add(r *phaseReader) {
	if !r.seen[boundKind] {
		r.report(corpus.Warning, r.places.heading.inFile(0), "a phase without a kind", wording.Of("write - %s: and one of: %s", boundKeys.word(boundKind), strings.Join(phaseWords.words(), ", ")))
		r.phase.Kind = corpus.PhaseScenario
	}
	if r.phase.Start != "" && r.phase.End != "" && after(r.phase.Start, r.phase.End) {
		r.report(corpus.Warning, r.places.heading.inFile(0), wording.Of("the phase ends before it begins: %s, %s", r.phase.Start, r.phase.End), "correct one of the two")
	}
	if len(r.phase.Evidence) == 0 {
		r.report(corpus.Fault, r.places.heading.inFile(0), wording.Of("the phase «%s» has no evidence", shorten(r.phase.Label)), wording.Of("give it a row of the table, %s, or take it out", standLayout.titles()))
		return
	}
	f.index[r.phase.ID] = len(f.Phases)
	f.Phases, f.phases = append(f.Phases, r.phase), append(f.phases, r.places)
}

// idOf gives the id of a phase: that of its heading, else one made of its label.
func (f *PhasesFile) idOf(id, label string, p part) string {
	supplied := f.free(arabic.Slug(label))
	write := wording.Of("write {#%s} at its end", supplied)
	first, twice := f.index[id]
	switch {
	case id == "":
		f.source.report(corpus.Warning, p.heading.inFile(0), "a phase without an id", write)
	case !phaseID.MatchString(id):
		f.source.report(corpus.Warning, p.heading.inFile(0), wording.Of("%q cannot be the id of a phase: it holds only a-z, 0-9 and hyphens", id), write)
	case twice:
		line, _ := f.source.at(f.phases[first].heading.inFile(0))
		supplied = f.free(id)
		f.source.report(corpus.Fault, p.heading.inFile(0), wording.Of("the id %q is already on line %d", id, line), wording.Of("write {#%s} here", supplied))
	default:
		return id
	}
	return supplied
}

// free gives an id that no phase before has: id itself, or with a number.
func (f *PhasesFile) free(id string) string {
	id = strings.Trim(id[:min(len(id), maxID)], "-")
	for n, base := 2, id; ; n++ {
		if _, taken := f.index[id]; !taken {
			return id
		}
		id = fmt.Sprintf("%s-%d", base, n)
	}
}

// classes reads what stands in the braces besides the id.
func (r *phaseReader) classes(a attributes, p part) {
	for _, class := range a.classes {
		if class == classPinned {
			r.phase.Pinned = true
			continue
		}
		r.report(corpus.Warning, p.heading.inFile(0), wording.Of("unknown class %q", "."+class), "write ."+classPinned)
	}
	for _, pair := range a.pairs {
		r.report(corpus.Warning, p.heading.inFile(0), wording.Of("unknown attribute %q of a phase", pair.key), "write {#id ."+classPinned+"}")
	}
}

// bound reads a line of the list below the heading.
func (r *phaseReader) bound(l located) {
	if !r.fits(l, "a line") {
		return
	}
	word, value := r.keyed(l)
	key, ok := boundKeys.value(word)
	switch {
	case !ok:
		r.report(corpus.Warning, l.inFile(0), wording.Of("unknown key «%s»", word), suggest(word, boundKeys.words(), "write %s: …"))
		return
	case r.seen[key]:
		r.report(corpus.Warning, l.inFile(0), wording.Of("a second line «%s»", boundKeys.word(key)), "take one of the two away")
		return
	}
	r.seen[key] = true
	if key == boundKind {
		r.kind(l, oneLine(value))
		return
	}
	date, guessed := r.when(l, value)
	if key != boundEnd {
		r.phase.Start, r.phase.StartInferred = date, guessed
	}
	if key != boundStart {
		r.phase.End, r.phase.EndInferred = date, guessed
	}
}

// kind reads the kind of a phase.
func (r *phaseReader) kind(l located, word string) {
	kind, ok := phaseWords.value(word)
	if !ok {
		r.report(corpus.Warning, l.inFile(0), wording.Of("unknown kind «%s»", word), suggest(word, phaseWords.words(), "write %s"))
		kind = corpus.PhaseScenario
	}
	r.phase.Kind = kind
}

// when reads "2025-09 (أيلول/سبتمبر 2025)، مستنتجة".
func (r *phaseReader) when(l located, value string) (date string, guessed bool) {
	head, word := cutComma(value)
	g, ok := groundWords.value(word)
	if !ok && oneLine(word) != "" {
		r.report(corpus.Warning, l.inFile(0), wording.Of("«%s» does not say what the date rests on", oneLine(word)), suggest(oneLine(word), []string{groundWords.word(stated), groundWords.word(inferred)}, "write %s"))
	}
	if _, unknown := unknownWords.value(head); unknown || oneLine(head) == "" {
		return "", g == inferred
	}
	return r.edtf(l, head), g == inferred
}

// edtf reads a date and, in brackets, what it means, which is checked and not
// kept. It is "" when it cannot be.
func (s *source) edtf(l located, text string) string {
	date, words, _ := strings.Cut(oneLine(text), " (")
	date = arabic.Digits(date)
	if wrong := wrongDate(date); wrong != "" {
		s.report(corpus.Warning, l.inFile(0), wording.Of("%q is not a date: %s", date, wrong), hintOf(oneLine(text)))
		return ""
	}
	if written := dateInWords(date); words != "" && arabic.Fold(written) != arabic.Fold(date+" ("+words) {
		s.report(corpus.Warning, l.inFile(0), wording.Of("the words in brackets say something else than %s, which counts", date), wording.Of("write %s", written))
	}
	return date
}

// stands reads the table of a phase's evidence.
func (r *phaseReader) stands(t *extast.Table) {
	for _, row := range r.rows(t, standLayout) {
		r.stand(row)
	}
}

// stand reads a row. One without words or a citation is left out.
func (r *phaseReader) stand(row row) {
	words, place := row.cells[columnWords], row.cells[columnPlace]
	if !r.fits(words, "evidence") {
		return
	}
	words.passage, place.passage = readLine(words.source), readLine(place.source)
	r.reportSlips(words)
	links := phaseShelf.citations(place)
	switch {
	case len(links) == 0:
		r.report(corpus.Fault, place.inFile(0), "evidence without a citation", wording.Of("write %s under %s", phaseShelf.example(), columnPlace))
		return
	case words.text == "":
		r.report(corpus.Fault, words.inFile(0), "evidence without its words", "write the words of the source under "+columnWords)
		return
	case !links[0].straight:
		r.report(corpus.Warning, place.inFile(0), "the link leads to another folder", wording.Of("write %s", phaseShelf.example()))
	}
	said := saying{line: words, link: place, mark: links[0].mark.Start}
	said.passage = corpus.Passage{Doc: links[0].doc, Cite: links[0].id, Text: words.text}
	r.phase.Evidence = append(r.phase.Evidence, corpus.Stand[corpus.Passage]{
		At: said.passage, Status: r.status(row.cells[columnStatus]), When: r.dateIn(row.cells[columnWhen]), Speaker: row.text(columnSpeaker),
	})
	r.places.evidence = append(r.places.evidence, said)
}

// status reads the word for a status, "" where there is none.
func (r *phaseReader) status(l located) corpus.Status {
	word := oneLine(readLine(l.source).text)
	status, ok := statusWords.value(word)
	if !ok && word != "" {
		r.report(corpus.Warning, l.inFile(0), wording.Of("unknown status «%s»", word), suggest(word, statusWords.words(), "write %s"))
	}
	return status
}

// after reports whether a date lies wholly after another.
func after(a, b string) bool { return wrongDate(a+"/"+b) != "" && !strings.ContainsAny(a+b, "/P") }
