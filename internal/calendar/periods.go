package calendar

import "strings"

// edge is a part of a period named by where it lies.
type edge int

const (
	noEdge edge = iota
	startEdge
	earlyEdge
	middleEdge
	midstEdge
	lateEdge
	endEdge
)

var edgeNames = map[string]edge{
	"start": startEdge, "early": earlyEdge, "middle": middleEdge,
	"midst": midstEdge, "late": lateEdge, "end": endEdge,
}

// edged reads the end, beginning or middle of a period: «نهاية سبتمبر», «مطلع
// العام المقبل», «أواخر التسعينيات».
func (p *parser) edged(i int) (match, bool) {
	e, ok := p.edges.of[p.text(i)]
	if !ok || !p.isWord(i) {
		return match{}, false
	}
	j := p.skip(i+1, "شهر")
	inner, ok := p.period(j)
	if !ok || p.is(i, "اول", "اخر", "بدء") && !p.isDefiniteUnit(j) && inner.rule != "month" && inner.rule != "year" {
		return match{}, false
	}
	mean := func(s *scene) span { return edgeOf(inner.mean(s), e) }
	return match{end: inner.end, rule: "edge-" + inner.rule, timex: timexDate, mean: mean, edge: e}, true
}

func (p *parser) isDefiniteUnit(i int) bool {
	_, definite, ok := p.unitAt(i)
	return ok && definite
}

// edgeOf gives the edge of what is known as a year, a month, a week, a decade
// or any stretch of days. A year's edges are months, a month's are days.
func edgeOf(sp span, e edge) span {
	if sp.length != "" || sp.openFrom || sp.openTo || !sp.from.exists() {
		return span{}
	}
	p, single := sp.single()
	switch {
	case !single:
		return edgeOfDays(sp, e)
	case p.masked > 0:
		return edgeOfYears(p, e)
	case p.grain() == yearGrain:
		m := map[edge]int{startEdge: 1, earlyEdge: 1, middleEdge: 6, midstEdge: 6, lateEdge: 12, endEdge: 12}[e]
		return at(point{y: p.y, m: m, approx: e != startEdge && e != endEdge})
	case p.grain() == dayGrain:
		return sp
	}
	switch e {
	case startEdge:
		return at(p.first())
	case endEdge:
		return at(p.last())
	case middleEdge:
		return at(point{y: p.y, m: p.m, d: 15, approx: true})
	}
	p.approx = true
	return at(p)
}

// edgeOfDays gives the first, last or middle day of a stretch; the end of a
// week is its Saturday and Sunday.
func edgeOfDays(sp span, e edge) span {
	first, last := sp.from.first(), sp.to.last()
	if e == endEdge && first.grain() == dayGrain && first.add(0, 0, 6) == last {
		return between(last.add(0, 0, -1), last)
	}
	switch e {
	case startEdge:
		return at(sp.from)
	case endEdge:
		return at(sp.to)
	case earlyEdge:
		return at(sp.from).approximate()
	case lateEdge:
		return at(sp.to).approximate()
	}
	for first.before(last) {
		first, last = first.add(0, 0, 1), last.add(0, 0, -1)
	}
	return at(first).approximate()
}

// edgeOfYears gives the first or last year of a decade, the first or last
// decade of a century.
func edgeOfYears(p point, e edge) span {
	width := []int{1, 10, 100}[p.masked]
	p.masked--
	switch e {
	case endEdge, lateEdge:
		p.y += width - width/10
	case middleEdge, midstEdge:
		p.y += width / 2
	}
	return at(p).approximate()
}

// period reads what can have an end or a half: a placed or named year, month,
// week, season, decade, century, or part of one; and the bare «العام», «الشهر».
func (p *parser) period(i int) (match, bool) {
	best, ok := match{}, false
	for _, read := range []func(int) (match, bool){
		p.placedUnit, p.namedYear, p.plainPeriod, p.season, p.decade, p.centuryNamed, p.partOf, p.bareUnit,
	} {
		if m, found := read(i); found && m.end > best.end {
			best, ok = m, true
		}
	}
	return best, ok
}

// plainPeriod reads a month by its name, or four digits that are a year.
func (p *parser) plainPeriod(i int) (match, bool) {
	if m, ok := p.monthYear(i); ok {
		return m, true
	}
	if m, j, ok := p.monthAt(i); ok && p.isNamed(i, m) {
		return p.dated(partial{hijri: m.hijri, m: m.number}, j, "month"), true
	}
	if y, next, ok := p.yearInWords(i); ok && p.is(i-1, "من") {
		return p.dated(partial{y: y}, next, "year"), true
	}
	y, next, hijri, ok := p.fourDigits(i)
	if !ok || !hijri && (y < firstYear || y > lastYear || p.inChain(i)) || p.counts(next) {
		return match{}, false
	}
	return p.dated(partial{y: y, hijri: hijri}, next, "year"), true
}

// bareUnit reads «العام», «الشهر», «الأسبوع» behind a word that makes them
// periods. An adjective behind them makes them something else: «العام الدراسي».
func (p *parser) bareUnit(i int) (match, bool) {
	u, definite, ok := p.unitAt(i)
	if !ok || !definite || u.count != "one" || u.unit < week {
		return match{}, false
	}
	if p.isWord(i+1) && strings.HasPrefix(p.text(i+1), "ال") && p.text(i+1) != "الي" {
		return match{}, false
	}
	return match{end: i + 1, rule: "bare-unit", timex: timexDate, mean: func(s *scene) span { return s.currentUnit(u.unit) }}, true
}

