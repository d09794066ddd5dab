package calendar

import "strings"

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
		return p.uncounted(i, licensed)
	}
	u, definite, ok := p.unitAt(j)
	switch {
	case !ok || u.count == "pair" || !p.lengthUnit(u.unit) || definite && !p.loose:
		return l, false
	case u.count == "one" && p.datesUnit(u.unit, j+1):
		return l, false // «كانوا 5200 عام 2020»
	}
	return stretch{amounts: []amount{{n, u.unit}}, end: j + 1}, n > 0 && (u.unit < decade || n <= 20)
}

// uncounted reads a unit without a number: a dual, a plural, or a single one.
func (p *parser) uncounted(i int, licensed bool) (l stretch, ok bool) {
	u, definite, ok := p.unitAt(i)
	if !ok || u.count == "pair" || !p.lengthUnit(u.unit) || definite && !(p.loose && licensed) {
		return l, false
	}
	l = stretch{amounts: []amount{{1, u.unit}}, end: i + 1}
	switch u.count {
	case "two":
		l.amounts[0].n = 2
		return l, true
	case "many":
		l.vague, l.end = true, p.skip(i+1, "قليله", "طويله", "معدوده", "عديده")
		// «ساعات الصباح», «سنوات الاحتلال» name a time and are no length
		named := p.isWord(i+1) && strings.HasPrefix(p.text(i+1), "ال") && p.text(i+1) != "الي"
		return l, licensed && !named
	}
	return p.single(l, licensed)
}

// single reads what may follow one unit and make it a length.
func (p *parser) single(l stretch, licensed bool) (stretch, bool) {
	j := l.end
	f, _ := p.fraction(j + 1)
	switch {
	case p.datesUnit(l.amounts[0].u, j):
		return l, false
	case f > 0 && p.is(j, "و"):
		return l, true // «سنة ونصف»
	case p.is(j, "من") && p.is(j+1, "الزمن", "الزمان"):
		l.end += 2
		return l, true
	case p.whole(j):
		l.end++
		return l, licensed || p.is(j, "كامل", "كامله", "اضافي", "اضافيه")
	}
	return l, licensed
}

// whole reports whether an adjective stands at i that makes the unit before it
// a length: «لعام إضافي», «ليوم واحد».
func (p *parser) whole(i int) bool {
	return p.is(i, "واحد", "واحده", "كامل", "كامله", "اضافي", "اضافيه", "اخر", "اخري")
}

// datesUnit reports whether what stands at i names the unit before it rather
// than counts it: «بعد عام 2003», «قبل يوم 15 ماي», «قبل شهر رمضان».
func (p *parser) datesUnit(u unit, i int) bool {
	switch u {
	case year:
		_, _, _, ok := p.fourDigits(i)
		return ok
	case month:
		_, _, ok := p.monthAt(i)
		return ok
	case day:
		_, ok := p.fullDate(i)
		return ok || p.weekdays.of[p.text(i)] > 0
	}
	return false
}

// lengthUnit reports whether a length may be counted in u. Times below an hour
// are of no use to a chronicle and are read only loosely.
func (p *parser) lengthUnit(u unit) bool {
	return u >= hour && u != quarter || p.loose && u != quarter
}

// duration reads a length that stands for itself, or behind «منذ» and «خلال».
func (p *parser) duration(i int) (match, bool) {
	from := p.beforeApprox(i)
	rel, start, placed := phraseBefore(p, p.relations, from)
	placed = placed || p.is(from-1, "ل") && from < i
	placed = placed && (rel != "none" || p.is(start, "ل") && (p.whole(i+1) || from < i)) && !p.is(start, "الي", "في", "ب")
	start0 := i
	if p.loose && p.is(i, "طوال", "طيله") {
		i, placed = i+1, true
	}
	if p.loose && !placed {
		placed = p.wholeAhead(i)
	}
	l, ok := p.lengthAt(i, placed)
	if !ok || p.isAge(start0, l) || p.is(from-1, "بعد") && p.is(from-2, "علي") {
		return match{}, false
	}
	if l.vague && rel != "since" {
		return match{}, false
	}
	l.end = p.fromNow(l.end, p.loose)
	m := match{end: l.end, rule: "length", timex: timexDuration}
	within := p.is(from-1, "خلال", "غضون", "ظرف")
	m.mean = func(s *scene) span { return s.lasting(l, within) }
	m.vague = l.vague
	return m, true
}

// wholeAhead reports whether a loose phrase is nothing but a length.
func (p *parser) wholeAhead(i int) bool {
	_, _, ok := p.unitAt(i)
	return ok && (p.whole(i+1) || p.is(i+1, "و"))
}

// isAge reports whether a number of years is somebody's age.
func (p *parser) isAge(i int, l stretch) bool {
	if l.amounts[0].u != year || l.vague {
		return false
	}
	if p.is(l.end, "من") && p.is(l.end+1, "العمر", "عمره", "عمرها") {
		return true
	}
	for n := 0; n < 4; n++ {
		switch {
		case p.beforeApprox(i) < i:
			i = p.beforeApprox(i)
		case p.is(i-1, "بين", "ما", "ال"):
			i--
		case p.is(i-1, "و", "الي", "-") && p.isNumber(i-2):
			i -= 2 // «أعمارهم بين 24 و37 عاما»
		}
	}
	n := l.amounts[0].n
	return p.cue("age", i) || n >= 10 && n <= 110 && p.is(i-1, "(") && p.is(l.end, ")", "،")
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
