package site

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
)

// TestParts holds that a site made dossier by dossier, of which only the fronts are
// kept, is the one that is made of all at once.
func TestParts(t *testing.T) {
	in := siteOf(t, []string{"title|عنوان", "body|قال علي حسن إن القوات ستنسحب في سبتمبر 2026.", "boilerplate|x"})
	second := siteOf(t, []string{"body|وصل الوفد إلى بغداد.", "body|وعاد."})
	in.Config.BaseURL = "https://example.org/"
	d := second.Dossiers[0]
	d.Overview.Dossier, d.Overview.Title = "e", "آخر"
	d.Briefings = slices.Clone(d.Briefings)
	for i := range d.Briefings {
		b := &d.Briefings[i]
		was := keyOf(b)
		b.Dossier, b.Published = "e", "2025-11-27"
		in.Documents[keyOf(b)], in.Anchors[keyOf(b)] = second.Documents[was], second.Anchors[was]
	}
	in.Dossiers = append(in.Dossiers, d)
	want := map[string]string{}
	for _, p := range Pages(in) {
		want[p.Path] = dump(t, p.Model())
	}
	whole := newSite(in)
	for _, f := range slices.Concat(filesOf(t, in), whole.searchIndex()) {
		want[f.Path] = string(f.Bytes)
	}
	want["annotations"] = string(Annotations(in))
	if diff := cmp.Diff(want, inParts(t, in)); diff != "" {
		t.Errorf("in parts (-whole +parts):\n%s", diff)
	}
	if n := len(slices.Collect(maps.Keys(want))); n < 20 {
		t.Errorf("%d pages and files were compared, want more", n)
	}
}

// inParts makes a site dossier by dossier.
func inParts(t *testing.T, in Input) map[string]string {
	t.Helper()
	got := map[string]string{}
	take := func(pages []Page, files []File, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			got[p.Path] = dump(t, p.Model())
		}
		for _, f := range files {
			got[f.Path] = string(f.Bytes)
		}
	}
	var fronts []Front
	var annotations strings.Builder
	for i := range in.Dossiers {
		one := in
		one.Dossiers = []corpus.Dossier{in.Dossiers[i]}
		p := NewPart(one)
		files, err := p.Files()
		take(p.Pages(), files, err)
		annotations.Write(p.Annotations())
		fronts = append(fronts, recalled(t, p.Fronts()[0]))
	}
	w := NewWhole(in, fronts)
	files, err := w.Files()
	first, last := w.Pages()
	take(slices.Concat(first, last), files, err)
	got["annotations"] = annotations.String()
	return got
}

// recalled gives a front as it comes back when it was kept.
func recalled(t *testing.T, f Front) (out Front) {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(f); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&b).Decode(&out); err != nil {
		t.Fatal(fmt.Errorf("a front cannot be kept: %w", err))
	}
	return out
}
