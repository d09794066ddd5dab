package crossref

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// overtaken is the number of days after which an answer that differs is no longer
// a rival answer but a newer one.
const overtaken = 120

// fresh is the number of days within which two reports without a date can mean one
// occasion.
const fresh = 10

// sameEvent compares two claims of one event.
func sameEvent(c pair) finding {
	lex := c.r.words.lex
	x, y := c.x.claim, c.y.claim
	switch {
	case c.putOff():
		return c.found("plan-postponed", 1.6)
	case c.oneDeadline():
		return c.found("same-date", 1)
	case !lex.alike(c.x.group, c.y.group), c.x.otherOrder(c.y), c.x.group != c.y.group && !(c.object && c.oneHead()), !c.oneEvent():
		return finding{}
	case denies(x) != denies(y):
		if c.x.group != c.y.group {
			return finding{} // who denies that it was stopped does not deny that it is complete
		}
		return denial(c)
	case denies(x), c.within:
		return finding{}
	}
	if f := datedEvent(c); f.strength > 0 {
		return f
	}
	if f := lasting(c); f.strength > 0 {
		return f
	}
	return progress(c)
}

// putOff reports whether what the earlier claim announces of a thing the later says is
// postponed, though it names the thing alone: «يبدأ الاستجواب», «أرجأ جلسات الاستجواب».
func (c pair) putOff() bool {
	x, y := c.x.claim, c.y.claim
	return c.y.group == "postpone" && y.Status == corpus.StatusPostponed && c.gap > 0 && c.x.ahead() && c.x.group != "postpone" &&
		!denies(x) && c.object && c.context() && !c.r.words.lex.vague[c.x.group]
}

// oneDeadline reports whether two claims that announce what happens once give it one date, to the
// month or closer, though they name what it happens to in other words: «تنتهي المرحلة
// الأولى في سبتمبر», «إنهاء المهمة بحلول نهاية سبتمبر».
func (c pair) oneDeadline() bool {
	lex := c.r.words.lex
	if c.within || c.x.otherOrder(c.y) || !lex.alike(c.x.group, c.y.group) || !lex.once[c.x.group] || !lex.once[c.y.group] {
		return false
	}
	return c.r.sameDue(c.x, c.y, keyDate) || c.like.wide >= 0.6 && c.r.sameDue(c.x, c.y, 0)
}

// oneEvent reports whether two claims speak of what happens to one thing: they
// name it, or share much else. A vague event must share much.
func (c pair) oneEvent() bool {
	return (c.object && c.context() || c.x.of(c.y)) && !c.r.words.lex.vague[c.x.group] || c.topic(0.9, 0.3)
}

// of reports whether two claims each speak of one thing of a row, and it is the same.
func (u *unit) of(v *unit) bool {
	return len(u.stages) == 1 && len(v.stages) == 1 && u.stages[0].is(v.stages[0])
}

// oneHead reports whether the objects begin with one word: events of two classes
// are compared only where that holds.
func (c pair) oneHead() bool { return c.x.head == c.y.head }

// onePerson reports whether the objects of two claims share a person.
func (c pair) onePerson() bool {
	return slices.ContainsFunc(c.x.object.terms, func(t term) bool {
		return c.y.object.has(t) && strings.HasPrefix(c.r.words.names[t], "#")
	})
}

// context reports whether the sentences share something besides objects of a single
// word: in an archive of many affairs one «عملية البيع» is not another.
func (c pair) context() bool {
	object, n := c.x.object.shared(c.y.object)
	return c.like.wide >= 0.4 && (n > 1 || c.like.wide-object >= 0.25)
}

// datedEvent compares the dates that two claims give one event.
func datedEvent(c pair) finding {
	x, y := c.x.claim, c.y.claim
	best, apart := finding{}, false
	for _, d := range x.Dates {
		for _, e := range y.Dates {
			how, ok := compareDates(e, d)
			switch {
			case !ok, c.r.labels(c.p, d), c.r.labels(c.q, e), c.x.tooLate(e):
			case how == datesSame:
				return c.found("same-date", 1.5)
			case how == datesFiner:
				best = c.found("closer-date", 1)
			case how == datesCoarser:
				best = c.turned("closer-date", 1)
			case how == datesApart:
				apart = true
			}
		}
	}
	if best.strength > 0 || !apart || !c.r.words.lex.once[c.x.group] || !c.x.ahead() || !c.y.ahead() {
		return best
	}
	if c.gap > overtaken || c.gap > 0 && c.x.dated != "" && c.x.dated < c.y.told { // what was due is past
		return c.found("new-date", 1.4)
	}
	return c.found("rival-date", 1.8)
}

