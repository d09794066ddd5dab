package phase_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
	"mojaz/internal/calendar"
	"mojaz/internal/clean"
	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
	"mojaz/internal/golden"
	"mojaz/internal/phase"
	"mojaz/internal/segment"
)

func TestMap(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		var docs []corpus.Document
		for _, f := range c.Inputs("input/") {
			docs = append(docs, read(strings.TrimPrefix(f.Name, "input/"), string(f.Data)))
		}
		a := affair(docs)
		phases := phase.Map(a)
		check(t, a, phases)
		c.Check("phases", writePhases(phases))
		c.Check("labels", writeLabels(phases))
		c.Check("disputes", writeDisputes(a, phases))

		slices.Reverse(a.Documents)
		if diff := cmp.Diff(phases, phase.Map(a)); diff != "" {
			t.Errorf("Map depends on the order of documents (-in order +reversed):\n%s", diff)
		}
	})
}

// TestMapKeepsNames holds that a new document renames nothing that the map had.
func TestMapKeepsNames(t *testing.T) {
	docs := []corpus.Document{
		read("a", "بدء بناء جسر الميناء\n3 مارس 2021\n\nبدأ بناء جسر الميناء في مارس 2021. وتنتهي المرحلة الأولى من بناء الجسر في يونيو 2022.\n"),
		read("b", "جسر الميناء\n9 أبريل 2021\n\nقالت الوزارة إن المرحلة الأولى من بناء الجسر ستنتهي بحلول يونيو 2022.\n"),
		read("c", "مظاهرة في الميناء\n5 مايو 2021\n\nأغلق محتجون طريق المطار في 4 مايو 2021 احتجاجاً على ارتفاع الأسعار.\n"),
	}
	known := map[string]bool{}
	for _, p := range phase.Map(affair(docs)) {
		known[p.ID] = true
	}
	before := phase.Map(affair(docs[:2]))
	if len(before) < 2 {
		t.Fatalf("Map gives %d phases of two documents, want two or more", len(before))
	}
	for _, p := range before {
		if !known[p.ID] {
			t.Errorf("phase %s is gone with a third document, there are %v", p.ID, known)
		}
	}
}

func FuzzMap(f *testing.F) {
	for _, s := range []string{
		"تبدأ المرحلة الأولى في مايو 2025.", "ما السيناريوهات؟\n\n- عودة\n- ، : -\n", "السيناريوهات:\n-\n",
		"من المقرر افتتاح السد \"في\" مايو (2025", "و التي", "المرحلة", "أعلن 2025",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := affair([]corpus.Document{
			read("a", "عنوان\n3 مارس 2021\n\n"+s),
			read("b", s+"\n\nانتهت المرحلة الأولى في 2021 وتأجل الافتتاح إلى مايو."),
		})
		check(t, a, phase.Map(a))
	})
}

// read reads one document as the program does.
func read(id, raw string) corpus.Document {
	d := corpus.Document{Source: corpus.Source{ID: corpus.DocID(id), Path: id, Kind: corpus.KindText, Raw: raw}}
	t := clean.Text(d.Source)
	d.Text, d.Origin, d.Lines, d.Meta = t.Text, t.Origin, t.Lines, t.Meta
	d.Blocks = segment.Blocks(d.Text, d.Lines)
	d.Dates = annotate.Dates(d)
	d.Mentions = annotate.Mentions(d, nil)
	d.Statements = annotate.Statements(d)
	d.Figures = annotate.Figures(d)
	d.Claims = annotate.Claims(d)
	return d
}

