package crossref

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// stage is a thing of a row: «الدفعة الثانية», «الجولة الرابعة». In one affair it comes
// once, so what two sentences say of its date and its size are two answers.
type stage struct {
	head  term // the noun
	order int
	said  corpus.Span // the ordinal, and the noun where that stands right before it
	named corpus.Span // from the noun to the ordinal
}

// is reports whether two are one thing.
func (s stage) is(t stage) bool { return s.head == t.head && s.order == t.order }

// stageReach is how many tokens behind a noun its ordinal may stand: «دفعة ثالثة».
const stageReach = 1

// stages notes the things of a row that each stretch of a sentence names. A stretch that
// names none goes on about that of the one before it: «أُنجزت الدفعة الثانية، وشملت 104
// أشخاص».
func (r *termReader) stages(doc *corpus.Document, p *passage, stretches []unit) {
	for _, s := range r.stagesIn(doc, p.span) {
		for k := range stretches {
			if stretches[k].span.Contains(s.said) {
				stretches[k].stages = append(stretches[k].stages, s)
			}
		}
	}
	for i := range p.claims {
		for k := range stretches {
			if c := &p.claims[i]; stretches[k].span.Contains(c.claim.Trigger) {
				c.stages = stretches[k].stages
			}
		}
	}
	r.carryStages(p)
}

// stagesIn gives the things of a row that a sentence names, in order. An ordinal without a
// noun is of the noun of the ordinal right before it («الدفعة الأولى والثانية»), or of the one in the
// dual or the plural before it: «على دفعتين، تُسلم أولاهما … والثانية».
func (r *termReader) stagesIn(doc *corpus.Document, sentence corpus.Span) []stage {
	var out []stage
	var rows stage // the noun of which ordinals alone are meant
	text := sentence.Of(doc.Text)
	tokens := arabic.Tokens(text)
	dates := within(doc.Dates, sentence, func(d corpus.Date) corpus.Span { return d.Span })
	last := -1 // the token of the last ordinal
	for i, t := range tokens {
		word, at := t.Of(text), corpus.Span{Start: t.Start, End: t.End}.Shift(sentence.Start)
		for len(dates) > 0 && dates[0].End <= at.Start {
			dates = dates[1:]
		}
		if t.Kind != arabic.Word || len(dates) > 0 && dates[0].Overlaps(at) {
			continue
		}
		if r.several(word) {
			rows = stage{head: r.id(r.rowNoun(word)), named: at}
		}
		s := stage{order: orderOf(word), said: at}
		noun, counted := r.rowBefore(text, tokens, i)
		switch {
		case s.order == 0:
			continue
		case counted:
			s.head, s.named = noun, corpus.Span{Start: tokens[i-stageReach].Start + sentence.Start, End: at.End}
			s.said = s.named
		case !alone(word):
			continue
		case last >= 0 && last == i-1:
			s.head, s.named = out[len(out)-1].head, corpus.Span{Start: out[len(out)-1].named.Start, End: at.End}
		case !rows.named.Empty():
			s.head, s.named = rows.head, corpus.Span{Start: rows.named.Start, End: at.End}
		default:
			continue
		}
		out, last = append(out, s), i
	}
	return out
}

// rowBefore gives the noun of a row right before the ordinal at token i.
func (r *termReader) rowBefore(text string, tokens []arabic.Token, i int) (noun term, ok bool) {
	if i < stageReach || tokens[i-stageReach].Kind != arabic.Word {
		return 0, false
	}
	before := tokens[i-stageReach].Of(text)
	name := r.rowNoun(before)
	if name == "" || !numbered(before, tokens[i].Of(text)) {
		return 0, false
	}
	return r.id(name), true
}

// rowNoun gives the stem of a word that things of a row are called by, "" for another. Some of
// them say nothing where they stand alone («عملية»).
func (r *termReader) rowNoun(word string) string {
	for _, s := range arabic.Splits(word) {
		if name := r.lex.named(s.Rest); r.lex.rows[name] {
			return name
		}
	}
	return ""
}

