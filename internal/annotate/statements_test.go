package annotate_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/annotate"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// statementDoc makes a document of plain text: each line with ink is a block, a
// heading behind "## ", a pull quote behind "> ".
func statementDoc(text string) corpus.Document {
	doc := corpus.Document{Text: text}
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if b := statementBlock(text, corpus.Span{Start: start, End: end}); len(b.Sentences) > 0 {
			doc.Blocks = append(doc.Blocks, b)
		}
		start = end + 1
	}
	return doc
}

func statementBlock(text string, s corpus.Span) corpus.Block {
	b := corpus.Block{Span: s, Role: corpus.RoleBody}
	for mark, role := range map[string]corpus.Role{"## ": corpus.RoleHeading, "> ": corpus.RolePullQuote} {
		if strings.HasPrefix(s.Of(text), mark) {
			b.Start, b.Role = s.Start+len(mark), role
		}
	}
	for _, x := range arabic.Sentences(b.Of(text)) {
		b.Sentences = append(b.Sentences, corpus.Span{Start: x.Start, End: x.End}.Shift(b.Start))
	}
	return b
}

// addMentions marks every place of each name of list, one a line: "PER name =
// full name ; title", the last two if there are any.
func addMentions(doc *corpus.Document, list string) {
	for _, line := range arabic.List(list) {
		kind, rest, _ := strings.Cut(line, " ")
		rest, role, _ := strings.Cut(rest, " ; ")
		name, full, ok := strings.Cut(rest, " = ")
		if !ok {
			full = name
		}
		for at := 0; ; {
			n := strings.Index(doc.Text[at:], name)
			if n < 0 || name == "" {
				break
			}
			s := corpus.Span{Start: at + n, End: at + n + len(name)}
			doc.Mentions = append(doc.Mentions, corpus.Mention{Span: s, Type: corpus.EntityType(kind), Name: full, Role: role})
			at = s.End
		}
	}
	sort.Slice(doc.Mentions, func(i, j int) bool { return doc.Mentions[i].Start < doc.Mentions[j].Start })
}

func TestStatements(t *testing.T) {
	golden.Run(t, "testdata/statements/*.txtar", func(t *testing.T, c *golden.Case) {
		doc := statementDoc(c.Input("input.txt"))
		if c.Has("mentions.txt") {
			addMentions(&doc, c.Input("mentions.txt"))
		}
		got := annotate.Statements(doc)
		checkStatements(t, doc, got)
		c.Check("statements", statementView(doc.Text, got))
		c.Check("speakers", speakerView(doc.Text, got))
	})
}

// statementView is one statement a line, what is ASCII first.
func statementView(text string, list []corpus.Statement) string {
	var b strings.Builder
	for _, s := range list {
		fmt.Fprintf(&b, "%s %s %s %s: %q %q %q\n", s.Rule, s.Mode, s.Polarity, s.SpeakerKind, s.Verb.Of(text), s.SpeakerName, s.Of(text))
	}
	return b.String()
}

// speakerView tells of each statement where its speaker stands and by whom it
// came.
func speakerView(text string, list []corpus.Statement) string {
	var b strings.Builder
	for _, s := range list {
		fmt.Fprintf(&b, "%d: %q %q by %q\n", utf8.RuneCountInString(text[:s.Speaker.Start]), s.Speaker.Of(text), s.SpeakerName, s.ReportedBy)
	}
	return b.String()
}

