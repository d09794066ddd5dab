package crossref

import (
	"math"

	"mojaz/internal/corpus"
)

// sameDay finds that two stretches give one date to what they share. The day on
// which the earlier was published says nothing, for «قال اليوم» is everywhere.
func sameDay(c pair) finding {
	if c.within {
		return finding{}
	}
	for _, d := range c.x.dates {
		for _, e := range c.y.dates {
			how, ok := compareDates(e, d)
			first, last, _ := datedDays(d)
			if !ok || c.r.denying(c.p, c.x, d) != c.r.denying(c.q, c.y, e) || how != datesSame || first == c.r.published[c.r.passages[c.p].doc] || lasts(first, last) > 31 {
				continue
			}
			switch told := c.r.published[c.r.passages[c.p].doc]; {
			case !c.sameDayTopic(lasts(first, last)) && !(c.like.wide >= 0.3 && c.distant(d)) && !c.lookedBack(first, last):
			case c.gap > 0 && first > told && c.r.put(c.q, c.y): // «أُجّلت من شباط إلى آذار»
				return c.found("plan-postponed", 1.2)
			default:
				return c.found("same-date", 0.8)
			}
		}
	}
	return finding{}
}

// put reports whether a stretch of a passage says that something is put off.
func (r *relater) put(passage int, u *unit) bool {
	return r.claims(passage, u, func(x *unit) bool { return x.claim.Status == corpus.StatusPostponed })
}

// claims reports whether a claim that begins in a stretch of a passage is of that kind.
func (r *relater) claims(passage int, u *unit, kind func(*unit) bool) bool {
	claims := r.passages[passage].claims
	for i := range claims {
		if x := &claims[i]; u.span.Contains(x.claim.Trigger) && kind(x) {
			return true
		}
	}
	return false
}

// denying reports whether a stretch of a passage says before a date that something is not
// so: «لم يعد ممكنا في 17 ديسمبر», and not «في 14 نوفمبر من دون تمديد».
func (r *relater) denying(passage int, u *unit, d corpus.Date) bool {
	return len(u.denied.terms) > 0 && u.deniedFrom <= d.Start || r.claims(passage, u, func(x *unit) bool {
		return x.claim.Trigger.Start <= d.Start && denies(x.claim)
	})
}

// sameDayTopic reports whether two stretches that give one date of so many days
// share enough: a day is given to few things, a month to many.
func (c pair) sameDayTopic(days int) bool {
	if days > 7 {
		return c.topic(1, 0.25) && c.like.wide >= 1
	}
	return c.like.weight >= 0.6 && c.like.wide >= 1
}

// lookedBack reports whether both sentences look back on one day, some days after it, and
// their stretches share something: by then a day is named for what happened on it.
func (c pair) lookedBack(first, last string) bool {
	return first == last && daysBetween(last, c.r.published[c.r.passages[c.p].doc]) > 3 && c.like.weight >= 0.25 && c.like.wide >= 0.3
}

// distant reports whether a date is long before the publication of both, and few
// sentences give it: two that do speak of one thing.
func (c pair) distant(d corpus.Date) bool {
	_, last, _ := datedDays(d)
	return daysBetween(last, c.r.published[c.r.passages[c.p].doc]) > 60 && c.r.words.dated[month(d)] <= 3
}

// sameAccount finds that two stretches tell of one event in much the same words, or
// give the same words of one speaker.
func sameAccount(c pair) finding {
	if c.within || c.gap > fresh || !c.topic(0.9, 0.3) || (len(c.x.denied.terms) == 0) != (len(c.y.denied.terms) == 0) {
		return finding{}
	}
	if c.r.chunks(c) < leastChunks || c.rivalCounts() {
		return finding{}
	}
	if c.sameVoice() && c.topic(1.4, 0.4) {
		return c.found("same-statement", 0.6)
	}
	if !c.topic(1, 0.35) || !c.shareEvent() && !(c.topic(1.2, 0.45) && c.told()) {
		return finding{}
	}
	return c.found("same-account", 0.3)
}

// sameVoice reports whether one speaker, whom both name, says both.
func (c pair) sameVoice() bool { return oneVoice(c.x.voice, c.y.voice) }

// told reports whether each of two stretches tells something: somebody says it, or a
// claim begins in it.
func (c pair) told() bool {
	return c.r.tells(c.p, c.x) && c.r.tells(c.q, c.y)
}

// tells reports whether a stretch of a passage tells something.
func (r *relater) tells(passage int, u *unit) bool {
	return u.voice != "" || r.claims(passage, u, func(*unit) bool { return true })
}

// shareEvent reports whether claims of one group, and not a vague one, begin in
// both stretches.
func (c pair) shareEvent() bool {
	for _, x := range c.r.passages[c.p].claims {
		if !c.x.span.Contains(x.claim.Trigger) || c.r.words.lex.vague[x.group] {
			continue
		}
		for _, y := range c.r.passages[c.q].claims {
			if y.group == x.group && c.y.span.Contains(y.claim.Trigger) {
				return true
			}
		}
	}
	return false
}

