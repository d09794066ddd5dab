package calendar

// offset reads a date by its distance: «قبل ثلاث سنوات», «بعد أسبوعين», «قبل
// أيام», «بعد شهر من الآن». Where something else follows that it is measured
// from («بعد سنة من توقيعه») only the length is known.
func (p *parser) offset(i int) (match, bool) {
	sign := map[string]int{"قبل": -1, "بعد": 1}[p.text(i)]
	if sign == 0 || p.is(i-1, "علي") && sign > 0 { // «على بعد ساعة» is a distance
		return match{}, false
	}
	j := p.afterApprox(i + 1)
	l, ok := p.lengthAt(j, true)
	if !ok || p.is(l.end, "نفسه", "ذاته") {
		return match{}, false
	}
	end := p.fromNow(l.end, true)
	if end == l.end && p.is(end, "من", "علي", "منذ") || l.amounts[0].u < day {
		if l.vague {
			return match{}, false
		}
		iso := length(l.amounts)
		rel := map[int]string{-1: "before", 1: "after"}[sign]
		return match{end: l.end, rule: "distance", timex: timexDuration, fixed: rel, mean: func(*scene) span { return span{length: iso} }}, true
	}
	m := match{end: end, rule: "offset", timex: timexDate, fixed: "in"}
	ahead := end > l.end || p.loose || p.aheadAfter(end)
	m.mean = func(s *scene) span {
		sp := s.distant(l, sign, ahead)
		if j > i+1 {
			sp = sp.approximate()
		}
		return sp
	}
	return m, true
}

// aheadReach is how many words behind «بعد أسبوعين» may say that it is to come.
const aheadReach = 6

// aheadAfter reports whether the words right behind i look ahead: «بعد أسبوعين
// ستبدأ».
func (p *parser) aheadAfter(i int) bool {
	for j := i; j < len(p.lx) && j < i+aheadReach && !p.lx[j].stop; j++ {
		if p.looksAhead(j) {
			return true
		}
	}
	return false
}

// distant is the date at a distance from now, or, after a day that the story
// is at, from that day. A distance forwards in what is told without a day is
// from something that happened: only its length is known.
func (s *scene) distant(l stretch, sign int, ahead bool) span {
	if sign < 0 || ahead || s.future || l.vague {
		return s.away(l, sign)
	}
	if told, ok := s.told(); ok && s.inText && told.grain() >= grainOf(l.amounts[0].u) {
		return at(told.shift(l.amounts, sign))
	}
	return span{length: length(l.amounts)}
}
