package calendar_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/calendar"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "في 31 آب/أغسطس 2025", "من 3 إلى 5 أيار المقبل", "قبل ثلاث سنوات و21 يوما", "15 رمضان 1446 هـ",
		"النصف الثاني من شهر مارس/آذار الحالي", "2025 / 8 / 19", "نهاية القرن التاسع عشر", "30 شباط 2025", "1 يناير 0000",
		"بعد 9999 سنة", "قبل 9999 قرن", "\xff\xfe 2025", "سَبْتَمْبَرَ\u200f 2024", "للثاني والعشرين من العام ذاته",
	} {
		f.Add(s, "2025-08-19", false)
		f.Add(s, "2024-03", true)
	}
	f.Fuzz(func(t *testing.T, text, day string, loose bool) {
		end := 0
		for _, x := range calendar.Find(text, calendar.Anchor{Day: day, Loose: loose}) {
			switch {
			case x.Start < end || x.End <= x.Start || x.End > len(text):
				t.Fatalf("Find(%q, %q): %+v is out of place behind %d", text, day, x, end)
			case !onRune(text, x.Start) || !onRune(text, x.End):
				t.Fatalf("Find(%q, %q): %+v cuts a character", text, day, x)
			case !calendar.Valid(x.Value):
				t.Fatalf("Find(%q, %q): %+v has no valid value", text, day, x)
			}
			end = x.End
		}
	})
}

// onRune reports whether i is a rune boundary of text.
func onRune(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

// FuzzEDTF holds what Valid accepts to what the other functions say of it.
func FuzzEDTF(f *testing.F) {
	for _, s := range []string{"2025-09-30", "199X", "2024-09-27/2025-09", "../2026~", "P1Y2M", "2025/", "0000", "9999-12-31", "PT0.5H"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, _, bounded := calendar.Bounds(s)
		if valid := calendar.Valid(s); valid != (bounded || valid && strings.HasPrefix(s, "P")) {
			t.Fatalf("Valid(%q) = %v, but Bounds says %v", s, valid, bounded)
		}
		if calendar.Compare(s, s) != 0 {
			t.Fatalf("Compare(%q, itself) is not 0", s)
		}
		if got := calendar.Format(s, calendar.Style{}); !calendar.Valid(s) && got != s {
			t.Fatalf("Format(%q) = %q, want it back", s, got)
		}
	})
}

// Each of these would take minutes if anything looked further than a few words
// back or ahead.
func TestRepetition(t *testing.T) {
	const n = times
	for _, s := range []string{
		"2025", "2025/", "1 ", "و", "من ", "الثاني ", "سبتمبر/", "3 و", "نهاية ", "خلال 2 شهر و", "النصف الأول من ",
		"(", "سيبدأ في سبتمبر ", "من 2014 إلى ", "الثلاثاء و", ".", "عشرين و", "يوم ", "\u200f", "\u0640",
	} {
		text := strings.Repeat(s, n)
		for _, x := range calendar.Find(text, calendar.Anchor{Day: "2025-08-19"}) {
			if !calendar.Valid(x.Value) {
				t.Fatalf("%d × %q: %+v has no valid value", n, s, x)
			}
		}
	}
}
