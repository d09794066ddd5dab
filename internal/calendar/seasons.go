package calendar

import "strings"

// season reads a season with its year or a word that places it: «صيف 2014»,
// «الصيف المقبل», «شتاء هذا العام».
func (p *parser) season(i int) (match, bool) {
	j := p.skip(i, "فصل")
	this := p.is(j, "هذا")
	if this {
		j++
	}
	m, ok := p.seasons.of[p.text(j)]
	if !ok {
		return match{}, false
	}
	d := partial{m: m}
	if this {
		d.place = thisPlace
	}
	definite := strings.HasPrefix(p.text(j), "ال")
	end := p.yearTail(j+1, &d)
	if end == j+1 && !this && !(p.loose && definite) || d.hijri {
		return match{}, false
	}
	mean := func(s *scene) span {
		first, ok := d.span(s).single()
		if !ok {
			return span{}
		}
		return between(first, first.add(0, 2, 0))
	}
	return match{end: end, rule: "season", timex: timexDate, mean: mean}, true
}

// decade reads «التسعينيات», «سبعينيات القرن الماضي». «في العشرينيات من عمره»
// is an age.
func (p *parser) decade(i int) (match, bool) {
	years, ok := p.decades.of[p.text(i)]
	if !ok || p.is(i+1, "من") && p.is(i+2, "عمره", "عمرها", "العمر", "عمرهم", "عمري") {
		return match{}, false
	}
	m := match{end: i + 1, rule: "decade", timex: timexDate}
	within, ok := p.centuryNamed(p.skip(i+1, "من"))
	if ok {
		m.end = within.end
	} else {
		within.mean = func(s *scene) span { return s.centuryOf(years) }
	}
	m.mean = func(s *scene) span {
		c, ok := within.mean(s).single()
		if !ok {
			return span{}
		}
		return at(point{y: c.y/100*100 + years, masked: 1})
	}
	return m, true
}

// centuryOf is the century of the last decade of that name that has begun.
func (s *scene) centuryOf(years int) span {
	if !s.now.known() {
		return span{}
	}
	c := s.now.y / 100 * 100
	if c+years > s.now.y {
		c -= 100
	}
	return at(point{y: c, masked: 2})
}

// centuryNamed reads «القرن العشرين», «القرن الـ21», «القرن الماضي».
func (p *parser) centuryNamed(i int) (match, bool) {
	if !p.is(i, "القرن") {
		return match{}, false
	}
	if pl, ok := p.modifierAt(i+1, true); ok {
		return match{end: i + 2, rule: "century", timex: timexDate, mean: func(s *scene) span { return s.unitAt(century, pl, false) }}, true
	}
	n, next, ok := p.quantity(i + 1)
	if num, after, isNumeral := p.numeral(i + 1); !ok && isNumeral && num.Ordinal {
		n, next, ok = float64(num.Value), after, true
	}
	if !ok || n < 1 || n > 22 || p.is(next, "قبل") {
		return match{}, false
	}
	if p.is(next, "الميلادي", "ميلادي") {
		next++
	}
	c := point{y: (int(n) - 1) * 100, masked: 2}
	return match{end: next, rule: "century", timex: timexDate, mean: func(*scene) span { return at(c) }}, c.y > 0
}
