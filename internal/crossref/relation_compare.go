package crossref

import (
	"math"
	"slices"

	"mojaz/internal/corpus"
)

// finding is a relation between two units before its words are chosen.
type finding struct {
	rule     string
	strength float64
	a, b     int // indices into relater.passages
	ua, ub   *unit
	topic    corpus.Span // words that say what it is about, if the rule knows
	ofB      bool        // they stand in B, not in A
}

// likeness is how much two units speak of the same.
type likeness struct {
	weight float64 // of the terms that they share
	share  float64 // the same as a part of what both hold, from 0 to 1
	wide   float64 // weight of the terms that their sentences share
}

// pair is two units under comparison. The passage of x was published before that
// of y, or stands before it in one document.
type pair struct {
	r      *relater
	p, q   int // indices into relater.passages: of x and of y
	x, y   *unit
	like   likeness
	gap    int  // days from the publication of x to that of y
	within bool // both stand in one document
	object bool // both are claims of what happens to one thing
}

// Two sentences that share less than leastWide are not compared, and neither are
// two that are copies of each other: who repeats himself confirms nothing.
const (
	leastWide = 0.3
	copied    = 0.93
	copyTerms = 8
)

// compare gives the relations between the parts of two passages, of which k stands
// before i.
func (r *relater) compare(k, i int) []finding {
	p, q := &r.passages[k], &r.passages[i]
	wide, _ := p.words.shared(q.words)
	if wide < leastWide && !r.dueTogether(p, q) && !sharesStage(p, q) && !r.sharesAmount(p, q) || copies(p, q, wide) {
		return nil
	}
	base := pair{r: r, p: k, q: i, like: likeness{wide: wide}, gap: r.gap(p.doc, q.doc), within: p.doc == q.doc}
	var out []finding
	for n := range p.claims {
		for m := range q.claims {
			out = base.of(&p.claims[n], &q.claims[m]).try(out, sameEvent, opposedEvents, followed)
		}
	}
	for n := range p.stretches {
		for m := range q.stretches {
			out = base.of(&p.stretches[n], &q.stretches[m]).try(out, deniedWords, sameStage, sameFigure, sameToll, sameDay, sameAccount)
		}
	}
	return base.try(out, sameNames)
}

// dueTogether reports whether two sentences announce, each in its own words, what is due
// at one date of the affair: one that several sentences give.
func (r *relater) dueTogether(p, q *passage) bool {
	for i := range p.claims {
		for j := range q.claims {
			x, y := &p.claims[i], &q.claims[j]
			if r.words.lex.once[x.group] && r.words.lex.once[y.group] && r.words.lex.alike(x.group, y.group) && r.sameDue(x, y, keyDate) {
				return true
			}
		}
	}
	return false
}

// sharesAmount reports whether two sentences count something with one exact amount.
func (r *relater) sharesAmount(p, q *passage) bool {
	for i := range p.stretches {
		for j := range q.stretches {
			for _, f := range p.stretches[i].figures {
				for _, g := range q.stretches[j].figures {
					if exactAmount(f, g) && r.words.sameUnit(f, g) {
						return true
					}
				}
			}
		}
	}
	return false
}

// keyDate is how many dates of an affair lie in the month of one on which it turns.
const keyDate = 4

// sameDue reports whether two claims to come give one date, to the month or closer, in
// whose month that many dates of the affair lie.
func (r *relater) sameDue(x, y *unit, dates int) bool {
	if denies(x.claim) || denies(y.claim) || !x.ahead() || !y.ahead() {
		return false
	}
	for _, d := range x.claim.Dates {
		for _, e := range y.claim.Dates {
			first, last, _ := datedDays(d)
			how, ok := compareDates(d, e)
			if ok && how == datesSame && lasts(first, last) <= 31 && r.words.dated[month(d)] >= dates {
				return true
			}
		}
	}
	return false
}

// copies reports whether one sentence is a copy of the other: the same terms in
// the same order, or nearly all the same of many.
func copies(p, q *passage, shared float64) bool {
	same := slices.EqualFunc(p.placed, q.placed, func(x, y placedTerm) bool { return x.term == y.term })
	return same || len(p.words.terms) >= copyTerms && shared > copied*math.Sqrt(p.words.total*q.words.total)
}

// of gives the pair of two units of the passages of c.
func (c pair) of(x, y *unit) pair {
	c.x, c.y = x, y
	if c.like.weight, _ = x.words.shared(y.words); c.like.weight > 0 {
		c.like.share = c.like.weight / math.Sqrt(x.words.total*y.words.total)
	}
	c.object = x.claim != nil && c.r.oneObject(x, y)
	return c
}

// try adds to found what rules find.
func (c pair) try(found []finding, rules ...func(pair) finding) []finding {
	for _, rule := range rules {
		if f := rule(c); f.strength > 0 {
			found = append(found, f)
		}
	}
	return found
}

// gap is the number of days between the publication of two documents, 0 where it
// is not known.
func (r *relater) gap(d, e int) int { return r.gaps.between(r.published[d], r.published[e]) }

// found makes a finding of the pair as it stands. base ranks the rule: what the
// units share is added to it.
func (c pair) found(rule string, base float64) finding {
	return finding{rule: rule, strength: c.score(base), a: c.q, b: c.p, ua: c.y, ub: c.x}
}

// turned makes a finding in which the first unit is A.
func (c pair) turned(rule string, base float64) finding {
	return finding{rule: rule, strength: c.score(base), a: c.p, b: c.q, ua: c.x, ub: c.y}
}

// score ranks by rule first, then by what the units share.
func (c pair) score(base float64) float64 {
	return base + c.like.share*min(c.like.weight, 2)/2 + min(c.like.wide, 4)/20
}

// topic reports whether the units share terms of that weight, and that part of all
// they hold.
func (c pair) topic(weight, share float64) bool {
	return c.like.weight >= weight && c.like.share >= share
}
