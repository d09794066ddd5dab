package calendar

// stretch is a length of time as it stands in the text.
type stretch struct {
	amounts []amount
	end     int
	vague   bool // «أيام», «بضعة أشهر»
}

// lengthAt reads a length: «12 شهراً», «سنة ونصف», «يومين», «1 شهر و 21 أيام»,
// «بضعة أشهر». A unit without a number counts as one, and a plural without one
// as a vague length, only when licensed by a word before it: «عام» alone is
// also «general».
func (p *parser) lengthAt(i int, licensed bool) (l stretch, ok bool) {
	l, ok = p.oneLength(i, licensed)
	if !ok || l.vague {
		return l, ok
	}
	for range 5 {
		j := p.skip(l.end, "و", ",", "،")
		if f, next := p.fraction(j); j > l.end && p.is(l.end, "و") && f > 0 {
			l.amounts[len(l.amounts)-1].n += f
			l.end = next
			continue
		}
		more, found := p.oneLength(j, j > l.end)
		if !found || more.vague || j == l.end && !p.loose || !p.is(l.end, "و") && !p.loose || p.repeats(l, more) {
			break
		}
		l.amounts, l.end = append(l.amounts, more.amounts...), more.end
	}
	return l, true
}

// repeats reports whether the lengths share a unit: two lengths, not one.
func (p *parser) repeats(a, b stretch) bool {
	for _, x := range a.amounts {
		if x.u == b.amounts[0].u {
			return true
		}
	}
	return false
}

func (p *parser) fraction(i int) (float64, int) {
	switch {
	case p.is(i, "نصف", "النصف"):
		return 0.5, i + 1
	case p.is(i, "ربع", "الربع"):
		return 0.25, i + 1
	}
	return 0, i
}

// oneLength reads a number of one unit.
func (p *parser) oneLength(i int, licensed bool) (l stretch, ok bool) {
	if p.is(i, "بضعه", "بضع", "عده") {
		u, _, ok := p.unitAt(i + 1)
		return stretch{amounts: []amount{{0, u.unit}}, end: i + 2, vague: true}, ok && u.count == "many" && p.lengthUnit(u.unit)
	}
	if f, j := p.fraction(i); f > 0 {
		u, definite, ok := p.unitAt(j)
		return stretch{amounts: []amount{{f, u.unit}}, end: j + 1}, ok && !definite && u.count == "one" && p.lengthUnit(u.unit)
	}
	n, j, counted := p.quantity(i)
	if !counted {
		j = i
	}
	u, definite, ok := p.unitAt(j)
	if !ok || u.count == "pair" || !p.lengthUnit(u.unit) || definite && !(p.loose && (counted || licensed)) {
		return l, false
	}
	l = stretch{amounts: []amount{{n, u.unit}}, end: j + 1}
	switch {
	case counted:
		return l, n > 0
	case u.count == "two":
		l.amounts[0].n = 2
		return l, true
	case u.count == "many":
		l.vague, l.end = true, p.skip(j+1, "قليله", "طويله", "معدوده")
		return l, licensed
	}
	if _, _, _, ok := p.fourDigits(j + 1); ok && u.unit == year {
		return l, false // «بعد عام 2003»
	}
	l.amounts[0].n = 1
	if p.is(j+1, "واحد", "واحده", "كامل", "كامله", "اضافي", "اضافيه", "اخر", "اخري") {
		l.end++
		return l, licensed || !p.is(l.end-1, "واحد", "واحده", "اخر", "اخري")
	}
	return l, licensed
}

// lengthUnit reports whether a length may be counted in u. Times below an hour
// are of no use to a chronicle and are read only loosely.
func (p *parser) lengthUnit(u unit) bool {
	return u >= hour && u != quarter || p.loose && u != quarter
}

// duration reads a length that stands for itself, or behind «منذ» and «خلال».
func (p *parser) duration(i int) (match, bool) {
	rel, start, placed := phraseBefore(p, p.relations, i)
	placed = placed && (rel != "none" || p.is(start, "ل")) && !p.is(start, "الي", "في", "ب")
	start0 := i
	if p.loose && p.is(i, "طوال", "طيله") {
		i, placed = i+1, true
	}
	if p.loose && !placed {
		placed = p.wholeAhead(i)
	}
	l, ok := p.lengthAt(i, placed)
	if !ok || p.isAge(start0, l) {
		return match{}, false
	}
	if l.vague && rel != "since" {
		return match{}, false
	}
	l.end = p.fromNow(l.end, p.loose)
	m := match{end: l.end, rule: "length", timex: timexDuration}
	within := p.is(start0-1, "خلال", "غضون", "ظرف")
	m.mean = func(s *scene) span { return s.lasting(l, within) }
	m.vague = l.vague
	return m, true
}

