package crossref_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
	"mojaz/internal/golden"
)

func TestRelations(t *testing.T) {
	golden.Run(t, "testdata/relations/*.txtar", func(t *testing.T, c *golden.Case) {
		var docs []corpus.Document
		for _, f := range c.Inputs("docs/") {
			published, id, _ := strings.Cut(strings.TrimPrefix(f.Name, "docs/"), "_")
			docs = append(docs, relationDocument(id, published, string(f.Data)))
		}
		a := relationAffair(docs)
		found := crossref.Relations(a)
		checkRelations(t, a, found)
		c.Check("relations", writeRelations(a, found))
	})
}

// relationDocument makes a document of which every line with ink is a block, and
// reads all that annotate finds in it.
func relationDocument(id, published, text string) corpus.Document {
	doc := corpus.Document{Source: corpus.Source{ID: corpus.DocID(id)}, Text: text}
	doc.Meta.Published = published
	at := 0
	for line := range strings.Lines(text) {
		b := corpus.Block{Span: corpus.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}, Role: corpus.RoleBody}
		for _, s := range arabic.Sentences(b.Of(text)) {
			b.Sentences = append(b.Sentences, corpus.Span{Start: s.Start, End: s.End}.Shift(at))
		}
		if len(b.Sentences) > 0 {
			doc.Blocks = append(doc.Blocks, b)
		}
		at += len(line)
	}
	doc.Dates = annotate.Dates(doc)
	doc.Mentions = annotate.Mentions(doc, nil)
	doc.Statements = annotate.Statements(doc)
	doc.Figures = annotate.Figures(doc)
	doc.Claims = annotate.Claims(doc)
	return doc
}

// relationAffair relates documents as far as relations need.
func relationAffair(docs []corpus.Document) corpus.Affair {
	a := corpus.Affair{Documents: docs}
	a.Cast = corpus.NewCast(crossref.Entities(a, nil))
	a.Assertions = crossref.Assertions(a)
	return a
}

// checkRelations holds relations to what corpus promises of them.
func checkRelations(t *testing.T, a corpus.Affair, found []corpus.Relation[corpus.Ref]) {
	t.Helper()
	kinds := map[string]corpus.RelationKind{}
	for _, r := range crossref.Rules {
		kinds[r.ID] = r.Kind
	}
	order := map[corpus.DocID]int{}
	for i, d := range a.Documents {
		order[d.ID] = i
	}
	for _, r := range found {
		if kinds[r.Rule] == "" || kinds[r.Rule] != r.Kind {
			t.Errorf("relation %s by rule %q, of which Rules say %q", r.Kind, r.Rule, kinds[r.Rule])
		}
		text, other := a.Documents[order[r.A.Doc]].Text, a.Documents[order[r.B.Doc]].Text
		if r.About == "" || !strings.Contains(text, r.About) && !strings.Contains(other, r.About) {
			t.Errorf("relation about %q: want words of %q or of %q", r.About, r.A.Of(text), r.B.Of(other))
		}
		later := order[r.A.Doc] > order[r.B.Doc] || r.A.Doc == r.B.Doc && r.A.Start > r.B.Start
		if !later && r.Kind != corpus.Elaborates {
			t.Errorf("relation %s: A %v stands before B %v", r.Rule, r.A, r.B)
		}
		for _, at := range []corpus.Ref{r.A, r.B} {
			doc := a.Documents[order[at.Doc]]
			if at.Empty() || !at.Valid(len(doc.Text)) || !inBlock(doc, at.Span) {
				t.Errorf("relation %s: %v is not in one block", r.Rule, at)
			}
		}
	}
	if !slices.IsSortedFunc(found, func(x, y corpus.Relation[corpus.Ref]) int {
		if d := order[x.A.Doc] - order[y.A.Doc]; d != 0 {
			return d
		}
		return x.A.Start - y.A.Start
	}) {
		t.Error("relations are not in order of A")
	}
}

// inBlock reports whether one block of doc holds s.
func inBlock(doc corpus.Document, s corpus.Span) bool {
	return slices.ContainsFunc(doc.Blocks, func(b corpus.Block) bool { return b.Contains(s) })
}

// writeRelations writes a relation as three lines: kind, rule and question; A; B.
func writeRelations(a corpus.Affair, found []corpus.Relation[corpus.Ref]) string {
	texts := map[corpus.DocID]string{}
	for _, d := range a.Documents {
		texts[d.ID] = d.Text
	}
	var b strings.Builder
	for _, r := range found {
		fmt.Fprintf(&b, "%s %s %q\n\t%s %q\n\t%s %q\n", r.Kind, r.Rule, r.About,
			r.A.Doc, r.A.Of(texts[r.A.Doc]), r.B.Doc, r.B.Of(texts[r.B.Doc]))
	}
	return b.String()
}

func TestRelationsTwice(t *testing.T) {
	var docs []corpus.Document
	for i, text := range []string{
		"من المقرر أن تنتهي مهمة البعثة الدولية في مالي بحلول نهاية يونيو 2025. ويبلغ عدد جنود البعثة الدولية نحو 1200 جندي.",
		"أعلنت الحكومة أن مهمة البعثة الدولية في مالي ستنتهي بحلول نهاية يونيو 2025، وأن عدد جنود البعثة الدولية 1200 عنصر.",
		"انتهت مهمة البعثة الدولية في مالي، ولم يبق من جنود البعثة الدولية سوى 40 جنديا.",
	} {
		docs = append(docs, relationDocument(fmt.Sprint("d", i), fmt.Sprintf("2025-0%d-10", i+2), text))
	}
	a := relationAffair(docs)
	first := crossref.Relations(a)
	if len(first) == 0 {
		t.Fatal("Relations found nothing to compare")
	}
	if diff := cmp.Diff(first, crossref.Relations(a)); diff != "" {
		t.Errorf("Relations differ from one run to the next (-first +second):\n%s", diff)
	}
}

func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range crossref.Rules {
		if seen[r.ID] || r.ID == "" || r.Kind == "" || !strings.HasSuffix(r.Says, ".") {
			t.Errorf("rule %+v: want an id of its own, a kind and a sentence", r)
		}
		seen[r.ID] = true
	}
}

// TestRulesFire holds that every rule has a case in which it fires: an interface has
// words for each, and a rule that nothing reaches would be missed by nobody.
func TestRulesFire(t *testing.T) {
	files, err := filepath.Glob("testdata/relations/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	for _, r := range crossref.Rules {
		if !strings.Contains(all.String(), fmt.Sprintf("\n%s %s ", r.Kind, r.ID)) {
			t.Errorf("no case shows rule %q", r.ID)
		}
	}
}

func FuzzRelations(f *testing.F) {
	for _, s := range []string{
		"ستنتهي مهمة البعثة في مالي في يونيو 2024.|نفى الوزير أن مهمة البعثة في مالي ستنتهي في سبتمبر 2024.",
		"يبلغ عدد الجنود (نحو 1200 جندي، بحسب «المصدر.|ويوجد 300 من الجنود) في القاعدة، و\"قال.",
		"تأجيل إغلاق مصنع النسيج|أغلقت الشركة مصنع النسيج\nتأجيل\n،،،:",
		"وزار صفاقس وقابس ومدنين|صفاقس - قابس - مدنين",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		var docs []corpus.Document
		for i, text := range strings.SplitN(s, "|", 3) {
			docs = append(docs, relationDocument(fmt.Sprint("d", i), fmt.Sprintf("2024-0%d-10", i+2), text))
		}
		a := relationAffair(docs)
		checkRelations(t, a, crossref.Relations(a))
	})
}
