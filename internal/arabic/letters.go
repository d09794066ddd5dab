package arabic

import "unicode"

// Letters and marks that rules speak of by name.
const (
	AlefMadda     = '\u0622'
	AlefHamza     = '\u0623'
	WawHamza      = '\u0624'
	AlefHamzaLow  = '\u0625'
	YehHamza      = '\u0626'
	Alef          = '\u0627'
	Beh           = '\u0628'
	TehMarbuta    = '\u0629'
	Seen          = '\u0633'
	Feh           = '\u0641'
	Kaf           = '\u0643'
	Lam           = '\u0644'
	Heh           = '\u0647'
	Waw           = '\u0648'
	AlefMaksura   = '\u0649'
	Yeh           = '\u064A'
	Fathatan      = '\u064B'
	AlefWasla     = '\u0671'
	Keheh         = '\u06A9' // Persian kaf
	SwashKaf      = '\u06AA'
	HehDoachashme = '\u06BE'
	HehGoal       = '\u06C1'
	TehMarbutaUr  = '\u06C3' // of heh goal
	FarsiYeh      = '\u06CC'
	YehBarree     = '\u06D2'
	Ae            = '\u06D5'

	Tatweel    = '\u0640'
	Comma      = '\u060C'
	Semicolon  = '\u061B'
	Question   = '\u061F'
	Decimal    = '\u066B'
	Thousands  = '\u066C'
	UrduStop   = '\u06D4'
	Ellipsis   = '\u2026'
	ZeroArabic = '\u0660' // Arabic-Indic digit zero
	ZeroFarsi  = '\u06F0' // extended Arabic-Indic digit zero
)

// Invisible reports whether r leaves no ink and no space: marks of direction,
// joiners, the byte order mark, the soft hyphen, tags, and control characters
// that are not white space. Variation selectors are not among them, because
// they change how the character before them looks.
func Invisible(r rune) bool {
	switch {
	case r < 0x20 || 0x7F <= r && r < 0xA0:
		return !unicode.IsSpace(r)
	case r < 0xA0:
		return false
	case r == '\u034F', r == '\u115F', r == '\u1160', r == '\u17B4', r == '\u17B5', r == '\u3164', r == '\uFFA0':
		return true
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r) // U+0600 to U+0605, U+06DD: drawn
	}
	return false
}

// isMark reports whether r is drawn on the letter before it.
func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// isInk reports whether a reader can see r.
func isInk(r rune) bool {
	if uint32(r) < uint32(len(traits)) {
		return traits[r]&ink != 0
	}
	return !unicode.IsSpace(r) && !Invisible(r)
}

// inWord reports whether r can be a part of a word.
func inWord(r rune) bool {
	if uint32(r) < uint32(len(traits)) {
		return traits[r]&word != 0
	}
	return unicode.IsLetter(r) || isMark(r) || r == Tatweel
}

// What traits tells of a rune.
const (
	ink  = 1 << iota // isInk
	word             // inWord
)

// traits tells of each rune up to the end of the Arabic block, of which nearly
// every text consists, what else is looked for in tables of all scripts.
var traits = func() (table [0x700]uint8) {
	for i := range table {
		r := rune(i)
		if !unicode.IsSpace(r) && !Invisible(r) {
			table[i] |= ink
		}
		if unicode.IsLetter(r) || isMark(r) || r == Tatweel {
			table[i] |= word
		}
	}
	return table
}()

// isDigit reports whether r is a decimal digit of ASCII, Arabic or Persian.
func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || ZeroArabic <= r && r < ZeroArabic+10 || ZeroFarsi <= r && r < ZeroFarsi+10
}
