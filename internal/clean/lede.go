package clean

import "mojaz/internal/corpus"

// nameLede finds the editorial summary above the text: the points under a line
// such as «أبرز النقاط», the items of a list with which the text begins when
// unmarked prose follows, and the sentence set between title and text.
func (r *reading) nameLede() {
	r.ledeItems()
	r.ledeDeck()
}

// maxLede is the number of items of the longest summary.
const maxLede = 8

func (r *reading) ledeItems() {
	first := r.firstContent()
	if first < 0 {
		return
	}
	labelled := first > 0 && r.lines[first-1].why == asSummary
	end := first
	for end < len(r.lines) && end-first < maxLede && r.isContent(end) && r.isItem(end) {
		end++
	}
	if end == first || end == len(r.lines) || !r.isContent(end) && !labelled {
		return
	}
	if r.lines[end].n() < 12 && !labelled { // a heading: the list belongs to the text
		return
	}
	for i := first; i < end; i++ {
		if r.lines[i].n() >= 6 {
			r.lines[i].role = corpus.RoleLede
		}
	}
}

// isItem reports whether line i is an item of a list.
func (r *reading) isItem(i int) bool {
	l := &r.lines[i]
	return isItemMark(l.mark) || l.hint.item
}

func (r *reading) firstContent() int {
	for i := range r.lines {
		if r.isContent(i) {
			return i
		}
	}
	return -1
}

// ledeDeck finds the sentence that stands between the title and the line of the
// date or the author, or below that line, and tells what the text says. Wrong for a caption without
// a credit that does so too.
func (r *reading) ledeDeck() {
	if r.title < 0 {
		return
	}
	for i := r.title + 1; i < r.body && i <= r.title+4; i++ {
		l := &r.lines[i]
		if l.why != "" || l.n() < 9 || l.n() > 60 || l.role == corpus.RoleTitle || l.hint.links > 0.5 {
			continue
		}
		between := r.soon(i, asDate) || r.soon(i, asByline)
		if between || l.hint.parts&partLede != 0 || endingOf(l.text) == endSentence {
			least := 0.5
			if l.hint.parts&partLede != 0 || r.prose < 150 {
				least = 0.35
			}
			if share(topics(l.words), r.vocab) >= least {
				l.role = corpus.RoleLede
			}
			return
		}
	}
	r.ledeAboveDate()
}

// ledeAboveDate takes a sentence that was counted to the text, but stands
// between the title and the line of the date or the author.
func (r *reading) ledeAboveDate() {
	i := r.body
	if i <= r.title || i+2 >= r.end || r.lines[i].n() > 60 {
		return
	}
	j := i + 1
	if r.lines[j].why == asCredit {
		j++
	}
	if r.lines[j].why == asDate || r.lines[j].why == asByline {
		r.lines[i].role = corpus.RoleLede
	}
}