// affair relates documents. One entity is one name, so that the cases do not
// hang on what crossref knows of names.
func affair(docs []corpus.Document) corpus.Affair {
	a := corpus.Affair{Documents: docs}
	byName := map[string]int{}
	var entities []corpus.Entity[corpus.Ref]
	for _, d := range docs {
		if calendar.Compare(d.Meta.Published, a.AsOf) > 0 || a.AsOf == "" {
			a.AsOf = d.Meta.Published
		}
		for i, m := range d.Mentions {
			n, ok := byName[m.Name]
			if !ok {
				n = len(entities)
				byName[m.Name] = n
				entities = append(entities, corpus.Entity[corpus.Ref]{ID: corpus.EntityID(m.Name), Name: m.Name})
			}
			entities[n].Mentions = append(entities[n].Mentions, corpus.MentionRef{Doc: d.ID, Mention: i})
		}
	}
	a.Cast = corpus.NewCast(entities)
	a.Assertions = crossref.Assertions(a)
	a.Relations = crossref.Relations(a)
	return a
}

// check holds phases to what corpus promises of them.
func check(t *testing.T, a corpus.Affair, phases []corpus.Phase[corpus.Ref]) {
	t.Helper()
	ids := map[string]bool{}
	for _, p := range phases {
		if ids[p.ID] || p.ID == "" || strings.Trim(p.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("id %q is taken or not of [a-z0-9-]", p.ID)
		}
		ids[p.ID] = true
		for _, bound := range []string{p.Start, p.End} {
			if bound != "" && !calendar.Valid(bound) {
				t.Errorf("%s: bound %q is no EDTF", p.ID, bound)
			}
		}
		first, _, begins := calendar.Bounds(p.Start)
		if _, last, ends := calendar.Bounds(p.End); begins && ends && last != "" && first > last {
			t.Errorf("%s: starts %s, after its end %s", p.ID, p.Start, p.End)
		}
		if len(p.Evidence) == 0 || p.Label == "" {
			t.Errorf("%s: label %q with %d passages of evidence", p.ID, p.Label, len(p.Evidence))
		}
		if !verbatim(a, p.Label) {
			t.Errorf("%s: label %q stands in no source", p.ID, p.Label)
		}
		for _, d := range p.Disputes {
			if len(d.Sides) < 2 || d.Sides[0].Value == d.Sides[1].Value {
				t.Errorf("%s: dispute about %s with sides %v", p.ID, d.About, d.Sides)
			}
		}
	}
}

// verbatim reports whether words stand in a source.
func verbatim(a corpus.Affair, words string) bool {
	return slices.ContainsFunc(a.Documents, func(d corpus.Document) bool {
		return strings.Contains(strings.Join(strings.Fields(d.Text), " "), words)
	})
}

// words gives the words of a place.
func words(a corpus.Affair, r corpus.Ref) string {
	for _, d := range a.Documents {
		if d.ID == r.Doc {
			return r.Of(d.Text)
		}
	}
	return ""
}

// writePhases writes the phases, one a line, and below each its evidence.
func writePhases(phases []corpus.Phase[corpus.Ref]) string {
	var b strings.Builder
	inferred := map[bool]string{true: "?"}
	for _, p := range phases {
		fmt.Fprintf(&b, "%s%s..%s%s %s %s %q\n", p.Start, inferred[p.StartInferred], p.End, inferred[p.EndInferred], p.Kind, p.Rule, p.Label)
		for _, s := range p.Evidence {
			fmt.Fprintf(&b, "\t%s %s %q %q\n", s.At.Doc, s.Status, s.When, s.Speaker)
		}
	}
	return b.String()
}

// writeLabels writes the phases without their evidence.
func writeLabels(phases []corpus.Phase[corpus.Ref]) string {
	var b strings.Builder
	for _, p := range phases {
		fmt.Fprintf(&b, "%s..%s %s %s %q\n", p.Start, p.End, p.Kind, p.ID, p.Label)
	}
	return b.String()
}

// writeDisputes writes the disputes and their sides.
func writeDisputes(a corpus.Affair, phases []corpus.Phase[corpus.Ref]) string {
	var b strings.Builder
	for _, p := range phases {
		for _, d := range p.Disputes {
			fmt.Fprintf(&b, "%s %q\n", d.About, p.Label)
			for _, s := range d.Sides {
				fmt.Fprintf(&b, "\t%s %s %q\n", s.Value, s.At.Doc, words(a, s.At))
			}
		}
	}
	return b.String()
}
