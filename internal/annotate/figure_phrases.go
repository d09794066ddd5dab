package annotate

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// figureCount is what a number counts: the noun phrase behind it.
type figureCount struct {
	first, next int    // tokens
	start       int    // byte where the phrase begins
	unit        string // as it stands, "%" for any per cent
	kind        string // of figure_units.txt; "share"; "" for a noun that is not listed
	bare        bool   // no noun: the head of the clause says what is counted
	rule        string // how it was found without a noun, "" otherwise
	of          figureSaid
	scale       float64 // by which the number is to be multiplied, if not 0
}

// countedBy gives what n counts. ok is false when n is no figure.
func (r *figureReader) countedBy(n figureNumber) (c figureCount, ok bool) {
	i := n.next
	c = figureCount{first: i, next: i + 1, unit: n.unit}
	if n.unit != "" {
		c.next, c.kind = i, "share"
		return c, true
	}
	if end := r.perCent(i); end > i {
		c.next, c.unit, c.kind = end, "%", "share"
		return c, true
	}
	if !r.isWord(i) {
		return r.countedByHead(n)
	}
	c.unit, c.start = r.raw(i), r.tokens[i].Start
	u, known := r.lex.unit(r.fold(i))
	c.kind = u.kind
	switch definite := strings.HasPrefix(r.fold(i), articleFold); {
	case u.kind == "time", u.kind == "page", u.kind == "point" && n.max <= 12:
		return c, false
	case r.fold(i) == "من":
		return r.partitive(n)
	case r.fold(i) == "الي" && r.changesFrom(n):
		return r.changed(n)
	case isPreposition(r.fold(i)):
		return r.countedByHead(n) // «إلى» is folded as if it had the article
	case definite && !(n.vague || n.scale > 1), known && n.definite && n.min < 100:
		return r.countedByHead(n)
	case known && math.Mod(n.min, 1) != 0 && u.kind == "count":
		return c, false
	case known && (n.digits || n.min > 2 || n.scale > 1), definite:
		return r.adjectives(r.power(c), definite), true
	case r.canBeCounted(n, i):
		return r.adjectives(c, false), true
	}
	return r.countedByHead(n)
}

// changed gives what the number before a change counts: what that behind it does («من 400
// إلى 300 عنصر»), if it says so.
func (r *figureReader) changed(n figureNumber) (c figureCount, ok bool) {
	if m, ok := r.number(n.next + 1); ok && !m.spoilt && r.fold(m.next) != "الي" {
		if c, ok = r.countedBy(m); ok && c.unit != "" {
			return figureCount{first: n.next, next: n.next, unit: c.unit, kind: c.kind, bare: true}, true
		}
	}
	return r.countedByHead(n)
}

// power joins «مكعب» and «مربع» to the unit before them: «متر مكعب».
func (r *figureReader) power(c figureCount) figureCount {
	switch strings.TrimSuffix(r.fold(c.next), "ا") {
	case "مكعب", "مربع", "مكعبه", "مربعه":
		if c.kind == "measure" {
			c.unit += " " + r.raw(c.next)
			c.next++
		}
	}
	return c
}

// perCent gives the token after «%», «في المئة» or «بالمئة» at token i, or i.
func (r *figureReader) perCent(i int) int {
	switch w := r.fold(i); {
	case w == "بالميه" || w == "بالمايه":
		return i + 1
	case w == "في" && (r.fold(i+1) == "الميه" || r.fold(i+1) == "المايه"):
		return i + 2
	}
	return i
}

// partitive reads «من» and what a number is taken from: «خمسة من الجنود».
func (r *figureReader) partitive(n figureNumber) (c figureCount, ok bool) {
	i := n.next + 1
	if c, ok := r.owned(i); ok && n.min == math.Trunc(n.min) && !r.labelled(n) {
		return c, true
	}
	if !r.isWord(i) || n.digits && (r.yearLike(n) || r.isLabel(n)) || n.definite {
		return r.countedByHead(n)
	}
	u, known := r.lex.unit(r.fold(i))
	definite := strings.HasPrefix(r.fold(i), articleFold)
	if u.kind == "time" || u.kind == "point" || u.kind == "page" || r.lex.stops[r.fold(i)] ||
		known && definite && u.singular || !known && !(definite && (n.vague || !n.digits)) || n.min != math.Trunc(n.min) {
		return r.countedByHead(n)
	}
	c = figureCount{first: i, next: i + 1, start: r.tokens[i].Start, unit: r.raw(i), kind: u.kind}
	return r.adjectives(c, definite), true
}

