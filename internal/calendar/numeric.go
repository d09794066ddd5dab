package calendar

// numericDate reads dates in digits: «2025/8/19», «2025 / 8 / 19», «19-08-2025»,
// «31.8.2025», «3/2015», and loosely «4/22», «22-4», «16/04/21», «4.22».
func (p *parser) numericDate(i int) (match, bool) {
	if !p.isNumber(i) || p.joinedBefore(i) {
		return match{}, false
	}
	if p.loose {
		if m, ok := p.decimalDate(i); ok {
			return m, true
		}
	}
	nums, end := p.chain(i)
	var date partial
	var ok bool
	switch len(nums) {
	case 3:
		date, ok = p.threeNumbers(nums)
	case 2:
		date, end, ok = p.twoNumbers(nums, i, end)
	}
	if !ok || date.m < 1 || date.m > 12 || date.d > 31 || date.y > 0 && date.d > daysIn(date.y, date.m) {
		return match{}, false
	}
	m := p.dated(date, end, "numeric")
	m.bare = false
	return m, true
}

// joinedBefore reports whether a mark or digits right before i make the number
// part of something longer.
func (p *parser) joinedBefore(i int) bool {
	return p.touches(i) && (p.isNumber(i-1) || p.is(i-1, "/", "-", ".", ":") && p.touches(i-1) && p.isNumber(i-2))
}

// figure is a number as written.
type figure struct{ n, digits int }

// chain reads up to three numbers that one same mark joins. Blanks around the
// mark count only when a year of four digits stands at an end.
func (p *parser) chain(i int) (nums []figure, end int) {
	mark, spaced := "", false
	end = i
	for {
		n, digits, ok := p.integerAt(end)
		if !ok || digits > 4 {
			return nil, i
		}
		nums, end = append(nums, figure{n, digits}), end+1
		if len(nums) == 3 || !p.is(end, "/", "-", ".", "\\") || mark != "" && !p.is(end, mark) || !p.isNumber(end+1) {
			break
		}
		mark = p.text(end)
		spaced = spaced || !p.touches(end) || !p.touches(end+1)
		end++
	}
	year := nums[0].digits == 4 || nums[len(nums)-1].digits == 4
	if spaced && !(year && len(nums) == 3) {
		return nil, i
	}
	if p.touches(end) && (p.isNumber(end) || p.is(end, mark) && p.touches(end+1) && p.isNumber(end+1)) {
		return nil, i
	}
	return nums, end
}

// threeNumbers tells year, month and day. Two digits are a year only loosely.
func (p *parser) threeNumbers(f []figure) (d partial, ok bool) {
	switch {
	case f[0].digits == 4:
		return order(f[0].n, f[2].n, f[1].n), true
	case f[2].digits == 4:
		return order(f[2].n, f[0].n, f[1].n), true
	case !p.loose || f[0].digits > 2 || f[1].digits > 2 || f[2].digits > 2:
		return d, false
	}
	return order(century2(f[2].n), f[0].n, f[1].n), true
}

// order makes a date of a year, a day and a month, and swaps these two where
// only that gives a date.
func order(y, d, m int) partial {
	if m > 12 && d <= 12 {
		d, m = m, d
	}
	return partial{y: y, m: m, d: d}
}

// century2 widens a year of two digits.
func century2(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// twoNumbers reads a month and its year, or a day and its month. The latter
// needs a word of time before it, or loose reading: «22/4» may be a fraction.
func (p *parser) twoNumbers(f []figure, i, end int) (d partial, next int, ok bool) {
	mark := p.text(i + 1)
	rel, _, placed := phraseBefore(p, p.relations, i)
	placed = placed && rel != "none" || p.is(i-1, "يوم")
	switch {
	case p.cue("counter", i) || mark == "\\":
		return d, end, false
	case f[0].digits == 4 && f[1].digits <= 2 && f[1].n <= 12 && (placed || p.loose):
		return partial{y: f[0].n, m: f[1].n}, end, mark == "/" || p.loose
	case f[1].digits == 4 && f[0].digits <= 2 && f[0].n <= 12 && (placed || p.loose):
		return partial{y: f[1].n, m: f[0].n}, end, true
	case f[0].digits > 2 || f[1].digits > 2 || mark == ".":
		return d, end, false
	case mark == "-" && !p.loose || !placed && !p.loose || p.isWord(end) && !p.loose && p.counts(end):
		return d, end, false
	}
	d = order(0, f[0].n, f[1].n)
	if p.loose && p.is(end, ",") {
		if y, digits, isInt := p.integerAt(end + 1); isInt && (digits == 2 || digits == 4) {
			d = order(0, f[1].n, f[0].n) // the month first, as with every year behind a comma
			d.y, end = y, end+2
			if digits == 2 {
				d.y = century2(y)
			}
		}
	}
	return d, end, true
}

// decimalDate reads what looks like a decimal: «4.22», «2015.3».
func (p *parser) decimalDate(i int) (match, bool) {
	var a, b int
	text, ok := p.lx[i].text, false
	for k := range text {
		if text[k] == '.' {
			var ok1, ok2 bool
			a, ok1 = number(text[:k], 1, lastYear)
			b, ok2 = number(text[k+1:], 1, 31)
			ok = ok1 && ok2
			break
		}
	}
	if _, _, unit := p.unitAt(i + 1); !ok || unit {
		return match{}, false
	}
	d := order(0, a, b)
	if a >= firstYear {
		d = partial{y: a, m: b}
	}
	if d.m > 12 {
		return match{}, false
	}
	return p.dated(d, i+1, "numeric"), true
}
