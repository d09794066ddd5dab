package arabic

import (
	"fmt"
	"strings"
	"testing"
)

func TestSplits(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"نهاية", "+نهاية"},
		{"بنهاية", "+بنهاية ب+نهاية"},
		{"وفبراير", "+وفبراير و+فبراير"},
		{"وكانون", "+وكانون و+كانون وك+انون"},
		{"والعراق", "+والعراق و+العراق وال+عراق"},
		{"وبالتحالف", "+وبالتحالف و+بالتحالف وب+التحالف وبال+تحالف"},
		{"للتحالف", "+للتحالف ل+لتحالف لل+تحالف"},
		{"بـ", "+بـ"},
		{"به", "+به"},
		{"وَالسَّلام", "+وَالسَّلام وَ+السَّلام وَال+سَّلام"},
		{"", "+"},
		{"Iraq", "+Iraq"},
		{"و\xffال", "+و\xffال و+\xffال"},
	} {
		var got []string
		for _, s := range Splits(c.in) {
			if s.Prefix+s.Rest != c.in {
				t.Errorf("Splits(%q): %q + %q is another word", c.in, s.Prefix, s.Rest)
			}
			got = append(got, fmt.Sprintf("%s+%s", s.Prefix, s.Rest))
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("Splits(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestClitics(t *testing.T) {
	if p, r := Clitics("وبالعراق"); p != "وبال" || r != "عراق" {
		t.Errorf(`Clitics("وبالعراق") = %q, %q, want "وبال", "عراق"`, p, r)
	}
}

func FuzzSplits(f *testing.F) {
	f.Add("وبالـ\u0651عراق")
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range Splits(s) {
			if p.Prefix+p.Rest != s {
				t.Errorf("Splits(%q): %q + %q is another word", s, p.Prefix, p.Rest)
			}
		}
	})
}

func TestUnowned(t *testing.T) {
	for _, c := range []struct {
		word, noun string
		owned      bool
	}{
		{"مرحلته", "مرحلة", true},
		{"مرحلتها", "مرحلة", true},
		{"المرحلة", "المرحلة", false},
		{"بيت", "بيت", false},
	} {
		if noun, owned := Unowned(Fold(c.word)); noun != Fold(c.noun) || owned != c.owned {
			t.Errorf("Unowned(%q) = %q, %v, want %q, %v", c.word, noun, owned, Fold(c.noun), c.owned)
		}
	}
}
