package build

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// TestExplainText explains a text as it is read. {200f} in the input stands for
// the mark of direction, which no file of ours holds. The view names no
// mentions and what rests on them; TestExplainFindings holds their form.
func TestExplainText(t *testing.T) {
	golden.Run(t, "testdata/explain/*.txtar", func(t *testing.T, c *golden.Case) {
		raw := strings.ReplaceAll(c.Input("input.txt"), "{200f}", "\u200f")
		kind := corpus.KindText
		if c.Has("html") {
			kind = corpus.KindHTML
		}
		doc := corpus.Document{Source: corpus.Source{ID: "case", Path: "seeds/d/case.txt", Kind: kind, Encoding: "utf-8", Raw: raw}}
		readOne(&doc, nil)
		only := []string{"meta", "lines", "blocks", "sentences", "dates", "points"}
		for _, view := range []string{"text", "html"} {
			c.Check(view, explained(t, doc, only))
		}
	})
}

func explained(t *testing.T, doc corpus.Document, only []string) string {
	t.Helper()
	var out strings.Builder
	must(t, Explanation{Document: doc}.Write(&out, only))
	return out.String()
}

// spanOf gives the first place of words in a text, so that a document can be
// filled by hand.
func spanOf(t *testing.T, text, words string) corpus.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("no %q in %q", words, text)
	}
	return corpus.Span{Start: i, End: i + len(words)}
}

// filled is a document with one finding of each kind, made by hand.
func filled(t *testing.T) corpus.Document {
	t.Helper()
	text := "قال علي حسن إن نحو 2500 جندي سينسحبون في 2026"
	at := func(words string) corpus.Span { return spanOf(t, text, words) }
	stated := at("نحو 2500 جندي سينسحبون في 2026")
	doc := corpus.Document{
		Source: corpus.Source{ID: "x", Raw: "\ufeff\n" + text},
		Text:   text,
		Origin: corpus.Origin{{Text: 0, Raw: len("\ufeff\n"), N: len(text)}},
	}
	doc.Meta = corpus.Meta{Published: "2025-08", Inferred: true, Evidence: []corpus.Span{at("2026")}}
	doc.Lines = []corpus.Line{{Span: at(text), Role: corpus.RoleBody}}
	doc.Blocks = []corpus.Block{{Span: at(text), Role: corpus.RoleBody, Sentences: []corpus.Span{at(text)}}}
	doc.Dates = []corpus.Date{{Span: at("2026"), Value: "2026", Timex: corpus.TimexDate, Rel: corpus.RelIn, Rule: "bare-year"}}
	doc.Mentions = []corpus.Mention{{Span: at("علي حسن"), Type: corpus.TypePerson, Name: "علي حسن", Role: "وزير", Rule: "lexicon"}}
	doc.Statements = []corpus.Statement{{
		Span: stated, Verb: at("قال"), Speaker: at("علي حسن"), SpeakerName: "علي حسن", SpeakerKind: corpus.SpeakerNamed,
		ReportedBy: "وكالة", Mode: corpus.ModeIndirect, Polarity: corpus.Asserts, Rule: "passed on",
	}}
	doc.Figures = []corpus.Figure{
		{Span: at("نحو 2500 جندي"), Min: 2500, Max: 2500, Bound: corpus.BoundAbout, Unit: "جندي", What: "جندي", AsOf: "2025", Rule: "digits"},
		{Span: at("2026"), Min: 1.5, Max: 2, Scope: "هنا"},
	}
	doc.Claims = []corpus.Claim{
		{
			Span: stated, Event: "withdraw", Trigger: at("سينسحبون"), Subjects: []int{0}, Dates: []int{0}, Figures: []int{0, 1},
			Status: corpus.StatusPlanned, Polarity: corpus.Asserts, Phase: "المرحلة الأولى", Rule: "verb",
		},
		{Span: at("سينسحبون"), Event: "end", Trigger: at("سينسحبون"), Statement: -1},
	}
	doc.Points = []corpus.Point{{Span: at(text)}}
	return doc
}

