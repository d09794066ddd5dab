package calendar

// dayExpr is a day named by its weekday or counted from today, and what may
// stand around the name: the part of the day before it, the full date behind.
//
//	مساء الثلاثاء الماضي
//	اليوم الأحد 31 أغسطس 2025
//	أمس (الجمعة)
func (p *parser) dayExpr(i int) (match, bool) {
	start := i
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
	j = p.skip(j, "يوم")
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
	case p.is(i, "الغد"):
		return p.parts.of[p.text(i-1)] || p.touches(i) || p.is(i-1, "حتي", "يوم") || p.loose
	case p.is(i, "غدا"):
		tanwin := p.lx[i].raw != "غدا"
		return tanwin || p.loose || p.parts.of[p.text(i-1)] || p.weekdays.of[p.text(j)] > 0 || !p.isWord(j) || p.is(i-1, "حتي", "منذ")
	}
	return true
}

// weekday reads the name of a weekday and what places it: «الثلاثاء الماضي»,
// «الأحد من الأسبوع المقبل», «هذا الجمعة».
func (p *parser) weekday(i int) (match, bool) {
	this := p.is(i, "هذا", "هذه")
	j := i
	if this {
		j++
	}
	day := p.is(j, "يوم", "ايام", "يومي")
	j = p.skip(j, "يوم", "ايام", "يومي")
	w, named := p.weekdays.of[p.text(j)]
	if !named && day && p.isWord(j) {
		w, named = p.weekdays.of["ال"+p.text(j)]
	}
	if !named || !day && !this && p.cue("named", j) {
		return match{}, false
	}
	j++
	pl := noPlace
	if this {
		pl = thisPlace
	}
	if mod, ok := p.modifierAt(j, true); ok && mod != recentPlace {
		pl, j = mod, j+1
	}
	for p.is(j, "صباحا", "مساء", "ظهرا", "ليلا", "فجرا") {
		j++
	}
	m := match{end: j, rule: "weekday", timex: timexDate, mean: func(s *scene) span { return s.weekdayAt(w, pl) }}
	if of, ok := p.placedUnit(p.skip(j, "من", "في")); ok && pl == noPlace && of.unit == week {
		m.end, m.mean = of.end, weekdayOf(of.mean, w)
		return m, true
	}
	if d, next, ok := p.dayAt(p.skip(j, "في")); ok && pl == noPlace && p.endsThere(next) && (p.isNumber(j) || p.is(j, "في") || d > 5) {
		m.end, m.mean = next, func(s *scene) span { return s.weekdayWithDay(w, d) }
	}
	return m, true
}

// weekAndDay reads a week and then its day: «الأسبوع المقبل يوم الجمعة».
func (p *parser) weekAndDay(i int) (match, bool) {
	m, ok := p.placedUnit(i)
	if !ok || m.unit != week {
		return match{}, false
	}
	j := p.skip(m.end, "يوم")
	w, ok := p.weekdays.of[p.text(j)]
	m.end, m.rule, m.mean = j+1, "weekday", weekdayOf(m.mean, w)
	return m, ok
}

// endsThere reports whether nothing that could be counted stands at i.
func (p *parser) endsThere(i int) bool {
	return !p.isWord(i) || p.is(i, "حتي", "الي")
}

// weekdayOf gives the meaning of a weekday of a week.
func weekdayOf(week func(*scene) span, w int) func(*scene) span {
	return func(s *scene) span {
		sp := week(s)
		if sp.from.grain() != dayGrain {
			return sp
		}
		return at(sp.from.add(0, 0, w-1))
	}
}

// weekdayAt is the day of a weekday, seen from now: the last one, today
// included, or the next where the sentence looks ahead.
func (s *scene) weekdayAt(w int, pl place) span {
	if s.now.d == 0 {
		return s.coarse(dayGrain)
	}
	diff := w - s.now.weekday() // in this week, Monday to Sunday
	switch pl {
	case nextPlace, followingPlace:
		if diff <= 0 {
			diff += 7
		}
	case lastPlace, previousPlace:
		if diff >= 0 {
			diff -= 7
		}
	case thisPlace:
	default:
		if s.ahead() && diff < 0 {
			diff += 7
		} else if !s.ahead() && diff > 0 {
			diff -= 7
		}
	}
	return at(s.now.add(0, 0, diff))
}

// weekdayWithDay is the day w that has the number d, in this month or the ones
// beside it, the nearest first.
func (s *scene) weekdayWithDay(w, d int) span {
	if s.now.m == 0 {
		return span{}
	}
	for _, months := range []int{0, -1, 1, -2, 2} {
		m := s.now.cut(monthGrain).add(0, months, 0)
		if p := (point{y: m.y, m: m.m, d: d}); p.exists() && p.weekday() == w {
			return at(p)
		}
	}
	return span{}
}

// weekdayOfMonth reads «أول يوم جمعة من يوليو», «الجمعة الأخيرة من رمضان»,
// and loosely «الأحد الثاني», of this month.
func (p *parser) weekdayOfMonth(i int) (match, bool) {
	n, j, ok := p.rank(i)
	var w int
	if ok {
		j = p.skip(j, "يوم")
		if w, ok = p.weekdays.of[p.text(j)]; !ok {
			w, ok = p.weekdays.of["ال"+p.text(j)]
		}
		j++
	} else {
		w, ok = p.weekdays.of[p.text(p.skip(i, "يوم"))]
		if ok {
			n, j, ok = p.rank(p.skip(i, "يوم") + 1)
		}
	}
	if !ok {
		return match{}, false
	}
	of := func(s *scene) span { return s.periodAt(month, 0) }
	if inner, found := p.period(p.skip(j, "من", "في")); found {
		of, j = inner.mean, inner.end
	} else if !p.loose {
		return match{}, false
	}
	mean := func(s *scene) span {
		sp := of(s)
		if sp.length != "" || sp.openFrom || sp.openTo || !sp.from.exists() || sp.from.grain() < monthGrain {
			return span{}
		}
		return nthWeekday(sp.from.first(), sp.to.last(), w, n)
	}
	return match{end: j, rule: "weekday-of-month", timex: timexDate, mean: mean}, true
}

// nthWeekday is the nth day w from first on, or the last one up to last for 0.
func nthWeekday(first, last point, w, n int) span {
	day := first.add(0, 0, (w-first.weekday()+7)%7+7*(n-1))
	if n == 0 {
		day = last.add(0, 0, -((last.weekday() - w + 7) % 7))
	}
	if last.before(day) || day.before(first) {
		return span{}
	}
	return at(day)
}

// rank reads an ordinal from one to five, or «آخر», which is 0.
func (p *parser) rank(i int) (n, next int, ok bool) {
	if p.is(i, "اخر", "الاخير", "الاخيره") {
		return 0, i + 1, true
	}
	num, next, ok := p.numeral(i)
	return num.Value, next, ok && num.Ordinal && num.Value <= 5
}
