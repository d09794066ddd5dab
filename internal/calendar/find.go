package calendar

// Found is a temporal expression in a text.
type Found struct {
	Start, End int    // bytes, without the preposition
	Value      string // EDTF
	Timex      string // DATE, DURATION or SET
	Relation   string // "", in, by, until, since, before or after
	Rule       string // what read it
}

// Anchor is what is known of the text as a whole.
type Anchor struct {
	// Day is when it was published, in EDTF: a day, a month, a year, or "" when
	// that is not known.
	Day string
	// Loose reads phrases as an assistant is spoken to, where a text in print
	// would mean something else: «سأعود في 15» is a day of a month, «4.22» the
	// 22nd of April, «الصيف» the next one, and lengths below an hour count. It
	// is for measuring against collections of such phrases.
	Loose bool
}

// Find gives the temporal expressions of a paragraph, sorted and not nested.
// Expressions whose value cannot be told are left out.
func Find(text string, at Anchor) []Found {
	t := Thread{Anchor: at}
	return t.Find(text)
}

// Thread reads the paragraphs of one text in order. What one of them speaks of
// helps to read the next: «في العام ذاته». The zero Thread knows nothing.
type Thread struct {
	Anchor Anchor
	focus  point // the date last spoken of
	years  map[[2]int]int
	lexer  lexer
}

// Find reads the next paragraph: see the function [Find].
func (t *Thread) Find(text string) []Found {
	if t.years == nil {
		t.years, t.lexer.numerals = map[[2]int]int{}, map[string]bool{}
	}
	r := reading{
		parser: &parser{lexicon: words(), lx: t.lexer.lex(text), loose: t.Anchor.Loose, numerals: map[int]numeralRead{}},
		scene:  scene{focus: t.focus, years: t.years},
	}
	r.scene.now, _ = parsePoint(t.Anchor.Day)
	r.scene.now.approx, r.scene.now.unsure = false, false
	for i := 0; i < len(r.lx); {
		i = r.step(i)
	}
	t.focus = r.scene.focus
	return r.found
}

// reading is one paragraph while it is read.
type reading struct {
	*parser
	scene scene
	found []Found
	age   int // sentences since the focus was named
	last  int // position behind the last expression
}

// step reads what begins at i and gives the position behind it.
func (r *reading) step(i int) int {
	if r.lx[i].stop {
		r.scene.future, r.scene.was, r.scene.here = false, false, point{}
		r.age++
		return i + 1
	}
	m, ok := r.best(i)
	if !ok {
		if r.looksAhead(i) {
			r.scene.future, r.scene.was = true, r.within(i, wasBefore, "was")
		}
		return i + 1
	}
	b := r.bearingOf(m, i)
	if b.start == i && m.fixed == "" && m.timex == timexDate && r.follows(i) {
		b.relation = r.found[len(r.found)-1].Relation
	}
	r.scene.relation, r.scene.event, r.scene.fresh = b.relation, b.event, r.age <= 1
	r.scene.past = r.looksBack(b, i, m)
	sp := m.mean(&r.scene)
	if b.approx {
		sp = sp.approximate()
	}
	value := sp.String()
	if m.rule == "offset" && sp.length != "" {
		m.timex, m.rule, b.relation = timexDuration, "distance", "after"
	}
	if value == "" || !Valid(value) {
		return m.end // its parts would say something else
	}
	r.keep(m, b, i, value)
	r.remember(m, b, sp)
	return m.end
}

// follows reports whether the expression at i goes on a list that the last one
// found began: «في 2011 و2014».
func (r *reading) follows(i int) bool {
	return len(r.found) > 0 && r.last > 0 && r.last == i-1 && r.is(i-1, "و", "او")
}

func (r *reading) keep(m match, b bearing, i int, value string) {
	r.last = m.end
	r.found = append(r.found, Found{
		Start: r.lx[i].start, End: r.lx[m.end-1].end,
		Value: value, Timex: m.timex, Relation: b.relation, Rule: m.rule,
	})
}

// remember notes what the text has spoken of. A date that only belongs to an
// attribute does not become the focus.
func (r *reading) remember(m match, b bearing, sp span) {
	p := sp.from
	if m.timex != timexDate || sp.length != "" || sp.openFrom || sp.openTo || p.masked > 0 {
		return
	}
	if d := m.date; d != nil && d.y > 0 && d.m > 0 {
		r.scene.years[[2]int{d.m, d.d}] = d.y
	}
	if m.date != nil && p.grain() >= monthGrain && sp.from == sp.to && !p.approx {
		r.scene.here = p
	}
	p.approx, p.unsure = false, false
	if r.attributive(b.start) || m.rule == "offset" {
		return
	}
	r.scene.focus, r.scene.inText, r.age = p, true, 0
}

// best gives the longest expression that begins at i, and among equals the
// one that the earlier rule reads.
func (r *reading) best(i int) (match, bool) {
	best, ok := match{}, false
	if !r.lx[i].time {
		return best, false
	}
	for _, read := range []func(int) (match, bool){
		r.interval, r.numericDate, r.dayExpr, r.dayMonth, r.monthDay, r.dayOfPeriod, r.weekdayOfMonth, r.weekAndDay, r.weekSpan,
		r.listed, r.monthYear, r.namedYear, r.bareYear, r.placedUnit, r.severalUnits, r.partOf, r.edged,
		r.season, r.decade, r.centuryNamed, r.recurs, r.offset, r.duration, r.looseDay,
	} {
		if m, found := read(i); found && m.end > best.end {
			best, ok = m, true
		}
	}
	return best, ok
}
