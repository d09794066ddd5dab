package markdown

import (
	stdcmp "cmp"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark"

	"mojaz/internal/corpus"
)

// sly are texts that try to be a part of a line that quotes a passage.
var sly = []string{
	"«", "»", "«»", "«نص»", "» [¶1](#p1)", "«أ» و«ب»", "أ» [إرم، ¶1](a.md#p1) «ب", ": «", "القاعدة: س", "القاعدة:", "**يخالف**: س", "(2024)", "س (2024-03 – 2025-11)", "()", "(", ")",
	"– 2025", "س:", ": س", "،", "2025-09 (أيلول)", "{#x .pinned}", "خلاف: النهاية", "البداية: 2025", "\\«", "\\", "* «", " *", "a *", "[[محمد]]", "[¶1](#p1)", "¶1", "“س”", "\"س\"", "'س'", "|", "\\|", "a|b", "#", "##", "س #", "- «",
}

func addTold(f *testing.F) {
	for i, s := range append(hostile, sly...) {
		f.Add(s, sly[i%len(sly)], []byte{byte(i), byte(i / 2), byte(i / 3), byte(i / 5)})
		f.Add(sly[i%len(sly)], s, []byte{byte(i / 3), byte(i), byte(i / 5), byte(i / 2)})
	}
}

// tale is what fuzzers make told records of.
type tale struct {
	s, u string
	pick []byte
}

func newTale(s, u string, pick []byte) tale {
	return tale{normalText(s), normalText(u), append(pick, 0, 0, 0, 0)}
}

// any gives one of some values, by the byte i of pick.
func one[T any](t tale, i int, values ...T) T { return values[int(t.pick[i])%len(values)] }

// passages are places with the texts of a tale in them.
func (t tale) passages() []corpus.Passage {
	return []corpus.Passage{
		{Doc: "x", Cite: "p1", Text: t.s}, {Doc: "000-abc", Cite: "a-b", Text: t.u}, {Doc: "x", Cite: "p2", Text: t.u + t.s}, {Doc: "y", Cite: "p", Text: " " + t.s},
	}
}

// outlets calls documents by hostile words.
func (t tale) outlets() Outlets { return Outlets{"x": t.u, "000-abc": t.s} }

// date gives a date, or none.
func (t tale) date(i int) string {
	return one(t, i, "", "2025-09", "2025-09-30", "../2026", "2024/2025", "2026~")
}

func FuzzRelations(f *testing.F) {
	addTold(f)
	f.Fuzz(func(t *testing.T, s, u string, pick []byte) {
		tale := newTale(s, u, pick)
		s, u = tale.s, tale.u
		b := corpus.Briefing{ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Title: "x", Paragraphs: []corpus.Paragraph{{ID: "p1", Role: corpus.RoleBody, Text: "x"}}}
		at := tale.passages()
		for i, kind := range []corpus.RelationKind{corpus.Corroborates, corpus.Contradicts, corpus.Updates, corpus.Elaborates} {
			r := corpus.Relation[corpus.Passage]{Kind: kind, A: at[i/2*2], B: at[(int(tale.pick[1])+i)%4], About: one(tale, 2, "", u, s), Rule: one(tale, 3, "rival-date", "", s)}
			if r, ok := writableRelation(r, b.ID); ok {
				b.Relations = append(b.Relations, r)
			}
		}
		src := tale.outlets().Format(b)
		got, problems := Parse(b.Path, src)
		sameTold(t, src, problems, b, got.Briefing)
		again := tale.outlets().Format(got.Briefing)
		sameTold(t, src, nil, string(src), string(again))
	})
}

