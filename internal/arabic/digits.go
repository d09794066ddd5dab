package arabic

import "strings"

// Digits gives s with Arabic-Indic and Persian digits as ASCII. All else,
// separators included, stays.
func Digits(s string) string { return strings.Map(asciiDigit, s) }

// ToArabicDigits gives s with its ASCII digits as Arabic-Indic ones.
func ToArabicDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r - '0' + ZeroArabic
		}
		return r
	}, s)
}

// asciiDigit gives the ASCII digit of an Arabic or Persian one, and any other
// rune as it is.
func asciiDigit(r rune) rune {
	switch {
	case ZeroArabic <= r && r < ZeroArabic+10:
		return r - ZeroArabic + '0'
	case ZeroFarsi <= r && r < ZeroFarsi+10:
		return r - ZeroFarsi + '0'
	}
	return r
}