// wholeAhead reports whether a loose phrase is nothing but a length.
func (p *parser) wholeAhead(i int) bool {
	_, _, ok := p.unitAt(i)
	return ok && p.is(i+1, "كامل", "كامله", "واحد", "واحده") || ok && p.is(i+1, "و")
}

// isAge reports whether a number of years is somebody's age.
func (p *parser) isAge(i int, l stretch) bool {
	if l.amounts[0].u != year || l.vague {
		return false
	}
	if p.is(l.end, "من") && p.is(l.end+1, "العمر", "عمره", "عمرها") {
		return true
	}
	n := l.amounts[0].n
	return p.cue("age", i) || n >= 10 && n <= 110 && p.is(i-1, "(") && p.is(l.end, ")", "،") || p.is(i-1, "ال") && p.cue("age", i-1)
}

// fromNow skips «من الآن» and the like behind a length.
func (p *parser) fromNow(i int, wide bool) int {
	switch {
	case p.is(i, "من", "في") && p.is(i+1, "الان", "اليوم", "المستقبل") && (wide || !p.is(i, "في")):
		return i + 2
	case p.is(i, "مضت", "خلت", "مضي"):
		return i + 1
	}
	return i
}

// lasting is the place of a length in time, where it has one, or the length:
// since so long ago, or within so long from the day that the sentence names.
func (s *scene) lasting(l stretch, within bool) span {
	switch {
	case s.relation == "since" && l.vague:
		return s.several(amount{0, l.amounts[0].u}, lastPlace)
	case s.relation == "since":
		return s.away(l, -1)
	case within && s.here.grain() >= monthGrain:
		to := s.here.shift(l.amounts, 1)
		if sp := between(s.here, to); sp != (span{}) && to.grain() <= s.here.grain() {
			return sp
		}
	}
	return span{length: length(l.amounts)}
}

// away is the date at some distance from now; a vague distance gives an open
// end, hours nothing but the day.
func (s *scene) away(l stretch, sign int) span {
	if !s.now.known() {
		return span{}
	}
	if l.vague {
		return s.several(amount{0, l.amounts[0].u}, map[int]place{-1: lastPlace, 1: nextPlace}[sign])
	}
	return at(s.now.shift(l.amounts, sign))
}

// offset reads a date by its distance: «قبل ثلاث سنوات», «بعد أسبوعين», «قبل
// أيام», «بعد شهر من الآن». Where something else follows that it is measured
// from («بعد سنة من توقيعه») only the length is known.
func (p *parser) offset(i int) (match, bool) {
	sign := map[string]int{"قبل": -1, "بعد": 1}[p.text(i)]
	if sign == 0 {
		return match{}, false
	}
	j := p.skip(i+1, "نحو", "حوالي", "قرابه", "زهاء")
	l, ok := p.lengthAt(j, true)
	if !ok || p.is(l.end, "نفسه", "ذاته") {
		return match{}, false
	}
	end := p.fromNow(l.end, true)
	if end == l.end && p.is(end, "من", "علي") || l.amounts[0].u < day {
		if l.vague {
			return match{}, false
		}
		iso := length(l.amounts)
		rel := map[int]string{-1: "before", 1: "after"}[sign]
		return match{end: l.end, rule: "distance", timex: timexDuration, fixed: rel, mean: func(*scene) span { return span{length: iso} }}, true
	}
	m := match{end: end, rule: "offset", timex: timexDate, fixed: "in"}
	m.mean = func(s *scene) span {
		sp := s.distant(l, sign)
		if j > i+1 {
			sp = sp.approximate()
		}
		return sp
	}
	return m, true
}

// distant is the date at a distance from now, or, after a day that the story
// is at, from that day.
func (s *scene) distant(l stretch, sign int) span {
	if told, ok := s.told(); ok && sign > 0 && !s.future && s.inText && !l.vague {
		if sp := at(told.shift(l.amounts, sign)); told.grain() >= grainOf(l.amounts[0].u) {
			return sp
		}
	}
	return s.away(l, sign)
}
