package markdown

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// DossierFiles are the parsed files of one dossier.
type DossierFiles struct {
	Overview  *OverviewFile // nil if there is none
	Briefings []*File
	Phases    *PhasesFile // nil if there is none
	Entities  []*EntityNote
}

// Dossier gives what the files tell as far as it leads somewhere: passages of
// briefings or paragraphs that are not there are left out, with what rests on
// them alone, and so are entities that an editor has taken out. [CheckDossier]
// says what they were. The words of a passage become those of its paragraph,
// white space and invisible marks included, so that they can be looked up there as
// they are. Briefings keep their order, entities are sorted by name.
func (d DossierFiles) Dossier() corpus.Dossier {
	var out corpus.Dossier
	tell := telling[corpus.Passage, corpus.Passage](newResolver(d).resolve)
	for _, f := range d.Briefings {
		b := f.Briefing
		b.Relations = tell.relations(b.Relations)
		out.Briefings = append(out.Briefings, b)
	}
	phases := map[string]bool{"": true}
	if d.Phases != nil {
		out.Phases = tell.phases(d.Phases.Phases)
	}
	for _, p := range out.Phases {
		phases[p.ID] = true
	}
	if d.Overview != nil {
		out.Overview = d.Overview.Overview
		out.Overview.Points = tell.points(out.Overview.Points)
	}
	for i, p := range out.Overview.Points {
		if !phases[p.Phase] {
			out.Overview.Points[i].Phase = ""
		}
	}
	var entities []corpus.Entity[corpus.Passage]
	for _, e := range d.Entities {
		if e.Type != corpus.TypeNone {
			entities = append(entities, e.Entity)
		}
	}
	out.Entities = tell.entities(entities)
	slices.SortStableFunc(out.Entities, func(a, b corpus.Entity[corpus.Passage]) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// resolver finds the paragraphs that passages cite, and the passages in them.
type resolver struct {
	files      map[corpus.DocID]*File
	paragraphs map[string]*sought // by briefing and paragraph
}

// sought is a paragraph in which passages are looked for.
type sought struct {
	verbatim
	last corpus.Span // what was found last
}

func newResolver(d DossierFiles) *resolver {
	r := &resolver{files: make(map[corpus.DocID]*File, len(d.Briefings)), paragraphs: map[string]*sought{}}
	for _, f := range d.Briefings {
		r.files[f.ID] = f
	}
	return r
}

// resolve gives a passage in the words of its paragraph. ok is false when there
// is no such paragraph.
func (r *resolver) resolve(p corpus.Passage) (_ corpus.Passage, ok bool) {
	f, ok := r.files[p.Doc]
	if !ok || !f.has(p.Cite) {
		return p, false
	}
	text := f.Paragraphs[f.index[p.Cite]].Text
	if strings.Contains(text, p.Text) {
		return p, true
	}
	if in, ok := r.find(f, p); ok {
		p.Text = r.paragraph(f, p.Cite).original(in).Of(text)
	}
	return p, true
}

// paragraph gives a paragraph as it is compared.
func (r *resolver) paragraph(f *File, id string) *sought {
	key := string(f.ID) + "#" + id
	if r.paragraphs[key] == nil {
		r.paragraphs[key] = &sought{verbatim: newVerbatim(f.Paragraphs[f.index[id]].Text)}
	}
	return r.paragraphs[key]
}

// find finds the words of a passage in the paragraph that it cites, in the
// compared form. They are looked for from the last place on first, as passages
// come in the order of the text, so that very many in one paragraph stay cheap.
func (r *resolver) find(f *File, p corpus.Passage) (at corpus.Span, ok bool) {
	home, words := r.paragraph(f, p.Cite), newVerbatim(p.Text)
	at, ok = home.pick(words.text, corpus.Span{Start: home.last.Start, End: len(home.text)})
	if !ok {
		at, ok = home.pick(words.text, home.all())
	}
	if ok {
		home.last = at
	}
	return at, ok
}

// Find finds the words of a passage in the text of a paragraph, compared as the
// gate compares them: it gives the span of the paragraph's Text at which they
// stand, which [Anchors.Text] places in the source. ok is false when they do not
// stand there.
func Find(paragraph, text string) (at corpus.Span, ok bool) {
	p, words := newVerbatim(paragraph), newVerbatim(text)
	in, ok := p.pick(words.text, p.all())
	if !ok {
		return at, false
	}
	return p.original(in), true
}
