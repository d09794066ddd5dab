package arabic

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"مُحَمَّد", "محمد"},
		{"أإآٱا", "ااااا"},
		{"ا\u0654 و\u0654 ي\u0654", "ا و ي"},
		{"مسؤولية قائمة إلى", "مسووليه قايمه الي"},
		{"العـــراق", "العراق"},
		{"ك\u200fتا\u200cب\ufeff", "كتاب"},
		{"کتابی", "كتابي"},
		{"٢٠٢٥ ۲۰۲۵ ２０２５", "2025 2025 2025"},
		{"F-16 ÉTÉ İ", "f-16 ete i"},
		{"\ufefb\ufe8e", "لاا"}, // presentation forms
		{"ﷲ", "الله"},
		{"سماء، بدء", "سماء، بدء"},
		{"a\x00b\u00adc\u00a0d", "abc d"},
		{"\xff", "\ufffd"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// Every character folds to something that folds to itself, and the short way
// for Arabic and ASCII agrees with the way through decomposition.
func TestFoldEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.C, unicode.Z) || unicode.In(r, unicode.Han, unicode.Co) {
			continue // not a character yet, or one of very many that are alike
		}
		once := Fold(string(r))
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%+q) = %+q, and again %+q", r, once, twice)
		}
		if long := Fold(norm.NFKD.String(string(r))); long != once {
			t.Errorf("Fold(%+q) = %+q, decomposed first %+q", r, once, long)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"الأُولى", "\u0640\u200f", "e\u0301\u0301", "ﷺ", "\u1100\u0301\u1161", "\xffا", "0\xf5\u017d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and again %q", s, once, twice)
		}
		for _, r := range once {
			if Invisible(r) || unicode.Is(unicode.M, r) {
				t.Errorf("Fold(%q) = %q keeps %U", s, once, r)
			}
		}
	})
}

func TestDigits(t *testing.T) {
	if got, want := Digits("٢٠ ۳۴ ٣٫٥ x9"), "20 34 3٫5 x9"; got != want {
		t.Errorf("Digits = %q, want %q", got, want)
	}
	if got, want := ToArabicDigits("عام 2025"), "عام ٢٠٢٥"; got != want {
		t.Errorf("ToArabicDigits = %q, want %q", got, want)
	}
}

func TestInvisible(t *testing.T) {
	for _, r := range "\u200e\u200f\u061c\u202a\u202e\u2066\u2069\u200b\u200c\u200d\u2060\ufeff\u00ad\x00\x1b\x7f\u0085" {
		if want := r != '\u0085'; Invisible(r) != want { // a line end of old
			t.Errorf("Invisible(%U) = %v, want %v", r, !want, want)
		}
	}
	for _, r := range " \t\n\u00a0\u3000aا\u064b\u0640\u0600\u06dd\ufe0f\ufffd" {
		if Invisible(r) {
			t.Errorf("Invisible(%U) = true, want false", r)
		}
	}
}

// Long repetitions of anything fold, tokenise and slug in linear time.
func TestRepetition(t *testing.T) {
	for _, mark := range []string{"\u0651", "\u0640", "\u200f", "ا", "٣", "3,", "3.", ",", "\u0301", "e\u0301", "ال", "و", "ﷺ", "\"", "«", "ا.", "\xff"} {
		s := strings.Repeat(mark, 50_000)
		Fold(s)
		Slug(s)
		Splits(s)
		coverInk(t, s)
	}
}
