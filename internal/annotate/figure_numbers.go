package annotate

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// figureNumber is a number as a text gives it, before what it counts.
type figureNumber struct {
	first, next int // tokens
	start, end  int // bytes; a particle written to the first word is left out
	min, max    float64
	digits      bool // the first part is in digits, without a scale
	definite    bool // «الثلاثة»
	vague       bool
	scale       float64 // the last scale word's, 1 if there is none
	unit        string  // a sign before or after it: "%", "$"
	spoilt      bool    // part of a name, a time, a result: no quantity
	rule        string
}

// maxNumberWords is how many words are read as one number: «تسعمئة وتسعة
// وتسعون ألفا …» to trillions.
const maxNumberWords = 24

// quantity reads a number or a range of two at token i.
func (r *figureReader) quantity(i int) (n figureNumber, ok bool) {
	n, ok = r.number(i)
	if !ok || n.spoilt {
		return n, ok
	}
	n = r.toRange(n)
	if i > r.floor && r.lex.isSign(r.raw(i-1)) && r.glued(i) && n.unit == "" {
		n.unit, n.start = signUnit(r.raw(i-1)), r.tokens[i-1].Start
	}
	if r.lex.isSign(r.raw(n.next)) && !r.isNumericGlued(n.next+1) {
		n.unit, n.end = signUnit(r.raw(n.next)), r.tokens[n.next].End
		n.next++
	}
	return n, true
}

// isSign reports whether a token is a sign of money or a per cent sign.
func (l *figureLexicon) isSign(raw string) bool {
	switch raw {
	case "%", "٪", "$", "€", "£", "¥", "₪", "₺":
		return true
	}
	return false
}

// signUnit gives the unit of a sign: both per cent signs are one.
func signUnit(raw string) string {
	if raw == "٪" {
		return "%"
	}
	return raw
}

// raw gives the words of token i, "" where there is none or where it is part of
// a date.
func (r *figureReader) raw(i int) string {
	if i < 0 || i >= len(r.tokens) || r.tokens[i].date >= 0 {
		return ""
	}
	return r.tokens[i].raw
}

func (r *figureReader) fold(i int) string {
	if r.raw(i) == "" {
		return ""
	}
	return r.tokens[i].fold
}

func (r *figureReader) isNumericGlued(i int) bool { return r.isNumeric(i) && r.glued(i) }

// toRange joins n with the number behind «إلى», «أو», a dash, or behind «و»
// after «بين», when that is the greater one: «4 إلى 5», «بين 20 و30 ألف». A
// dash between numbers of which the second is not greater spoils both: they are
// a result or a telephone number. After a word of change («ارتفع من 200 إلى
// 300») the two are two figures.
func (r *figureReader) toRange(n figureNumber) figureNumber {
	m, ok := r.rangeEnd(n)
	if !ok {
		return n
	}
	dash := isDash(r.raw(n.next))
	if m.scale > 1 && n.scale == 1 && n.max <= m.max/m.scale {
		n.min *= m.scale
	}
	switch {
	case m.spoilt || dash && (m.max <= n.min || isDash(r.raw(m.next)) && r.isNumeric(m.next+1)):
		n.spoilt, n.next = true, m.next
	case m.max > n.min && m.min >= n.min:
		n.max, n.next, n.end, n.scale, n.rule = m.max, m.next, m.end, m.scale, "range"
		n.digits = n.digits && m.digits
	}
	return n
}

// rangeEnd reads the number that a range beginning with n would end in.
func (r *figureReader) rangeEnd(n figureNumber) (m figureNumber, ok bool) {
	i := n.next
	switch w := r.fold(i); {
	case isDash(w), w == "او":
		return r.number(i + 1)
	case w == "الي":
		if r.changesFrom(n) {
			return m, false
		}
		return r.number(i + 1)
	case w == "و" && r.between(n):
		return r.number(i + 1)
	case strings.HasPrefix(w, "و") && r.between(n):
		return r.number(i)
	}
	return m, false
}

// between reports whether «بين» stands before n.
func (r *figureReader) between(n figureNumber) bool {
	return strings.TrimPrefix(r.fold(n.first-1), "و") == "بين"
}

