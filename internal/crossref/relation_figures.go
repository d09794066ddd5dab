package crossref

import (
	"math"
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
					if telling(f) && r.words.sameUnit(f, g) && farAmount(f, g) && nearAmount(f, g) {
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
	text := q.span.Of(c.r.affair.Documents[q.doc].Text)
	for i, t := range arabic.Tokens(text) {
		if i == mostOpening {
			break
		}
		switch w := arabic.Fold(t.Of(text)); {
		case c.r.words.stem(w).cue == "against", w == "لكن", w == "ولكن", w == "غير":
			return true
		}
	}
	return false
}

// mostOpening is in how many tokens a sentence shows that it is set against another.
const mostOpening = 3

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
