package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
)

// dossierOf makes a dossier of one briefing that names names, given as "PER:NAME".
func dossierOf(names ...string) *corpus.Dossier {
	b := corpus.Briefing{Dossier: "d"}
	for _, n := range names {
		kind, name, _ := strings.Cut(n, ":")
		b.Names = append(b.Names, corpus.Name{Name: name, Type: corpus.EntityType(kind)})
	}
	return &corpus.Dossier{Briefings: []corpus.Briefing{b}}
}

func TestEntities(t *testing.T) {
	for _, c := range []struct {
		why   string
		names []string
		want  []string
	}{
		{"one name, one id", []string{"PER:قيس المحمداوي", "GPE:أربيل"}, []string{"qis-al-mhmdawi", "arbil"}},
		{"spellings", []string{"GPE:اربيل", "GPE:أربيل", "PER:محمد شيّاع", "PER:مُحمد شياع"}, []string{"arbil", "arbil", "mhmd-shyaa", "mhmd-shyaa"}},
		{"two types", []string{"GPE:عمان", "PER:عمان"}, []string{"aman-gpe", "aman-per"}},
		{"two names that read alike in Latin letters", []string{"PER:سالم", "PER:صالم"}, []string{"salm-per", "salm-per-3b02ef44"}},
		{"an id that another name has of itself", []string{"ORG:salm per", "PER:سالم", "PER:صالم"}, []string{"salm-per", "salm-per-74c647b6", "salm-per-3b02ef44"}},
		{"no Latin letters", []string{"ORG:中国"}, []string{"x-"}},
	} {
		d := dossierOf(c.names...)
		ids := newCast(d).alone
		for i, n := range d.Briefings[0].Names {
			if got := ids[entityOf(n)]; got != c.want[i] && (c.want[i] != "x-" || !strings.HasPrefix(got, "x-")) {
				t.Errorf("%s: id of %q = %q, want %q", c.why, c.names[i], got, c.want[i])
			}
		}
	}
}

// FuzzEntities: an id is one entity's alone, and does not hang on the order in
// which names are met.
func FuzzEntities(f *testing.F) {
	f.Add("PER:سالم\nPER:صالم\nORG:salm per\nGPE:سالم")
	f.Fuzz(func(t *testing.T, text string) {
		names := strings.Split(text, "\n")
		ids, of := newCast(dossierOf(names...)).alone, map[string]entity{}
		for e, id := range ids {
			if other, taken := of[id]; taken || id == "" {
				t.Errorf("%q and %q have the id %q", e, other, id)
			}
			of[id] = e
		}
		for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
			names[i], names[j] = names[j], names[i]
		}
		if diff := cmp.Diff(ids, newCast(dossierOf(names...)).alone, cmp.AllowUnexported(entity{})); diff != "" {
			t.Errorf("another order gives other ids:\n%s", diff)
		}
	})
}

func TestQuantity(t *testing.T) {
	arab, latin := newSite(Input{}), newSite(Input{Config: Config{Digits: "latn"}})
	for _, c := range []struct {
		f           float64
		arab, latin string
	}{
		{0, "٠", "0"},
		{2500, "٢٥٠٠", "2500"},
		{25000, "٢٥٬٠٠٠", "25,000"},
		{1234567.25, "١٬٢٣٤٬٥٦٧٫٢٥", "1,234,567.25"},
		{-3.5, "-٣٫٥", "-3.5"},
		{0.1, "٠٫١", "0.1"},
	} {
		if got := arab.quantity(c.f); got != c.arab {
			t.Errorf("quantity(%v) = %q, want %q", c.f, got, c.arab)
		}
		if got := latin.quantity(c.f); got != c.latin {
			t.Errorf("quantity(%v) = %q, want %q", c.f, got, c.latin)
		}
	}
}
