package calendar

// dayExpr is a day named by its weekday or counted from today, and what may
// stand around the name: the part of the day before it, the full date behind.
//
//	مساء الثلاثاء الماضي
//	اليوم الأحد 31 أغسطس 2025
//	أمس (الجمعة)
func (p *parser) dayExpr(i int) (match, bool) {
	start := i
	if p.is(i, "بعد", "قبل") && p.is(i+1, "ظهر", "عصر", "منتصف") {
		i++ // «بعد ظهر اليوم»
	}
	for n := 0; n < 2 && p.parts.of[p.text(i)] && !p.is(i, "يوم"); n++ {
		i++
	}
	if m, ok := p.relativeDay(i); ok {
		return p.withDate(m, 0), true
	}
	if m, ok := p.weekday(i); ok {
		return p.withDate(m, p.weekdays.of[p.text(p.skip(i, "يوم"))]), true
	}
	return p.partOfDate(start, i)
}

// partOfDate reads a part of the day, or «يوم», before a date: «مساء 3 أيار»,
// «يوم 15 الجاري».
func (p *parser) partOfDate(start, i int) (match, bool) {
	i = p.skip(i, "يوم", "يومي")
	if i == start {
		return match{}, false
	}
	m, ok := p.fullDate(i)
	m.bare = false
	return m, ok
}

// withDate joins a day with the date behind it, which then decides; the weekday
// w helps to find a year that is not said.
func (p *parser) withDate(m match, w int) match {
	d, ok := p.dateBehind(m)
	if !ok {
		return m
	}
	if d.date != nil {
		date := *d.date
		date.weekday = w
		d.date, d.mean = &date, date.span
	}
	d.bare = false
	return d
}

// dateBehind reads the full date behind a day.
func (p *parser) dateBehind(m match) (match, bool) {
	open := p.is(m.end, "(")
	j := p.skip(m.end, "(", "،", ",", "-", "–")
	j = p.skip(j, "يوم", "الموافق", "المصادف")
	d, ok := p.fullDate(j)
	if !ok {
		return m, false
	}
	if open {
		d.end = p.skip(d.end, ")")
	}
	return d, true
}

// fullDate reads a date with its day.
func (p *parser) fullDate(i int) (match, bool) {
	if m, ok := p.numericDate(i); ok && m.date.d > 0 {
		return m, true
	}
	if m, ok := p.dayMonth(i); ok {
		return m, true
	}
	if m, ok := p.monthDay(i); ok {
		return m, true
	}
	return p.dayOfPeriod(i)
}

// dayOfPeriod reads a day of a month that is not named: «20 من الشهر المقبل»,
// «15 الجاري», «الحادي والثلاثين من هذا الشهر».
func (p *parser) dayOfPeriod(i int) (match, bool) {
	d, j, ok := p.dayAt(i)
	if !ok {
		return match{}, false
	}
	k := p.skip(j, "من", "في")
	var of func(*scene) span
	if m, found := p.placedUnit(k); found && m.unit == month {
		of, k = m.mean, m.end
	} else if p.is(k, "منه") {
		of, k = (*scene).sameMonthAgain, k+1
	} else if mod, found := p.modifierAt(k, true); found && mod == thisPlace && (k > j || p.isNumber(i)) {
		of, k = func(s *scene) span { return s.periodAt(month, 0) }, k+1
	}
	if of == nil {
		return match{}, false
	}
	mean := func(s *scene) span {
		m, known := of(s).single()
		if !known || m.m == 0 || d > daysIn(m.y, m.m) {
			return span{}
		}
		return at(point{y: m.y, m: m.m, d: d})
	}
	return match{end: k, rule: "day-of-month", timex: timexDate, mean: mean}, true
}

// sameMonthAgain is the month that «منه» points back to: that of the date named last, if
// it was in this sentence or the one before, else the month that the text is in.
func (s *scene) sameMonthAgain() span {
	for _, named := range [...]struct {
		point
		near bool
	}{{s.here, true}, {s.focus, s.fresh}} {
		if named.near && named.m > 0 {
			return periodFrom(named.point, month, 0)
		}
	}
	return s.currentUnit(month)
}

// relativeDay reads «اليوم», «أمس», «بعد غد», with the weekday behind it.
func (p *parser) relativeDay(i int) (match, bool) {
	n, j, ok := phrase(p, p.days, i)
	if !ok || !p.dayStands(i, j, n) {
		return match{}, false
	}
	open := p.is(j, "(")
	if k := p.skip(p.skip(j, "(", "،"), "يوم"); p.weekdays.of[p.text(k)] > 0 && (open || k == j || p.is(j, "يوم")) {
		j = k + 1
		if open {
			j = p.skip(j, ")")
		}
	}
	mean := func(s *scene) span { return s.periodAt(day, n) }
	return match{end: j, rule: "relative-day", timex: timexDate, mean: mean}, true
}

// dayStands reports whether the words at i to j, that n days from today can be
// called by, are used so: «اليوم العالمي» is a day, «مرتين في اليوم» a rate,
// «غدا» without tanwin may be a verb and «الغد» a time to come.
func (p *parser) dayStands(i, j, n int) bool {
	switch {
	case p.is(i, "اليوم"):
		rate := p.is(i-1, "في") && !p.loose
		return !rate && !p.is(i-1, "ذلك", "نفس", "ذات", "طوال", "طيله") && !p.cueAt("theday", j) || p.weekdays.of[p.text(j)] > 0
	case p.is(i, "غد") && j == i+1:
		return p.parts.of[p.text(i-1)] || p.weekdays.of[p.text(j)] > 0
	case p.is(i, "الغد"):
		return p.parts.of[p.text(i-1)] || p.touches(i) || p.is(i-1, "حتي", "يوم") || p.loose
	case p.is(i, "غدا"):
		tanwin := p.lx[i].raw != "غدا"
		return tanwin || p.loose || p.parts.of[p.text(i-1)] || p.weekdays.of[p.text(j)] > 0 || !p.isWord(j) || p.is(i-1, "حتي", "منذ")
	}
	return true
}
