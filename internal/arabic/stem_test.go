package arabic

import "testing"

// Spellings of one word have one stem, and short words stay whole.
func TestStem(t *testing.T) {
	for w, want := range map[string]string{
		"والقوات": "قوات", "القوات": "قوات", "للانتخابات": "انتخاب", "انتخابات": "انتخاب", "العراقيه": "عراق", "من": "من", "": "",
	} {
		if got := Stem(w); got != want {
			t.Errorf("Stem(%q) = %q, want %q", w, got, want)
		}
	}
}
