package site

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// bundled is an annotation of a bundle.
type bundled struct {
	Context any `json:"@context"`
	Target  struct {
		Source   string
		Selector []struct {
			Start, End            int
			Exact, Prefix, Suffix string
		}
	}
}

// checkBundle asks that every annotation leads to its words in a file of the bundle,
// and gives the files and how many annotations have words.
func checkBundle(t *testing.T, files []File) (byPath map[string]string, placed int) {
	t.Helper()
	byPath = map[string]string{}
	for _, f := range files {
		byPath[f.Path] = string(f.Bytes)
	}
	for line := range strings.Lines(byPath["annotations.jsonl"]) {
		var a bundled
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if len(a.Target.Selector) != 2 {
			continue
		}
		placed++
		u, err := url.Parse(a.Target.Source)
		if err != nil {
			t.Fatal(err)
		}
		text, there := byPath[u.Path]
		if !there {
			t.Errorf("%s is not in the bundle: %s", u.Path, line)
			continue
		}
		all, at, q := []rune(text), a.Target.Selector[0], a.Target.Selector[1]
		want := [3]string{
			string(all[max(0, at.Start-quoteAround):at.Start]), string(all[at.Start:at.End]),
			string(all[at.End:min(len(all), at.End+quoteAround)]),
		}
		if got := [3]string{q.Prefix, q.Exact, q.Suffix}; got != want {
			t.Errorf("%d,%d of %s is %q, the annotation has %q", at.Start, at.End, u.Path, want, got)
		}
	}
	return byPath, placed
}

// checkBundleRights makes bundles of a site whose sources may be quoted, and then
// only linked to.
func checkBundleRights(t *testing.T, in Input) {
	t.Helper()
	for _, rights := range []corpus.Rights{corpus.RightsQuote, corpus.RightsLink} {
		limited := in
		limited.Dossiers = slices.Clone(in.Dossiers)
		d := &limited.Dossiers[0]
		d.Briefings = slices.Clone(d.Briefings)
		for i := range d.Briefings {
			d.Briefings[i].Rights = rights
		}
		files, placed := checkBundle(t, Bundle(Allowed(limited)))
		text := 0
		for name, b := range files {
			if strings.HasPrefix(name, "sources/") {
				text++
				if !strings.ContainsRune(b, shade) || strings.ContainsFunc(b, withheld) {
					t.Errorf("%s, of which only what is cited may be shown: %q", name, b)
				}
			}
		}
		if (text > 0) != (rights == corpus.RightsQuote) || rights == corpus.RightsLink && placed > 0 {
			t.Errorf("%s: %d sources, %d places", rights, text, placed)
		}
	}
}

func TestBundleAddress(t *testing.T) {
	for source, want := range map[string]string{
		"seeds/a/b.txt": "sources/a/b.txt", "seeds/a/b.html": "sources/a/b.html.txt", "seeds/a/x y#?.txt": "sources/a/x%20y%23%3F.txt",
		"seeds/ملف/نص.txt": "sources/%D9%85%D9%84%D9%81/%D9%86%D8%B5.txt", "b.md": "sources/b.md.txt",
	} {
		if got := bundleAddress(source); got != want {
			t.Errorf("bundleAddress(%q) = %q, want %q", source, got, want)
		}
	}
}
