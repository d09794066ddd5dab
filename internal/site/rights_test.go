package site

import (
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// TestAllowed makes everything of a site whose sources may be quoted, or only
// linked to, and looks for words that must not be there and for words that must.
// Its sections are the site as readSite reads it, "rights" with "ID quote" a line,
// and "hidden" and "shown" with one string a line.
func TestAllowed(t *testing.T) {
	golden.Run(t, "testdata/rights-*.txtar", func(t *testing.T, c *golden.Case) {
		in := readSite(t, c)
		for _, l := range lines(c.Input("rights")) {
			id, level, _ := strings.Cut(l, " ")
			for i := range in.Dossiers[0].Briefings {
				if b := &in.Dossiers[0].Briefings[i]; string(b.ID) == id {
					b.Rights = corpus.Rights(level)
				}
			}
		}
		hidden, seen := lines(c.Input("hidden")), lines(c.Input("shown"))
		before := everything(t, in)
		after := everything(t, Allowed(in))
		for _, words := range append(hidden, seen...) {
			if !strings.Contains(before, words) {
				t.Errorf("%q is not in the whole site: the case tests nothing", words)
			}
		}
		for _, words := range hidden {
			if i := strings.Index(after, words); i >= 0 {
				t.Errorf("%q is shown: …%s…", words, after[max(0, i-200):min(len(after), i+200)])
			}
		}
		for _, words := range seen {
			if !strings.Contains(after, words) {
				t.Errorf("%q is withheld", words)
			}
		}
		if again := everything(t, in); again != before {
			t.Error("Allowed changed its input")
		}
		checkOffsets(t, in, Allowed(in))
		checkBundleRights(t, in)
	})
}

// everything gives all pages and files of a site as one text.
func everything(t *testing.T, in Input) string {
	t.Helper()
	var b strings.Builder
	pages := Pages(in)
	for _, p := range pages {
		b.WriteString(p.Path + " " + dump(t, p.Model()) + "\n")
	}
	for _, f := range filesOf(t, in) {
		b.WriteString(f.Path + " " + string(f.Bytes) + "\n")
	}
	b.Write(Annotations(in))
	for _, f := range Bundle(in) {
		b.WriteString(f.Path + " " + string(f.Bytes) + "\n")
	}
	return b.String()
}

// checkOffsets asks that every annotation still quotes the source as it is.
func checkOffsets(t *testing.T, whole, allowed Input) {
	t.Helper()
	for _, a := range readAnnotations(t, Annotations(allowed)) {
		if len(a.Target.Selector) < 2 {
			continue
		}
		raw, at, quote := []rune(rawOf(whole, a.Target.Source)), a.Target.Selector[0], a.Target.Selector[1].Exact
		if got := string(raw[at.Start:at.End]); got != quote {
			t.Errorf("%s quotes %q, its source has %q", a.ID, quote, got)
		}
	}
}

// TestLimits: what may be shown of a source is its own, or else its dossier's,
// affair; of one that may be shown whole nothing is said.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		dossier, own corpus.Rights
		want         string
	}{
		{"", "", ""},
		{corpus.RightsQuote, "", "quote"},
		{corpus.RightsQuote, corpus.RightsFull, ""},
		{corpus.RightsFull, corpus.RightsLink, "link"},
	} {
		d := corpus.Dossier{Overview: corpus.Overview{Rights: c.dossier}}
		if got := limits(&d, &corpus.Briefing{Rights: c.own}); got != c.want {
			t.Errorf("limits(%q, %q) = %q, want %q", c.dossier, c.own, got, c.want)
		}
	}
}

// Every letter outside what is kept is a mark, and no offset moves.
func FuzzWithhold(f *testing.F) {
	f.Add("نص abc \U0001f600\nسطر", 2, 6)
	f.Add("", 0, 0)
	f.Add("\u001a\u0080\ue000\U000f0000\u001a", 0, 3)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "?")
		keep := corpus.Span{Start: start, End: end}
		if !keep.Valid(len(text)) {
			return
		}
		got := withhold(text, []corpus.Span{keep})
		if len(got) != len(text) || len([]rune(got)) != len([]rune(text)) {
			t.Fatalf("withhold(%q) = %q, of another length", text, got)
		}
		if out := string(newSite(Input{}).html(passage{Text: got, Limited: true})); strings.ContainsFunc(out, withheld) {
			t.Errorf("html(%q) shows a mark: %s", got, out)
		}
		for i, r := range got {
			if inside := keep.Start <= i && i < keep.End; !inside && !withheld(r) && r != '\n' && r != '\r' {
				t.Errorf("withhold(%q, %v) shows %q at %d", text, keep, r, i)
			}
		}
	})
}
