package clean

import (
	"strings"
)

// reading is a text while its lines are judged, with what holds for all of it.
type reading struct {
	text  string
	lines []line
	head  head

	same      map[string]int // how often the words of a line stand in the text as a line
	prose     int            // words in lines of prose
	furnished int            // lines recognised as furniture
	vocab     map[string]int // stems of topics, by the number of lines of prose they stand in
	runs      []int          // of each line, how long the run of short lines is that it stands in
	listed    []bool         // of each line, whether it is an item of a list that the text announces
	tail      int            // index of the line that says the article is over, or len(lines)
	begin     int            // index of the first line of prose, or len(lines)
	body      int            // index of the first line of prose that is content, or len(lines)
	end       int            // index behind the last line that is content
	title     int            // index of the title's line, or -1
	date      int            // index of the date's line, or -1
}

// read looks at each line by itself, and then at what only shows in the whole.
func read(text string, lines []line, h head) *reading {
	r := &reading{text: text, lines: lines, head: h, same: map[string]int{}, vocab: map[string]int{},
		tail: len(lines), begin: len(lines), body: len(lines), title: -1, date: -1}
	for i := range lines {
		l := &lines[i]
		r.same[l.norm]++
		l.recognise()
		if _, dated := besideDate(l.text); dated && l.why == "" && r.begin == len(lines) {
			l.why = asDate
		}
		r.furnished += b2i(l.why != "")
		if !l.isProse() {
			continue
		}
		r.begin = min(r.begin, i)
		r.prose += l.n()
		for _, t := range topics(l.words) {
			r.vocab[t]++
		}
	}
	r.runs = r.countRuns()
	r.markTail()
	r.listed = r.announced()
	r.markRelated()
	return r
}

// recognise sets why a line is furniture where its words say so.
func (l *line) recognise() {
	kind, whole, hits := furniture.find(l)
	l.phrase, l.hits = whole, hits
	switch {
	case whole:
		l.why = kind
	case l.isProse():
	case kind == asCredit && (endingOf(l.text) == endSentence || l.n() > 20):
	case kind != "" && l.n() <= 12:
		l.why = kind
	case isDateLine(l):
		l.why = asDate
	case relayed.MatchString(l.text):
		l.why = asLabel
	case bylineName(l) != "":
		l.why = asByline
	}
	if l.why == "" && l.n() <= 14 && hasCredit(l.text) {
		l.why = asCredit
	}
	if (l.why == asPhrase || l.why == asLabel || l.why == asCredit && startsWithCity(l.text)) && isDateLine(l) {
		l.why = asDate
	}
}

// isProse reports whether the line alone can be told to be running text: long,
// or a sentence that ends with a full stop, or one that goes on from another
// («وأضاف أن …»).
// Headlines seldom are; the donation appeals of some sites are.
func (l *line) isProse() bool {
	n, end := l.n(), endingOf(l.text)
	switch {
	case end == endCut && n < 30 || l.isTrail():
		return false
	case n >= 24:
		return true
	case n >= 8 && endsWithStop(l.text):
		return true
	}
	return n >= 9 && goesOn(l.words)
}

// isTrail reports whether the line is names parted by bars or dashes: a menu or
// the trail of sections that leads to the page.
func (l *line) isTrail() bool {
	bars := separators(l.text)
	return bars >= 2 && l.n() <= 7*(bars+1) && !endsWithStop(l.text)
}

// markTail finds the line that says the article is over: of those that can say
// so, the first with two fifths of the text's prose above it. Some layouts set
// such a line above the text; there it says nothing.
func (r *reading) markTail() {
	above := 0
	for i := range r.lines {
		l := &r.lines[i]
		if l.isProse() {
			above += l.n()
		}
		if l.why == asTail && above > 0 && 5*above >= 2*r.prose {
			r.tail = i
			return
		}
	}
}

// maxRelated bounds the lines that one opening line can claim.
const maxRelated = 60

// markRelated claims the lines below an opening such as «أخبار ذات علاقة» up to
// where prose returns. The last line before that is a heading of the text when
// it is clearly shorter than the headline above it. Above all prose such a line
// belongs to a menu and claims nothing.
func (r *reading) markRelated() {
	prose := false
	for i := 0; i < len(r.lines); i++ {
		prose = prose || r.lines[i].isProse()
		if l := &r.lines[i]; !prose || l.why != asRelated || l.n() > 5 {
			continue
		}
		end := i + 1
		for end < len(r.lines) && end-i <= maxRelated && !r.lines[end].isProse() {
			end++
		}
		if end < len(r.lines) && r.lines[end].isProse() && r.isSubhead(i, end-1) {
			end--
			r.lines[end].subhead = true
		}
		for j := i + 1; j < end; j++ {
			if l := &r.lines[j]; l.why == "" || l.why == asCredit {
				l.why = asRelated
			}
		}
		i = end - 1
	}
}

// isSubhead reports whether line j, the last before prose in a list opened by
// line i, is rather a heading of that prose.
func (r *reading) isSubhead(i, j int) bool {
	l := &r.lines[j]
	if j <= i+1 || l.why != "" {
		return false
	}
	if l.hint.heading > 0 && l.hint.links < 0.5 && l.hint.parts&partRelated == 0 {
		return true
	}
	return l.n() <= 6 && l.n()+2 <= r.lines[j-1].n() && endingOf(l.text) != endCut &&
		l.hint.links < 0.5 && !strings.Contains(l.text, "..")
}