// owned reads what a number is taken from where a pronoun is written to it: «612 من عناصرها».
func (r *figureReader) owned(i int) (c figureCount, ok bool) {
	w := r.fold(i)
	for _, p := range pronouns {
		stem, cut := strings.CutSuffix(w, p)
		if u := r.lex.units[stem]; cut && u.kind == "count" && !u.singular && hasPronoun(r.raw(i)) {
			unit := []rune(r.raw(i))
			c = figureCount{first: i, next: i + 1, start: r.tokens[i].Start, kind: u.kind}
			c.unit = string(unit[:len(unit)-utf8.RuneCountInString(p)])
			return c, true
		}
	}
	return c, false
}

// canBeCounted reports whether the word at token i, which no list knows, is a
// noun that n counts. It asks for the shape that grammar gives to such a noun:
// behind 11 to 99 the accusative, elsewhere no tanwin of it. Wrong for a verb or a name of that shape.
func (r *figureReader) canBeCounted(n figureNumber, i int) bool {
	w := r.fold(i)
	if n.definite || n.min != math.Trunc(n.min) || r.lex.stops[w] || r.tokens[i].name >= 0 || isLatin(w) ||
		utf8.RuneCountInString(w) < 3 || n.max < 3 || r.tanwin(n) || n.digits && !r.lex.others[w] && (r.isLabel(n) || r.yearLike(n)) {
		return false
	}
	if isPluralVerb(w) {
		return false
	}
	for _, p := range []string{articleFold, "ي", "و", "ف", "لل", "بال", "كال", "ست", "سي", "ل", "ب"} {
		if strings.HasPrefix(w, p) {
			return false
		}
	}
	if rest := math.Mod(n.max, 100); rest >= 11 && !r.lex.others[w] {
		return strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "اء")
	}
	return !strings.ContainsRune(r.raw(i), arabic.Fathatan)
}

// isPluralVerb reports whether a folded word has the ending of a verb of which others are the
// subject, or the object: «صوتوا», «طلبتها». No accusative ends so, «عضوا» is shorter.
func isPluralVerb(w string) bool {
	return strings.HasSuffix(w, "وا") && utf8.RuneCountInString(w) > 4 || strings.HasSuffix(w, "تها") || strings.HasSuffix(w, "تهم")
}

// isLabel reports whether digits are a name or a place in a list: behind «رقم»
// and its like, or behind a noun with the article («الدورة 15»).
func (r *figureReader) isLabel(n figureNumber) bool {
	w := r.fold(n.first - 1)
	b := r.boundBefore(n)
	return r.labelled(n) || strings.HasPrefix(w, articleFold) && b.bound == "" && !in(r.lex.reach, w) && r.head < 0
}

// labelled reports whether «رقم» or its like stands before n.
func (r *figureReader) labelled(n figureNumber) bool {
	if r.lex.labels[r.fold(n.first-1)] {
		return true
	}
	for _, s := range arabic.Splits(r.raw(n.first - 1)) {
		if r.lex.labels[arabic.Fold(s.Rest)] {
			return true // «للفصل 54»
		}
	}
	return false
}

// countedByHead takes a number without a noun as the figure that a head before
// it announced: «بلغ عدد القتلى 35», «وعددها ثلاث».
func (r *figureReader) countedByHead(n figureNumber) (c figureCount, ok bool) {
	c = figureCount{first: n.next, next: n.next, bare: true}
	if !r.headReaches(n.first) || r.yearLike(n) || n.definite {
		return c, false
	}
	near := r.head == n.first-1 && hasPronoun(r.raw(r.head)) ||
		in(r.lex.reach, r.fold(r.head-1)) && r.phraseEnd(r.head, n.first) == n.first
	return c, near || r.boundBefore(n).bound != "" || in(r.lex.reach, r.fold(n.first-1)) ||
		r.tokens[n.first].Start < n.start // a particle is written to the number
}

// million is the least scale of which the currency is left out once it was said.
const million = 1_000_000

