package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

func TestClaims(t *testing.T) {
	golden.Run(t, "testdata/claims/*.txtar", func(t *testing.T, c *golden.Case) {
		doc := figureDocument(c.Input("input"), "2025-06-19")
		doc.Figures = annotate.Figures(doc)
		c.Check("claims", writeClaims(doc, annotate.Claims(doc)))
	})
}

// TestClaimsProclaimed checks that what opens an announcement is claimed, however much
// stands between the verb and it. Statements are read first: they know where it opens.
func TestClaimsProclaimed(t *testing.T) {
	for text, want := range map[string]string{
		"أعلن رئيس الهيئة، خلال ندوة صحفية، اليوم الثلاثاء، عن استقالته من الهيئة.": "resign done",
		"أعلنت الوزارة، في بلاغ لها، عن إغلاق الميناء.":                             "close planned",
	} {
		doc := figureDocument(text, "2025-06-19")
		doc.Statements = annotate.Statements(doc)
		if got := writeClaims(doc, annotate.Claims(doc)); !strings.Contains(got, want+" asserts announced") {
			t.Errorf("%s: claims\n%swithout %q", text, got, want)
		}
	}
}

// writeClaims writes one claim a line: event, status, polarity, rule, dates,
// figures, phase, trigger; and below the clause.
func writeClaims(doc corpus.Document, cs []corpus.Claim) string {
	var b strings.Builder
	for _, c := range cs {
		fmt.Fprintf(&b, "%s %s %s %s", c.Event, c.Status, c.Polarity, c.Rule)
		for _, i := range c.Dates {
			fmt.Fprintf(&b, " %s:%s", doc.Dates[i].Rel, doc.Dates[i].Value)
		}
		for _, i := range c.Figures {
			fmt.Fprintf(&b, " n=%g", doc.Figures[i].Min)
		}
		if c.Phase != "" {
			fmt.Fprintf(&b, " phase=%q", c.Phase)
		}
		fmt.Fprintf(&b, " %q\n\t%q\n", c.Trigger.Of(doc.Text), c.Of(doc.Text))
	}
	return b.String()
}

func TestClaimsRefer(t *testing.T) {
	doc := figureDocument("قال الوزير إن سالم الكعبي سيزور مدينة تدمر. وغادر فريق البلدة.", "2025")
	mention := func(s string) corpus.Span {
		at := strings.Index(doc.Text, s)
		return corpus.Span{Start: at, End: at + len(s)}
	}
	doc.Mentions = []corpus.Mention{
		{Span: mention("سالم الكعبي"), Type: corpus.TypePerson},
		{Span: mention("تدمر"), Type: corpus.TypeGeopolitical},
		{Span: mention("البلدة"), Type: corpus.TypeGeopolitical},
	}
	doc.Statements = []corpus.Statement{
		{Span: mention("سالم الكعبي سيزور مدينة تدمر"), Polarity: corpus.Denies},
	}
	type refs struct {
		Event     string
		Statement int
		Subjects  []int
		Status    corpus.Status
		Polarity  corpus.Polarity
	}
	want := []refs{
		{"visit", 0, []int{0, 1}, corpus.StatusDenied, corpus.Denies},
		{"leave", -1, []int{2}, corpus.StatusDone, corpus.Asserts},
	}
	var got []refs
	for _, c := range annotate.Claims(doc) {
		got = append(got, refs{c.Event, c.Statement, c.Subjects, c.Status, c.Polarity})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Claims (-want +got):\n%s", diff)
	}
}