// carryStages lets stretches that name nothing of a row go on about that of the one before.
func (r *termReader) carryStages(p *passage) {
	for k := 1; k < len(p.stretches); k++ {
		if s := &p.stretches[k]; len(s.stages) == 0 && len(p.stretches[k-1].stages) == 1 {
			s.stages = p.stretches[k-1].stages
		}
	}
}

// goesOn reports whether a sentence goes on with «وقد» about what the one right before it
// in its paragraph said, and names nothing of a row itself.
func goesOn(doc *corpus.Document, before, p *passage) bool {
	return before.doc == p.doc && len(p.stretches) > 0 && len(before.lastStage()) == 1 &&
		!slices.ContainsFunc(p.stretches, func(u unit) bool { return len(u.stages) > 0 }) &&
		strings.HasPrefix(p.span.Of(doc.Text), "وقد ") && !strings.Contains(doc.Text[before.span.End:p.span.Start], "\n")
}

// lastStage gives what of a row the end of a sentence speaks of.
func (p *passage) lastStage() []stage {
	if len(p.stretches) == 0 {
		return nil
	}
	return p.stretches[len(p.stretches)-1].stages
}

// orderOf gives the number of an ordinal, with or without the article, و and a pronoun
// behind it («أولاهما»); 0 for any other word.
func orderOf(word string) int {
	w := arabic.Fold(word)
	for _, form := range []string{w, strings.TrimPrefix(w, "و"), strings.TrimSuffix(strings.TrimPrefix(w, "و"), "هما"), strings.TrimSuffix(strings.TrimPrefix(w, "و"), "ها")} {
		switch form {
		case "اولا":
			if form != w { // «أولاهما», not «أولا»
				return 1
			}
			continue
		case "ثاني", "ثانيت":
			if form != w {
				return 2
			}
		}
		if n, ok := arabic.Number([]string{form}); ok && n.Ordinal {
			return n.Value
		}
	}
	return 0
}

// numbered reports whether an ordinal agrees with the noun before it: both have the
// article or neither, so «دفعة ثالثة» and «الدفعة الثالثة», not «اليوم الثاني» of «في ثاني».
func numbered(noun, ordinal string) bool {
	noun, ordinal = arabic.Fold(noun), arabic.Fold(ordinal)
	if strings.HasPrefix(ordinal, "و") {
		return false
	}
	_, owned := arabic.Unowned(noun) // «مرحلته الثانية»
	return (owned || hasArticle(noun)) == strings.HasPrefix(ordinal, "ال")
}

// hasArticle reports whether a folded noun has the article, with or without what is
// written before it.
func hasArticle(w string) bool {
	for _, s := range arabic.Splits(w) {
		if strings.HasSuffix(s.Prefix, "ال") || strings.HasSuffix(s.Prefix, "لل") {
			return true
		}
	}
	return strings.HasPrefix(w, "ال")
}

// alone reports whether an ordinal can stand without its noun: with the article, or a
// pronoun behind it.
func alone(ordinal string) bool {
	w := strings.TrimPrefix(arabic.Fold(ordinal), "و")
	return strings.HasPrefix(w, "ال") || strings.HasSuffix(w, "هما") || strings.HasSuffix(w, "ها")
}

// several reports whether a word is a dual or a plural of a noun that things of a row are
// called by: «دفعتين», «مراحل».
func (r *termReader) several(word string) bool {
	w := arabic.Fold(word)
	return r.rowNoun(word) != "" && (strings.HasSuffix(w, "تين") || strings.HasSuffix(w, "تان") || strings.HasSuffix(w, "ات") || strings.HasSuffix(w, "ين"))
}

// sharesStage reports whether two sentences speak of one thing of a row.
func sharesStage(p, q *passage) bool {
	for i := range p.stretches {
		for j := range q.stretches {
			if p.stretches[i].sharesStage(&q.stretches[j]) {
				return true
			}
		}
	}
	return false
}