// countedInMoney takes millions without a noun as the sum that they are, once the
// text has named a currency: «من 105 ملايين دولار إلى 90 مليونا». A verb or a mark must
// follow, or a particle. Wrong where people are counted in millions.
func (r *figureReader) countedInMoney(n figureNumber) (c figureCount, ok bool) {
	c = figureCount{first: n.next, next: n.next, bare: true, unit: r.money, kind: "money"}
	if r.money == "" || n.scale < million || n.definite && !r.tanwin(n) {
		return c, false
	}
	w := r.fold(n.next)
	ends := !r.isWord(n.next) || isPreposition(w) || r.lex.stops[w] || strings.HasPrefix(w, "و") || strings.HasPrefix(w, "ف")
	return c, ends
}

// headReaches reports whether a head is near enough before token i, in its
// sentence, to name what the number there counts.
func (r *figureReader) headReaches(i int) bool {
	if r.head < 0 || i-r.head > 16 {
		return false
	}
	for j := r.head; j < i; j++ {
		switch r.tokens[j].raw {
		case ".", "؛", "؟", "!", ":", ";", "?":
			return false
		}
	}
	return true
}

// adjectives takes in the words behind a counted noun that agree with it: «عسكري
// أميركي», «لجان عسكرية فرعية», «المتعاقدين المدنيين والفنيين».
func (r *figureReader) adjectives(c figureCount, definite bool) figureCount {
	for c.next < c.first+5 && r.isWord(c.next) && !r.lex.stops[r.fold(c.next)] && r.agrees(c, definite) {
		c.next++
	}
	return c
}

func (r *figureReader) agrees(c figureCount, definite bool) bool {
	noun, w := r.fold(c.first), r.fold(c.next)
	and, joined := strings.CutPrefix(w, "و")
	if definite {
		return strings.HasPrefix(w, articleFold) && w != articleFold || joined && c.next > c.first+1 && strings.HasPrefix(and, articleFold)
	}
	if _, known := r.lex.unit(w); known && !joined || strings.HasPrefix(w, articleFold) || utf8.RuneCountInString(w) < 4 {
		return joined && both(noun, w, "ا")
	}
	if rest, ok := strings.CutPrefix(w, "ب"); ok {
		if _, known := r.lex.unit(rest); known || r.lex.stops[rest] {
			return false // «بولاية», «ببقية» are a particle and a noun
		}
	}
	switch {
	case both(noun, w, "ا"):
		return joined || strings.ContainsRune(r.raw(c.next), arabic.Fathatan) || strings.HasSuffix(w, "يا")
	case strings.HasPrefix(w, "ي"), joined:
		return false
	case both(noun, w, "ه"):
		return true
	case strings.HasSuffix(w, "يه"), strings.HasSuffix(w, "يين"):
		return true
	case strings.HasSuffix(w, "ي"):
		return !strings.HasPrefix(w, "ت") || strings.HasSuffix(noun, "ي")
	}
	return strings.HasSuffix(r.raw(c.next), string(arabic.TehMarbuta)) && c.next == c.first+1 && strings.HasSuffix(noun, "ات")
}

func both(a, b, suffix string) bool {
	return strings.HasSuffix(a, suffix) && strings.HasSuffix(b, suffix)
}

// whatAndScope says what a figure counts and where, in the text's own words. A
// head such as «عدد» in the clause knows best; else it is the counted noun, and
// for money, measures and shares the noun before the number or behind «من». from
// is the token at which the figure begins.
func (r *figureReader) whatAndScope(c figureCount, from int) (what, scope string) {
	scope = r.scopeAt(c.next)
	if r.head >= 0 && r.head < from && r.headReaches(from) && r.tokens[r.head].clause == r.tokens[from].clause {
		what, end := r.headPhrase(from)
		if scope == "" && end < from {
			scope = r.scopeAt(end)
		}
		if hasPronoun(r.raw(r.head)) && (c.bare || c.kind == "money" || c.kind == "measure") {
			what = cmp.Or(r.owner(r.head), what)
		}
		if what != "" {
			return what, scope
		}
	}
	if scope == "" {
		scope = r.scopeBefore(from)
	}
	whole, partOf := strings.CutPrefix(scope, "من ")
	switch c.kind {
	case "share", "money", "measure":
		if what = r.phraseBefore(from); what != "" {
			return what, scope
		}
		if partOf {
			return whole, scope
		}
		if inside, ok := strings.CutPrefix(scope, "في "); ok && c.kind == "money" && r.endsBefore(from, inside) {
			return inside, "" // «الترفيع في رأسمال البنك بمليار دينار»
		}
	}
	if c.bare || c.next <= c.first || c.kind == "share" {
		return "", scope
	}
	return strings.Join(strings.Fields(r.text[c.start:r.tokens[c.next-1].End]), " "), scope
}

