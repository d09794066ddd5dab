package calendar

import "strings"

// coarse is the day of publication where the answer would be finer than it is
// known, and unknown where nothing is known.
func (s *scene) coarse(need grain) span {
	if s.now.known() && s.now.grain() < need {
		return at(s.now)
	}
	return span{}
}

// periodAt is the day, week, month … that lies n of them from now.
func (s *scene) periodAt(u unit, n int) span { return periodFrom(s.now, u, n) }

// periodFrom is the day, week, month … that lies n of them from the one that
// holds now, no finer than now is known. Weeks begin on Monday.
func periodFrom(now point, u unit, n int) span {
	s := &scene{now: now}
	if !now.known() {
		return span{}
	}
	switch need := grainOf(u); {
	case now.grain() < need:
		return s.coarse(need)
	case u == day:
		return at(now.add(0, 0, n))
	case u == week:
		monday := now.add(0, 0, 1-now.weekday()+7*n)
		return between(monday, monday.add(0, 0, 6))
	case u == month:
		return at(now.cut(monthGrain).add(0, n, 0))
	case u == quarter:
		first := point{y: now.y, m: (now.m-1)/3*3 + 1}.add(0, 3*n, 0)
		return between(first, first.add(0, 2, 0))
	case u == year:
		return at(point{y: now.y + n})
	case u == decade:
		return at(point{y: (now.y/10 + n) * 10, masked: 1})
	case u == century:
		return at(point{y: (now.y/100 + n) * 100, masked: 2})
	}
	return span{}
}

// demonstrative reads «هذا», «ذلك», «نفس» before a unit.
func (p *parser) demonstrative(i int) (place, int) {
	switch {
	case p.is(i, "هذا", "هذه"):
		return thisPlace, i + 1
	case p.is(i, "ذلك", "تلك", "نفس", "ذات"):
		return samePlace, i + 1
	}
	return noPlace, i
}

// placedUnit reads one unit that a word places: «الأسبوع الماضي», «هذا العام»,
// «الشهر نفسه», «السنة بعد القادمة», «العام المقبل 2026».
func (p *parser) placedUnit(i int) (match, bool) {
	pl, j := p.demonstrative(i)
	u, definite, ok := p.unitAt(j)
	if !ok || u.count != "one" || !definite || u.unit < day {
		return match{}, false
	}
	at := j
	j++
	twice := p.is(j, "بعد", "قبل")
	if twice {
		j++
	}
	mod, modified := p.modifierAt(j, true)
	switch {
	case modified && (pl == noPlace || mod == thisPlace || mod == samePlace) && (!twice || mod == nextPlace || mod == lastPlace || mod == followingPlace):
		pl, j = mod, j+1
	case pl == noPlace || twice:
		return match{}, false
	}
	if pl == recentPlace || u.unit == day && (pl == thisPlace || pl == previousPlace) || p.isTitle(at, pl) {
		return match{}, false
	}
	m := match{end: j, rule: "unit", timex: timexDate, unit: u.unit, mean: func(s *scene) span { return s.unitAt(u.unit, pl, twice) }}
	if y, _, _, ok := p.fourDigits(j); ok && u.unit == year && !p.counts(j+1) && !p.inChain(j) {
		m.end, m.mean = j+1, partial{y: y}.span
	}
	if d := (partial{}); pl == samePlace && u.unit == month {
		if end := p.yearTail(j, &d); end > j {
			m.end, m.mean = end, func(s *scene) span { return s.sameMonth(d) }
		}
	}
	return m, true
}

// sameMonth is the month that the text is in, in another year: «الشهر نفسه من
// العام الماضي».
func (s *scene) sameMonth(d partial) span {
	d.m = s.focus.m
	if d.m == 0 {
		return span{}
	}
	return d.span(s)
}

// isTitle reports whether «العام» at i is the adjective: «الأمين العام السابق».
// Of what is former or present it is one behind any definite masculine noun.
func (p *parser) isTitle(i int, pl place) bool {
	if !p.is(i, "العام") || pl == lastPlace || pl == samePlace || p.touches(i) {
		return false
	}
	before := p.text(i - 1)
	general := strings.HasPrefix(before, "ال") && !strings.HasSuffix(before, "ه") && !strings.HasSuffix(before, "ات") && p.isWord(i-1)
	return p.cue("title", i) || general && (pl == previousPlace || pl == thisPlace) && !p.is(i-1, "الي")
}

