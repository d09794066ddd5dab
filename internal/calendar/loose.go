package calendar

// looseDay reads what only an assistant is told: the number of a day alone
// («سأعود في 15», «عدت للثاني»), the bare «الأسبوع», «بقية الشهر».
func (p *parser) looseDay(i int) (match, bool) {
	if !p.loose {
		return match{}, false
	}
	if p.is(i, "بقيه", "باقي") {
		return p.rest(i)
	}
	if m, ok := p.looseWords(i); ok {
		return m, true
	}
	d, j, ok := p.dayAt(i)
	if !ok || p.isWord(j) || p.joinedBefore(i) || !p.is(i-1, "في", "الي", "يوم", "ل", "من") {
		return match{}, false
	}
	mean := func(s *scene) span {
		if s.now.d == 0 {
			return span{}
		}
		return at(point{y: s.now.y, m: s.now.m, d: min(d, daysIn(s.now.y, s.now.m))})
	}
	return match{end: j, rule: "loose-day", timex: timexDate, mean: mean}, true
}

// rest reads «بقية الأسبوع»: from today to its end.
func (p *parser) rest(i int) (match, bool) {
	inner, ok := p.period(i + 1)
	if !ok {
		return match{}, false
	}
	mean := func(s *scene) span {
		sp := inner.mean(s)
		if sp.length != "" || sp.openFrom || sp.openTo || s.now.d == 0 {
			return span{}
		}
		return between(s.now, sp.to.last())
	}
	return match{end: inner.end, rule: "rest", timex: timexDate, mean: mean}, true
}

// looseWords reads «الأسبوع» alone, and a year in words alone.
func (p *parser) looseWords(i int) (match, bool) {
	if i == 0 && len(p.lx) == 1 {
		return p.bareUnit(i)
	}
	if y, next, ok := p.yearInWords(i); ok && p.is(i-1, "في") {
		return p.dated(partial{y: y}, next, "year"), true
	}
	return match{}, false
}