// sharesStage reports whether two stretches speak of one thing of a row.
func (u *unit) sharesStage(v *unit) bool {
	return slices.ContainsFunc(u.stages, func(s stage) bool { return slices.ContainsFunc(v.stages, s.is) })
}

// stageAt gives the thing of a row of which a stretch gives a date or a figure at s: the only
// one that it speaks of, or of several that each have a date or a figure behind them the last one
// before it, «أولاهما في 7 يوليو والثانية في 28 أغسطس». Of others nobody can say whose it is.
func (u *unit) stageAt(s corpus.Span) (stage, bool) {
	if len(u.stages) == 0 {
		return stage{}, false
	}
	last := 0
	for i := 1; i < len(u.stages); i++ {
		switch before, x := u.stages[i-1].said.End, u.stages[i].said; {
		case u.stages[i].is(u.stages[i-1]):
		case !u.gives(corpus.Span{Start: before, End: x.Start}):
			return stage{}, false
		case x.Start < s.Start:
			last = i
		}
	}
	return u.stages[last], true
}

// gives reports whether a stretch gives a date or a figure in s.
func (u *unit) gives(s corpus.Span) bool {
	return len(within(u.dates, s, func(d corpus.Date) corpus.Span { return d.Span })) > 0 ||
		len(within(u.figures, s, func(f corpus.Figure) corpus.Span { return f.Span })) > 0
}

// oneStage reports whether what stands at s in x is given of the same thing of a row as what
// stands at t in y, and gives it as either names it.
func (c pair) oneStage(s, t corpus.Span) (x, y stage, ok bool) {
	x, xok := c.x.stageAt(s)
	y, yok := c.y.stageAt(t)
	return x, y, xok && yok && x.is(y)
}

// sameStage compares what two stretches say of one thing of a row: when it is or was, and
// how many or much. A phase has a beginning and an end, and so dates of it are compared
// only where both speak of the same.
func sameStage(c pair) finding {
	if !c.x.sharesStage(c.y) || c.within && c.x.voice == c.y.voice || len(c.x.denied.terms) > 0 || len(c.y.denied.terms) > 0 {
		return finding{}
	}
	if f := c.stageDates(); f.strength > 0 {
		return f
	}
	return c.stageFigures()
}

// stageDates compares the dates of two stretches that speak of one thing of a row.
func (c pair) stageDates() finding {
	if !c.r.sameEdge(c) {
		return finding{}
	}
	for _, d := range c.x.dates {
		for _, e := range c.y.dates {
			x, y, ok := c.oneStage(d.Span, e.Span)
			if !ok || !c.r.dates(c.p, c.x, x, d) || !c.r.dates(c.q, c.y, y, e) {
				continue
			}
			if f := c.stageDate(d, e); f.strength > 0 {
				if f.topic = y.named; y.named != y.said && x.named == x.said { // «والثانية»
					f.topic, f.ofB = x.named, true
				}
				return f
			}
		}
	}
	return finding{}
}

// stageDate compares the dates d and e that two stretches give one thing of a row.
func (c pair) stageDate(d, e corpus.Date) finding {
	told, telling := c.r.published[c.r.passages[c.p].doc], c.r.published[c.r.passages[c.q].doc]
	how, ok := compareDates(d, e)
	first, last, _ := datedDays(d)
	begins, ends, _ := datedDays(e)
	switch {
	case !ok, lasts(first, last) > 31, lasts(begins, ends) > 31, told == "", telling == "":
	case first == told || begins == telling:
	case last > told && ends <= telling && c.gap > 0 && !c.r.open(c.q, c.y, e):
		return c.found("plan-done", 1.3)
	case how == datesSame:
		return c.found("same-date", 1.3)
	case how != datesApart:
	case last <= told && ends <= telling && c.r.open(c.p, c.x, d) != c.r.open(c.q, c.y, e): // «كان يفترض أن تبدأ»
		if c.gap > 0 && c.r.open(c.p, c.x, d) {
			return c.found("plan-done", 1.3)
		}
	case last <= told && ends <= telling:
		return c.found("rival-date", 1.4)
	case begins > telling && last > told && c.gap > 0 && (last < telling || c.gap > overtaken):
		return c.found("new-date", 1.3)
	case begins > telling && last > told:
		return c.found("rival-date", 1.4)
	}
	return finding{}
}

