package summarize

import "mojaz/internal/corpus"

// weights say how much each sign counts that a sentence belongs into a summary.
// A sign is between 0 and 1.
type weights struct {
	first   float64 // the first sentence that can be read alone
	early   float64 // how near to the beginning of the text, in parts of the text
	opens   float64 // first sentence of its paragraph
	central float64 // speaks of what the other sentences speak of
	title   float64 // says what the title says
	lede    float64 // says what an editor's lede or pull quote says
	gist    float64 // says itself that it sums up
	aside   float64 // says itself that it is told by the way
	known   float64 // says itself that it was known before
	event   float64 // claims that something happened or will
	ahead   float64 // has a date that was to come when it was published
	recent  float64 // has another date of the year of publication
	old     float64 // has dates of long ago, and none later
	figure  float64 // has a quantity
	voice   float64 // tells who said it, in whole
	name    float64 // names somebody or something
	surname float64 // begins with a bare name that the text gives more fully elsewhere
	full    float64 // has the length of a sentence that says something
	long    float64 // goes on for ever
}

// signs are set by hand. first, early, central, title, full and long follow
// what people chose of the articles in EASC (package easc measures it): the
// first sentence twice as often as any other, then evenly less towards the end;
// sentences of 25 to 60 words more often than shorter ones, those above hardly.
// The others say nothing of an encyclopaedia, and are set low: together they
// weigh as much as half the text. They are for news, of which a reader wants to
// know who decided what, and by when.
var signs = weights{
	first: 0.5, early: 1, opens: 0.1, central: 0.3, title: 0.2, lede: 0.4, gist: 0.4, aside: -0.5, known: -0.1,
	event: 0.3, ahead: 0.3, recent: 0.1, old: -0.4, figure: 0.1, voice: 0.2, name: 0.1, surname: -0.1, full: 0.3, long: -1,
}

// The lengths of sentences, in words: what is full, where one gets too long, and
// where it is as bad as it can be.
const (
	fullWords = 30
	longWords = 60
	mostWords = 100
)

// score gives each candidate what it matters and its score.
func score(doc corpus.Document, v *vocabulary, all []candidate) {
	lists := make([][]int, len(all))
	for i := range all {
		lists[i] = all[i].terms
	}
	central := v.centralities(lists)
	title, _ := v.terms(doc.Meta.Title)
	ledes := editorial(doc, v)
	f := newFindings(doc)
	for i := range all {
		c := &all[i]
		opening := firstWords(c.shown.Of(doc.Text))
		c.matter = f.in(c.sentence).worth() +
			signs.central*central[i] +
			signs.title*share(title, c.terms) +
			signs.lede*nearest(ledes, c.terms) +
			signs.gist*one(cued(opening, "gist")) +
			signs.aside*one(cued(opening, "aside")) +
			signs.known*one(cued(opening, "known")) +
			signs.full*part(c.words, fullWords) +
			signs.long*part(max(0, c.words-longWords), mostWords-longWords)
		c.score = c.matter + signs.early*(1-float64(i)/float64(len(all))) + signs.opens*one(c.nth == 0)
	}
	for i := range all {
		if all[i].alone && all[i].role == corpus.RoleBody {
			all[i].score += signs.first
			break
		}
	}
}

// worth is what the findings in a sentence add to its score.
func (n counts) worth() float64 {
	return signs.event*part(n.events, 2) + signs.ahead*one(n.ahead > 0) + signs.recent*one(n.recent > 0) +
		signs.old*one(n.old > 0 && n.recent+n.ahead == 0) +
		signs.figure*part(n.figures, 1) + signs.voice*part(n.voices, 1) +
		signs.name*part(n.names, 4) + signs.surname*one(n.surname)
}

// part is n as a part of enough, 1 at most.
func part(n, enough int) float64 { return float64(min(n, enough)) / float64(enough) }

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// editorial gives the terms of each lede and pull quote.
func editorial(doc corpus.Document, v *vocabulary) [][]int {
	var out [][]int
	for _, b := range doc.Blocks {
		if b.Role == corpus.RoleLede || b.Role == corpus.RolePullQuote {
			terms, _ := v.terms(b.Of(doc.Text))
			out = append(out, terms)
		}
	}
	return out
}

// nearest is how much of the passage that is nearest to terms they say.
func nearest(passages [][]int, terms []int) float64 {
	most := 0.0
	for _, p := range passages {
		most = max(most, share(p, terms))
	}
	return most
}
