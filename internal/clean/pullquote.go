package clean

import (
	"regexp"
	"strings"

	"mojaz/internal/corpus"
)

const (
	minQuote = 7  // words of the shortest pull quote
	maxQuote = 45 // and of the longest
)

// roleBefore is the speaker that some outlets set before a pull quote:
// "مسؤول في حكومة بغداد: الاجتماعات بحثت …".
var roleBefore = regexp.MustCompile(`^[^:،.؟!]{2,45}: `)

// namePullQuotes finds the lines that repeat what one paragraph says nearly
// word for word, and stand alone without a full stop.
func (r *reading) namePullQuotes() {
	index := r.indexTopics()
	for i := range r.lines {
		l := &r.lines[i]
		if l.role != corpus.RoleBody && l.role != corpus.RoleHeading || l.n() < minQuote || l.n() > maxQuote {
			continue
		}
		if r.isItem(i) || endsWithStop(l.text) || endingOf(l.text) == endOn {
			continue
		}
		need := 0.85
		if roleBefore.MatchString(l.text) || l.hint.quote {
			need = 0.7
		}
		if index.best(i, r.lines) >= need {
			l.role = corpus.RolePullQuote
		}
	}
}

// topicIndex lists, for each stem, the paragraphs that hold it.
type topicIndex map[string][]int

// maxPostings bounds the paragraphs that are remembered of one stem; a stem in
// more tells nothing.
const maxPostings = 200

func (r *reading) indexTopics() topicIndex {
	x := topicIndex{}
	for i := range r.lines {
		if !r.isContent(i) {
			continue
		}
		for _, t := range topics(r.lines[i].words) {
			if len(x[t]) < maxPostings {
				x[t] = append(x[t], i)
			}
		}
	}
	return x
}

// best gives the largest share of line i's topics that one longer paragraph
// holds.
func (x topicIndex) best(i int, lines []line) float64 {
	own := topics(lines[i].words)
	if len(own) < 5 {
		return 0
	}
	held, best := map[int]int{}, 0
	for _, t := range own {
		for _, p := range x[t] {
			if p != i && lines[p].n() > lines[i].n() && strings.Compare(lines[p].norm, lines[i].norm) != 0 {
				held[p]++
				best = max(best, held[p])
			}
		}
	}
	return float64(best) / float64(len(own))
}
