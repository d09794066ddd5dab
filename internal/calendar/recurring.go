package calendar

// recurs reads what happens again and again: «كل ستة أشهر», «كل جمعة»,
// «يومياً», «شبه يومية».
func (p *parser) recurs(i int) (match, bool) {
	if iso, j, ok := phrase(p, p.recurring, i); ok {
		return setMatch(j, iso), true
	}
	if !p.is(i, "كل") {
		return match{}, false
	}
	j := p.skip(i+1, "يوم")
	if p.weekdays.of[p.text(j)] > 0 || p.weekdays.of["ال"+p.text(j)] > 0 {
		return setMatch(j+1, "P1W"), true
	}
	if l, ok := p.lengthAt(i+1, true); ok && !l.vague && !p.isDefiniteUnit(i+1) {
		return setMatch(l.end, length(l.amounts)), true
	}
	return match{}, false
}

func setMatch(end int, iso string) match {
	return match{end: end, rule: "recurring", timex: timexSet, mean: func(*scene) span { return span{length: iso} }}
}