func TestClaimsSubjects(t *testing.T) {
	for _, c := range []struct {
		text  string
		names []string // all mentions of the text, in order
		roles map[string]string
		want  []string // the subjects of the first claim
	}{
		{"انسحبت كتيبة الشمال من مدينة تدمر على خلفية أحداث حلب.", []string{"كتيبة الشمال", "تدمر", "حلب"}, nil, []string{"كتيبة الشمال", "تدمر"}},
		{"أعلنت وزارة النقل إنهاء عمل شركة الميناء.", []string{"وزارة النقل", "شركة الميناء"}, nil, []string{"وزارة النقل"}},
		{"غادر رئيس حزب العدل سالم الكعبي مدينة تدمر.", []string{"حزب العدل", "سالم الكعبي", "تدمر"}, map[string]string{"سالم الكعبي": "رئيس حزب العدل"}, []string{"سالم الكعبي", "تدمر"}},
		{"ستستمر المهمة في تدمر حتى ما بعد انتخابات حلب.", []string{"تدمر", "حلب"}, nil, []string{"تدمر"}},
		{"أغلقت السلطات ميناء الشمال وفق قوله لوكالة الساحل.", []string{"ميناء الشمال", "وكالة الساحل"}, nil, []string{"ميناء الشمال"}},
	} {
		doc := figureDocument(c.text, "2025")
		for _, n := range c.names {
			at := strings.Index(doc.Text, n)
			doc.Mentions = append(doc.Mentions, corpus.Mention{Span: corpus.Span{Start: at, End: at + len(n)}, Type: corpus.TypeOrganisation, Role: c.roles[n]})
			if n == "سالم الكعبي" {
				doc.Mentions[len(doc.Mentions)-1].Type = corpus.TypePerson
			}
		}
		claims := annotate.Claims(doc)
		if len(claims) == 0 {
			t.Fatalf("Claims(%q) = none", c.text)
		}
		var got []string
		for _, m := range claims[0].Subjects {
			got = append(got, doc.Mentions[m].Of(doc.Text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("subjects of Claims(%q) (-want +got):\n%s", c.text, diff)
		}
	}
}

// checkClaims holds claims to what corpus promises of them.
func checkClaims(t *testing.T, doc corpus.Document, cs []corpus.Claim) {
	t.Helper()
	start := 0
	for _, c := range cs {
		if !c.Valid(len(doc.Text)) || c.Start < start || !c.Contains(c.Trigger) || c.Trigger.Empty() || !liesInBlock(doc, c.Span) {
			t.Fatalf("claim %+v: want a trigger in a span in one block, not before %d", c, start)
		}
		start = c.Start
		if c.Event == "" || c.Status == "" || c.Polarity == "" || c.Rule == "" || c.Statement != -1 {
			t.Errorf("claim %+v: want event, status, polarity and rule, and no statement", c)
		}
		for _, i := range c.Dates {
			if !c.Contains(doc.Dates[i].Span) {
				t.Errorf("claim %q: date %d is outside", c.Of(doc.Text), i)
			}
		}
		for _, i := range c.Figures {
			if !c.Contains(doc.Figures[i].Span) {
				t.Errorf("claim %q: figure %d is outside", c.Of(doc.Text), i)
			}
		}
	}
}

func FuzzClaims(f *testing.F) {
	for _, s := range []string{
		"بدأ الانسحاب، في شباط الماضي، بعد تأجيل موعد انسحاب 2500 جندي.",
		"من المقرر أن تنتهي المرحلة الأولى في سبتمبر 2025، على أن تستكمل الثانية عام 2026.",
		"نفى الوزير وجود خطة لتمديد المهمة، ولم ينف اللقاء؟\n- استمرار الهجمات\nسيناريوهات\n- تسريع الخروج",
		"ما زال", "أن أن أن", "لن يتم", "والذي الذي بدأ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := figureDocument(s, "2025-06-19")
		doc.Figures = annotate.Figures(doc)
		checkClaims(t, doc, annotate.Claims(doc))
	})
}

// TestClaimsRepeated would not end in time if a clause without end were read
// again for each of its words.
func TestClaimsRepeated(t *testing.T) {
	for _, mark := range []string{
		"بدأ ", "انسحاب ", "تم ", "و", "أن ", "، ", "عدم ", "من المقرر أن تنتهي ", "في ", "المرحلة الأولى ", "التي ", "مستمر ", "- ", "ا", "5 جنود انسحبوا ",
	} {
		doc := linesDocument(strings.Repeat(mark, times), "2025")
		doc.Figures = annotate.Figures(doc)
		checkClaims(t, doc, annotate.Claims(doc))
	}
}
