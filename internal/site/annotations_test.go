package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/golden"
)

// selected is an annotation as a reader of the export sees it.
type selected struct {
	ID     string
	Body   map[string]any
	Target struct {
		Source   string
		Selector []struct {
			Type       string
			Start, End int
			Exact      string
		}
	}
}

// readAnnotations decodes an export, one JSON value a line.
func readAnnotations(t *testing.T, export []byte) []selected {
	t.Helper()
	var out []selected
	for line := range bytes.Lines(export) {
		var a selected
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		out = append(out, a)
	}
	return out
}

// rawOf gives the raw text of the source at a path.
func rawOf(in Input, path string) string {
	for _, doc := range in.Documents {
		if doc.Path == path {
			return doc.Raw
		}
	}
	return ""
}

func TestAnnotations(t *testing.T) {
	golden.Run(t, "testdata/annotations-*.txtar", func(t *testing.T, c *golden.Case) {
		in := readSite(t, c)
		export := Annotations(in)
		c.Check("jsonl", string(export))
		if _, placed := checkBundle(t, Bundle(in)); placed != bytes.Count(export, []byte("TextPositionSelector"))-bytes.Count(export, []byte(`"with":`)) {
			t.Errorf("%d annotations of the bundle have a place", placed)
		}
		var view strings.Builder
		ids := map[string]bool{}
		for _, a := range readAnnotations(t, export) {
			if ids[a.ID] {
				t.Errorf("two annotations have the id %s", a.ID)
			}
			ids[a.ID] = true
			fmt.Fprintf(&view, "%s %v", a.ID, a.Body["type"])
			for _, k := range []string{"role", "value", "timex", "relation", "rank", "published", "publishedInferred", "title",
				"entity", "entityType", "speaker", "verb", "mode", "polarity", "unit", "asOf", "phase", "start", "end", "status"} {
				if v, ok := a.Body[k]; ok {
					fmt.Fprintf(&view, " %s=%v", k, v)
				}
			}
			for _, k := range []string{"name", "speakerName", "what"} {
				if v, ok := a.Body[k]; ok {
					fmt.Fprintf(&view, " %s=%+q", k, v)
				}
			}
			if len(a.Target.Selector) == 2 {
				at, quote := a.Target.Selector[0], a.Target.Selector[1]
				runes := []rune(rawOf(in, a.Target.Source))
				if got := string(runes[at.Start:at.End]); got != quote.Exact {
					t.Errorf("%s: %q stands at %d:%d, not %q", a.ID, got, at.Start, at.End, quote.Exact)
				}
				fmt.Fprintf(&view, " %+q", quote.Exact)
			}
			if with, ok := a.Body["with"].(map[string]any); ok {
				fmt.Fprintf(&view, " with %s", with["source"])
			}
			view.WriteByte('\n')
		}
		c.Check("view", view.String())
		for _, f := range newSite(in).records() {
			c.Check(f.Path, string(f.Bytes))
		}
	})
}

// FuzzAnnotations: whatever the text, each quotation stands at its position.
func FuzzAnnotations(f *testing.F) {
	f.Add("\ufeffقال\u0301 😀\n\nنهاية \u200fالعام")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		ls := strings.Split(text, "\n")
		for i, l := range ls {
			if strings.ContainsAny(l, "\\\"\r\x00") || strings.ContainsFunc(l, func(r rune) bool { return r < ' ' }) {
				return
			}
			if l != "" {
				ls[i] = []string{"body|", "boilerplate|"}[i%2] + l
			}
		}
		in := siteOf(t, ls)
		raw := []rune(in.Documents[Key{"d", "a"}].Raw)
		for _, a := range readAnnotations(t, Annotations(in)) {
			for _, s := range a.Target.Selector {
				if s.Type == "TextPositionSelector" && (s.Start < 0 || s.Start >= s.End || s.End > len(raw)) {
					t.Errorf("%s: position %d:%d in %d code points", a.ID, s.Start, s.End, len(raw))
				}
			}
			if s := a.Target.Selector; len(s) == 2 && utf8.ValidString(s[1].Exact) && string(raw[s[0].Start:s[0].End]) != s[1].Exact {
				t.Errorf("%s: %q is not at %d:%d", a.ID, s[1].Exact, s[0].Start, s[0].End)
			}
		}
	})
}

// TestAnnotationsOf covers a briefing without its source, and one whose place in
// it is not known.
func TestAnnotationsOf(t *testing.T) {
	in := siteOf(t, []string{"body|نص"})
	in.Anchors = nil
	if got := readAnnotations(t, Annotations(in)); len(got) != 1 || got[0].Target.Source != "seeds/d/a.txt" {
		t.Errorf("without an anchor: %v, want the document alone", got)
	}
	in.Documents = nil
	if got := readAnnotations(t, Annotations(in)); len(got) != 1 || got[0].Target.Source != "seeds/d/a.txt" {
		t.Errorf("without a document: %v, want the document alone", got)
	}
}