// checkStatements checks what is true of the statements of any document.
func checkStatements(t *testing.T, doc corpus.Document, list []corpus.Statement) {
	t.Helper()
	end := 0
	for _, s := range list {
		if s.Start < end || s.Empty() || !s.Valid(len(doc.Text)) {
			t.Fatalf("statement %v after %d in %d bytes: overlaps, is empty or out of bounds", s.Span, end, len(doc.Text))
		}
		end = s.End
		inside := func(b corpus.Block) bool { return b.Contains(s.Span) && (s.Verb.Empty() || b.Contains(s.Verb)) }
		if !anyBlock(doc.Blocks, inside) {
			t.Fatalf("statement %v with verb %v: in no block", s.Span, s.Verb)
		}
		for _, span := range []corpus.Span{s.Span, s.Verb, s.Speaker} {
			if !span.Valid(len(doc.Text)) || utf8.ValidString(doc.Text) && !utf8.ValidString(span.Of(doc.Text)) {
				t.Fatalf("span %v: not on rune boundaries", span)
			}
		}
		if author := s.SpeakerKind == corpus.SpeakerAuthor; author != s.Speaker.Empty() || author != (s.SpeakerName == "") {
			t.Fatalf("statement %q: kind %s, speaker %v %q", s.Of(doc.Text), s.SpeakerKind, s.Speaker, s.SpeakerName)
		}
		if s.Mode == "" || s.Polarity == "" || s.Rule == "" {
			t.Fatalf("statement %+v: a field is empty", s)
		}
	}
}

func anyBlock(blocks []corpus.Block, ok func(corpus.Block) bool) bool {
	for _, b := range blocks {
		if ok(b) {
			return true
		}
	}
	return false
}

func FuzzStatements(f *testing.F) {
	for _, s := range []string{
		"وقال السوداني، إن \"الحكومة جادة\"، مبيناً أن الحوار مستمر.",
		"نقلت وكالة \"رويترز\" عن مصدر، قوله إن المحادثات انتهت. وأضاف المصدر: «نعم».",
		"وبحسب الاتفاق، فمن المقرر أن تبدأ\nلم ينكر الوزير وجود، من دون أن يستبعد أن \"تكون\"، وفقا للمسؤول ذاته.",
		"أما فلان، فقال: «\n«لا»، تقول فلانة.\nيُذكر أن\nقال\nقال إن",
		"عزا المدير التأخير إلى المطر، لكن الوفد يقول إنه سجل 37 خرقا، وفق الجيش و12 ألفا وفق الجبهة.\n\"نعم\"، تجيب المسؤولة قبل أن تستدرك: \"لا\".",
		"وأودى بحسب المنظمة بحياة نحو ألف، فيما تقدره مصادر بما بين 2 و3، كما يؤكد المدير.",
		"## وزير: لا\n> لـ\"قال\" ل: \u064f\u0640 ـ و أن",
	} {
		f.Add(s, "قال")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		doc := statementDoc(text)
		checkStatements(t, doc, annotate.Statements(doc))
		if utf8.ValidString(name) && name != "" && !strings.ContainsAny(name, " =\n#") {
			addMentions(&doc, "PER "+name)
			checkStatements(t, doc, annotate.Statements(doc))
		}
	})
}

// TestStatementsLinear repeats what each rule looks for; a rule that looks
// further with each repetition would not end within the time of a test.
func TestStatementsLinear(t *testing.T) {
	for _, s := range []string{
		"\"", "« ", ": ", "، ", "و ", "أن ", "قال ", "، مؤكدا أن ", "، بحسب المصدر ", "وفقا لمصدر ", "على حد قوله ",
		"نقلت عن مصدر قوله ", "التي قالت ", "إعلان ", "رئيس الوزراء محمد علي ", "\"قال الوزير\" قال ", "من دون أن يستبعد أن ",
		"يذكر أن ", "أما ", "جدد ", "، وهو ما ", "مصدر: ", "«لا نعرف شيئا عن هذا»، قال ", "لـ\"قناة\" ", "قال إن علي جاء.\n",
		"ورد ", "كان قال ", "بحسب ما أكدته خالته، ", "، في تصريح ", "، قائلا إن ", "على لسان ", "يشار إلى أن تقرير ", "لوزير الصحة ",
		"غير أن ", "، لكن الوزير قال ", "قدر المجلس العدد ", "اتهم الوزير ", "، وفق الجيش و12 ", "سجلت البعثة ", "، كما يؤكد المدير ", "المسؤولة ", "تقدره مصادر بنحو ",
	} {
		doc := statementDoc(strings.Repeat(s, times))
		list := annotate.Statements(doc)
		checkStatements(t, doc, list[:min(10, len(list))])
	}
}
