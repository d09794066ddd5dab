package arabic

import "testing"

func TestSlug(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"العراق", "al-araq"},
		{"محمد شياع السوداني", "mhmd-shyaa-al-sudani"},
		{"تقرير ٢٠٢٥ (نهائي).txt", "tqrir-2025-nhai-txt"},
		{"000_6c31", "000-6c31"},
		{"Erem News – ÉTÉ", "erem-news-ete"},
		{"مُحَمَّد", "muhamad"},
		{"", "x-811c9dc5"},
		{"\u200f!؟", "x-432c5bda"},
	} {
		if got := Slug(c.in); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
