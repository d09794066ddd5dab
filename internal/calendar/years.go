package calendar

import (
	"strings"

	"mojaz/internal/arabic"
)

// The years that a number of four digits can mean without a word beside it.
const (
	firstYear = 1900
	lastYear  = 2099
)

// isYearWord reports whether a word for «year» stands at i, in the singular.
func (p *parser) isYearWord(i int) bool {
	return p.is(i, "عام", "العام", "سنه", "السنه", "لعام", "عاما")
}

// yearTail reads what says the year behind a day or month, sets it, and gives
// the position behind: «2025», «، 2018», «عام 2014», «من العام الماضي»,
// «المقبل», «ألفين وثمانية عشر». Where there is nothing it gives i.
func (p *parser) yearTail(i int, d *partial) int {
	j := p.skip(i, "،", ",", "/", "-", "من")
	if y, next, hijri, ok := p.yearAt(j); ok && (j == i || y >= 1000) {
		if d.hijri == hijri || !d.hijri && !hijri {
			d.y = y
			return next
		}
		return i
	}
	if m, ok := p.modifierAt(i, !p.is(i, "مقبل", "قادم")); ok {
		d.place = m
		return p.yearEcho(i+1, d)
	}
	j = p.skip(i, "من", "في")
	if next, ok := p.placedYear(j, d); ok {
		return next
	}
	if !d.hijri && p.isYearWord(j) {
		if y, next, ok := p.yearInWords(j + 1); ok {
			d.y = y
			return next
		}
	}
	if y, next, ok := p.yearInWords(p.skip(i, "من", "،", ",")); ok && d.d > 0 {
		d.y = y
		return next
	}
	p.borrowYear(i, d)
	return i
}

// borrowYear takes the year that a list says only at its end: «جانفي وفيفري
// 2016», «14 مارس و15 أبريل المقبل».
func (p *parser) borrowYear(i int, d *partial) {
	if !p.is(i, "و", "او") || d.m == 0 {
		return
	}
	j := i + 1
	if _, next, ok := p.dayAt(j); ok {
		j = next
	}
	m, j, ok := p.monthAt(j)
	if !ok || m.hijri != d.hijri || m.number <= d.m {
		return
	}
	if y, _, hijri, ok := p.yearAt(p.skip(j, "من")); ok && hijri == d.hijri && y >= 1000 {
		d.y = y
	} else if pl, ok := p.modifierAt(j, true); ok && pl != samePlace {
		d.place = pl
	}
}

// yearEcho skips the year that a placed month repeats: «سبتمبر المقبل 2025».
func (p *parser) yearEcho(i int, d *partial) int {
	if y, next, _, ok := p.fourDigits(i); ok && !p.counts(next) {
		d.y, d.place = y, noPlace
		return next
	}
	return i
}

// placedYear reads «العام الماضي», «العام ذاته», «هذا العام».
func (p *parser) placedYear(i int, d *partial) (next int, ok bool) {
	if p.is(i, "هذا", "هذه") && p.isYearWord(i+1) {
		d.yearPlace, ok = thisPlace, true
		i += 2
	} else if p.is(i, "ذلك", "تلك", "نفس", "ذات") && p.isYearWord(i+1) {
		d.yearPlace, ok = samePlace, true
		i += 2
	} else if p.is(i, "العام", "السنه") {
		d.yearPlace, ok = p.modifierAt(i+1, true)
		i += 2
	}
	if !ok {
		return i, false
	}
	return i, true
}

// yearAt reads «2014», «عام 2014», «1445 هـ», «2014 م» and digits that more
// digits were stuck to: «2025277 مشاهدة».
func (p *parser) yearAt(i int) (y, next int, hijri, ok bool) {
	j := i
	for p.isYearWord(j) {
		j++
	}
	if y, next, hijri, ok = p.fourDigits(j); ok {
		return y, next, hijri, ok
	}
	if j > i {
		if n, digits, isInt := p.integerAt(j); isInt && digits == 3 {
			return n, j + 1, false, true
		}
		return 0, i, false, false
	}
	n, digits, isInt := p.integerAt(i)
	if !isInt || digits < 5 {
		return 0, i, false, false
	}
	for ; digits > 4; digits-- {
		n /= 10
	}
	return n, i + 1, false, firstYear <= n && n <= lastYear
}

// fourDigits reads four digits with their mark of era.
func (p *parser) fourDigits(i int) (y, next int, hijri, ok bool) {
	y, digits, isInt := p.integerAt(i)
	if !isInt || digits != 4 || y < 1000 {
		return 0, i, false, false
	}
	switch next = i + 1; {
	case p.is(next, "ه", "هجري", "هجريه", "للهجره"):
		return y, next + 1, true, y < 1600
	case p.is(next, "ميلادي", "ميلاديه", "للميلاد"):
		return y, next + 1, false, true
	case p.is(next, "م") && !p.is(next+1, "."):
		return y, next + 1, false, true
	}
	return y, next, y >= 1300 && y < 1500 && p.nearHijri(i), y <= lastYear
}