// lasting compares how long two claims say that one event lasts or lasted. What is told
// «منذ» grows from day to day and is not compared.
func lasting(c pair) finding {
	for _, d := range c.x.claim.Dates {
		for _, e := range c.y.claim.Dates {
			x, y := lengthOf(d), lengthOf(e)
			switch {
			case x == 0 || y == 0:
			case x == y:
				return c.found("same-length", 1.2)
			case c.gap <= overtaken && (x*rivalLength < y || y*rivalLength < x):
				return c.found("rival-length", 1.4)
			}
		}
	}
	return finding{}
}

// rivalLength is how many times as long a rival length is at least: «سنة» and «12
// شهرا» are one.
const rivalLength = 1.15

// progress compares how far two claims say that an event has come. A claim dated
// before the earlier publication tells of another occasion.
func progress(c pair) finding {
	x, y := c.x.claim, c.y.claim
	switch {
	case c.y.before(c.x.told):
		return finding{}
	case !c.r.words.lex.once[c.x.group] && !c.topic(1.1, 0.45):
	case c.gap > 0 && c.x.ahead() && y.Status == corpus.StatusDone && !c.y.coming:
		if c.y.around(c.x.told) || c.r.foretold(c.q, c.y) {
			return finding{} // perhaps another occasion
		}
		return c.found("plan-done", 1.6)
	case c.gap > 0 && c.x.ahead() && y.Status == corpus.StatusPostponed:
		return c.found("plan-postponed", 1.6)
	case x.Status == corpus.StatusPostponed && (c.y.ahead() || y.Status == corpus.StatusOngoing):
		if c.gap > overtaken {
			return c.found("back-on", 1.4)
		}
		return c.found("postponed-or-not", 1.6)
	}
	return reported(c)
}

// foretold reports whether a verb of the future stands before the event's word of a claim in
// its stretch, so that what comes «بعد» it is no more done than it is: «ستراقب الطريق بعد فتحه».
func (r *relater) foretold(passage int, u *unit) bool {
	p := &r.passages[passage]
	text := r.affair.Documents[p.doc].Text
	for i := range p.stretches {
		if s := p.stretches[i].span; s.Contains(u.claim.Trigger) {
			for _, t := range arabic.Tokens(text[s.Start:u.claim.Trigger.Start]) {
				if t.Kind == arabic.Word && r.future(t.Of(text[s.Start:])) {
					return true
				}
			}
		}
	}
	return false
}

// reported finds that two claims tell of one event and say that it has come as far.
func reported(c pair) finding {
	x, y := c.x.claim, c.y.claim
	lex := c.r.words.lex
	switch {
	case x.Status != y.Status, lex.vague[c.x.group], c.y.before(c.x.told), c.rivalCounts():
		return finding{}
	case !c.oneOccasion() && (!c.topic(0.7, 0.3) || !c.object && !c.topic(1.1, 0.3)):
		return finding{}
	case c.gap > fresh && !c.x.ahead():
		return finding{}
	case c.x.all != c.y.all && len(x.Figures)+len(y.Figures) > 0: // «خمسة موقوفين», «جميع الموقوفين»
		if c.gap > 0 {
			return c.found("new-figure", 1.7)
		}
		return finding{}
	}
	return c.found("same-event", 0.5)
}

// oneOccasion reports whether two claims tell of what happens once to one thing, in
// sentences that share as much again.
func (c pair) oneOccasion() bool {
	object, _ := c.x.object.shared(c.y.object)
	return c.object && c.r.words.lex.once[c.x.group] && object >= 0.5 && c.like.wide >= object+0.5
}

// labels reports whether a date only names a thing, as a year does that of a law:
// «قانون المالية لسنة 2017».
func (r *relater) labels(passage int, d corpus.Date) bool {
	text := r.affair.Documents[r.passages[passage].doc].Text
	first, last, ok := datedDays(d)
	return ok && lasts(first, last) > 31 && (d.Rel == "" || strings.HasSuffix(text[:d.Start], "ل"))
}

