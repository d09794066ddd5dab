package arabic

import (
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Numeral
	}{
		{"واحد", Numeral{Value: 1, Used: 1}},
		{"واحدة فقط", Numeral{Value: 1, Used: 1}},
		{"اثنان", Numeral{Value: 2, Used: 1}},
		{"اثنتين", Numeral{Value: 2, Used: 1}},
		{"ثلاثة أيام", Numeral{Value: 3, Used: 1}},
		{"ثمانٍ", Numeral{Value: 8, Used: 1}},
		{"عَشَرة", Numeral{Value: 10, Used: 1}},
		{"أحد عشر شهراً", Numeral{Value: 11, Used: 2}},
		{"إحدى عشرة سنة", Numeral{Value: 11, Used: 2}},
		{"اثني عشر شهراً", Numeral{Value: 12, Used: 2}},
		{"اثنتا عشرة", Numeral{Value: 12, Used: 2}},
		{"تسعة عشر", Numeral{Value: 19, Used: 2}},
		{"عشرون", Numeral{Value: 20, Used: 1}},
		{"خمسة وعشرين يوماً", Numeral{Value: 25, Used: 2}},
		{"إحدى وعشرين", Numeral{Value: 21, Used: 2}},
		{"خمسة و عشرين يوماً", Numeral{Value: 25, Used: 3}},
		{"مئة", Numeral{Value: 100, Used: 1}},
		{"مائتي ألف", Numeral{Value: 200000, Used: 2}},
		{"ثلاث مئة وخمسون", Numeral{Value: 350, Used: 3}},
		{"ثمانمائة", Numeral{Value: 800, Used: 1}},
		{"تسعمائة", Numeral{Value: 900, Used: 1}},
		{"ألف", Numeral{Value: 1000, Used: 1}},
		{"ألفاً", Numeral{Value: 1000, Used: 1}},
		{"ألفا جندي", Numeral{Value: 2000, Used: 1}},
		{"ألفين وثمانية عشر", Numeral{Value: 2018, Used: 3}},
		{"ألفين وخمسة وعشرين", Numeral{Value: 2025, Used: 3}},
		{"ألف وتسعمائة وثمانية وسبعون", Numeral{Value: 1978, Used: 4}},
		{"خمسة آلاف وثلاثمئة", Numeral{Value: 5300, Used: 3}},
		{"خمسة وعشرون ألفاً وستمئة وسبعة", Numeral{Value: 25607, Used: 5}},
		{"مليونين وثلاثمئة ألف وعشرة", Numeral{Value: 2300010, Used: 4}},
		{"ثلاثة مليارات ومليون", Numeral{Value: 3001000000, Used: 3}},
		// A second number that cannot belong to the first ends it.
		{"خمسة وستة", Numeral{Value: 5, Used: 1}},
		{"ألف ومئة ألف", Numeral{Value: 1000, Used: 1}},
		{"ألف وألفين", Numeral{Value: 1000, Used: 1}},
		{"مئة ومئتان", Numeral{Value: 100, Used: 1}},

		{"الأول", Numeral{Value: 1, Used: 1, Ordinal: true, Definite: true}},
		{"الأولى", Numeral{Value: 1, Used: 1, Ordinal: true, Definite: true}},
		{"الثانية", Numeral{Value: 2, Used: 1, Ordinal: true, Definite: true}},
		{"ثالث", Numeral{Value: 3, Used: 1, Ordinal: true}},
		{"العاشر من", Numeral{Value: 10, Used: 1, Ordinal: true, Definite: true}},
		{"الحادي عشر", Numeral{Value: 11, Used: 2, Ordinal: true, Definite: true}},
		{"الثالثة عشرة", Numeral{Value: 13, Used: 2, Ordinal: true, Definite: true}},
		{"الحادي والعشرين", Numeral{Value: 21, Used: 2, Ordinal: true, Definite: true}},
		{"الخامسة والثلاثون", Numeral{Value: 35, Used: 2, Ordinal: true, Definite: true}},
		{"العشرين", Numeral{Value: 20, Used: 1, Definite: true}},
		{"الخمسة والعشرين", Numeral{Value: 25, Used: 2, Definite: true}},
		{"الخامس وعشرين", Numeral{Value: 5, Used: 1, Ordinal: true, Definite: true}},
	} {
		if got, ok := Number(strings.Fields(c.in)); got != c.want || !ok {
			t.Errorf("Number(%q) = %+v, %v, want %+v", c.in, got, ok, c.want)
		}
	}
}

func TestNumberNone(t *testing.T) {
	for _, in := range []string{"", "آلاف الجنود", "ملايين", "أحد المسؤولين", "الأحد", "إحدى القواعد", "الحادي", "وثلاثة", "قاعدة", "ال", "و"} {
		if got, ok := Number(strings.Fields(in)); ok {
			t.Errorf("Number(%q) = %+v, want none", in, got)
		}
	}
}

// A number uses some of the words, is positive, and is the same when the words
// after it are taken away.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"ألفين وثمانية عشر", "خمسة و عشرين ألف", "الحادي والعشرين", "و و مئة", "مليون ومليون"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Fields(s)
		got, ok := Number(words)
		if !ok {
			return
		}
		if got.Used < 1 || got.Used > len(words) || got.Value < 1 {
			t.Fatalf("Number(%q) = %+v", words, got)
		}
		if again, _ := Number(words[:got.Used]); again != got {
			t.Errorf("Number(%q) = %+v, of its own words %+v", words, got, again)
		}
	})
}
