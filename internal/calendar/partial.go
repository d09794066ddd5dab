package calendar

import (
	"strings"

	"mojaz/internal/arabic"
)

// partial is a day, month or year of which parts may not be said.
type partial struct {
	hijri   bool
	y, m, d int // 0 where not said
	// place says which such date is meant («يونيو المقبل»), yearPlace of which
	// year it is («يونيو العام المقبل»), when y is not said.
	place, yearPlace place
	weekday          int // 1 to 7 when the day of the week is said, else 0
}

// span works out what the text leaves out.
func (d partial) span(s *scene) span {
	if d.hijri {
		return d.hijriSpan(s)
	}
	if d.m == 0 && d.y == 0 {
		return span{}
	}
	if d.y == 0 && d.yearPlace != noPlace {
		d.y = s.placedYear(d.yearPlace)
	}
	if d.y == 0 {
		d.y = d.year(s)
	}
	return at(point{y: d.y, m: d.m, d: d.d})
}

// year finds the year of a day or month that comes without one. 0 when it
// cannot be told.
func (d partial) year(s *scene) int {
	switch d.place {
	case samePlace:
		return s.focus.y
	case followingPlace:
		if d.m > s.focus.m {
			return s.focus.y
		}
		return s.focus.y + 1
	}
	if s.now.m == 0 {
		if d.place == noPlace && !s.event {
			return s.now.y
		}
		return 0
	}
	switch d.place {
	case nextPlace:
		return d.nextYear(s.now, false)
	case lastPlace, previousPlace, recentPlace:
		return d.lastYear(s.now, false)
	case thisPlace:
		return s.now.y
	}
	return d.plainYear(s)
}

// plainYear finds the year of a date that says nothing of it. An event that
// everybody knows by its day gets the year that the text gave it before. Else
// the story's year counts, then what is to come, then the nearest past, or the
// next months where the past is the better part of a year away. It is wrong
// for an anniversary.
func (d partial) plainYear(s *scene) int {
	if y, ok := s.years[[2]int{d.m, d.d}]; ok && s.event {
		return y
	}
	if s.event {
		return 0
	}
	next, last := d.nextYear(s.now, true), d.lastYear(s.now, true)
	months := next*12 + d.m - s.now.y*12 - s.now.m // until the next one
	if !s.past && (s.future && !s.was || s.ahead() && (months < 6 || months < 10 && !s.was)) {
		return next
	}
	if told, ok := s.told(); ok && s.inText {
		return told.y
	}
	if d.weekday > 0 && d.fallsOn(next) != d.fallsOn(last) {
		if d.fallsOn(next) {
			return next
		}
		return last
	}
	if !s.past && s.relation != "since" && 0 <= months && months <= 3 {
		return next
	}
	return last
}

// fallsOn reports whether the day is on its weekday in that year.
func (d partial) fallsOn(y int) bool {
	p := point{y: y, m: d.m, d: d.d}
	return p.grain() == dayGrain && p.exists() && p.weekday() == d.weekday
}

// nextYear is the year of the next such date after now; or now itself, if that
// counts.
func (d partial) nextYear(now point, inclusive bool) int {
	if d.compare(now) > 0 || inclusive && d.compare(now) == 0 {
		return now.y
	}
	return now.y + 1
}

// lastYear is the year of the last such date before now.
func (d partial) lastYear(now point, inclusive bool) int {
	if d.compare(now) < 0 || inclusive && d.compare(now) == 0 {
		return now.y
	}
	return now.y - 1
}

// compare compares month and day with those of now. Where either has no day,
// the month decides; a day against a month alone counts as neither the same
// nor past: «5 مارس المقبل», read in March, is that of this year.
func (d partial) compare(now point) int {
	if d.m != now.m {
		return d.m - now.m
	}
	if d.d > 0 && now.d > 0 {
		return d.d - now.d
	}
	return 0
}

// monthAt reads the name of a month, with its other name beside it if there is
// one: «سبتمبر/أيلول», «آذار (مارس)», «كانون 2».
func (p *parser) monthAt(i int) (m monthName, next int, ok bool) {
	m, next, ok = p.oneMonth(i)
	if !ok {
		return m, i, false
	}
	j := p.skip(next, "/", "-", "(", "–", "\\", "،")
	twin, end, found := p.oneMonth(j)
	if !found || twin.hijri != m.hijri || twin.number != m.number || p.text(i) == p.text(j) {
		return m, next, true
	}
	m.strength = "sure"
	if p.is(next, "(") {
		end = p.skip(end, ")")
	}
	return m, end, true
}

// oneMonth reads one name. «آب» without its madda is «أب», a father.
func (p *parser) oneMonth(i int) (m monthName, next int, ok bool) {
	if p.is(i, "كانون", "تشرين") && p.isNumber(i+1) && p.is(i+1, "1", "2") {
		n := map[string]int{"كانون1": 12, "كانون2": 1, "تشرين1": 10, "تشرين2": 11}[p.text(i)+p.text(i+1)]
		return monthName{number: n, strength: "sure"}, i + 2, true
	}
	return phrase(p, p.months, i)
}

