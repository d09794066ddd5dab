package calendar

// interval reads two dates that bound a time: «من 2014 إلى 2018», «بين 4 و22
// هذا الشهر», «3-5 أيار», «2014-2018», «من الثلاثاء إلى الخميس». A part that the
// first leaves out it takes from the second. The span begins at the first date.
func (p *parser) interval(i int) (match, bool) {
	first, ok := p.bound(i)
	if !ok {
		return match{}, false
	}
	opener := p.opener(i)
	j, joined := p.joint(first, opener)
	if !joined || opener == "من" && p.is(first.end, "الي") && p.shifts(i-1) {
		return match{}, false
	}
	second, ok := p.bound(j)
	if !ok || second.number > 0 || second.date == nil && first.number > 0 && second.of == nil {
		return match{}, false
	}
	a, b := complete(first, second)
	if a == nil || !p.mayBound(first, second, opener) {
		return match{}, false
	}
	mean := func(s *scene) span {
		x, y := a(s), b(s)
		if x.length != "" || y.length != "" || x.openFrom || y.openTo || x.openTo || y.openFrom {
			return span{}
		}
		if second.rule == "weekday" && y.to.before(x.from) && y.to.grain() == dayGrain {
			y.to = y.to.add(0, 0, 7) // «من الثلاثاء إلى الخميس»
		}
		return between(x.from, y.to)
	}
	m := match{end: second.end, rule: "interval", timex: timexDate, mean: mean, fixed: "in"}
	if opener == "" && (first.rule == "bare-year" || first.number > 0) {
		m.fixed, m.bare = "", true
	}
	return m, true
}

// endpoint is a date at an end of an interval, or the number of a day alone.
type endpoint struct {
	match
	number int // of the day, when nothing else is said
	start  int
	// of is the month of a day that has its number before it: «22 هذا الشهر».
	of func(*scene) span
}

// bound reads one end of an interval.
func (p *parser) bound(i int) (endpoint, bool) {
	best := endpoint{start: i}
	ok := false
	for _, read := range []func(int) (match, bool){
		p.dayExpr, p.numericDate, p.dayMonth, p.monthDay, p.monthYear, p.namedYear, p.edged, p.placedUnit,
	} {
		if m, found := read(i); found && m.end > best.end {
			best.match, ok = m, true
		}
	}
	if y, next, found := p.yearInWords(i); found && !ok {
		best.match, ok = p.dated(partial{y: y}, next, "bare-year"), true
	}
	if y, next, hijri, found := p.fourDigits(i); found && !ok && (hijri || firstYear <= y && y <= lastYear) && !p.counts(next) {
		best.match, ok = p.dated(partial{y: y, hijri: hijri}, next, "bare-year"), true
	}
	if ok {
		return best, true
	}
	if d, next, found := p.dayAt(i); found {
		best.number, best.end = d, next
		if of, placed := p.placedUnit(p.skip(next, "في", "من")); placed && of.unit == month {
			best.of, best.end, best.number = of.mean, of.end, 0
			best.match = of
			best.mean = dayIn(of.mean, d)
		}
		return best, true
	}
	return best, false
}

// dayIn is the day d of a month.
func dayIn(of func(*scene) span, d int) func(*scene) span {
	return func(s *scene) span {
		m, ok := of(s).single()
		if !ok || m.m == 0 || d > daysIn(m.y, m.m) {
			return span{}
		}
		return at(point{y: m.y, m: m.m, d: d})
	}
}

// opener is the word that announces two bounds before i: «من» or «بين», or "".
func (p *parser) opener(i int) string {
	i = p.before(i, "عامي", "العامين", "سنتي", "الاعوام", "يومي", "شهري", "يوم")
	switch {
	case p.is(i-1, "من", "بين"):
		return p.text(i - 1)
	case p.is(i-1, "منذ", "ابتداء", "لفتره", "للفتره", "فتره", "الفتره"):
		return "من"
	}
	return ""
}

// before steps back over one of some words that end before i.
func (p *parser) before(i int, words ...string) int {
	if p.is(i-1, words...) {
		return i - 1
	}
	return i
}

