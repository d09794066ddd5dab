package crossref

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// sameAmount reports whether two figures state one amount: equal numbers, or
// ranges that are equal.
func sameAmount(x, y corpus.Figure) bool { return x.Min == y.Min && x.Max == y.Max }

// farAmount reports whether two figures cannot be one amount: their ranges do not
// meet, not even when «نحو» gives each a tenth.
func farAmount(x, y corpus.Figure) bool {
	x1, x2 := reach(x)
	y1, y2 := reach(y)
	return x2 < y1 || y2 < x1
}

// digits is how many digits an amount has that say something: 95 million has two, 100 one.
func digits(f corpus.Figure) int {
	s := strings.TrimRight(strconv.FormatFloat(f.Max, 'f', -1, 64), "0")
	if s = strings.TrimSuffix(s, "."); strings.Contains(s, ".") {
		return len(s) - 1
	}
	return len(s)
}

// inside finds that two speakers, whom one sentence sets against each other, give different
// figures for one thing: «قالت البعثة إن 34 شاحنة عبرت، في حين قال العميد إنها لا تتجاوز عشرين».
func (r *relater) inside(i int) []finding {
	p := &r.passages[i]
	text := r.affair.Documents[p.doc].Text
	for n := range p.stretches {
		for k := range n {
			x, y := &p.stretches[k], &p.stretches[n]
			if x.voice == y.voice || !r.words.cued(text[p.span.Start:y.span.End], "against") {
				continue
			}
			for _, f := range x.figures {
				for _, g := range y.figures {
					scoped := r.words.scoped(f, y.words) && r.words.scoped(g, x.words) // «في الولاية كلها»
					if scoped && r.words.rival(f, g) {
						return []finding{{rule: "rival-figure", strength: 1.4, a: i, b: i, ua: y, ub: x, topic: g.Span}}
					}
				}
			}
		}
	}
	return nil
}

// answers reports whether the later of two sentences of one document sets another speaker
// against the one before it: «لكن الناطق باسم الحكومة قال …».
func (c pair) answers() bool {
	if c.q != c.p+1 || c.x.voice == c.y.voice {
		return false
	}
	q := &c.r.passages[c.q]
	kind, at := c.r.words.lex.setAgainst(q.span.Of(c.r.affair.Documents[q.doc].Text))
	return kind != "" && at == 0
}

// nearAmount reports whether two figures are of one order: the one is not less than two
// fifths of the other, so that both may answer one question.
func nearAmount(x, y corpus.Figure) bool { return 5*x.Max >= 2*y.Max && 5*y.Max >= 2*x.Max }

// reach gives the amounts that a figure allows.
func reach(f corpus.Figure) (low, high float64) {
	low, high = f.Min, f.Max
	switch f.Bound {
	case corpus.BoundAbout:
		low, high = low*0.9, high*1.1
	case corpus.BoundAtLeast:
		high = math.Inf(1)
	case corpus.BoundAtMost:
		low = 0
	}
	return low, high
}

// telling reports whether a figure is worth comparing: a count of three things or
// more; «رجلان» and «واحد» are in every text.
func telling(f corpus.Figure) bool { return f.Max >= 3 }

// sameUnit reports whether two figures count the same kind of thing: their units
// share a stem, or are both words for people of one kind.
func (r *termReader) sameUnit(x, y corpus.Figure) bool {
	if x.Unit == "" || y.Unit == "" {
		return false
	}
	a, b := r.counted(x.Unit), r.counted(y.Unit)
	return a == b && a != "" || x.Unit == y.Unit || a == people && r.lex.people[b] || b == people && r.lex.people[a]
}

// counted gives the kind of what a unit counts.
func (r *termReader) counted(unit string) string {
	name := r.stem(unit).name
	if kind := r.lex.counted[name]; kind != "" {
		return kind
	}
	return name
}

// rival reports whether two figures are different answers to what may be one question.
func (r *termReader) rival(x, y corpus.Figure) bool {
	return telling(x) && r.sameUnit(x, y) && farAmount(x, y) && nearAmount(x, y)
}

// sameScope reports whether two figures hold for the same: what the one says of
// where or of whom, the sentence of the other names too. Wrong where a scope is said
// in the sentence before.
func (c pair) sameScope(x, y corpus.Figure) bool {
	p, q := &c.r.passages[c.p], &c.r.passages[c.q]
	return c.r.words.scoped(x, q.words) && c.r.words.scoped(y, p.words)
}

