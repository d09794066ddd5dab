package arabic

import (
	"unicode"
	"unicode/utf8"
)

// Kind is what a token is.
type Kind int

// The kinds of token.
const (
	// Word is a run of letters with their marks. Invisible characters and
	// tatweel inside it belong to it.
	Word Kind = iota
	// Numeric is a run of digits of one script or more with its separators:
	// 4,294,967,295 and 3.5 and ٣٫٥ are one token each, 31.8.2025 is five.
	Numeric
	// Punct is one character of any other kind, with the marks on it.
	Punct
)

func (k Kind) String() string { return [...]string{"word", "number", "punct"}[k] }

// Token is a piece of a text: text[Start:End].
type Token struct {
	Start, End int
	Kind       Kind
}

// Of gives the token's words in the text that it was cut from.
func (t Token) Of(text string) string { return text[t.Start:t.End] }

// Tokens cuts s into words, numbers and punctuation, in order. Every visible
// character is in exactly one token; no token begins or ends with a space. A
// number that touches letters is a token of its own: F-16 is three.
func Tokens(s string) []Token {
	out := make([]Token, 0, len(s)/8+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isInk(r) {
			i += n
			continue
		}
		t := Token{Start: i}
		t.Kind, t.End = cut(s, i)
		out = append(out, t)
		i = t.End
	}
	return out
}

// cut gives the kind and the end of the token that begins at i, on ink.
func cut(s string, i int) (Kind, int) {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case isDigit(r):
		return Numeric, numberEnd(s, i)
	case inWord(r):
		return Word, wordEnd(s, i)
	case unicode.IsNumber(r):
		return Numeric, marksEnd(s, i+n)
	}
	return Punct, marksEnd(s, i+n)
}

// wordEnd gives the end of the word that begins at i. Invisible characters
// belong to it only when a letter follows.
func wordEnd(s string, i int) int {
	end := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case inWord(r):
			end = i
		case !Invisible(r):
			return end
		}
	}
	return end
}

// marksEnd skips the marks that stand on the character before i.
func marksEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isMark(r) {
			break
		}
		i += n
	}
	return i
}

// numberEnd gives the end of the number that begins at i: digits, then groups
// of three parted by a thousands mark, then at most one decimal part. Digits
// with two dots are a date or a version and stay apart. Wrong for a list of
// bare numbers without spaces in which the later ones have three digits.
func numberEnd(s string, i int) int {
	end := digitsEnd(s, i)
	if runes := utf8.RuneCountInString(s[i:end]); runes <= 3 {
		end = groupsEnd(s, end)
	}
	after, ok := separated(s, end, isDecimalMark)
	if !ok || afterDecimalMark(s, i) {
		return end
	}
	if _, more := separated(s, after, isDecimalMark); more {
		return end
	}
	return after
}

// groupsEnd skips groups of exactly three digits: ",294,967,295".
func groupsEnd(s string, end int) int {
	for {
		after, ok := separated(s, end, isGroupMark)
		if !ok || utf8.RuneCountInString(s[end:after]) != 4 {
			return end
		}
		end = after
	}
}

// separated reports whether a mark and then a digit stand at i, and where that
// run of digits ends.
func separated(s string, i int, mark func(rune) bool) (end int, ok bool) {
	r, n := utf8.DecodeRuneInString(s[i:])
	if !mark(r) {
		return i, false
	}
	end = digitsEnd(s, i+n)
	return end, end > i+n
}

// afterDecimalMark reports whether the digits at i follow a digit and a decimal
// mark: they are part of a dotted date.
func afterDecimalMark(s string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(s[:i])
	if !isDecimalMark(r) {
		return false
	}
	r, _ = utf8.DecodeLastRuneInString(s[:i-n])
	return isDigit(r)
}

func digitsEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isDigit(r) {
			break
		}
		i += n
	}
	return i
}

func isDecimalMark(r rune) bool { return r == '.' || r == Decimal }

func isGroupMark(r rune) bool { return r == ',' || r == Thousands || r == Comma }