// joint gives the position behind what joins two bounds.
func (p *parser) joint(first endpoint, opener string) (int, bool) {
	j := first.end
	switch {
	case p.is(j, "الي", "حتي", "لغايه"):
		j = p.skip(j+1, "غايه")
		return p.skip(j, "يوم"), opener != "" || p.loose
	case p.is(j, "و") && opener == "بين":
		return p.skip(p.skip(j+1, "بين"), "عام", "يوم"), true
	case p.is(j, "-", "–", "—", "ـ", "ــ"):
		return j + 1, p.touches(j) == p.touches(j+1)
	case p.is(j, "/") && p.touches(j) && first.rule == "bare-year" && p.touches(j+1):
		return j + 1, true
	}
	return j, false
}

// mayBound reports whether the two ends are of a kind. Without a word before
// them numbers alone must touch their dash, and years must follow each other.
func (p *parser) mayBound(a, b endpoint, opener string) bool {
	if a.rule == "bare-year" && b.rule == "bare-year" && a.date.hijri == b.date.hijri {
		inOrder := a.date.y < b.date.y
		if opener == "" {
			return inOrder && !p.cue("counter", a.start) && !p.counts(b.end)
		}
		return inOrder
	}
	if a.number > 0 {
		return b.date != nil && b.date.d > a.number || b.of != nil || b.date != nil && b.date.d > 0 && opener == "" && p.loose
	}
	if a.timex == timexDuration || b.timex == timexDuration {
		return false
	}
	return opener != "" || p.loose || a.date != nil && b.date != nil && (a.date.d > 0) == (b.date.d > 0)
}

// complete gives the meanings of both ends, the first with what it leaves to
// the second.
func complete(a, b endpoint) (x, y func(*scene) span) {
	switch {
	case a.number > 0 && b.of != nil:
		return dayIn(b.of, a.number), b.mean
	case a.number > 0 && b.date != nil && b.date.d > 0:
		d := *b.date
		d.d = a.number
		return d.span, b.mean
	case a.number > 0:
		return nil, nil
	case a.date != nil && b.date != nil && a.date.y == 0 && a.date.place == noPlace && a.date.yearPlace == noPlace && a.date.m > 0 && a.date.hijri == b.date.hijri && b.date.m > 0:
		first, second := *a.date, *b.date
		return func(s *scene) span { return beforeOf(first, second, s) }, b.mean
	case a.date != nil && b.date != nil && b.date.y == 0 && b.date.place == noPlace && b.date.yearPlace == noPlace && b.date.m > 0 && a.date.y > 0:
		d := *b.date
		d.y = a.date.y
		if d.m < a.date.m {
			d.y++
		}
		return a.mean, d.span
	}
	return a.mean, b.mean
}

// beforeOf is the last date a before b.
func beforeOf(a, b partial, s *scene) span {
	end, ok := b.span(s).single()
	if !ok || a.hijri {
		return a.span(s)
	}
	a.y = end.y
	if a.m > b.m {
		a.y--
	}
	return a.span(s)
}

// longestList is how many days a list may name before their month.
const longestList = 8

// listed reads the first of several days that share a month: «11 و12 مارس»,
// «5 و6 و7 سبتمبر».
func (p *parser) listed(i int) (match, bool) {
	d, j, ok := p.dayAt(i)
	if !ok || !p.isNumber(i) || p.afterColon(i) {
		return match{}, false
	}
	for k, n := j, 0; n < longestList && p.is(k, "و", "او", "،", ",") && p.isNumber(k+1); n++ {
		if next, ok := p.dayMonth(k + 1); ok {
			first := *next.date
			first.d = d
			return p.dated(first, j, "listed"), d < next.date.d
		}
		k += 2
	}
	return match{}, false
}

// weekSpan reads days of a week that is named first: «الأسبوع المقبل بين
// الأربعاء والجمعة», «هذا الأسبوع من الثلاثاء إلى الخميس».
func (p *parser) weekSpan(i int) (match, bool) {
	of, ok := p.placedUnit(i)
	if !ok || of.unit != week || !p.is(of.end, "من", "بين") {
		return match{}, false
	}
	j := p.skip(of.end+1, "يوم")
	from := p.weekdays.of[p.text(j)]
	if j++; from == 0 || !p.is(j, "الي", "حتي", "و") {
		return match{}, false
	}
	j = p.skip(j+1, "يوم")
	to := p.weekdays.of[p.text(j)]
	mean := func(s *scene) span {
		sp := of.mean(s)
		if sp.from.grain() != dayGrain {
			return sp
		}
		return between(sp.from.add(0, 0, from-1), sp.from.add(0, 0, to-1))
	}
	return match{end: j + 1, rule: "interval", timex: timexDate, mean: mean}, to > 0
}