// unitAt is the unit in its place. Twice is «بعد القادم».
func (s *scene) unitAt(u unit, pl place, twice bool) span {
	step := 1
	if twice {
		step = 2
	}
	switch pl {
	case thisPlace:
		return s.periodAt(u, 0)
	case nextPlace:
		return s.periodAt(u, step)
	case lastPlace:
		return s.periodAt(u, -step)
	case samePlace:
		return periodFrom(s.focus, u, 0)
	case followingPlace:
		if s.focus.known() {
			return periodFrom(s.focus, u, step)
		}
		return s.periodAt(u, step)
	case previousPlace:
		if told, ok := s.told(); ok {
			return periodFrom(told, u, -1)
		}
		return s.periodAt(u, -1)
	}
	return span{}
}

// severalUnits reads several units up to now or from now on: «الأيام الأخيرة»,
// «الأشهر الثلاثة المقبلة», «العامين الماضيين», «الـ24 ساعة الماضية», «سنوات
// مقبلة», «آخر 3 سنوات».
func (p *parser) severalUnits(i int) (match, bool) {
	last := p.is(i, "اخر")
	j := i
	if last {
		j++
	}
	n, k, counted := p.quantity(j)
	if counted {
		j = k
	}
	if last && !counted {
		return match{}, false
	}
	u, definite, ok := p.unitAt(j)
	if !ok || u.count == "pair" || u.count == "one" && !counted || u.unit < hour && !p.loose {
		return match{}, false
	}
	j++
	if u.count == "two" {
		n = 2
	}
	if last {
		return severalMatch(j, amount{n, u.unit}, lastPlace), true
	}
	n, j = p.howMany(j, n)
	pl, ok := p.modifierAt(j, definite || counted)
	if !ok && counted {
		pl, ok = p.modifierAt(j, false)
	}
	if !ok || pl == samePlace || pl == thisPlace || pl == followingPlace {
		return match{}, false
	}
	n, j = p.howMany(j+1, n)
	return severalMatch(j, amount{n, u.unit}, pl), true
}

// howMany reads the number behind a plural: «الأشهر الثلاثة», or «القليلة».
func (p *parser) howMany(j int, n float64) (float64, int) {
	if p.is(j, "القليله", "القلائل", "قليله", "العديده") {
		return 0, j + 1
	}
	if v, k, ok := p.quantity(j); ok && n == 0 && (p.is(j, "ال") || strings.HasPrefix(p.text(j), "ال")) {
		return v, k
	}
	return n, j
}

func severalMatch(end int, a amount, pl place) match {
	return match{end: end, rule: "units", timex: timexDuration, vague: a.n == 0,
		mean: func(s *scene) span { return s.several(a, pl) }}
}

// several is the time of some units before or after now; without a number it
// is open at the far end. Years are counted whole.
func (s *scene) several(a amount, pl place) span {
	now := s.now
	switch {
	case !now.known():
		return span{}
	case a.n == 0 && pl == nextPlace:
		return span{from: now, openTo: true}
	case a.n == 0:
		return span{openFrom: true, to: now}
	case a.u < day:
		a = amount{max(1, float64(int(a.n/24))), day}
		if pl == nextPlace {
			return between(now, now.add(0, 0, int(a.n)))
		}
		return between(now.add(0, 0, -int(a.n)), now)
	}
	back := now.shift([]amount{a}, -1)
	on := now.shift([]amount{a}, 1)
	if a.u < year {
		back, on = s.exact(a, -1), s.exact(a, 1)
		if pl == nextPlace {
			return between(now.add(0, 0, 1), on)
		}
		return between(back, now.add(0, 0, -1))
	}
	if pl == nextPlace {
		return between(now.cut(yearGrain), on)
	}
	return between(back, now.cut(yearGrain))
}

// exact moves now by an amount and keeps its grain.
func (s *scene) exact(a amount, sign int) point {
	n := sign * int(a.n)
	switch a.u {
	case day:
		return s.now.add(0, 0, n)
	case week:
		return s.now.add(0, 0, 7*n)
	case quarter:
		return s.now.add(0, 3*n, 0)
	}
	return s.now.add(0, n, 0)
}