// changesFrom reports whether n is the number before a change, of which a word stands
// before it in the clause: «خفضها من 400 إلى 300».
func (r *figureReader) changesFrom(n figureNumber) bool {
	if r.fold(n.first-1) != "من" {
		return false
	}
	for j := n.first - 2; j >= max(0, n.first-farChange) && r.tokens[j].clause == r.tokens[n.first].clause; j-- {
		if w := r.fold(j); in(r.lex.changes, w) || in(r.lex.changes, withoutPossessive(w)) {
			return true
		}
	}
	return false
}

// farChange is how many tokens before a number its word of change may stand.
const farChange = 14

func isDash(s string) bool {
	switch s {
	case "-", "–", "—", "\u2212", "\u2011", "\u2010":
		return true
	}
	return false
}

// number reads one number at token i, without what may make it a range.
func (r *figureReader) number(i int) (n figureNumber, ok bool) {
	switch {
	case r.isNumeric(i):
		n = r.inDigits(i)
	case r.isWord(i):
		if n, ok = r.inWords(i); !ok {
			return n, false
		}
	default:
		return n, false
	}
	if !n.spoilt && !n.vague {
		n = r.joined(n)
	}
	return n, true
}

// inDigits reads the digits at token i with a scale word behind them: 2500,
// «200 ألف», «3,5 مليار».
func (r *figureReader) inDigits(i int) figureNumber {
	value, next := r.decimal(i)
	n := figureNumber{
		first: i, next: next, start: r.tokens[i].Start, end: r.tokens[next-1].End,
		min: value, max: value, digits: true, scale: 1, rule: "digits",
	}
	n.spoilt = math.IsInf(value, 0) || r.inName(n) || r.commaDigits(next) || i > 1 && r.isNumeric(i-2) && r.commaDigits(i-1)
	if s, ok := r.lex.scales[r.fold(next)]; ok && s.kind == "scale" {
		n.scale, n.digits = s.min, false
		n.min = math.Round(value*s.min*1000) / 1000 // 4.158 million has no dust behind its units
		n.max = n.min
		n.end, n.next = r.tokens[next].End, next+1
	}
	return n
}

// decimal gives the value of the digits at token i and the token after them. It
// joins what a text sets apart: groups of three behind blanks or several dots
// (15 000, 1.200.000), a decimal part behind a comma (4,5), and one before the ر of
// news agencies, which is written first: «7ر3» is 3.7, «270ر3 مليون» 3.27 million.
func (r *figureReader) decimal(i int) (value float64, next int) {
	s := asciiNumber(r.tokens[i].raw)
	whole := !strings.Contains(s, ".")
	next = i + 1
	switch {
	case whole && len(s) <= 3 && s != "0" && r.isGroup(next):
		for r.isGroup(next) && len(s) <= maxDigits {
			s, next = s+asciiNumber(r.tokens[next].raw), next+1
		}
	case whole && len(s) <= 3 && r.isDotted(next) && r.isDotted(next+2):
		for r.isDotted(next) && len(s) <= maxDigits {
			s, next = s+asciiNumber(r.tokens[next+1].raw), next+2
		}
	case whole && r.commaDigits(next) && (len(r.fold(next+1)) <= 2 || len(s) <= 3):
		s, next = s+"."+asciiNumber(r.tokens[next+1].raw), next+2
	case whole && r.fold(next) == "ر" && r.glued(next) && r.isNumericGlued(next+1):
		s, next = asciiNumber(r.tokens[next+1].raw)+"."+s, next+2
	case r.dotGroups(s, next):
		s = strings.Replace(s, ".", "", 1)
	}
	value, err := strconv.ParseFloat(s, 64)
	if err != nil {
		value = math.Inf(1)
	}
	return value, next
}

// commaDigits reports whether a comma stands at token i with digits right before
// and behind it. It is that of a decimal part («4,5», «1,4622»), or one of a list
// without blanks («2015,2016»), of which no number can be taken alone.
func (r *figureReader) commaDigits(i int) bool {
	return isComma(r.raw(i)) && r.glued(i) && r.isNumericGlued(i+1)
}

// asciiNumber gives a numeric token as strconv reads it: without the marks
// between groups, with a dot before the decimal part.
func asciiNumber(raw string) string {
	s := strings.ReplaceAll(arabic.Digits(raw), string(arabic.Decimal), ".")
	return strings.Map(func(c rune) rune {
		if '0' <= c && c <= '9' || c == '.' {
			return c
		}
		return -1
	}, s)
}