// nearHijri reports whether a Hijri month stands right before i.
func (p *parser) nearHijri(i int) bool {
	m, _, ok := phraseBefore(p, p.months, i)
	if !ok {
		m, _, ok = phraseBefore(p, p.months, i-1)
	}
	return ok && m.hijri
}

func (p *parser) hasHijriYear(i int) bool {
	_, _, hijri, ok := p.yearAt(i)
	return ok && hijri
}

// yearInWords reads «ألفين وثمانية عشر».
func (p *parser) yearInWords(i int) (y, next int, ok bool) {
	num, next, ok := p.numeral(i)
	return num.Value, next, ok && !num.Ordinal && (1000 <= num.Value && num.Value <= 2100 || p.isYearWord(i-1) && num.Value > 200)
}

// namedYear reads a year behind its word: «عام 2014», «سنة 1445 هـ», «العام
// ألفين». A dual is read for its first year: «عامي 2014 و2018».
func (p *parser) namedYear(i int) (match, bool) {
	j := i
	if p.is(i, "عامي", "سنتي", "اعوام", "سنوات", "الاعوام", "السنوات", "العامين") {
		j++
		if _, _, _, ok := p.fourDigits(j); !ok {
			return match{}, false
		}
	}
	y, next, hijri, ok := p.yearAt(j)
	if !ok && p.isYearWord(i) {
		y, next, ok = p.yearInWords(i + 1)
	}
	if !ok || j == i && !p.isYearWord(i) {
		return match{}, false
	}
	m := p.dated(partial{y: y, hijri: hijri}, next, "year")
	m.bare = false
	return m, true
}

// bareYear reads four digits that are a year by what stands around them. A
// count of things is none, a number in a chain of digits neither. It is wrong
// for exact counts of what data/cues.txt does not know to be counted.
func (p *parser) bareYear(i int) (match, bool) {
	y, next, hijri, ok := p.fourDigits(i)
	if !ok {
		return match{}, false
	}
	marked := next > i+1 // with its era
	if !hijri && !marked && (y < firstYear || y > lastYear || p.inChain(i)) {
		return match{}, false
	}
	if !marked && (p.counts(next) || p.cue("counter", i) || !p.yearStands(i, next)) {
		return match{}, false
	}
	return p.dated(partial{y: y, hijri: hijri}, next, "bare-year"), true
}

// counts reports whether a counted noun or a sign of measure stands at i.
func (p *parser) counts(i int) bool {
	if p.is(i, "%", "٪", "$", "€", "£", "°") || p.cueAt("counted", i) {
		return true
	}
	_, _, ok := p.unitAt(i)
	return ok && !p.isYearWord(i)
}

// inChain reports whether digits are joined to those at i by a mark.
func (p *parser) inChain(i int) bool {
	before := p.touches(i) && (p.isNumber(i-1) || p.is(i-1, "/", "-", ".", ":", ",", "،", "$", "€", "+", "#") && p.touches(i-1) && p.isNumber(i-2))
	after := p.touches(i+1) && (p.isNumber(i+1) || p.is(i+1, "/", "-", ".", ":", ",", "%") && p.touches(i+2) && p.isNumber(i+2))
	latin := p.isWord(i-1) && p.lx[i-1].raw[0] < 0x80
	return before || after || latin
}

// yearStands reports whether the words around four digits make them a year.
func (p *parser) yearStands(i, next int) bool {
	if rel, start, ok := phraseBefore(p, p.relations, i); ok {
		if rel == "none" {
			return p.is(start, "ل", "عن", "مثل", "حول") && !p.roundCount(i, next)
		}
		return !p.isNumber(start-1) && !p.roundCount(i, next)
	}
	switch {
	case p.is(i-1, "(", "["):
		return true
	case p.is(i-1, "و", "او") && p.touchesYear(i-2):
		return true
	case p.is(i-1, "من", "بين", "نهايه", "صيف", "شتاء", "ربيع", "خريف"):
		return !p.isNumber(i - 2)
	}
	if _, ok := p.edges.of[p.text(i-1)]; ok {
		return true
	}
	return p.isWord(i-1) && len([]rune(p.text(i-1))) > 2 && !p.roundCount(i, next)
}

// touchesYear reports whether a year stands at i: the first of a list.
func (p *parser) touchesYear(i int) bool {
	y, digits, ok := p.integerAt(i)
	return ok && digits == 4 && firstYear <= y && y <= lastYear
}

// roundCount reports whether a round number has a word behind it that could be
// what it counts: an indefinite noun, as far as the form can tell.
func (p *parser) roundCount(i, next int) bool {
	y, _, _ := p.integerAt(i)
	if y%50 != 0 || !p.isWord(next) {
		return false
	}
	w := p.text(next)
	if _, _, ok := phrase(p, p.relations, next); ok || strings.HasPrefix(w, "ال") || len([]rune(w)) < 4 {
		return false
	}
	return !strings.HasPrefix(w, "و") || strings.ContainsRune(p.lx[next].raw, arabic.Fathatan)
}