func FuzzPhases(f *testing.F) {
	addTold(f)
	f.Fuzz(func(t *testing.T, s, u string, pick []byte) {
		tale := newTale(s, u, pick)
		s, u = tale.s, tale.u
		m := PhaseMap{Dossier: "d", Path: "content/d/phases.md", Title: s + "x", Sections: []corpus.Section{{Title: "رأي", Markdown: "x"}}}
		at := tale.passages()
		for i, id := range []string{"a", "b-2"} {
			p := corpus.Phase[corpus.Passage]{
				ID: id, Label: one(tale, i, s, u, s+u), Start: tale.date(1), End: tale.date(i), StartInferred: tale.pick[2]%2 == 0, EndInferred: tale.pick[3]%2 == 0,
				Kind: one(tale, i, corpus.PhasePast, corpus.PhaseCurrent, corpus.PhasePlanned, corpus.PhaseScenario), Pinned: i == 1,
			}
			if after(p.Start, p.End) {
				p.End = ""
			}
			for j, status := range []corpus.Status{corpus.StatusDone, corpus.StatusOngoing, corpus.StatusPlanned, corpus.StatusExpected, corpus.StatusPostponed, corpus.StatusDenied, ""} {
				p.Evidence = append(p.Evidence, corpus.Stand[corpus.Passage]{At: at[(i+j)%4], Status: status, When: tale.date(j % 4), Speaker: one(tale, j%4, "", s, u)})
			}
			for j, about := range []corpus.DisputeKind{corpus.DisputeStart, corpus.DisputeEnd, corpus.DisputeStatus, corpus.DisputeScope} {
				d := corpus.Dispute[corpus.Passage]{About: about}
				for k := range 3 {
					d.Sides = append(d.Sides, corpus.Side[corpus.Passage]{At: at[(j+k)%4], Value: one(tale, (j+k)%4, s, u, tale.date(k), "done", "2025", "postponed")})
				}
				p.Disputes = append(p.Disputes, d)
			}
			if p, ok := writablePhase(p); ok {
				m.Phases = append(m.Phases, p)
			}
		}
		src := tale.outlets().FormatPhases(m)
		got, problems := ParsePhases(m.Path, src)
		sameTold(t, src, problems, m, got.PhaseMap)
		sameTold(t, src, nil, string(src), string(tale.outlets().FormatPhases(got.PhaseMap)))
	})
}

func FuzzPoints(f *testing.F) {
	addTold(f)
	f.Fuzz(func(t *testing.T, s, u string, pick []byte) {
		tale := newTale(s, u, pick)
		s, u = tale.s, tale.u
		o := corpus.Overview{Dossier: "d", Path: "content/d/index.md", Title: s + "x", AsOf: tale.date(0), Rights: corpus.RightsQuote}
		at := tale.passages()
		for i, kind := range []corpus.PointKind{corpus.PointState, corpus.PointPhase, corpus.PointDispute} {
			p := corpus.KeyPoint[corpus.Passage]{Kind: kind, At: at[(int(tale.pick[0])+i)%4], Support: at[:tale.pick[1]%4], Against: at[tale.pick[2]%4:], Phase: one(tale, 3, "", "a", "b-2", s)}
			if p, ok := writablePoint(p); ok {
				o.Points = append(o.Points, p)
			}
		}
		phases := []corpus.Phase[corpus.Passage]{{ID: "a", Label: u}, {ID: "b-2", Label: s + u}}
		src := tale.outlets().FormatOverview(o, phases...)
		got, problems := ParseOverview(o.Path, src)
		sameTold(t, src, problems, o, got.Overview)
		sameTold(t, src, nil, string(src), string(tale.outlets().FormatOverview(got.Overview, phases...)))
	})
}

func FuzzEntity(f *testing.F) {
	addTold(f)
	f.Fuzz(func(t *testing.T, s, u string, pick []byte) {
		tale := newTale(s, u, pick)
		s, u = tale.s, tale.u
		at := tale.passages()
		e := corpus.Entity[corpus.Passage]{
			ID: one(tale, 0, corpus.EntityID("a-1"), "b"), Name: s, Aliases: []string{u, s + u, "س", u + "س"}, Distinct: []string{s, u},
			Type: one(tale, 1, corpus.TypePerson, corpus.TypeNone, "", corpus.TypeMisc), Line: one(tale, 2, nil, &at[0], &at[1]),
		}
		for i, role := range []string{s, u, "رئيس", s + " (2025)"} {
			e.Tenures = append(e.Tenures, corpus.Tenure[corpus.Passage]{Role: role, First: tale.date(i), Last: tale.date(3 - i), At: at[i]})
		}
		e = writableEntity(e)
		if e.Name == "" {
			e.Name = "س"
			e = writableEntity(e)
		}
		sections := []corpus.Section{{Title: "رأي", Markdown: "x"}}
		src := tale.outlets().FormatEntity(e, sections...)
		got, problems := ParseEntity("content/d/entities/x.md", src)
		sameTold(t, src, problems, e, got.Entity)
		sameTold(t, src, nil, sections, got.Sections)
		sameTold(t, src, nil, string(src), string(tale.outlets().FormatEntity(got.Entity, got.Sections...)))
	})
}