func isComma(s string) bool { return s == "," || s == string(arabic.Comma) }

// maxDigits is how many digits of groups are joined into one number.
const maxDigits = 15

// isGroup reports whether token i is a group of three digits, one blank behind
// the digits before it: the «000» of «15 000».
func (r *figureReader) isGroup(i int) bool {
	if !r.isNumeric(i) || r.glued(i) || len(r.tokens[i].fold) != 3 {
		return false
	}
	return utf8.RuneCountInString(r.text[r.tokens[i-1].End:r.tokens[i].Start]) == 1
}

// isDotted reports whether a dot and a group of three stand at token i: the
// «.200» of 1.200.000.
func (r *figureReader) isDotted(i int) bool {
	return r.isMark(i, ".") && r.glued(i) && r.isNumericGlued(i+1) && len(r.tokens[i+1].fold) == 3
}

// dotGroups reports whether the dot in s, of a number that ends before token
// next, parts thousands: 2.500 is two and a half of what is measured, and two
// thousand five hundred of what is counted.
func (r *figureReader) dotGroups(s string, next int) bool {
	whole, part, ok := strings.Cut(s, ".")
	if !ok || len(part) != 3 || len(whole) > 3 || whole == "0" {
		return false
	}
	if part == "000" {
		return true
	}
	u, known := r.lex.unit(r.fold(next))
	_, scaled := r.lex.scales[r.fold(next)]
	return known && u.kind == "count" && !scaled
}

// inName reports whether the digits of n are part of a name, a time or another
// expression: F-16, 5G, 12:30, 3/4, 016.
func (r *figureReader) inName(n figureNumber) bool {
	s := asciiNumber(r.tokens[n.first].raw)
	if len(s) > 1 && s[0] == '0' && s[1] != '.' {
		return true
	}
	if r.glued(n.first) {
		switch p := r.tokens[n.first-1]; {
		case p.kind == arabic.Word && (isLatin(p.raw) || utf8.RuneCountInString(p.fold) > 3):
			return true
		case p.kind == arabic.Punct && strings.Contains("+#/:_=@.", p.raw):
			return true
		case isDash(p.raw) && r.glued(n.first-1) && !r.isNumeric(n.first-2):
			return true
		}
	}
	if !r.glued(n.next) {
		return false
	}
	after := r.tokens[n.next]
	return after.kind == arabic.Word && isLatin(after.raw) ||
		after.kind == arabic.Punct && strings.Contains("/:_@°", after.raw) && r.isNumeric(n.next+1)
}

func isLatin(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Latin, c)
}

// inWords reads a number in words at token i, with particles written to it or
// not: «ثلاثة», «مئتي ألف», «عشرات الآلاف», «نصف مليون».
func (r *figureReader) inWords(i int) (n figureNumber, ok bool) {
	t := r.tokens[i]
	for _, s := range arabic.Splits(t.raw) {
		prefix := arabic.Fold(s.Prefix)
		if strings.ContainsAny(prefix, string(arabic.Kaf)+string(arabic.Seen)) {
			continue // «كمية» is no hundred
		}
		n = figureNumber{first: i, next: i + 1, start: t.Start + len(s.Prefix), end: t.End, scale: 1}
		if n.definite = strings.HasSuffix(prefix, articleFold); n.definite {
			n.start = t.Start + beforeArticle(t.raw, prefix) // «بالآلاف» holds «الآلاف», and never «آلاف»
		}
		if r.vague(&n, arabic.Fold(s.Rest)) || r.part(&n, arabic.Fold(s.Rest)) || r.cardinal(&n, s.Rest) {
			return n, true
		}
	}
	return n, false
}

// beforeArticle gives how many bytes of a word stand before its article, which is
// the end of prefix, folded.
func beforeArticle(raw, prefix string) int {
	prefix = strings.TrimSuffix(prefix, articleFold)
	for _, s := range arabic.Splits(raw) {
		if arabic.Fold(s.Prefix) == prefix {
			return len(s.Prefix)
		}
	}
	return 0
}