// scoped reports whether words name the scope of a figure, if it has one.
func (r *termReader) scoped(f corpus.Figure, words bag) bool {
	named := false
	for _, t := range arabic.Tokens(f.Scope) {
		name := r.stem(t.Of(f.Scope)).name
		if t.Kind != arabic.Word || name == "" {
			continue
		}
		named = true
		if id, ok := r.ids[name]; ok && words.has(id) {
			return true
		}
	}
	return !named
}

// named is how many stems two phrases share.
func (r *termReader) named(x, y string) int {
	n := 0
	for _, t := range arabic.Tokens(x) {
		name := r.stem(t.Of(x)).name
		if name == "" || t.Kind != arabic.Word {
			continue
		}
		for _, u := range arabic.Tokens(y) {
			if r.stem(u.Of(y)).name == name {
				n++
				break
			}
		}
	}
	return n
}

// sameFigure compares the figures of two stretches.
func sameFigure(c pair) finding {
	if c.within && !c.answers() {
		return finding{}
	}
	for i, f := range c.x.figures {
		for j, g := range c.y.figures {
			out := finding{}
			switch {
			case f.Rule == "against", g.Rule == "against": // «61 شخصا لا 64»
			case !telling(f), !c.r.words.sameUnit(f, g), !c.sameScope(f, g) && !exactAmount(f, g):
			case c.within:
				if farAmount(f, g) && nearAmount(f, g) && c.like.weight >= 0.3 {
					out = c.found("rival-figure", 1.4)
				}
			case exactAmount(f, g), sameAmount(f, g) && c.oneAmount(f):
				out = c.found("same-figure", 1.5)
			case !farAmount(f, g), c.x.tolls[i].kind != "" && !c.onePlace(), c.otherStages():
			case c.topic(1, 0.4) && c.sameCount(f, g), c.rareCount(f, g), c.totals(f, g), c.closeCount(f, g):
				out = c.found(c.newer(f, g), 1.4)
			}
			if out.strength > 0 {
				if out.topic = c.counted(g); c.y.tolls[j].kind != "" {
					out.topic = c.y.tolls[j].said
				}
				return out
			}
		}
	}
	return finding{}
}

// oneAmount reports whether two stretches that give one amount count the same with it:
// they share much, or it is an amount that is not given by chance and the sentences
// share something.
func (c pair) oneAmount(f corpus.Figure) bool {
	if digits(f) > 1 && c.like.wide >= 0.4 && c.namedDay() {
		return true // «جرت يوم 22 فيفري في 49 بلدية»
	}
	return c.topic(leastTopic(f), leastTopic(f)/3) && (f.Max >= 100 || c.gap <= 3*fresh) || digits(f) > 1 && c.like.wide >= 0.8
}

// namedDay reports whether both sentences name one single day, on which neither was told.
func (c pair) namedDay() bool {
	y := c.r.daysIn(c.q, true)
	return slices.ContainsFunc(c.r.daysIn(c.p, true), func(d string) bool { return slices.Contains(y, d) })
}

// exactAmount reports whether two figures state one amount that is so exact that no two
// things have it by chance: «3450 لاجئا».
func exactAmount(f, g corpus.Figure) bool { return digits(f) > 2 && sameAmount(f, g) }

// rareCount reports whether two figures that differ answer one question: hardly anything
// else in the affair is counted in their unit, they are of one order, and the sentences share
// something.
func (c pair) rareCount(f, g corpus.Figure) bool {
	return nearAmount(f, g) && c.r.units[c.r.words.counted(f.Unit)] <= rareUnit && c.like.wide >= 0.6 && c.like.weight >= 0.3
}

// closeCount reports whether two figures that differ by less than a quarter count one thing:
// their stretches say much the same around them, «حصول التحالف على 132 مقعدا», «حصل التحالف على
// 128 مقعدا».
func (c pair) closeCount(f, g corpus.Figure) bool {
	return !c.sharesFigure() && digits(f) > 1 && digits(g) > 1 && 4*f.Max >= 3*g.Max && 4*g.Max >= 3*f.Max && c.topic(0.8, 0.35)
}