// endsBefore reports whether words, a phrase without a name, end right before
// token i.
func (r *figureReader) endsBefore(i int, words string) bool {
	return i > 0 && r.tokens[i-1].name < 0 && strings.HasSuffix(words, " "+r.raw(i-1)) && !strings.HasPrefix(arabic.Fold(words), articleFold)
}

// headPhrase gives the noun phrase of the head, or what its pronoun stands for,
// and the token after it; "" for a head alone, as «بنسبة» is.
func (r *figureReader) headPhrase(from int) (what string, end int) {
	end = r.phraseEnd(r.head, from)
	prefix, _ := r.lex.head(r.tokens[r.head].raw, r.tokens[r.head].fold)
	switch {
	case end > r.head+1:
		return strings.TrimPrefix(r.words(r.head, end), strings.TrimSuffix(prefix, "ال")), end
	case hasPronoun(r.raw(r.head)):
		return r.possessed(r.head), end
	}
	return "", end
}

// owner gives the indefinite noun that the head at token i, which has a pronoun,
// speaks of: «قرضا ميسرا» of «قرضا ميسرا قيمته». It stands before the head and ends
// as such a noun does, and with it goes an adjective of the same ending.
func (r *figureReader) owner(i int) string {
	j := i - 1
	if j < 0 || !r.canPrecede(j) || r.tokens[j].clause != r.tokens[i].clause || strings.HasPrefix(r.fold(j), articleFold) {
		return ""
	}
	if !strings.HasSuffix(r.fold(j), "ا") && !strings.HasSuffix(r.raw(j), string(arabic.TehMarbuta)) {
		return "" // «قدرت قيمتها»: a verb
	}
	if k := j - 1; k >= 0 && r.canPrecede(k) && r.tokens[k].clause == r.tokens[j].clause && (both(r.fold(k), r.fold(j), "ا") || both(r.fold(k), r.fold(j), "ه")) {
		j = k
	}
	return r.words(j, i)
}

// words gives the text from token i to before token j, with single blanks.
func (r *figureReader) words(i, j int) string {
	if i >= j {
		return ""
	}
	return strings.Join(strings.Fields(r.text[r.tokens[i].Start:r.tokens[j-1].End]), " ")
}

// phraseEnd gives the token after the noun phrase that begins at token i, at
// most six words and not beyond limit: it ends before a particle, a verb of the
// lists, or a mark.
func (r *figureReader) phraseEnd(i, limit int) int {
	j := i + 1
	for j < min(limit, i+6) && r.isWord(j) && !in(r.lex.stops, r.fold(j)) && !in(r.lex.reach, r.fold(j)) &&
		!strings.HasPrefix(r.fold(j), "ي") && (!strings.HasPrefix(r.fold(j), "و") || strings.HasPrefix(r.fold(j), "وال")) {
		j++
	}
	return j
}

// possessed gives what the pronoun of a head stands for, «الجولات» of «الجولات
// الحالية التي عقدت وعددها ثلاث»: the nearest counted noun with the article in
// the ten words before, with its adjectives.
func (r *figureReader) possessed(i int) string {
	for j := i - 1; j >= max(0, i-10); j-- {
		w, definite := strings.CutPrefix(r.fold(j), articleFold)
		if u, known := r.lex.units[w]; known && definite && r.isWord(j) && (u.kind == "count" || u.kind == "point") {
			c := r.adjectives(figureCount{first: j, next: j + 1}, true)
			return r.words(j, min(c.next, i))
		}
	}
	return ""
}

// scopePrepositions begin a phrase that says where or of whom, folded.
var scopePrepositions = []string{"في", "داخل", "خارج", "من", "ضمن", "لدي"}

