package markdown

import (
	"slices"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// CheckDossier holds the files of a dossier against each other, once all have
// been parsed; the package comment says what it reports. [CheckOverview] is a
// part of it, the verbatim gate is not.
func CheckDossier(d DossierFiles) []corpus.Problem {
	c := newDossierCheck(d)
	for _, f := range d.Briefings {
		c.checkBriefing(f)
	}
	if d.Phases != nil {
		c.checkPhases(d.Phases)
	}
	if d.Overview != nil {
		c.checkOverview(d.Overview, d.Phases)
	}
	for _, e := range d.Entities {
		c.checkEntity(e)
	}
	c.checkTwice(d.Entities)
	return corpus.SortProblems(c.problems)
}

// dossierCheck is the check of one dossier.
type dossierCheck struct {
	*resolver
	ids      []string        // of the briefings, sorted
	called   []string        // the names of the entities, sorted
	known    map[string]bool // their names and aliases; nil where there is no entity
	count    map[*source]int // problems of each file
	problems []corpus.Problem
}

func newDossierCheck(d DossierFiles) *dossierCheck {
	c := &dossierCheck{resolver: newResolver(d), count: map[*source]int{}}
	for _, f := range d.Briefings {
		c.ids = append(c.ids, string(f.ID))
	}
	if len(d.Entities) > 0 {
		c.known = map[string]bool{}
	}
	for _, e := range d.Entities {
		c.called = append(c.called, e.Name)
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			c.known[n] = true
		}
	}
	slices.Sort(c.ids)
	slices.Sort(c.called)
	return c
}

// report notes a problem at a byte of a file, up to the limit of each.
func (c *dossierCheck) report(s *source, p corpus.Problem) {
	switch c.count[s]++; {
	case c.count[s] <= maxProblems:
		c.problems = append(c.problems, p)
	case c.count[s] == maxProblems+1:
		p.Message, p.Hint = "there are more problems from here on than are listed", "solve these first"
		c.problems = append(c.problems, p)
	}
}

// checkBriefing checks the passages and the names of a briefing.
func (c *dossierCheck) checkBriefing(f *File) {
	s := f.shelf()
	for i, r := range f.Relations {
		c.passage(place{f.source, s, f.related[i].a}, r.A)
		c.passage(place{f.source, s, f.related[i].b}, r.B)
	}
	for i, n := range f.Names {
		c.name(f.source, n.Name, f.named[i].inFile(0))
	}
	for _, l := range f.linked {
		c.link(f.source, s, l)
	}
}

// checkPhases checks the passages of a phase map.
func (c *dossierCheck) checkPhases(f *PhasesFile) {
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
	c.section(f.source, phaseShelf, f.linked)
}

// checkOverview checks the briefings that an overview lists, the passages of its
// key points, and the phases that they tell of.
func (c *dossierCheck) checkOverview(o *OverviewFile, phases *PhasesFile) {
	there := map[corpus.DocID]bool{}
	for id := range c.files {
		there[id] = true
	}
	c.problems = append(c.problems, CheckOverview(o, there)...)
	if phases == nil {
		phases = &PhasesFile{}
	}
	var ids []string
	for _, p := range phases.Phases {
		ids = append(ids, p.ID)
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
		if _, ok := phases.index[p.Phase]; !ok && p.Phase != "" {
			hint := near(p.Phase, ids, "write ("+phasesFile+"#%s)", "take the line away")
			c.report(o.source, o.source.problem(corpus.Warning, places.phase.inFile(0), wording.Of("there is no phase %q", p.Phase), hint))
		}
	}
	c.section(o.source, indexShelf, o.linked)
}

// checkEntity checks the passages of an entity and the names that it is kept
// apart from.
func (c *dossierCheck) checkEntity(e *EntityNote) {
	if e.Line != nil {
		c.passage(place{e.source, entityShelf, e.line}, *e.Line)
	}
	for i, t := range e.Tenures {
		c.passage(place{e.source, entityShelf, e.tenures[i]}, t.At)
	}
	for _, n := range e.Distinct {
		if !c.known[n] {
			c.atKey(e, corpus.Warning, "distinct", wording.Of("no entity is called «%s»", n), near(n, c.called, "write %s", "take it away"))
		}
	}
	c.section(e.source, entityShelf, e.linked)
}

// checkTwice reports entities that have the name or the slug of another.
func (c *dossierCheck) checkTwice(entities []*EntityNote) {
	names, slugs := map[string]string{}, map[corpus.EntityID]string{}
	for _, e := range entities {
		if first, ok := names[e.Name]; ok {
			c.atKey(e, corpus.Warning, "name", wording.Of("«%s» is already the name of %s", e.Name, first), "give one of the two another name, or put all into one file")
		} else {
			names[e.Name] = e.Path
		}
		if e.Type == corpus.TypeNone {
			continue
		}
		if first, ok := slugs[e.ID]; ok {
			c.atKey(e, corpus.Fault, "slug", wording.Of("the slug %q is already that of %s", e.ID, first), wording.Of("write slug: %s-2", e.ID))
		} else {
			slugs[e.ID] = e.Path
		}
	}
}

// atKey reports a problem at a key of an entity's front matter.
func (c *dossierCheck) atKey(e *EntityNote, severity corpus.Severity, key string, message, hint wording.Text) {
	c.report(e.source, e.source.problem(severity, e.source.starts[e.source.keyLine(key)-1], message, hint))
}

// section checks the links of an editor's own sections, in which names are those
// of entities.
func (c *dossierCheck) section(s *source, from shelf, links []sectionLink) {
	for _, l := range links {
		if l.name != "" {
			c.name(s, l.name, l.at)
			continue
		}
		c.link(s, from, l)
	}
}

// link checks a link to a paragraph of a briefing.
func (c *dossierCheck) link(s *source, from shelf, l sectionLink) {
	if doc, cite, _, ok := from.leads(l.url); ok && doc != from.own && l.name == "" {
		c.leads(s, from, l.at, corpus.Passage{Doc: doc, Cite: cite})
	}
}

// name reports a name that no file of an entity knows. Without any such file
// there is nothing to check against.
func (c *dossierCheck) name(s *source, name string, at int) {
	if c.known == nil || c.known[name] || c.count[s] > maxProblems {
		return
	}
	hint := near(name, c.called, "write [[%s]]", wording.Of("add it to the aliases of an entity, or write entities/%s", EntityFile(name)))
	c.report(s, s.problem(corpus.Warning, at, wording.Of("no file of an entity knows the name «%s»", name), hint))
}

// near fills form with the nearest of many words, and gives other when none is
// near.
func near(wrong string, among []string, form, other wording.Text) wording.Text {
	if best := nearest(wrong, among[:min(len(among), maxNear)]); best != "" {
		return wording.Of(form, best)
	}
	return other
}
