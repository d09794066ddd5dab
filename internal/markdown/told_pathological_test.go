package markdown

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// TestPathologicalTold reads what is repeated 10,000 times in each place of the
// files of a dossier.
func TestPathologicalTold(t *testing.T) {
	n := 10_000
	if raced {
		n = 1_000 // the race detector makes each step ten times as long
	}
	marks := []string{
		"«", "»", "«»", ":", "**", "*a ", "[", "]", "[a](", "[¶1](#p1)", "[¶1](b.md#p1) ", "[a](briefings/b.md#p1)", "](b.md#p1)", "(", ")", "()", "–", "،", "{#a}", "{", "|", "| ", "- ", "  - a\n", "### ", "## a {#a}\n", "> ",
		"القاعدة: ", "يخالفه: ", "#", "\\", "&#xab;", "`", "<", "[[", "[[a]]", "\u202e", "a",
	}
	const at = " [¶1](briefings/b.md#p1)"
	for _, m := range marks {
		line := strings.Repeat(m, n)
		if strings.Contains(m, "\n") {
			line = strings.Repeat(m, n/10)
		}
		few := strings.Repeat(m+"\n", n/10)
		Parse("content/d/briefings/b.md", []byte("## الصلات\n\n- **يخالف**: "+line+"\n  - «"+line+"» [¶1](#p1)\n  - "+line+" [¶1](#p1)\n  - القاعدة: "+line+"\n\n"+few))
		ParseOverview("content/d/index.md", []byte("## الخلاصة\n\n- **خلاف**: «"+line+"»"+at+"\n  - "+line+": «x»"+at+"\n  - يخالفه: "+line+at+"\n\n"+few))
		ParsePhases("content/d/phases.md", []byte("## "+line+" {#a}\n\n- البداية: "+line+"\n- "+line+": 2025\n\n| العبارة | الموضع | القائل |\n|---|---|---|\n| "+line+" | [¶1](briefings/b.md#p1) | "+line+" |\n\n### خلاف: "+line+"\n\n- "+line+": «"+line+"»"+at+"\n\n"+few))
		ParseEntity("content/d/entities/a.md", []byte("## التعريف\n\n«"+line+"» [¶1](../briefings/b.md#p1)\n\n## المناصب\n\n- "+line+" ("+line+"): «x» [¶1](../briefings/b.md#p1)\n\n"+few))
		EntityFile(line)
		Find(line, m)
		Find(m, line)
	}
}

// TestManyPassages writes, reads and checks a dossier with 2,000 of each record,
// all with passages of one paragraph, and one where all of them are wrong.
func TestManyPassages(t *testing.T) {
	n := 2_000
	if raced {
		n = 200 // the race detector makes each step ten times as long
	}
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "قال الرجل رقم %d كلاما. ", i)
	}
	b := corpus.Briefing{ID: "b", Dossier: "d", Path: "content/d/briefings/b.md", Title: "x", Paragraphs: []corpus.Paragraph{{ID: "p1", Role: corpus.RoleBody, Text: strings.TrimSpace(text.String())}}}
	said := func(i int) corpus.Passage {
		return corpus.Passage{Doc: "b", Cite: "p1", Text: fmt.Sprintf("رقم %d كلاما", i)}
	}
	m := PhaseMap{Title: "x"}
	o := corpus.Overview{Title: "x", Briefings: []corpus.BriefingLink{{ID: "b"}}}
	e := corpus.Entity[corpus.Passage]{ID: "a", Name: "س", Type: corpus.TypePerson}
	for i := range n {
		at := said(i)
		b.Relations = append(b.Relations, corpus.Relation[corpus.Passage]{Kind: corpus.Updates, A: at, B: at})
		m.Phases = append(m.Phases, corpus.Phase[corpus.Passage]{ID: fmt.Sprintf("a-%d", i), Kind: corpus.PhasePast, Evidence: []corpus.Stand[corpus.Passage]{{At: at}}})
		o.Points = append(o.Points, corpus.KeyPoint[corpus.Passage]{Kind: corpus.PointState, At: at, Phase: m.Phases[i].ID})
		e.Aliases = append(e.Aliases, fmt.Sprintf("س%d", i))
	}
	// Words stand in one place each, so that looking for each from the start would
	// be quadratic.
	for _, wrong := range []bool{false, true} {
		if wrong {
			b.Paragraphs[0].Text = strings.ReplaceAll(b.Paragraphs[0].Text, "رقم", "عدد")
			m.Phases[0].ID, m.Phases[1].ID = "b", "b"
		}
		var d DossierFiles
		for name, src := range map[string][]byte{b.Path: Format(b), "content/d/phases.md": FormatPhases(m), "content/d/index.md": FormatOverview(o), "content/d/entities/س.md": FormatEntity(e)} {
			readTold(&d, name, src)
		}
		problems := CheckDossier(d)
		if (len(problems) > 0) != wrong || len(d.Dossier().Phases) != n {
			t.Errorf("CheckDossier has %d problems and %d phases, want wrong = %v and %d", len(problems), len(d.Dossier().Phases), wrong, n)
		}
	}
}
