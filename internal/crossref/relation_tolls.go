package crossref

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/relation_tolls.txt
var relationTollsFile string

// tollWords gives the kind of victims by place and folded word.
var tollWords = sync.OnceValue(func() map[[2]string]string {
	out := map[[2]string]string{}
	for _, e := range arabic.List(relationTollsFile) {
		f := strings.Fields(e)
		out[[2]string{f[1], arabic.Fold(f[2])}] = f[0]
	}
	return out
})

// How far from a number a word may stand that tells what befell those counted.
const (
	tollBefore = 4
	tollBehind = 3
)

// toll is what befell the people that a figure counts.
type toll struct {
	kind string      // killed or wounded, "" if it counts something else or does not say
	said corpus.Span // the figure, with the word before it that says so
}

// toll reads what befell the people that a figure of a sentence counts.
func (r *termReader) toll(doc *corpus.Document, sentence corpus.Span, f corpus.Figure) toll {
	if kind := r.counted(f.Unit); kind == "killed" || kind == "wounded" {
		return toll{kind, f.Span}
	}
	before := arabic.Tokens(doc.Text[sentence.Start:max(sentence.Start, f.Start)])
	for n := 1; n <= min(tollBefore, len(before)); n++ {
		t := before[len(before)-n]
		if t.Kind != arabic.Word {
			break
		}
		if kind := tollWord("before", t.Of(doc.Text[sentence.Start:])); kind != "" {
			return toll{kind, corpus.Span{Start: sentence.Start + t.Start, End: f.End}}
		}
	}
	rest := doc.Text[f.End:max(f.End, sentence.End)]
	for n, t := range arabic.Tokens(rest) {
		if n == tollBehind || t.Kind != arabic.Word {
			break
		}
		if kind := tollWord("behind", t.Of(rest)); kind != "" {
			return toll{kind, f.Span}
		}
	}
	return toll{}
}

// tollWord looks a word up with and without what is written to it.
func tollWord(place, word string) string {
	for _, s := range arabic.Splits(arabic.Fold(word)) {
		if kind := tollWords()[[2]string{place, s.Rest}]; kind != "" && !strings.HasSuffix(s.Prefix, "ال") {
			return kind
		}
	}
	return ""
}

// placesOf gives the places that a sentence names, sorted, each once.
func placesOf(doc *corpus.Document, cast *corpus.Cast, sentence corpus.Span) []string {
	var out []string
	from, _ := slices.BinarySearchFunc(doc.Mentions, sentence.Start, func(m corpus.Mention, at int) int { return cmp.Compare(m.Start, at) })
	for i := from; i < len(doc.Mentions) && doc.Mentions[i].Start < sentence.End; i++ {
		if e := cast.Of(doc.ID, i); e != nil && nameKinds[doc.Mentions[i].Type] == "place" {
			out = append(out, string(e.ID))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameToll compares how many people two sentences count as dead or hurt in one
// place and at one time. The number stands in a short clause of its own («وأودى
// بحياة 12 شخصا»), and so the sentences tell which event is meant: both name a
// place, or say much the same of it; and where the numbers differ the same ones, for
// each of two explosions has its own. A number of dead that falls is another count.
func sameToll(c pair) finding {
	p, q := &c.r.passages[c.p], &c.r.passages[c.q]
	placed := slices.ContainsFunc(p.places, func(s string) bool { return slices.Contains(q.places, s) })
	if c.within || !placed && !c.topic(1.2, 0.4) {
		return finding{}
	}
	for i, f := range c.x.figures {
		for j, g := range c.y.figures {
			out := finding{}
			switch kind := c.x.tolls[i].kind; {
			case kind == "" || kind != c.y.tolls[j].kind || !telling(f) || !telling(g):
			case sameAmount(f, g) && c.oneDay(true) && c.like.wide >= 0.6:
				out = c.found("same-figure", 1.3)
			case !farAmount(f, g), !slices.Equal(p.places, q.places), !c.oneDay(false), c.like.wide < 1, c.gap > fresh:
			case (c.gap > 0 || c.hoursLater()) && g.Min > f.Max:
				out = c.found("new-figure", 1.2)
			}
			if out.strength > 0 {
				out.topic = c.y.tolls[j].said
				return out
			}
		}
	}
	return finding{}
}

// onePlace reports whether two sentences name the same places, or one of them none.
func (c pair) onePlace() bool {
	p, q := c.r.passages[c.p].places, c.r.passages[c.q].places
	return len(p) == 0 || len(q) == 0 || slices.Equal(p, q)
}

// oneDay reports whether two sentences can tell of one day: they share one that both
// give, or one of them gives none. With told, the day on which a sentence was told
// counts for none: «قالت الشرطة اليوم».
func (c pair) oneDay(told bool) bool {
	x, y := c.r.daysIn(c.p, told), c.r.daysIn(c.q, told)
	return len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(d string) bool { return slices.Contains(y, d) })
}

// daysIn gives the single days that a sentence names.
func (r *relater) daysIn(passage int, told bool) []string {
	p := &r.passages[passage]
	var out []string
	for _, d := range within(r.affair.Documents[p.doc].Dates, p.span, func(d corpus.Date) corpus.Span { return d.Span }) {
		if first, last, ok := datedDays(d); ok && first == last && !(told && first == r.published[p.doc]) {
			out = append(out, first)
		}
	}
	return out
}

// rivalCounts reports whether two units count the same kind of thing and come to
// other numbers, so that they do not tell the same.
func (c pair) rivalCounts() bool {
	for _, f := range c.x.figures {
		for _, g := range c.y.figures {
			if c.r.words.sameUnit(f, g) && farAmount(f, g) {
				return true
			}
		}
	}
	return false
}