// dates reports whether a date of a stretch is that of the thing of a row that it speaks of. It
// is of another thing where an event's noun with the article stands between («الدفعة الثانية في إطار
// الاتفاق الموقع في …»), where the stretch does not name the thing nor go on about it («وصفت المرحلة الأولى،
// في بيان نُشر أمس»), and where something is done to the thing («أوقفت المحكمة المرحلة الثانية في …»).
func (r *relater) dates(passage int, u *unit, s stage, d corpus.Date) bool {
	p := &r.passages[passage]
	text := r.affair.Documents[p.doc].Text
	behind := goesOnAbout(u.span.Of(text)) && !strings.HasPrefix(s.said.Of(text), "لل") // «نتائج للمرحلة الأولى، التي …»
	if !u.span.Contains(s.said) && !behind {
		return false
	}
	if r.claims(passage, u, func(x *unit) bool { return x.claim.Trigger.Start < d.Start && r.words.lex.doneTo[x.group] }) {
		return false
	}
	return !slices.ContainsFunc(p.placed, func(x placedTerm) bool {
		return u.span.Contains(x.Span) && x.End <= d.Start && r.words.lex.events[r.words.names[x.term]] && hasArticle(arabic.Fold(x.Of(text)))
	})
}

// goesOnAbout reports whether a stretch goes on about what the one before it named, with a
// relative pronoun or what stands for one: «على أن», «المقررة في …».
func goesOnAbout(stretch string) bool {
	first, rest, _ := strings.Cut(stretch, " ")
	switch arabic.Fold(first) {
	case "التي", "الذي", "وهي", "وهو", "بعدما", "المقرره", "المقرر", "المزمعه", "المزمع":
		return true
	case "علي":
		return strings.HasPrefix(arabic.Fold(rest), "ان ")
	}
	return false
}

// open reports whether what a stretch dates is not done yet.
func (r *relater) open(passage int, u *unit, d corpus.Date) bool {
	return r.claims(passage, u, func(x *unit) bool {
		return x.claim.Trigger.End <= d.Start && x.claim.Status != corpus.StatusDone && x.claim.Status != corpus.StatusOngoing
	})
}

// sameEdge reports whether two stretches that date a phase speak of the same edge of it:
// both of its beginning, or both of its end.
func (r *relater) sameEdge(c pair) bool {
	return r.starts(c.p, c.x) == r.starts(c.q, c.y)
}

// starts reports whether a stretch of a passage speaks of a beginning. Any other event is
// taken for an end or for all of a thing.
func (r *relater) starts(passage int, u *unit) bool {
	return r.claims(passage, u, func(x *unit) bool { return x.group == "start" })
}

// stageFigures compares the figures of two stretches that speak of one thing of a row.
func (c pair) stageFigures() finding {
	for _, f := range c.x.figures {
		for _, g := range c.y.figures {
			if _, _, ok := c.oneStage(f.Span, g.Span); !ok || !telling(f) || !c.r.words.sameUnit(f, g) {
				continue
			}
			out := finding{}
			switch {
			case sameAmount(f, g) && !c.within:
				out = c.found("same-figure", 1.4)
			case !farAmount(f, g), !nearAmount(f, g):
			case c.gap > 0:
				out = c.found("new-figure", 1.3)
			default:
				out = c.found("rival-figure", 1.3)
			}
			if out.strength > 0 {
				out.topic = c.counted(g)
				return out
			}
		}
	}
	return finding{}
}
