package calendar

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// lexeme is a word, a clitic, a number or a mark of the text.
type lexeme struct {
	start, end int // bytes of the text
	kind       arabic.Kind
	text       string // folded
	raw        string // as it stands
	gap        bool   // white space or the beginning of the text comes before it
	stop       bool   // ends a sentence
	numeral    bool   // a number in words can begin with it
	time       bool   // an expression can begin with it
}

// lexer cuts texts. It remembers which words are numbers, because that takes
// longest to tell and words recur.
type lexer struct{ numerals map[string]bool }

// lex cuts text into lexemes. A clitic is cut from a word when the rest is a
// word that dates are made of and the whole is not: «بنهاية» gives ب and نهاية,
// «بعد» stays. A number can only be cut from what it is written to.
func (x *lexer) lex(text string) []lexeme {
	var out []lexeme
	end := 0
	for _, t := range arabic.Tokens(text) {
		raw := t.Of(text)
		first := len(out)
		switch t.Kind {
		case arabic.Word:
			out = x.appendWord(out, raw, t.Start)
		default:
			out = append(out, lexeme{start: t.Start, end: t.End, kind: t.Kind, text: arabic.Fold(raw), raw: raw})
		}
		out[first].gap = end == 0 || strings.IndexFunc(text[end:t.Start], unicode.IsSpace) >= 0
		end = t.End
	}
	for i := range out {
		l := &out[i]
		l.stop = isStop(out, i)
		l.numeral = l.kind == arabic.Word && x.isNumeral(l.text)
		l.time = l.kind == arabic.Numeric || l.numeral || words().vocabulary[l.text]
	}
	return out
}

// isStop reports whether the mark at i ends a sentence: not when it touches
// what follows, as in «31.8».
func isStop(lx []lexeme, i int) bool {
	switch lx[i].text {
	case "!", "?", string(arabic.Question), string(arabic.Semicolon), ";":
		return true
	case ".", string(arabic.Ellipsis):
		return i+1 == len(lx) || lx[i+1].gap || lx[i+1].kind == arabic.Punct
	}
	return false
}

// appendWord appends a word, or its clitics and the rest.
func (x *lexer) appendWord(out []lexeme, raw string, start int) []lexeme {
	text := arabic.Fold(raw)
	whole := lexeme{start: start, end: start + len(raw), kind: arabic.Word, text: text, raw: raw}
	if x.isTimeWord(text) || !strings.ContainsAny(firstLetter(text), "وفبل") {
		return append(out, whole)
	}
	for _, s := range arabic.Splits(raw)[1:] {
		prefix, rest := arabic.Fold(s.Prefix), arabic.Fold(s.Rest)
		if strings.HasSuffix(prefix, "لل") {
			prefix, rest = prefix[:len(prefix)-len("ل")], "ال"+rest
		}
		if strings.ContainsAny(prefix, "كسا") || !x.isTimeWord(rest) {
			continue
		}
		at := start
		for range utf8.RuneCountInString(prefix) {
			n := letterLen(raw[at-start:])
			out = append(out, lexeme{start: at, end: at + n, kind: arabic.Word, text: arabic.Fold(raw[at-start : at-start+n]), raw: raw[at-start : at-start+n]})
			at += n
		}
		whole.start, whole.raw, whole.text = at, raw[at-start:], rest
		if strings.HasPrefix(rest, "ال") && !strings.HasPrefix(arabic.Fold(whole.raw), "ا") {
			whole.raw = rest // the alef that «لل» swallows
		}
		return append(out, whole)
	}
	return append(out, whole)
}

// isTimeWord reports whether dates are made of the folded word.
func (x *lexer) isTimeWord(text string) bool {
	return words().vocabulary[text] || x.isNumeral(text)
}

// numeralHeads are numbers only together with the word behind them: «أحد عشر»,
// «الحادي والعشرين».
var numeralHeads = []string{"احد", "احدي", "اثنا", "اثني", "اثنتا", "اثنتي", "حادي", "الحادي", "حاديه", "الحاديه"}

// isNumeral reports whether a number in words can begin with the folded word.
func (x *lexer) isNumeral(text string) bool {
	known, ok := x.numerals[text]
	if !ok {
		_, known = arabic.Number([]string{text})
		known = known || slices.Contains(numeralHeads, text)
		x.numerals[text] = known
	}
	return known
}

func firstLetter(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// letterLen is the length of the first letter of s with the marks on it.
func letterLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, m := utf8.DecodeRuneInString(s[n:])
		if arabic.Fold(string(r)) != "" {
			break
		}
		n += m
	}
	return n
}

// integer gives the value of a number of plain digits, and how many they are.
func (l lexeme) integer() (n, digits int, ok bool) {
	if l.kind != arabic.Numeric || len(l.text) > 9 {
		return 0, 0, false
	}
	n, err := strconv.Atoi(l.text)
	return n, len(l.text), err == nil
}