// vague reads a vague number of which the first word is w, and the scale behind
// it.
func (r *figureReader) vague(n *figureNumber, w string) bool {
	v, ok := r.lex.vague[w]
	if !ok {
		return false
	}
	n.min, n.max, n.vague, n.rule = v.min, v.max, true, "vague"
	next := r.fold(n.next)
	if s, ok := r.lex.scales[strings.TrimPrefix(next, articleFold)]; ok && s.kind == "scale" && s.min > v.min {
		n.min, n.max = v.min*s.min, (v.max+1)*s.min-1
		n.end, n.next = r.tokens[n.next].End, n.next+1
	}
	return true
}

// part reads «نصف مليون».
func (r *figureReader) part(n *figureNumber, w string) bool {
	p, ok := r.lex.scales[w]
	s, scaled := r.lex.scales[strings.TrimPrefix(r.fold(n.next), articleFold)]
	if !ok || p.kind != "part" || !scaled || s.kind != "scale" {
		return false
	}
	n.min, n.scale, n.rule = p.min/100*s.min, s.min, "part"
	n.max, n.end, n.next = n.min, r.tokens[n.next].End, n.next+1
	return true
}

// cardinal reads a cardinal of which rest is the first word.
func (r *figureReader) cardinal(n *figureNumber, rest string) bool {
	words := []string{rest}
	for j := n.next; r.isWord(j) && len(words) < maxNumberWords; j++ {
		words = append(words, r.tokens[j].raw)
	}
	num, ok := arabic.Number(words)
	if !ok || num.Ordinal || num.Value < 2 {
		return false
	}
	n.min, n.max, n.rule = float64(num.Value), float64(num.Value), "words"
	n.definite = n.definite || num.Definite
	n.next = n.first + num.Used
	if s := r.lex.scales[r.fold(n.next)]; n.definite && n.max < 1000 && s.kind == "scale" {
		n.min, n.max, n.next = n.min*s.min, n.max*s.min, n.next+1 // «التسعون مليونا»
	}
	n.end = r.tokens[n.next-1].End
	for _, s := range []float64{1e12, 1e9, 1e6, 1e3} {
		if math.Mod(n.min, s) == 0 {
			n.scale = s
			break
		}
	}
	return true
}

// ordinal gives how many words from token i on are one ordinal number, 0 if none.
func (r *figureReader) ordinal(i int) int {
	words := make([]string, 0, 4)
	for j := i; r.isWord(j) && len(words) < cap(words); j++ {
		words = append(words, r.tokens[j].raw)
	}
	if num, ok := arabic.Number(words); ok && num.Ordinal {
		return num.Used
	}
	return 0
}

// joined adds what a scaled number goes on with: «3 ملايين و200 ألف», «مليون
// ونصف المليون».
func (r *figureReader) joined(n figureNumber) figureNumber {
	for n.scale > 1 {
		m, ok := r.rest(n)
		if !ok || m.spoilt || m.vague || m.max >= n.scale {
			break
		}
		n.min, n.max = n.min+m.min, n.max+m.max
		n.next, n.end, n.scale = m.next, m.end, m.scale
	}
	return n
}

// rest reads the part behind و of a number with a scale.
func (r *figureReader) rest(n figureNumber) (m figureNumber, ok bool) {
	i := n.next
	w, and := strings.CutPrefix(r.fold(i), "و")
	switch {
	case n.scale == 1000 && r.isNumeric(i) && len(r.fold(i)) == 3:
		return r.inDigits(i), true // «162 ألف 548 سيارة»
	case !and || r.between(n):
		return m, false
	case w == "" && r.isNumeric(i+1):
		m = r.inDigits(i + 1)
		return m, m.scale > 1 || n.scale == 1000 && !r.yearLike(m)
	case r.lex.scales[w].kind == "part":
		m = figureNumber{next: i + 1, end: r.tokens[i].End, min: r.lex.scales[w].min / 100 * n.scale, scale: 1}
		m.max = m.min
		if s := r.lex.scales[strings.TrimPrefix(r.fold(i+1), articleFold)]; s.kind == "scale" && s.min == n.scale {
			m.end, m.next = r.tokens[i+1].End, i+2
		}
		return m, true
	}
	return m, false
}

// yearLike reports whether n looks like a year and nothing else.
func (r *figureReader) yearLike(n figureNumber) bool {
	return n.digits && n.min == n.max && n.min >= 1800 && n.min <= 2100 && len(r.tokens[n.first].fold) == len("2000") ||
		n.digits && n.rule == "range" && n.min >= 1800 && n.max <= 2100
}
