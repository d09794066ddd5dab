package markdown

import (
	"fmt"
	"slices"

	"mojaz/internal/corpus"
)

// CheckDossier holds the files of a dossier against each other, once all have
// been parsed; the package comment says what it reports. [CheckOverview] is a
// part of it, the verbatim gate is not.
func CheckDossier(d DossierFiles) []corpus.Problem {
	c := &dossierCheck{resolver: newResolver(d), paragraphs: map[string]*sought{}, count: map[*source]int{}}
	for _, f := range d.Briefings {
		c.ids = append(c.ids, string(f.ID))
	}
	slices.Sort(c.ids)
	for _, f := range d.Briefings {
		s := f.shelf()
		for i, r := range f.Relations {
			c.passage(place{f.source, s, f.related[i].a}, r.A)
			c.passage(place{f.source, s, f.related[i].b}, r.B)
		}
	}
	c.checkPhases(d.Phases)
	c.checkPoints(d.Overview, d.Phases)
	for _, e := range d.Entities {
		if e.Line != nil {
			c.passage(place{e.source, entityShelf, e.line}, *e.Line)
		}
		for i, t := range e.Tenures {
			c.passage(place{e.source, entityShelf, e.tenures[i]}, t.At)
		}
	}
	c.checkCast(d)
	if d.Overview != nil {
		there := map[corpus.DocID]bool{}
		for id := range c.files {
			there[id] = true
		}
		c.problems = append(c.problems, CheckOverview(d.Overview, there)...)
	}
	return corpus.SortProblems(c.problems)
}

// dossierCheck is the check of one dossier.
type dossierCheck struct {
	*resolver
	ids        []string           // of the briefings, sorted
	paragraphs map[string]*sought // by briefing and paragraph
	count      map[*source]int    // problems of each file
	problems   []corpus.Problem
}

// sought is a paragraph in which passages are looked for.
type sought struct {
	verbatim
	last corpus.Span // what was found last
}

// place is where a passage stands in a file.
type place struct {
	source *source
	shelf  shelf
	said   saying
}

// report notes a problem, up to the limit of its file.
func (c *dossierCheck) report(s *source, p corpus.Problem) {
	switch c.count[s]++; {
	case c.count[s] <= maxProblems:
		c.problems = append(c.problems, p)
	case c.count[s] == maxProblems+1:
		p.Message, p.Hint = "there are more problems from here on than are listed", "solve these first"
		c.problems = append(c.problems, p)
	}
}

// checkPhases checks the passages of a phase map.
func (c *dossierCheck) checkPhases(f *PhasesFile) {
	if f == nil {
		return
	}
	for i, p := range f.Phases {
		places := f.phases[i]
		for j, s := range p.Evidence {
			c.passage(place{f.source, phaseShelf, places.evidence[j]}, s.At)
		}
		for j, d := range p.Disputes {
			for k, s := range d.Sides {
				c.passage(place{f.source, phaseShelf, places.sides[j][k]}, s.At)
			}
		}
	}
}

// checkPoints checks the passages of key points, and the phases they tell of.
func (c *dossierCheck) checkPoints(o *OverviewFile, phases *PhasesFile) {
	if o == nil {
		return
	}
	var ids []string
	if phases != nil {
		for _, p := range phases.Phases {
			ids = append(ids, p.ID)
		}
	}
	known := map[string]bool{"": true}
	for _, id := range ids {
		known[id] = true
	}
	for i, p := range o.Points {
		places := o.points[i]
		c.passage(place{o.source, indexShelf, places.at}, p.At)
		for j, s := range p.Support {
			c.passage(place{o.source, indexShelf, places.support[j]}, s)
		}
		for j, s := range p.Against {
			c.passage(place{o.source, indexShelf, places.against[j]}, s)
		}
		if !known[p.Phase] {
			hint := "take the line away"
			if best := nearest(p.Phase, ids[:min(len(ids), maxNear)]); best != "" {
				hint = "write (" + phasesFile + "#" + best + ")"
			}
			c.report(o.source, o.source.problem(corpus.Warning, places.phase.inFile(0), fmt.Sprintf("there is no phase %q", p.Phase), hint))
		}
	}
}

// passage checks one passage: its briefing, its paragraph, its words.
func (c *dossierCheck) passage(at place, p corpus.Passage) {
	if c.count[at.source] > maxProblems {
		return
	}
	cite := at.said.link.place(at.said.mark)
	f, ok := c.files[p.Doc]
	switch {
	case !ok:
		hint := "cite a briefing that is there"
		if best := nearest(string(p.Doc), c.ids[:min(len(c.ids), maxNear)]); best != "" {
			hint = "write (" + at.shelf.address(corpus.Passage{Doc: corpus.DocID(best), Cite: p.Cite}) + ")"
		}
		c.report(at.source, at.source.problem(corpus.Fault, cite, fmt.Sprintf("there is no briefing %q", p.Doc), hint))
	case !f.has(p.Cite):
		message := fmt.Sprintf("there is no paragraph %s in %s", paragraphLabel(p.Cite), f.Path)
		hint := c.whereabouts(f, p, at.shelf)
		if hint == "" {
			hint = "cite the paragraph that says so"
		}
		c.report(at.source, at.source.problem(corpus.Fault, cite, message, hint))
	case !c.stands(f, p):
		v := c.verdict(f, p, at.shelf)
		c.report(at.source, at.source.problem(corpus.Fault, at.said.line.place(at.said.at+v.at), v.message, v.hint))
	}
}

