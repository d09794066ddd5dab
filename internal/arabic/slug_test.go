package arabic

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"العراق", "al-araq"},
		{"محمد شياع السوداني", "mhmd-shyaa-al-sudani"},
		{"تقرير ٢٠٢٥ (نهائي).txt", "tqrir-2025-nhai-txt"},
		{"000_6c31", "000-6c31"},
		{"Erem News – ÉTÉ", "erem-news-ete"},
		{"مُحَمَّد", "muhamad"},
		{"CON", "x-con"},
		{"نول nul", "nul-nul"},
		{"com10", "com10"},
		{"", "x-811c9dc5"},
		{"\u200f!؟", "x-432c5bda"},
	} {
		if got := Slug(c.in); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"", "العراق 2025", "-_-", "ÉTÉ", "\u0627\u0644", "日本", "ءءء", "nul", "Com1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Slug(s)
		if got == "" || strings.Trim(got, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("Slug(%q) = %q, want [a-z0-9-]+", s, got)
		}
		if strings.HasPrefix(got, "-") || strings.HasSuffix(got, "-") || strings.Contains(got, "--") {
			t.Errorf("Slug(%q) = %q, want single hyphens between words", s, got)
		}
		if device.MatchString(got) {
			t.Errorf("Slug(%q) = %q, which is a device on Windows", s, got)
		}
	})
}
