package site

import (
	"testing"

	"mojaz/internal/corpus"
)

// TestDisagreements: a point of the summary is a whole sentence, the relation that
// the ledger has for it often a clause; both its sides may be points; and what one
// source says against itself comes last.
func TestDisagreements(t *testing.T) {
	at := func(doc corpus.DocID, text string) corpus.Passage {
		return corpus.Passage{Doc: doc, Cite: "p1", Text: text}
	}
	const yes, no, perhaps = "قال إن الجسر يُفتح غداً.", "نفى أن الجسر يُفتح غداً.", "لعله لا يُفتح أبداً."
	brief := func(id corpus.DocID, text string) corpus.Briefing {
		return corpus.Briefing{ID: id, Dossier: "d", Paragraphs: []corpus.Paragraph{{ID: "p1", Text: text}}}
	}
	d := corpus.Dossier{
		Overview: corpus.Overview{Dossier: "d", Points: []corpus.KeyPoint[corpus.Passage]{
			{Kind: corpus.PointDispute, At: at("b", no), Against: []corpus.Passage{at("b", perhaps)}},
			{Kind: corpus.PointDispute, At: at("b", no), Against: []corpus.Passage{at("a", yes)}},
			{Kind: corpus.PointDispute, At: at("a", yes), Against: []corpus.Passage{at("b", no)}},
		}},
		Briefings: []corpus.Briefing{brief("a", yes), brief("b", no+" "+perhaps)},
	}
	d.Briefings[1].Relations = []corpus.Relation[corpus.Passage]{
		{Kind: corpus.Contradicts, A: at("b", "أن الجسر"), B: at("b", "لعله"), About: "الجسر", Rule: "opposed"},
		{Kind: corpus.Contradicts, A: at("b", "الجسر يُفتح غداً"), B: at("a", "الجسر يُفتح"), About: "فتح الجسر", Rule: "denied"},
	}
	s := newSite(Input{Dossiers: []corpus.Dossier{d}})
	got := s.disagreements(dossierPath("d"), s.registers["d"])
	if len(got) != 2 {
		t.Fatalf("%d disagreements, want 2: %+v", len(got), got)
	}
	if x := got[0]; x.About != "فتح الجسر" || x.Rule != "denied" || x.RelPermalink != "agreement.html#r-b-2" || string(x.A.Content) != no {
		t.Errorf("the first is %+v", x)
	}
	if x := got[1]; x.Rule != "opposed" || string(x.B.Content) != perhaps {
		t.Errorf("the last is %+v", x)
	}
	if first := s.registers["d"].ledger[corpus.Contradicts][0]; first.id != "r-b-2" {
		t.Errorf("the ledger begins with %s, want r-b-2", first.id)
	}
}
