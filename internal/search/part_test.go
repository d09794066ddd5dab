package search

import (
	"bytes"
	"encoding/gob"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// recalled gives parts as they come back when they were kept.
func recalled(t *testing.T, parts []Part) (out []Part) {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(parts); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&b).Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestParts: an index does not depend on how its documents were shared out among
// parts, nor on whether those were kept.
func TestParts(t *testing.T) {
	docs := slices.Concat(documents(), affair(), nastyDocuments(), withParticles(), documents())
	all := ReadAll(docs)
	if len(all) != 1 {
		t.Fatalf("%d parts, want all in one", len(all))
	}
	for _, size := range []int{1, 4, 7} {
		var parts []Part
		for some := range slices.Chunk(docs, size) {
			parts = append(parts, recalled(t, ReadAll(some))...)
		}
		if diff := cmp.Diff(Build(all, Options{}), Build(parts, Options{})); diff != "" {
			t.Errorf("Build of parts of %d documents (-all in one +parts):\n%.2000s", size, diff)
		}
		if diff := cmp.Diff(Terms(all), Terms(parts)); diff != "" {
			t.Errorf("Terms of parts of %d documents (-all in one +parts):\n%.2000s", size, diff)
		}
	}
}

// TestLargeParts: much text is cut into parts between documents, none of which is
// lost.
func TestLargeParts(t *testing.T) {
	d := Document{Title: "عنوان", Paragraphs: []Paragraph{{"p1", strings.Repeat("كلمة ", partBytes/36)}}}
	docs := []Document{d, d, d, d, d, d, d, d, d}
	total := 0
	parts := ReadAll(docs)
	for _, p := range parts {
		total += len(p.Docs)
	}
	if total != len(docs) || len(parts) != 3 {
		t.Errorf("%d documents in %d parts, want %d in 3", total, len(parts), len(docs))
	}
}

// FuzzUnits: what is known of units comes back as it was kept.
func FuzzUnits(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Add("والقوات بالقوات 2,500 A " + strings.Repeat("ا", 300))
	f.Fuzz(func(t *testing.T, s string) {
		r := reader{ids: map[string]int{}}
		r.text(nil, s)
		got := (&Part{Units: joinUnits(r.found)}).units()
		if diff := cmp.Diff(r.found, got, cmp.AllowUnexported(found{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("units of %q (-read +kept):\n%s", s, diff)
		}
	})
}