// dayAt reads the number of a day: «15», «الخامس عشر», «واحد وعشرين», «أول».
func (p *parser) dayAt(i int) (d, next int, ok bool) {
	if n, digits, isInt := p.integerAt(i); isInt {
		return n, i + 1, digits <= 2 && 1 <= n && n <= 31
	}
	num, next, ok := p.numeral(i)
	if !ok || num.Value < 1 || num.Value > 31 {
		return 0, i, false
	}
	return num.Value, next, p.loose || !feminine(p.text(i)) || !num.Ordinal
}

// feminine reports whether an ordinal has a form that no day of the month has
// in good Arabic: «المرحلة الثانية من سبتمبر» is no second of September.
func feminine(text string) bool {
	return text == "الاولي" || text == "اولي" || len(text) > 2 && text[len(text)-2:] == "ه"
}

// afterColon reports whether the number at i is the end of a time: «12:05».
func (p *parser) afterColon(i int) bool {
	return p.touches(i) && p.is(i-1, ":") && p.isNumber(i-2)
}

func (p *parser) integerAt(i int) (n, digits int, ok bool) {
	if !p.isNumber(i) {
		return 0, 0, false
	}
	return p.lx[i].integer()
}

// dayMonth reads a day and its month, and the year behind it if there is one:
// «31 أغسطس 2025», «الحادي والعشرين من مايو», «27 من شهر أيلول المقبل».
func (p *parser) dayMonth(i int) (match, bool) {
	d, j, ok := p.dayAt(i)
	if !ok || p.afterColon(i) {
		return match{}, false
	}
	dotted := p.is(j, ".")
	j = p.skip(j, "-", "/", ".", "من", "_")
	j = p.skip(j, "شهر")
	m, j, ok := p.monthAt(j)
	if !ok || m.strength == "strict" && p.is(j-1, "صفر") && !p.is(j-2, "شهر") && !p.hasHijriYear(j) {
		return match{}, false
	}
	date := partial{hijri: m.hijri, m: m.number, d: d}
	if y, _, ok := p.integerAt(j + 1); ok && dotted && p.is(j, ".") && y >= firstYear {
		j++ // «16. نوفمبر. 2016»
	}
	j = p.yearTail(j, &date)
	return p.dated(date, j, "day-month"), true
}

// monthDay reads a month and its day in the English order: «يناير-1»,
// «يناير الثاني والعشرين، 2018». Digits must touch the month or have a year
// behind them, an ordinal must have the year, or they count something.
func (p *parser) monthDay(i int) (match, bool) {
	m, j, ok := p.monthAt(p.skip(i, "شهر"))
	if !ok {
		return match{}, false
	}
	k := p.skip(j, "-")
	d, next, ok := p.dayAt(k)
	if !ok || p.isNumber(k) && p.lx[k].text == "1" && p.is(k-1, "كانون") {
		return match{}, false
	}
	date := partial{hijri: m.hijri, m: m.number, d: d}
	end := p.yearTail(next, &date)
	touching := p.isNumber(k) && p.touches(k) && (k == j || !p.isMonthNext(next))
	if date.y == 0 && !touching {
		return match{}, false
	}
	return p.dated(date, end, "month-day"), true
}

// isMonthNext reports whether what follows makes the number before i the day
// of a later month: «مارس-5 أبريل».
func (p *parser) isMonthNext(i int) bool {
	_, _, ok := p.monthAt(i)
	return ok
}

// monthYear reads a month with a year or a word that places it, or alone where
// it can be nothing else.
func (p *parser) monthYear(i int) (match, bool) {
	start := i
	named := p.is(i, "شهر", "شهري")
	i = p.skip(i, "شهر", "شهري")
	this := p.loose && p.is(i, "هذا")
	if this {
		i++
	}
	m, j, ok := p.monthAt(i)
	if !ok {
		return match{}, false
	}
	date := partial{hijri: m.hijri, m: m.number}
	if this {
		date.place = thisPlace
	}
	end := p.yearTail(j, &date)
	placed := end > j || named || this
	if !placed && !p.standsAlone(start, j, m) {
		return match{}, false
	}
	return p.dated(date, end, "month"), true
}

// standsAlone reports whether the month at i to j, with nothing but its name,
// is one: see strength in data/months.txt.
func (p *parser) standsAlone(i, j int, m monthName) bool {
	if m.strength == "sure" {
		return !p.isNumber(j) || !p.touches(j)
	}
	rel, start, ok := phraseBefore(p, p.relations, i)
	return ok && rel != "none" && len([]rune(p.text(start))) > 1 && p.isNamed(i, m)
}

// isNamed reports whether the name at i is that of a month and no other word
// beside it: of the strict ones only «آب», when its madda is written.
func (p *parser) isNamed(i int, m monthName) bool {
	return m.strength != "strict" || p.is(i, "اب") && strings.HasPrefix(p.lx[i].raw, string(arabic.AlefMadda))
}

func (p *parser) dated(d partial, end int, rule string) match {
	return match{end: end, rule: rule, timex: timexDate, date: &d, mean: d.span, bare: true}
}
