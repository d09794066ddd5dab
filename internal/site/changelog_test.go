package site

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"

	"github.com/google/go-cmp/cmp"
)

// news makes a dossier of briefings a, b, c of one paragraph each, published on
// the days given, "" for none, with the lines of readRelated.
func news(t *testing.T, days []string, related ...string) *register {
	t.Helper()
	d := &corpus.Dossier{Overview: corpus.Overview{Dossier: "d"}}
	for i, day := range days {
		d.Briefings = append(d.Briefings, corpus.Briefing{
			ID: corpus.DocID('a' + rune(i)), Dossier: "d", Published: day,
			Paragraphs: []corpus.Paragraph{
				{ID: "p1", Role: corpus.RoleBody, Text: "يبدأ الانسحاب في أيلول"},
				{ID: "p2", Role: corpus.RoleBody, Text: "أُجّل الانسحاب"},
			},
		})
	}
	readRelated(t, d, related)
	return newRegister(d)
}

// told writes a changelog in short: for each edition its date, and for each change
// its kind, its statuses, its passage and what was said before.
func told(all []edition) []string {
	var out []string
	for _, e := range all {
		out = append(out, e.published)
		for _, x := range e.changes {
			line := fmt.Sprintf(" %s %s>%s %s:%s", x.kind, x.from, x.to, x.at.Doc, x.at.Cite)
			for _, b := range x.before {
				line += fmt.Sprintf(" before %s:%s", b.Doc, b.Cite)
			}
			out = append(out, line)
		}
	}
	return out
}

