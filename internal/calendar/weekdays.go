package calendar

// weekday reads the name of a weekday and what places it: «الثلاثاء الماضي»,
// «الأحد من الأسبوع المقبل», «هذا الجمعة».
func (p *parser) weekday(i int) (match, bool) {
	w, j, ok := p.weekdayName(i)
	if !ok {
		return match{}, false
	}
	if p.is(i-1, "ليل", "ليله") {
		// «ليل الجمعة السبت» is the night that follows the Friday
		if k := p.skip(j, "-", "–", "/"); p.weekdays.of[p.text(k)] == w%7+1 {
			j = k + 1
		}
	}
	pl := noPlace
	if p.is(i, "هذا", "هذه") {
		pl = thisPlace
	}
	if mod, ok := p.modifierAt(j, true); ok && mod != recentPlace {
		pl, j = mod, j+1
	}
	for p.is(j, "صباحا", "مساء", "ظهرا", "ليلا", "فجرا") {
		j++
	}
	m := match{end: j, rule: "weekday", timex: timexDate, mean: func(s *scene) span { return s.weekdayAt(w, pl) }}
	if pl == noPlace {
		m.end, m.mean = p.weekdayTail(m, w)
	}
	return m, true
}

// weekdayName reads the name alone. Without the article it needs «يوم» before
// it, and some words before it make it another name: «صلاة الجمعة».
func (p *parser) weekdayName(i int) (w, next int, ok bool) {
	this := p.is(i, "هذا", "هذه")
	j := i
	if this {
		j++
	}
	day := p.is(j, "يوم", "ايام", "يومي")
	if day {
		j++
	}
	w, ok = p.weekdays.of[p.text(j)]
	if !ok && day && p.isWord(j) {
		w, ok = p.weekdays.of["ال"+p.text(j)]
	}
	return w, j + 1, ok && (day || this || !p.cue("named", j))
}

// weekdayTail reads what tells which weekday is meant when no word places it:
// its week, the date that a list of days ends with, or the number of the day.
func (p *parser) weekdayTail(m match, w int) (end int, mean func(*scene) span) {
	j := m.end
	if of, ok := p.placedUnit(p.skip(j, "من", "في")); ok && of.unit == week {
		return of.end, weekdayOf(of.mean, w)
	}
	if near, next, ok := p.listedWeekday(j); ok {
		return next, func(s *scene) span { return nearestWeekday(near(s), w) }
	}
	if days, ok := p.listed(j); ok {
		return j, func(s *scene) span { return nearestWeekday(days.mean(s), w) }
	}
	d, next, ok := p.dayAt(p.skip(j, "في"))
	if ok && p.endsThere(next) && (p.isNumber(j) || p.is(j, "في") || d > 5) {
		return next, func(s *scene) span { return s.weekdayWithDay(w, d) }
	}
	return m.end, m.mean
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

// listedWeekday reads what is behind the first of several weekdays that end in
// a date, «الثلاثاء 20 والأربعاء 21 ديسمبر», «الأربعاء والخميس 28 و29 ديسمبر»:
// the meaning of that date, and the position behind what belongs to the first.
func (p *parser) listedWeekday(i int) (near func(*scene) span, next int, ok bool) {
	next = i
	if n, digits, isInt := p.integerAt(i); isInt && digits <= 2 && n <= 31 {
		next++
	}
	if !p.is(next, "و") {
		return nil, i, false
	}
	j := p.skip(next+1, "يوم")
	if p.weekdays.of[p.text(j)] == 0 {
		return nil, i, false
	}
	d, ok := p.fullDate(j + 1)
	if !ok {
		d, ok = p.listed(j + 1)
	}
	return d.mean, next, ok
}

// nearestWeekday is the day w nearest to a day.
func nearestWeekday(sp span, w int) span {
	p, ok := sp.single()
	if !ok || p.grain() != dayGrain {
		return span{}
	}
	diff := (w - p.weekday() + 7) % 7
	if diff > 3 {
		diff -= 7
	}
	return at(p.add(0, 0, diff))
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
		ahead := s.ahead() && !s.past
		if ahead && diff < 0 {
			diff += 7
		} else if !ahead && diff > 0 {
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
