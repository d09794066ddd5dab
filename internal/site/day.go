package site

import (
	"mojaz/internal/arabic"
	"mojaz/internal/calendar"
)

// Day is a date to be read, of any precision that EDTF has.
type Day struct {
	Value    string // EDTF: "2025-09", "" when there is none
	Datetime string // what the datetime attribute of <time> may hold, else ""
	Text     string // in words: "أيلول/سبتمبر ٢٠٢٥"
}

// day puts an EDTF date in words.
func (s *site) day(edtf string) Day {
	if edtf == "" {
		return Day{}
	}
	return Day{Value: edtf, Datetime: datetime(edtf), Text: s.words(edtf)}
}

// words writes a date in the language of the site's own words: English, or else
// Arabic.
func (s *site) words(edtf string) string {
	if s.in.Config.language() == "en" {
		return s.digits(calendar.English(edtf))
	}
	return calendar.Format(edtf, s.style)
}

// clock writes a time of day, "15:04", in the site's digits.
func (s *site) clock(t string) string { return s.digits(shown(arabic.Digits(t))) }

// datetime gives an EDTF date back if HTML knows its form: a year, a month or a
// day, such as "2025-09-30". Everything else, such as "2026~", gives "".
func datetime(edtf string) string {
	for i, r := range edtf {
		dash := i == 4 || i == 7
		if dash != (r == '-') || !dash && (r < '0' || r > '9') {
			return ""
		}
	}
	if n := len(edtf); n != 4 && n != 7 && n != 10 || edtf[:4] == "0000" {
		return ""
	}
	return edtf
}