// denial compares a claim that denies with one that asserts.
func denial(c pair) finding {
	x, y := c.x.claim, c.y.claim
	switch {
	case c.within && x.SpeakerName == y.SpeakerName, c.y.before(c.x.told), c.x.before(c.x.told):
		return finding{}
	case denies(x) && !c.x.touched, denies(y) && !c.y.touched:
		return finding{}
	case denies(y) && c.gap > 0 && c.x.ahead() && c.x.dated != "" && c.x.dated < c.y.told: // it was due, and is not done
		return c.found("overtaken", 1.2)
	case denies(x) && c.gap > 0 && y.Status == corpus.StatusDone && c.x.group == c.y.group && c.r.words.lex.once[c.x.group]: // not yet, and then
		return c.found("no-longer-denied", 1.3)
	case denies(x) && c.gap > overtaken:
		if y.Status == corpus.StatusPostponed {
			return finding{}
		}
		return c.found("no-longer-denied", 1.2)
	}
	return c.found("denied", 1.4)
}

// opposedEvents compares two claims that cannot both come true.
func opposedEvents(c pair) finding {
	x, y := c.x.claim, c.y.claim
	switch {
	case !c.r.words.lex.opposed[[2]string{c.x.group, c.y.group}], !c.object, !c.oneHead() && !c.onePerson(), !c.context():
		return finding{}
	case denies(x), denies(y), c.x.before(c.x.told), c.y.before(c.x.told), x.Status == corpus.StatusDone:
		return finding{}
	case c.within && x.SpeakerName == y.SpeakerName:
		return finding{}
	case guessed(x) != guessed(y) && (x.Status == corpus.StatusPostponed || y.Status == corpus.StatusPostponed):
		return finding{} // what may come contradicts no report of a delay
	case c.gap > overtaken, c.gap > 0 && y.Status == corpus.StatusDone:
		return c.found("overtaken", 1.2)
	}
	return c.found("opposed", 1.2)
}

// followed compares two claims of which the later tells what came after the earlier
// and ended or undid it: the talks began, and are over.
func followed(c pair) finding {
	x, y := c.x.claim, c.y.claim
	switch {
	case !c.r.words.lex.then[[2]string{c.x.group, c.y.group}], c.gap <= 0, !c.object, !c.oneHead(), !c.context():
		return finding{}
	case denies(x), denies(y), c.y.before(c.x.told), y.Status == corpus.StatusPostponed, x.Status == corpus.StatusPostponed:
		return finding{}
	case c.x.ahead() && c.y.group == "close": // what is to be opened was closed before
		return finding{}
	case guessed(x), guessed(y): // guesses undo nothing
		return finding{}
	case c.x.before(c.x.told) && daysBetween(c.x.dated, c.x.told) > overtaken: // history: much came since
		return finding{}
	}
	return c.found("followed", 1.2)
}

// guessed reports whether a claim says what may come.
func guessed(c *corpus.Assertion) bool { return c.Status == corpus.StatusExpected }

// denies reports whether a claim says that something is not so.
func denies(c *corpus.Assertion) bool {
	return c.Status == corpus.StatusDenied || c.Polarity == corpus.Denies
}

// ahead reports whether a claim speaks of the future: a plan of which every date
// was past when it was told is history.
func (u *unit) ahead() bool {
	return (u.claim.Status == corpus.StatusPlanned || u.claim.Status == corpus.StatusExpected) && !u.before(u.told)
}

// around reports whether a claim is dated to a month or a year in which a day lies,
// so that nobody can say whether it came about before that day or after it.
func (u *unit) around(day string) bool {
	return slices.ContainsFunc(u.claim.Dates, func(d corpus.Date) bool {
		first, last, ok := datedDays(d)
		return ok && first < last && first <= day && day <= last
	})
}

// tooLate reports whether a date begins only after a claim of something done was
// told: what was done by then is another occasion.
func (u *unit) tooLate(d corpus.Date) bool {
	first, _, ok := datedDays(d)
	return ok && u.claim.Status == corpus.StatusDone && u.told != "" && first > u.told
}

// before reports whether a claim is dated before a day.
func (u *unit) before(day string) bool { return u.dated != "" && u.dated < day }