func TestChangelog(t *testing.T) {
	const first, second = ":p1:الانسحاب", ":p2:الانسحاب"
	for _, tt := range []struct {
		name    string
		days    []string
		related []string
		want    []string
	}{
		{"one date has nothing before it", []string{"2025-01-01", "2025-01-01"}, []string{
			"phase|x|الانسحاب|||planned", "stand|x|a" + first + "|planned", "stand|x|b" + first + "|done",
		}, nil},
		{"a phase is new where it is told first, and moves", []string{"2025-01", "2025-02-03", "2025-03-01"}, []string{
			"phase|x|الانسحاب|||past", "stand|x|b" + first + "|planned", "stand|x|c" + first + "|done",
		}, []string{"2025-03-01", " status planned>done c:p1 before b:p1", "2025-02-03", " phase >planned b:p1", "2025-01"}},
		{"what the first date tells is not new", []string{"2025-01-01", "2025-02-01"}, []string{
			"phase|x|الانسحاب|||past", "stand|x|a" + first + "|planned", "stand|x|b" + first + "|expected",
			"phase|y|أخرى|||past", "stand|y|b" + second + "|done",
		}, []string{"2025-02-01", " phase >done b:p2", "2025-01-01"}},
		{"hindsight moves nothing", []string{"2025-01-01", "2025-02-01", "2025-03-01"}, []string{
			"phase|x|الانسحاب|||past", "stand|x|a" + first + "|done", "stand|x|b" + first + "|planned", "stand|x|c" + first + "|ongoing",
		}, nil},
		{"a delay is a move, a plan after it none", []string{"2025-01-01", "2025-02-01", "2025-03-01"}, []string{
			"phase|x|الانسحاب|||planned", "stand|x|a" + first + "|planned", "stand|x|b" + second + "|postponed", "stand|x|c" + first + "|planned",
		}, []string{"2025-02-01", " status planned>postponed b:p2 before a:p1", "2025-01-01"}},
		{"a dispute opens with its second side", []string{"2025-01-01", "2025-02-01"}, []string{
			"phase|x|الانسحاب|||planned", "stand|x|a" + first + "|planned",
			"side|x|end|b" + second + "|2025-10", "side|x|end|a" + first + "|2025-09",
		}, []string{"2025-02-01", " dispute > b:p2 before a:p1", "2025-01-01"}},
		{"what a dispute tells is not told as a contradiction too", []string{"2025-01-01", "2025-02-01"}, []string{
			"phase|x|الانسحاب|||planned", "side|x|end|a" + first + "|2025-09", "side|x|end|b" + second + "|2025-10",
			"relation|contradicts|b" + second + "|a" + first + "|موعد|rival-date",
		}, []string{"2025-02-01", " dispute > b:p2 before a:p1", "2025-01-01"}},
		{"one passage overtakes two", []string{"2025-01-01", "2025-02-01", "2025-03-01"}, []string{
			"relation|updates|c" + second + "|a" + first + "|موعد|plan-postponed", "relation|updates|c" + second + "|b" + first + "|موعد|plan-postponed",
		}, []string{"2025-03-01", " update > c:p2 before a:p1 before b:p1", "2025-01-01"}},
		{"of one briefing or one date nothing is new", []string{"2025-01-01", "2025-02-01", "2025-02-01"}, []string{
			"relation|contradicts|b" + second + "|b" + first + "|موعد|opposed", "relation|contradicts|c" + second + "|b" + first + "|موعد|opposed",
		}, nil},
		{"without a date: told before all else", []string{"2025-01-01", "", "2025-03-01"}, []string{
			"phase|x|الانسحاب|||past", "stand|x|b" + first + "|planned", "stand|x|c" + first + "|done",
			"relation|updates|c" + second + "|b" + second + "|موعد|plan-done",
		}, []string{"2025-03-01", " status planned>done c:p1 before b:p1", " update > c:p2 before b:p2", "2025-01-01"}},
	} {
		if diff := cmp.Diff(tt.want, told(news(t, tt.days, tt.related...).news)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestChangeKeepsItsName: the id of a change does not hang on the words of its
// phase, and changes with its meaning.
func TestChangeKeepsItsName(t *testing.T) {
	days := []string{"2025-01-01", "2025-02-01"}
	id := func(label, status string) string {
		r := news(t, days, "phase|"+label+"|"+label+"|||past", "stand|"+label+"|a:p1:الانسحاب|planned", "stand|"+label+"|b:p1:الانسحاب|"+status)
		if len(r.news) != 2 || len(r.news[0].changes) != 1 {
			t.Fatalf("%s %s: %v", label, status, told(r.news))
		}
		return r.news[0].changes[0].id
	}
	if id("x", "done") != id("y", "done") {
		t.Error("another label gives another id")
	}
	if id("x", "done") == id("x", "postponed") {
		t.Error("another status gives the same id")
	}
}

// TestChangesDiffer: two phases that one paragraph tells first are two changes.
func TestChangesDiffer(t *testing.T) {
	r := news(t, []string{"2025-01-01", "2025-02-01"},
		"phase|x|س|||past", "stand|x|b:p1:الانسحاب|done", "phase|y|ص|||past", "stand|y|b:p1:يبدأ|done")
	if all := r.news[0].changes; len(all) != 2 || all[0].id == all[1].id {
		t.Errorf("changes %v with the ids %s and %s", told(r.news), all[0].id, all[1].id)
	}
}

// TestChangesStayLight: a page of changes holds few editions, and an edition few
// of its changes, people and sources; what is left out is counted.
func TestChangesStayLight(t *testing.T) {
	d := crowded(300)
	for i := range d.Briefings {
		d.Briefings[i].Published = []string{"2020-01-01", "2020-01-02"}[i%2]
		if i < 60 {
			d.Briefings[i].Published = fmt.Sprintf("2019-%02d-%02d", i/28+1, i%28+1)
		}
		for j := range d.Briefings[i].Relations {
			d.Briefings[i].Relations[j].Kind = corpus.Updates
		}
	}
	pages := 0
	for _, p := range Pages(Input{Dossiers: []corpus.Dossier{*d}}) {
		v, ok := p.Model().(*Changes)
		if !ok {
			continue
		}
		pages++
		if len(v.Editions) > editionsPaged || len(v.Pager) != 7 {
			t.Errorf("%s: %d editions, %d pages", v.Path, len(v.Editions), len(v.Pager))
		}
		for _, e := range v.Editions {
			if len(e.Changes) > changesShown || len(e.Sources) > sourcesNamed {
				t.Errorf("%s %s: %d changes, %d sources", v.Path, e.ID, len(e.Changes), len(e.Sources))
			}
			if e.Date.Value == "2020-01-02" && (e.More.Count+len(e.Changes) < 100 || e.Unnamed.Count+len(e.Sources) != 120) {
				t.Errorf("%s: %d changes and %d more, %d sources and %d more", e.ID, len(e.Changes), e.More.Count, len(e.Sources), e.Unnamed.Count)
			}
		}
	}
	if pages != 7 {
		t.Errorf("%d pages, want 7", pages)
	}
}

// TestAnchorOf: dates that differ get ids that differ and hold nothing that an id
// or the address of one may not.
func TestAnchorOf(t *testing.T) {
	seen := map[string]string{}
	for _, edtf := range []string{"2025", "2025~", "2025?", "2025%", "2025-09", "2025-09/2025-10", "../2025", "2025/..", "202X", "-0300"} {
		id := anchorOf(edtf)
		if strings.ContainsAny(id, " /%#?~.") || seen[id] != "" {
			t.Errorf("anchorOf(%q) = %q, which is no id or that of %q", edtf, id, seen[id])
		}
		seen[id] = edtf
	}
}