// TestExplainFindings holds the form of every line. Places are of the raw file,
// in which a byte order mark and an empty line stand before the text.
func TestExplainFindings(t *testing.T) {
	doc := filled(t)
	const stated = `"نحو 2500 جندي سينسحبون في 2026"`
	for only, want := range map[string]string{
		"lines":    `1:1 line dropped "\ufeff"` + "\n" + `2:1 line body "قال علي حسن إن نحو 2500 جندي سينسحبون في 2026"`,
		"blocks":   `2:1 block p1 body sentences=1`,
		"dates":    `2:42 date 2026 in timex=DATE rule=bare-year "2026"`,
		"mentions": `2:5 mention PER rule=lexicon "علي حسن" name="علي حسن" role="وزير"`,
		"statements": `2:16 statement named indirect asserts rule="passed on" verb=2:1 speaker=2:5 ` + stated +
			` verb="قال" speaker="علي حسن" name="علي حسن" reported_by="وكالة"`,
		"figures": `2:16 figure 2500 about asof=2025 rule=digits "نحو 2500 جندي" unit="جندي" what="جندي"` + "\n" +
			`2:42 figure 1.5..2 exact asof=- rule=- "2026" scope="هنا"`,
		"claims": `2:16 claim withdraw planned asserts rule=verb trigger=2:30 statement=2:16 subjects=2:5 dates=2:42 figures=2:16,2:42 ` + stated +
			` trigger="سينسحبون" phase="المرحلة الأولى"` + "\n" +
			`2:30 claim end - - rule=- trigger=2:30 statement=- subjects=- dates=- figures=- "سينسحبون" trigger="سينسحبون"`,
		"points": `2:1 point 1 "قال علي حسن إن نحو 2500 جندي سينسحبون في 2026"`,
	} {
		if got := explained(t, doc, []string{only}); got != want+"\n" {
			t.Errorf("only %s:\n%swant\n%s", only, got, want)
		}
	}
	if got, want := explained(t, doc, []string{"meta"}), `2:42 meta evidence "2026"`; !strings.Contains(got, want) {
		t.Errorf("meta:\n%swant a line %s", got, want)
	}
	const meta, lines, findings = 11, 2, 10
	if got := strings.Count(explained(t, doc, nil), "\n"); got != meta+lines+findings {
		t.Errorf("in all %d lines, want %d", got, meta+lines+findings)
	}
}

func TestQuoted(t *testing.T) {
	for in, want := range map[string]string{
		"نصّ «قول»":              `"نصّ «قول»"`,
		"a\u200fb\u00a0c":        `"a\u200fb\u00a0c"`,
		`a"b\c`:                  `"a\"b\\c"`,
		"a\n\t\x00\x7f":          `"a\n\t\x00\x7f"`,
		"\u3164\U000e0041\u009b": `"\u3164\U000e0041\u009b"`,
	} {
		if got := quoted(in); got != want {
			t.Errorf("quoted(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	long := strings.Repeat("ن", 1000)
	text := "اب\n\n" + long + "ج\nد"
	p := newPlaces(text)
	for at, want := range map[int]string{
		0: "1:1", 2: "1:2", 4: "1:3", 5: "2:1", 6: "3:1", 6 + 2000: "3:1001", 6 + 2002: "3:1002", len(text) - 2: "4:1", len(text): "4:2",
	} {
		if got := p.at(at); got != want {
			t.Errorf("at(%d) = %s, want %s", at, got, want)
		}
	}
	if got := newPlaces("").at(0); got != "1:1" {
		t.Errorf("at(0) of nothing = %s, want 1:1", got)
	}
}

// TestExplainNames asks for documents by every name that they have.
func TestExplainNames(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"s/a/one.txt": "نص أول", "s/b/one.txt": "نص ثان", "s/b/two.txt": "نص ثالث", "s/b/bad.txt": "", "else/x.html": "<p>نص رابع", "else/x.json": "{}",
	} {
		must(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	t.Chdir(dir)
	for name, want := range map[string]string{
		"two":                             "seeds/b/two.txt",
		"a/one":                           "seeds/a/one.txt",
		"seeds/b/one.txt":                 "seeds/b/one.txt",
		"b/one.txt":                       "seeds/b/one.txt",
		"./s/b/one.txt":                   "seeds/b/one.txt",
		filepath.Join(dir, "s/a/one.txt"): "seeds/a/one.txt",
		"else/x.html":                     "else/x.html",
		"one":                             `"one" names several documents; say which:` + "\n  one  seeds/a/one.txt\n  one  seeds/b/one.txt",
		"tow":                             `no document "tow"; did you mean "two"?` + "\nThere are:\n  one  seeds/a/one.txt\n  one  seeds/b/one.txt\n  two  seeds/b/two.txt",
		"s/b/bad.txt":                     "s/b/bad.txt cannot be read as a document (s/b/bad.txt: warning: is empty)",
		"else/x.json":                     `else/x.json cannot be read as a document (else/x.json: note: is not read: ".json" is the ending of no kind of source (known endings: .txt, .md, .markdown, .html, .htm, .xhtml, .mhtml, .mht, .docx, .epub, .pdf))`,
	} {
		found, err := Explain(Options{Seeds: "s"}, name)
		got := found.Document.Path
		if err != nil {
			got = err.Error()
			for _, p := range found.Problems {
				got += " (" + p.String() + ")"
			}
		}
		if got != want {
			t.Errorf("Explain(%q) = %s\nwant %s", name, got, want)
		}
	}
}

func TestExplainUnknownKind(t *testing.T) {
	for kind, want := range map[string]string{
		"date":    `unknown kind "date"; did you mean "dates"?`,
		"gibbery": `unknown kind "gibbery"; kinds are meta, lines, blocks, sentences, dates, mentions, statements, figures, claims, points, entities, assertions, relations, phases, keypoints`,
	} {
		if err := (Explanation{}).Write(io.Discard, []string{"dates", kind}); err == nil || err.Error() != want {
			t.Errorf("Write(%q) = %v, want %s", kind, err, want)
		}
	}
}