// paragraph gives a paragraph as it is compared.
func (c *dossierCheck) paragraph(f *File, id string) *sought {
	key := string(f.ID) + "#" + id
	if c.paragraphs[key] == nil {
		c.paragraphs[key] = &sought{verbatim: newVerbatim(f.Paragraphs[f.index[id]].Text)}
	}
	return c.paragraphs[key]
}

// stands reports whether the words of a passage stand in the paragraph that it
// cites. They are looked for from the last place on first, as passages come in
// the order of the text.
func (c *dossierCheck) stands(f *File, p corpus.Passage) bool {
	home, words := c.paragraph(f, p.Cite), newVerbatim(p.Text)
	at, ok := home.pick(words.text, corpus.Span{Start: home.last.Start, End: len(home.text)})
	if !ok {
		at, ok = home.pick(words.text, home.all())
	}
	if ok {
		home.last = at
	}
	return ok
}

// whereabouts says which paragraph of a briefing holds a passage, "" if none.
func (c *dossierCheck) whereabouts(f *File, p corpus.Passage, s shelf) string {
	words := newVerbatim(p.Text)
	for _, other := range f.Paragraphs {
		home := c.paragraph(f, other.ID)
		if _, ok := home.pick(words.text, home.all()); ok {
			p.Cite = other.ID
			return "it stands in [" + paragraphLabel(p.Cite) + "](" + s.address(p) + ")"
		}
	}
	return ""
}

// verdict says what was done to a passage that does not stand in the paragraph
// that it cites.
func (c *dossierCheck) verdict(f *File, p corpus.Passage, s shelf) verdict {
	if hint := c.whereabouts(f, p, s); hint != "" {
		return verdict{message: "misattributed: it does not stand in the paragraph that it cites", hint: hint}
	}
	words := newVerbatim(p.Text)
	home := &standing{verbatim: c.paragraph(f, p.Cite).verbatim}
	if v, ok := home.altered(words, wordsOf(words.text)); ok && words.text != "" {
		return v
	}
	return verdict{message: fmt.Sprintf("absent: nothing like it stands in %s of %s", paragraphLabel(p.Cite), f.Path), hint: ownWords}
}

// checkCast checks the names of a dossier against the files of its entities.
// Without any such file there is nothing to check against.
func (c *dossierCheck) checkCast(d DossierFiles) {
	if len(d.Entities) == 0 {
		return
	}
	known, called := map[string]bool{}, []string{}
	for _, e := range d.Entities {
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			known[n] = true
		}
		called = append(called, e.Name)
	}
	slices.Sort(called)
	c.twice(d.Entities)
	for _, e := range d.Entities {
		for _, n := range e.Distinct {
			if !known[n] {
				at := e.source.starts[e.source.keyLine("distinct")-1]
				c.report(e.source, e.source.problem(corpus.Warning, at, fmt.Sprintf("distinct: no entity is called «%s»", n), near(n, called, "write %s")))
			}
		}
	}
	for _, f := range d.Briefings {
		for i, n := range f.Names {
			if known[n.Name] {
				continue
			}
			hint := near(n.Name, called, "write [[%s]]")
			if hint == "" {
				hint = "add it to the aliases of an entity, or write entities/" + EntityFile(n.Name)
			}
			c.report(f.source, f.source.problem(corpus.Warning, f.named[i].inFile(0), fmt.Sprintf("no file of an entity knows the name «%s»", n.Name), hint))
		}
	}
}

// near fills form with the nearest of many words, "" when none is near.
func near(wrong string, among []string, form string) string {
	if best := nearest(wrong, among[:min(len(among), maxNear)]); best != "" {
		return fmt.Sprintf(form, best)
	}
	return ""
}

// twice reports entities that have the name or the slug of another.
func (c *dossierCheck) twice(entities []*EntityNote) {
	names, ids := map[string]string{}, map[corpus.EntityID]string{}
	for _, e := range entities {
		key := e.Name
		if first, ok := names[key]; ok {
			at := e.source.starts[e.source.keyLine("name")-1]
			c.report(e.source, e.source.problem(corpus.Warning, at, fmt.Sprintf("«%s» is already the name of %s", e.Name, first), "give one of the two another name, or put all into one file"))
		} else {
			names[key] = e.Path
		}
		if first, ok := ids[e.ID]; ok && e.Type != corpus.TypeNone {
			at := e.source.starts[e.source.keyLine("slug")-1]
			c.report(e.source, e.source.problem(corpus.Fault, at, fmt.Sprintf("the slug %q is already that of %s", e.ID, first), fmt.Sprintf("write slug: %s-2", e.ID)))
		} else if e.Type != corpus.TypeNone {
			ids[e.ID] = e.Path
		}
	}
}
