package site

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// crowded makes a dossier of n briefings in which everybody speaks of one thing:
// each names one entity in ten paragraphs, is evidence of one phase, and is
// related to the briefing before it.
func crowded(n int) *corpus.Dossier {
	d := &corpus.Dossier{
		Overview: corpus.Overview{Dossier: "d"},
		Entities: []someone{{ID: "x", Name: "فلان", Type: corpus.TypePerson}},
		Phases:   []corpus.Phase[corpus.Passage]{{ID: "p", Label: "مرحلة", Start: "2020", Kind: corpus.PhasePast}, {ID: "q", Label: "أخرى", Kind: corpus.PhaseScenario}},
	}
	for i := range n {
		b := corpus.Briefing{
			ID: corpus.DocID(fmt.Sprintf("b%05d", i)), Dossier: "d", Published: "2020-01-01",
			Names: []corpus.Name{{Name: "فلان", Type: corpus.TypePerson}},
		}
		for j := range 10 {
			b.Paragraphs = append(b.Paragraphs, corpus.Paragraph{
				ID: fmt.Sprintf("p%d", j+1), Role: corpus.RoleBody, Text: "فلان قال نعم.",
				Links: []corpus.Link{{Span: corpus.Span{Start: 0, End: len("فلان")}, Name: "فلان"}},
			})
		}
		at := corpus.Passage{Doc: b.ID, Cite: "p1", Text: "قال نعم"}
		b.Quotes = []corpus.Quote{{Text: "نعم", Cite: "p1", Speaker: "فلان", Kind: corpus.SpeakerNamed, Verb: "قال"}}
		if i > 0 {
			before := corpus.Passage{Doc: d.Briefings[i-1].ID, Cite: "p1", Text: "قال نعم"}
			b.Relations = []corpus.Relation[corpus.Passage]{{Kind: corpus.Corroborates, A: at, B: before, About: "القول", Rule: "same-event"}}
		}
		d.Phases[0].Evidence = append(d.Phases[0].Evidence, corpus.Stand[corpus.Passage]{At: at, Status: corpus.StatusDone, When: "2020"})
		d.Briefings = append(d.Briefings, b)
	}
	return d
}

// TestPagesStayLight: however many briefings a dossier has, no page of it holds
// more than a browser on a phone can bear, and what is left out is counted.
func TestPagesStayLight(t *testing.T) {
	const n = 1000
	kinds := map[string]int{}
	for _, p := range Pages(Input{Dossiers: []corpus.Dossier{*crowded(n)}}) {
		kinds[p.Kind]++
		switch v := p.Model().(type) {
		case *Dossier:
			if len(v.Pages) != briefingsShown || v.All == nil || len(v.Map.Columns) != 1 {
				t.Errorf("dossier: %d briefings, %d columns", len(v.Pages), len(v.Map.Columns))
			}
		case *Briefings:
			if len(v.Pages) > briefingsPaged || len(v.Pager) != 9 {
				t.Errorf("%s: %d briefings, %d pages", v.Path, len(v.Pages), len(v.Pager))
			}
		case *Phases:
			p := v.Phases[0]
			if len(p.Evidence) != evidenceShown || p.More.Count != n-evidenceShown || len(v.Phases[1].Silent) != sourcesNamed {
				t.Errorf("phases: %d passages and %d more, %d silent sources", len(p.Evidence), p.More.Count, len(v.Phases[1].Silent))
			}
		case *Agreement:
			if got := len(v.Groups[0].Questions[0].Relations); got > relationsPaged || v.Only == "" && got != relationsShown {
				t.Errorf("%s: %d relations", v.Path, got)
			}
		case *Entity:
			if len(v.Statements) != saidShown || len(v.Mentions) != briefsShown || len(v.Cited) != briefsCited || v.MoreCited.Count != n-briefsShown-briefsCited {
				t.Errorf("entity: %d statements, %d and %d briefings, %d more", len(v.Statements), len(v.Mentions), len(v.Cited), v.MoreCited.Count)
			}
			if m := v.Mentions[0]; len(m.Passages) != passagesShown || len(m.Cites) != 7 {
				t.Errorf("entity: %d passages and %d citations of a briefing", len(m.Passages), len(m.Cites))
			}
		}
	}
	if kinds["agreement"] != 1+10 || kinds["entities"] != 1 || kinds["briefings"] != 9 {
		t.Errorf("kinds of pages: %v", kinds)
	}
}

// TestEveryLinkLeads: each relation that a briefing leads to stands on the page it
// leads to.
func TestEveryLinkLeads(t *testing.T) {
	ids, wanted := map[string]bool{}, map[string]bool{}
	for _, p := range Pages(Input{Dossiers: []corpus.Dossier{*crowded(250)}}) {
		switch v := p.Model().(type) {
		case *Agreement:
			for _, g := range v.Groups {
				for _, q := range g.Questions {
					for _, r := range q.Relations {
						ids[v.Path+"#"+r.ID] = true
					}
				}
			}
		case *Briefing:
			for _, w := range v.Paragraphs {
				for _, o := range w.Others {
					wanted["d/"+strings.TrimPrefix(o.RelPermalink, "../")] = true
				}
			}
		}
	}
	if len(wanted) != 249 {
		t.Errorf("%d relations are led to, want 249", len(wanted))
	}
	for to := range wanted {
		if !ids[to] {
			t.Errorf("nothing stands at %s", to)
		}
	}
}

// TestRelatedRepetition would not end in time if a passage cost more the more
// relations, statements, names or evidence there are.
func TestRelatedRepetition(t *testing.T) {
	const n = 20_000
	d := crowded(2)
	at := corpus.Passage{Doc: d.Briefings[1].ID, Cite: "p1", Text: "قال نعم"}
	for i := range n {
		r := d.Briefings[1].Relations[0]
		r.About = fmt.Sprint(i)
		d.Briefings[1].Relations = append(d.Briefings[1].Relations, r)
		d.Briefings[1].Quotes = append(d.Briefings[1].Quotes, d.Briefings[1].Quotes[0])
		d.Entities = append(d.Entities, someone{ID: corpus.EntityID(fmt.Sprint("e", i)), Name: fmt.Sprint("اسم", i), Aliases: []string{"واحد"}})
		d.Phases[0].Evidence = append(d.Phases[0].Evidence, corpus.Stand[corpus.Passage]{At: at, Status: corpus.StatusDone})
	}
	in := Input{Dossiers: []corpus.Dossier{*d}}
	for _, p := range Pages(in) {
		if p.Kind != "entity" {
			p.Model()
		}
	}
	if got := strings.Count(string(newSite(in).records()[0].Bytes), `"relation"`); got != n+1 {
		t.Errorf("%d relations are recorded, want %d", got, n+1)
	}
}

func TestNamesItself(t *testing.T) {
	for _, c := range []struct {
		words, speaker string
		want           bool
	}{
		{"وقال الصيد إن الأزمة لن تطول", "الحبيب الصيد", true},
		{"«قال مصدر أمني» إن", "مصدر أمني", true},
		{"الأزمة لن تطول", "الحبيب الصيد", false},
		{"واحد اثنان ثلاثة أربعة خمسة ستة الصيد", "الصيد", false},
		{"نعم", "", false},
	} {
		if got := namesItself(c.words, c.speaker); got != c.want {
			t.Errorf("namesItself(%q, %q) = %v, want %v", c.words, c.speaker, got, c.want)
		}
	}
}