// sameTold expects what was read back to be what was written, without problems.
func sameTold[T any](t *testing.T, src []byte, problems []corpus.Problem, want, got T) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("read back (-want +got):\n%s\nfile:\n%s", d, src)
	}
	if len(problems) > 0 {
		t.Fatalf("what was written has problems: %v\nfile:\n%s", problems, src)
	}
}

// FuzzParseTold reads any bytes as each kind of file: nothing panics, and what
// was read can be written and reads back as itself.
func FuzzParseTold(f *testing.F) {
	for _, s := range append(hostile, sly...) {
		f.Add([]byte("---\nname: x\ntitle: y\n---\n\n## " + s + " {#a}\n\n- البداية: " + s + "\n- النوع: ماضية\n\n| العبارة | الموضع |\n|---|---|\n| " + s + " | [¶1](briefings/x.md#p1) |\n\n### خلاف: النطاق\n\n- " + s + " [¶1](briefings/x.md#p1)\n- س: «" + s + "» [¶1](briefings/x.md#p1)\n"))
		f.Add([]byte("## الصلات\n\n- **يؤكد** " + s + "\n  - «" + s + "» [¶1](#p1)\n  - " + s + " [¶1](x.md#p1)\n\n## المناصب\n\n- " + s + " [¶1](../briefings/x.md#p1)\n- س " + s + ": " + s + " [¶1](../briefings/x.md#p1)\n\n## الخلاصة\n\n- خلاف: " + s + " [¶1](briefings/x.md#p1)\n  - يخالفه: " + s + " [¶1](briefings/x.md#p1)\n"))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if !utf8.Valid(src) || strings.Contains(string(src), "\x00") {
			t.Skip("FuzzParse has such bytes")
		}
		b, _ := Parse("content/d/briefings/x.md", src)
		m, _ := ParsePhases("content/d/phases.md", src)
		o, _ := ParseOverview("content/d/index.md", src)
		e, _ := ParseEntity("content/d/entities/x.md", src)
		out := Format(b.Briefing)
		b2, _ := Parse("content/d/briefings/x.md", out)
		sameTold(t, out, nil, b.Relations, b2.Relations)
		out = FormatPhases(m.PhaseMap)
		m2, _ := ParsePhases("content/d/phases.md", out)
		sameTold(t, out, nil, m.Phases, m2.Phases)
		out = FormatOverview(o.Overview)
		o2, _ := ParseOverview("content/d/index.md", out)
		sameTold(t, out, nil, o.Points, o2.Points)
		out = FormatEntity(e.Entity, e.Sections...)
		e2, _ := ParseEntity("content/d/entities/x.md", out)
		sameTold(t, out, nil, e.Entity, e2.Entity)
		d := DossierFiles{Overview: o, Briefings: []*File{b}, Phases: m, Entities: []*EntityNote{e}}
		CheckDossier(d)
		d.Dossier()
	})
}

