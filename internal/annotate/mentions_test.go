package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
	"mojaz/internal/clean"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
	"mojaz/internal/segment"
)

// mentionDocument makes a document of a plain text, all of which is kept. A
// line that begins with "# " is a heading, one with "> " a pull quote.
func mentionDocument(text string) corpus.Document {
	src := corpus.Source{Path: "seeds/x/a.txt", Kind: corpus.KindText, Raw: text}
	r := clean.Text(src)
	doc := corpus.Document{Source: src, Text: r.Text, Lines: r.Lines}
	doc.Meta.Published = "2023-05-20"
	for i := range doc.Lines {
		doc.Lines[i].Role = corpus.RoleBody
		for mark, role := range map[string]corpus.Role{"# ": corpus.RoleHeading, "> ": corpus.RolePullQuote, "- ": corpus.RoleBoilerplate} {
			if strings.HasPrefix(doc.Lines[i].Of(doc.Text), mark) {
				doc.Lines[i].Role = role
			}
		}
	}
	doc.Blocks = segment.Blocks(doc.Text, doc.Lines)
	doc.Dates = annotate.Dates(doc)
	return doc
}

// lexiconOf reads lines "TYPE name = alias = alias", the type "-" for none.
func lexiconOf(lines string) (out []corpus.Entry) {
	for line := range strings.Lines(lines) {
		typ, forms, _ := strings.Cut(strings.TrimSpace(line), " ")
		all := strings.Split(forms, " = ")
		out = append(out, corpus.Entry{Name: all[0], Type: corpus.EntityType(strings.Trim(typ, "-")), Aliases: all[1:]})
	}
	return out
}

func TestMentions(t *testing.T) {
	golden.Run(t, "testdata/mentions/*.txtar", func(t *testing.T, c *golden.Case) {
		doc := mentionDocument(c.Input("input"))
		var lexicon []corpus.Entry
		if c.Has("lexicon") {
			lexicon = lexiconOf(c.Input("lexicon"))
		}
		ms := annotate.Mentions(doc, lexicon)
		checkMentions(t, doc, ms)
		c.Check("mentions", writeMentions(doc, ms))
	})
}

// writeMentions writes one mention a line, with name and role where they add to
// the words.
func writeMentions(doc corpus.Document, ms []corpus.Mention) string {
	var b strings.Builder
	for _, m := range ms {
		fmt.Fprintf(&b, "%s %q", m.Type, m.Of(doc.Text))
		if m.Name != m.Of(doc.Text) {
			fmt.Fprintf(&b, " name=%q", m.Name)
		}
		if m.Role != "" {
			fmt.Fprintf(&b, " role=%q", m.Role)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// checkMentions holds mentions to what corpus promises of them.
func checkMentions(t *testing.T, doc corpus.Document, ms []corpus.Mention) {
	t.Helper()
	end, block := 0, 0
	for _, m := range ms {
		if !m.Valid(len(doc.Text)) || m.Empty() || m.Start < end {
			t.Fatalf("mention %+v: want a span after %d", m, end)
		}
		for block < len(doc.Blocks) && doc.Blocks[block].End <= m.Start {
			block++
		}
		if block == len(doc.Blocks) || !doc.Blocks[block].Contains(m.Span) {
			t.Fatalf("mention %q lies in no block", m.Of(doc.Text))
		}
		if m.Type == "" || m.Name == "" || m.Rule == "" {
			t.Errorf("mention %q = %+v, want a type, a name and a rule", m.Of(doc.Text), m)
		}
		end = m.End
	}
}

func FuzzMentions(f *testing.F) {
	for _, s := range []string{
		"قال رئيس الوزراء محمد شياع السوداني للتحالف الدولي في بغداد/المسلة: نعم.",
		"وزير الدفاع، علي حسن، (ناتو) F-16 قواعد أ في ب، وج قرب د",
		"الحرب بين إسرائيل وإيران على قطاع غزة، حلف شمال الأطلسي (ناتو)",
		"لـ\"العربي الجديد\" \" « الرئيس الرئيس آل الشيخ للللجنة ـــ", "14 تموز\nو و", "وَللّجنةِ العليا المشتركة",
	} {
		f.Add(s, "حزب")
	}
	f.Fuzz(func(t *testing.T, s, name string) {
		doc := mentionDocument(s)
		lexicon := []corpus.Entry{{Name: name, Type: corpus.TypeOrganisation, Aliases: []string{"14 تموز"}}, {Name: "الشيخ"}}
		ms := annotate.Mentions(doc, lexicon)
		checkMentions(t, doc, ms)
		if diff := cmp.Diff(ms, annotate.Mentions(doc, lexicon)); diff != "" {
			t.Errorf("Mentions differs from itself:\n%s", diff)
		}
	})
}

// TestMentionsRepeated would not end in time if reading looked far ahead or
// back for every word.
func TestMentionsRepeated(t *testing.T) {
	lexicon := []corpus.Entry{{Name: "حزب " + strings.Repeat("حزب ", 50), Type: corpus.TypeOrganisation}}
	for _, mark := range []string{
		"وزير ", "محمد ", "حزب شؤون ", "لـ\"", "الرئيس السوداني ", "قواعد بغداد في ", "، ", "بغداد/",
		"والد الطفلة، سمير، ", "سالم الكعبي رئيس قسم ", "المستشفى الجامعي محمد علي ", "مدير مستشفى محمد علي سالم ", "قوة الردع الخاصة بسوسة ", "عبد المهدي ",
		"ولد أعمر ", "جبهة تحرير شبكة أطباء ", "بعثة الأمم المتحدة لمراقبة وقف ", "المدار نت ", "بغداد (ا) - ", "مدينة حاجب الزيتون ", "صندوق النقد الصندوق ",
	} {
		doc := mentionDocument(strings.Repeat(mark, times))
		checkMentions(t, doc, annotate.Mentions(doc, lexicon))
	}
}