// leastChunks is how many things two stretches must share to tell the same: one is
// a name or a fixed phrase, two may be chance. A chunk weighs leastChunk or more;
// beside is the bytes that may stand between two terms of one chunk: a short word.
const (
	leastChunks = 3
	leastChunk  = 0.2
	beside      = 12
)

// chunks counts the things that two stretches share: terms side by side in both are
// one, «الهيئة الوقتية لمراقبة دستورية القوانين».
func (r *relater) chunks(c pair) int {
	p, q := r.passages[c.p].placed, r.passages[c.q].placed
	next := map[[2]term]bool{} // terms side by side in y
	for i, x := range q {
		if i > 0 && c.y.span.Contains(x.Span) && x.Start-q[i-1].End <= beside {
			next[[2]term{q[i-1].term, x.term}] = true
		}
	}
	n, heavy := 0, 0.0
	var last *placedTerm
	for i := range p {
		x := &p[i]
		if !c.x.span.Contains(x.Span) || !c.y.words.has(x.term) {
			continue
		}
		if last == nil || x.Start-last.End > beside || !next[[2]term{last.term, x.term}] {
			heavy = 0
		}
		if was := heavy; was < leastChunk {
			if heavy += r.words.weights[x.term]; heavy >= leastChunk {
				n++
			}
		}
		last = x
	}
	return n
}

// deniedWords finds that what one stretch denies, the other asserts. The first
// word behind the denial must be in both: «نفى وجود مخاوف» and «القلق من».
func deniedWords(c pair) finding {
	x, y := c.x, c.y
	if (len(x.denied.terms) == 0) == (len(y.denied.terms) == 0) || c.within && x.voice == y.voice && !c.ledes() {
		return finding{}
	}
	denial, claim := x, y
	if len(x.denied.terms) == 0 {
		denial, claim = y, x
	}
	weight, n := denial.denied.shared(claim.words)
	share := weight / math.Sqrt(denial.denied.total*claim.words.total)
	switch {
	case n < 3, weight < 0.6, weight < 0.5*denial.denied.total, share < 0.38, !claim.words.has(denial.head):
		return finding{}
	case denial == x && c.gap > overtaken:
		return c.found("no-longer-denied", 1.2)
	}
	return c.found("denied", 1.4)
}

// ledes reports whether both passages are of an editorial summary, which sets the
// answers of several speakers side by side.
func (c pair) ledes() bool {
	return c.r.passages[c.p].role == corpus.RoleLede && c.r.passages[c.q].role == corpus.RoleLede
}

// What a list of names is: three names of one kind or more, each with weight and
// not far behind the one before.
const (
	listNames  = 3
	listWeight = 1.2
	listGap    = 70 // bytes
)

// sameNames finds that two sentences list the same names. The same people are named
// together on many occasions, and so only within a few days.
func sameNames(c pair) finding {
	if c.within {
		return finding{}
	}
	p, q := &c.r.passages[c.p], &c.r.passages[c.q]
	x, kind := sharedList(p, q)
	y, _ := sharedList(q, p)
	if x.Empty() || y.Empty() || kind == people && c.gap > fresh {
		return finding{}
	}
	c.x, c.y = &unit{span: p.from(x), words: p.words}, &unit{span: q.from(y), words: q.words}
	out := c.found("same-names", 1)
	out.topic = y
	return out
}

// sharedList gives the stretch of p in which names of one kind stand close to each
// other that q has too; the empty Span if there is none. Names that stand everywhere
// weigh nothing. kind is that of the names.
func sharedList(p, q *passage) (best corpus.Span, kind string) {
	for i, first := range p.names {
		if weight, _ := first.words.shared(q.words); weight < 0.2 {
			continue
		}
		n, sum, s := 0, 0.0, first.span
		var seen []bag
		for _, name := range p.names[i:] {
			weight, k := name.words.shared(q.words)
			if name.kind != first.kind || k < len(name.words.terms) || weight < 0.2 {
				continue
			}
			if name.span.Start-s.End > listGap {
				break
			}
			s.End = name.span.End
			if !hasBag(seen, name.words) {
				seen = append(seen, name.words)
				n, sum = n+1, sum+weight
			}
		}
		if n >= listNames && sum >= listWeight && s.Len() > best.Len() {
			best, kind = s, first.kind
		}
	}
	return best, kind
}

// from gives s with the words of its stretch that stand before it.
func (p *passage) from(s corpus.Span) corpus.Span {
	for i := range p.stretches {
		if t := p.stretches[i].span; t.Start < s.Start && s.Start < t.End {
			s.Start = t.Start
		}
	}
	return s
}