// currentUnit is the unit that the text is in: that of the story, where it
// tells of a year that is past, else that of publication.
func (s *scene) currentUnit(u unit) span {
	if told, ok := s.told(); ok && s.inText && !s.future && told.grain() >= grainOf(u) {
		return periodFrom(told, u, 0)
	}
	return s.periodAt(u, 0)
}

// deepest is how many parts may stand inside each other: «نهاية الأسبوع الأول
// من النصف الثاني من العام».
const deepest = 2

// partOf reads a half, third, quarter or week of a period: «النصف الثاني من
// مارس», «الربع الأول 2025», «الأسبوع الأخير من العام», «الأشهر التسعة الأولى
// من 2024».
func (p *parser) partOf(i int) (match, bool) {
	parts := p.fractions.of[p.text(i)]
	j := i + 1
	var u unitName
	var count float64
	if parts == 0 {
		var ok bool
		if count, j, ok = p.quantity(i); !ok {
			j = i
		}
		if u, _, ok = p.unitAt(j); !ok || u.unit < day || u.unit > month || u.count == "pair" {
			return match{}, false
		}
		count, j = p.howMany(j+1, count)
	}
	n, j, ok := p.rank(j)
	if !ok {
		return match{}, false
	}
	if p.depth == deepest {
		return match{}, false
	}
	p.depth++
	whole, ok := p.period(p.skip(j, "من", "في", "ل"))
	p.depth--
	if !ok || whole.rule == "part" && p.text(i) == p.text(j) {
		return match{}, false
	}
	mean := func(s *scene) span {
		sp := whole.mean(s)
		switch {
		case parts > 0:
			return slice(sp, n, parts)
		case u.count == "one":
			return nthUnit(sp, u.unit, n)
		}
		return firstUnits(sp, amount{count, u.unit}, n)
	}
	return match{end: whole.end, rule: "part", timex: timexDate, mean: mean}, true
}

// slice is the nth of some equal parts, the last for 0.
func slice(sp span, n, parts int) span {
	if n == 0 {
		n = parts
	}
	p, single := sp.single()
	if n > parts || !sp.from.exists() || sp.length != "" || sp.openFrom || sp.openTo {
		return span{}
	}
	switch {
	case single && p.masked > 0:
		width := []int{1, 10, 100}[p.masked]
		return between(point{y: p.y + width*(n-1)/parts}, point{y: p.y + width*n/parts - 1})
	case single && p.grain() == yearGrain:
		return between(point{y: p.y, m: 12/parts*(n-1) + 1}, point{y: p.y, m: 12 / parts * n})
	case single && p.grain() == monthGrain:
		step := 30 / parts
		last := step * n
		if n == parts {
			last = daysIn(p.y, p.m)
		}
		return between(point{y: p.y, m: p.m, d: step*(n-1) + 1}, point{y: p.y, m: p.m, d: min(last, daysIn(p.y, p.m))})
	case single:
		return span{}
	}
	first := sp.from.first()
	days := first.daysTo(sp.to.last()) + 1
	return between(first.add(0, 0, days*(n-1)/parts), first.add(0, 0, days*n/parts-1))
}

// nthUnit is the nth day, week or month of a period, the last for 0. Weeks of
// a month are counted from its first day, weeks of a year are those of ISO
// 8601.
func nthUnit(sp span, u unit, n int) span {
	if sp.length != "" || sp.openFrom || sp.openTo || !sp.from.exists() || sp.from.masked > 0 {
		return span{}
	}
	first, last := sp.from.first(), sp.to.last()
	switch {
	case u == month && n == 0:
		return at(last.cut(monthGrain))
	case u == month:
		return at(first.add(0, n-1, 0).cut(monthGrain))
	case u == day && n == 0:
		return at(last)
	case u == day:
		return at(first.add(0, 0, n-1))
	case sp.from.grain() == yearGrain:
		within := first.add(0, 0, 3+7*(n-1)) // 4 January is always in week 1
		if n == 0 {
			within = last.add(0, 0, -3) // and 28 December in the last
		}
		monday := within.add(0, 0, 1-within.weekday())
		return between(monday, monday.add(0, 0, 6))
	case n == 0:
		return between(last.add(0, 0, -6), last)
	}
	from := first.add(0, 0, 7*(n-1))
	to := from.add(0, 0, 6)
	if last.before(to) {
		to = last
	}
	return between(from, to)
}

// firstUnits is the first so many units of a period, the last ones for n = 0;
// without a number only the edge is known.
func firstUnits(sp span, a amount, n int) span {
	if n > 1 || sp.length != "" || sp.openFrom || sp.openTo || !sp.from.exists() {
		return span{}
	}
	if a.n == 0 {
		return edgeOf(sp, map[int]edge{1: earlyEdge, 0: lateEdge}[n])
	}
	first, last := sp.from.first(), sp.to.last()
	if a.u == month {
		first, last = first.cut(monthGrain), last.cut(monthGrain)
	}
	if n == 1 {
		return between(first, first.shift([]amount{{a.n - 1, a.u}}, 1))
	}
	return between(last.shift([]amount{{a.n - 1, a.u}}, -1), last)
}