// scopeAt gives the phrase of place or kind that begins at token i: «في العراق».
func (r *figureReader) scopeAt(i int) string {
	if !r.isWord(i) || !slices.Contains(scopePrepositions, r.fold(i)) || !r.isWord(i+1) ||
		r.lex.stops[r.fold(i+1)] || utf8.RuneCountInString(r.fold(i+1)) < 3 && r.tokens[i+1].name < 0 {
		return ""
	}
	if u, _ := r.lex.unit(r.fold(i + 1)); u.kind == "time" {
		return ""
	}
	last := i + 2
	if r.lex.cues[r.fold(i)+" "+r.fold(i+1)] == "whole" {
		last++ // «من أصل نحو 25 ألفا»
	}
	for j := i + 1; j <= last; j++ {
		if _, number := r.number(j); number && r.tokens[j].name < 0 {
			return "" // «من أصل 176», «في ثلاث دفعات»
		}
	}
	return r.words(i, r.nameEnd(i+1))
}

// nameEnd gives the token after the name or the short noun phrase that begins at
// token i: a mention, or a noun with what it governs, up to the first article
// and the adjectives behind it.
func (r *figureReader) nameEnd(i int) int {
	j := i + 1
	if name := r.tokens[i].name; name >= 0 {
		for j < len(r.tokens) && r.tokens[j].name == name {
			j++
		}
		return j
	}
	definite := strings.HasPrefix(r.fold(i), articleFold)
	for j < i+4 && r.isWord(j) && !in(r.lex.stops, r.fold(j)) {
		article := strings.HasPrefix(r.fold(j), articleFold) || strings.HasPrefix(r.fold(j), "لل")
		if !article && (definite || strings.HasPrefix(r.fold(j), "و")) {
			break
		}
		definite = definite || article
		j++
	}
	if !definite {
		return i + 1
	}
	return j
}

// scopeBefore gives the phrase of place that ends right before token i, when
// it ends in a name or a noun with the article: «في العراق نحو 2500 جندي».
func (r *figureReader) scopeBefore(i int) string {
	for j := i - 1; j >= max(0, i-4) && r.isWord(j); j-- {
		w := r.fold(j)
		switch strings.TrimPrefix(w, "و") {
		case "في", "داخل", "خارج":
			if last := r.tokens[i-1]; j < i-1 && (last.name >= 0 || strings.HasPrefix(last.fold, articleFold)) {
				return r.words(j, i)
			}
			return ""
		}
		if r.lex.stops[w] || in(r.lex.reach, w) {
			return ""
		}
	}
	return ""
}

// phraseBefore gives the noun that a sum, a measure or a share is of, when it
// stands before the number and «بقيمة» or its like parts them: «قرض بقيمة 10
// ملايين دولار». It goes back to the first word without the article, and behind
// other words than those («إلى», «بلغ») asks for an article, because what stands
// there may be a verb or an adjective.
func (r *figureReader) phraseBefore(from int) string {
	j := from - 1
	bare := false
	for j >= max(0, from-2) && r.isWord(j) && in(r.lex.reach, r.fold(j)) {
		bare = bare || strings.HasPrefix(r.fold(j), "ب") && len(r.fold(j)) > len("بين")
		j--
	}
	end := j + 1
	for j >= max(0, end-4) && r.canPrecede(j) && r.tokens[j].clause == r.tokens[from].clause {
		j--
		if !strings.HasPrefix(r.fold(j+1), articleFold) {
			break
		}
		bare = true
	}
	if !bare || end == from || strings.HasPrefix(r.fold(j+1), "وال") {
		return ""
	}
	return r.words(j+1, end)
}

// canPrecede reports whether the word at token j can be part of a noun phrase:
// it has not the form of «يبلغ» or «وتتراوح», nor a particle before a ب.
func (r *figureReader) canPrecede(j int) bool {
	w := r.fold(j)
	for _, p := range []string{"تت", "وتت", "وي", "بب"} {
		if strings.HasPrefix(w, p) {
			return false
		}
	}
	return r.isWord(j) && utf8.RuneCountInString(w) > 2 && !strings.HasPrefix(w, "ي") &&
		!in(r.lex.stops, w) && !in(r.lex.reach, w)
}