// otherStages reports whether two stretches speak of two things of a row: each batch has a size of
// its own.
func (c pair) otherStages() bool {
	return len(c.x.stages) > 0 && len(c.y.stages) > 0 && !c.x.sharesStage(c.y)
}

// sharesFigure reports whether both stretches give one amount of one unit.
func (c pair) sharesFigure() bool {
	return slices.ContainsFunc(c.x.figures, func(f corpus.Figure) bool {
		return slices.ContainsFunc(c.y.figures, func(g corpus.Figure) bool { return sameAmount(f, g) && c.r.words.sameUnit(f, g) })
	})
}

// totals reports whether both figures are the sum so far of one thing: «بلغ عدد المفرج عنهم
// 222», «ليصبح المجموع 283».
func (c pair) totals(f, g corpus.Figure) bool {
	return nearAmount(f, g) && c.gap > 0 && c.like.wide >= 0.8 && c.r.sums(c.p, c.x, f) && c.r.sums(c.q, c.y, g)
}

// sums reports whether a word before a figure of a stretch says that it is a sum.
func (r *relater) sums(passage int, u *unit, f corpus.Figure) bool {
	text := r.affair.Documents[r.passages[passage].doc].Text
	return u.span.Start < f.Start && r.words.cued(text[u.span.Start:f.Start], "total")
}

// rareUnit is how many figures of an affair a unit has that is rare in it.
const rareUnit = 4

// newer gives the rule by which the figure of the later of two stretches differs from that
// of the earlier: it answers anew, unless both hold for one day that was past when both
// were told.
func (c pair) newer(f, g corpus.Figure) string {
	told := c.r.published[c.r.passages[c.p].doc]
	first, last, ok := dayOf(f.AsOf)
	begins, ends, both := dayOf(g.AsOf)
	switch {
	case ok && both && last < told && begins <= last && first <= ends && f.AsOf != c.r.affair.Documents[c.r.passages[c.p].doc].Meta.Published:
		return "rival-figure"
	case c.gap > 0 || c.hoursLater():
		return "new-figure"
	}
	return "rival-figure"
}

// sameCount reports whether two figures that differ count one thing: what they
// count has two words in common and they hold for one scope, or they count the victims of one event in the days
// after it. Without that, one seizure of 12 cars is no fall from another of 91.
func (c pair) sameCount(f, g corpus.Figure) bool {
	if c.r.words.named(countedAs(f), countedAs(g)) > 1 && (c.r.words.named(f.Scope, g.Scope) > 0 || c.topic(1.5, 0.5)) {
		return true
	}
	kind := c.r.words.counted(f.Unit)
	return c.gap <= fresh && c.topic(1.2, 0.45) && (kind == "killed" || kind == "wounded" || c.shareEvent())
}

// countedAs gives the words for what a figure counts, its unit among them: «متر مكعب» of
// «المياه».
func countedAs(f corpus.Figure) string {
	if strings.Contains(f.What, f.Unit) {
		return f.What
	}
	return f.Unit + " " + f.What
}

// hoursLater reports whether both state a time of publication and that of y is the
// later: what is counted during an event grows within hours.
func (c pair) hoursLater() bool {
	x, y := c.r.affair.Documents[c.r.passages[c.p].doc].Meta.Time, c.r.affair.Documents[c.r.passages[c.q].doc].Meta.Time
	return c.gap == 0 && x != "" && x < y
}

// counted gives the words of y that say what a figure counts, the figure where they
// do not stand there as they are.
func (c pair) counted(f corpus.Figure) corpus.Span {
	text := c.r.affair.Documents[c.r.passages[c.q].doc].Text
	at := strings.Index(c.y.span.Of(text), f.What)
	if at < 0 || !strings.Contains(f.What, " ") {
		return f.Span
	}
	return corpus.Span{Start: at, End: at + len(f.What)}.Shift(c.y.span.Start)
}

// leastTopic is the weight of shared terms without which an amount is shared by
// chance: many things are three, few are 2,500.
func leastTopic(f corpus.Figure) float64 {
	switch {
	case f.Max < 20:
		return 1.2
	case f.Max < 100, digits(f) == 1: // «20 مليون دولار»
		return 0.8
	case f.Max < 1000:
		return 0.5
	}
	return 0.3
}