// FuzzTeller tells any places of any text in each kind of record, and expects
// nothing to be wrong with the files that are made of them.
func FuzzTeller(f *testing.F) {
	f.Add("نص أول.\nنص ثان\nنص أول.\n\n2500 جندي", []byte{0, 20, 3, 1, 9, 200, 4, 4})
	f.Add("العـــراق\u200f  و\u0633\u0651\u064e\nا\u0653خر ب\u200fن", []byte{1, 3, 5, 7, 9, 11, 13, 15})
	for i, s := range hostile {
		f.Add(s+"\n"+s+" "+s, []byte{byte(i), byte(i / 2), byte(i / 3), 9, 1, 2, 3, 4})
	}
	f.Fuzz(func(t *testing.T, s string, at []byte) {
		doc := linesOf(s)
		var bounds []int
		for i := range doc.Text {
			bounds = append(bounds, i)
		}
		bounds = append(bounds, len(doc.Text))
		var refs []corpus.Ref
		for ; len(at) >= 2; at = at[2:] {
			from := bounds[int(at[0])%len(bounds)]
			refs = append(refs, corpus.Ref{Doc: doc.ID, Span: corpus.Span{Start: from, End: max(from, bounds[int(at[1])%len(bounds)])}})
		}
		if len(refs) == 0 {
			t.Skip("no place")
		}
		teller := NewTeller([]corpus.Document{doc})
		var relations []corpus.Relation[corpus.Ref]
		var stands []corpus.Stand[corpus.Ref]
		for i, r := range refs {
			relations = append(relations, corpus.Relation[corpus.Ref]{Kind: corpus.Updates, A: r, B: refs[i/2]})
			stands = append(stands, corpus.Stand[corpus.Ref]{At: r})
		}
		b := Brief(doc, nil)
		b.Relations = teller.Relations(relations)
		var d DossierFiles
		problems := readTold(&d, b.Path, Format(b))
		m := PhaseMap{Title: "x", Phases: teller.Phases([]corpus.Phase[corpus.Ref]{{ID: "a", Kind: corpus.PhasePast, Evidence: stands}})}
		problems = append(problems, readTold(&d, "content/d/phases.md", FormatPhases(m))...)
		o := corpus.Overview{Title: "x", Points: teller.Points([]corpus.KeyPoint[corpus.Ref]{{Kind: corpus.PointState, At: refs[0], Support: refs, Phase: "a"}}), Briefings: []corpus.BriefingLink{{ID: b.ID}}}
		if len(m.Phases) == 0 {
			o.Points = nil
		}
		problems = append(problems, readTold(&d, "content/d/index.md", FormatOverview(o))...)
		for _, e := range teller.Entities([]corpus.Entity[corpus.Ref]{{ID: "a", Name: "س", Type: corpus.TypePerson, Line: &refs[0]}}) {
			problems = append(problems, readTold(&d, "content/d/entities/س.md", FormatEntity(e))...)
		}
		if problems = append(problems, CheckDossier(d)...); len(problems) > 0 {
			t.Fatalf("what was told of %q has problems: %v", doc.Text, problems)
		}
		told := d.Dossier()
		sameTold(t, nil, nil, b.Relations, told.Briefings[0].Relations)
		sameTold(t, nil, nil, m.Phases, told.Phases)
		sameTold(t, nil, nil, o.Points, told.Overview.Points)
	})
}

func readTold(d *DossierFiles, file string, src []byte) []corpus.Problem {
	_, problems := readInto(d, file, src)
	return problems
}

// FuzzPlainSaying renders a line that quotes a passage by a plain renderer, and
// expects the characters of all its parts.
func FuzzPlainSaying(f *testing.F) {
	addTold(f)
	f.Fuzz(func(t *testing.T, s, u string, pick []byte) {
		tale := newTale(s, u, pick)
		s, u = tale.s, oneLine(tale.u)
		if strings.ContainsAny(s+u, "\u0080\u0085") || s == "" {
			t.Skip("a plain renderer takes these for line ends")
		}
		at := corpus.Passage{Doc: "x", Cite: "p1", Text: s}
		line := (&lineWriter{}).strong("خلاف").mark(": ").head(u).mark(": ").said(shelf{outlets: Outlets{"x": u}, folder: fromIndex}, at).String()
		var out strings.Builder
		if err := goldmark.Convert([]byte("- "+line+"\n"), &out); err != nil {
			t.Fatal(err)
		}
		got := html.UnescapeString(strings.Trim(plainTag.ReplaceAllString(out.String(), ""), "\n"))
		if want := "خلاف: " + u + ": «" + s + "» " + stdcmp.Or(u, "x") + "، ¶1"; got != want {
			t.Fatalf("a plain renderer shows %q, want %q\nline: %q\nhtml: %q", got, want, line, out.String())
		}
	})
}

// plainTag matches what a renderer makes of an item, a link and bold.
var plainTag = regexp.MustCompile(`</?(ul|li|p|strong|a)( href="[^"]*")?>\n?`)
