package clean

import (
	"strings"
)

// minTitle is the score from which on a line is taken for the title.
const minTitle = 2.0

// findTitle chooses the headline: the line above the text that most looks like
// one, or what the page's metadata says. It marks the title's lines. A text
// that begins with its first sentence has none.
func (r *reading) findTitle() string {
	trail := r.trailEnd()
	best, bestScore := -1, minTitle
	for i := range r.lines {
		if s := r.titleScore(i, trail); s > bestScore {
			best, bestScore = i, s
		}
	}
	r.title = best
	if best >= 0 {
		return strings.TrimSpace(r.lines[best].text)
	}
	if r.head.title.worth >= 30 && len(wordsOf(r.head.title.value)) >= 3 {
		return r.head.title.value
	}
	return trail
}

// titleScore says how much line i looks like the headline.
func (r *reading) titleScore(i int, trail string) float64 {
	l := &r.lines[i]
	named := r.head.title.value != "" && l.norm == norm(r.head.title.value)
	if !named && l.hint.heading != 1 && i >= r.body || l.n() == 0 {
		return -10
	}
	s := shapeOfTitle(l)
	s += 5 * float64(b2i(named))
	s += 3 * float64(b2i(trail != "" && l.norm == norm(trail)))
	switch l.hint.heading {
	case 1:
		s += 3.5
	case 2:
		s++
	}
	if r.same[l.norm] > 1 && l.n() >= 3 {
		s += 2
	}
	if l.why != "" {
		s -= 6
	}
	s += r.topicOfTitle(l)
	switch {
	case r.soon(i, asDate) || r.soon(i, asByline):
		s++
	case named || l.hint.heading == 1 || i+1 < len(r.lines) && r.lines[i+1].gap && l.n() <= 20:
	case l.n() > 14: // rather the first sentence of a text without a title
		s -= 3
	case l.n() > 10:
		s--
	}
	if r.body-i <= 5 {
		s += 0.5
	}
	if l.hint.links > 0.7 || l.hint.zone >= zoneAside {
		s -= 2
	}
	s -= 0.02 * float64(min(i, 50)) // of equals, the first
	return s
}

// shapeOfTitle judges a line by itself: some words without a full stop.
func shapeOfTitle(l *line) float64 {
	s := 0.0
	switch n := l.n(); {
	case n == 1:
		s -= 3
	case n <= 3:
		s -= 0.5
	case n == 4:
		s += 0.5
	case n <= 20:
		s++
	case n <= 26:
		s -= 0.5
	default:
		s -= 5
	}
	switch endingOf(l.text) {
	case endSentence:
		if endsWithStop(l.text) {
			s -= 3
		}
	case endCut:
		s -= 2
	case endOn:
		s -= 1.5
	}
	if l.mark != "" {
		s -= 3
	}
	if separators(l.text) >= 2 {
		s -= 3
	}
	if opensSentence(l.words) && l.n() > 12 {
		s--
	}
	return s
}

// topicOfTitle rewards a line whose topics the text takes up.
func (r *reading) topicOfTitle(l *line) float64 {
	words := topics(l.words)
	shared := 0
	for _, t := range words {
		shared += b2i(r.vocab[t] > 0)
	}
	switch p := float64(shared) / float64(max(len(words), 1)); {
	case shared >= 2 && p >= 0.5:
		return 1.5
	case shared >= 2 && p >= 0.3:
		return 0.7
	case p < 0.2:
		return -1
	}
	return 0
}

// soon reports whether one of the three lines below i is of that kind.
func (r *reading) soon(i int, kind reason) bool {
	for j := i + 1; j <= i+3 && j < len(r.lines); j++ {
		if r.lines[j].why == kind {
			return true
		}
	}
	return false
}

// trailEnd gives the last part of the trail of sections that leads to the page,
// if that part is long enough to be a title: "الرئيسية - سياسة - العنوان هنا كاملا".
func (r *reading) trailEnd() string {
	for i := range r.lines[:min(len(r.lines), r.body+1)] {
		l := &r.lines[i]
		if l.n() > 45 || !opensTrail(l.words) {
			continue
		}
		for _, sep := range [...]string{" - ", " > ", " / ", " » ", " › ", " | ", " \\ "} {
			if strings.Count(l.text, sep) < 2 {
				continue
			}
			last := strings.TrimSpace(l.text[strings.LastIndex(l.text, sep)+len(sep):])
			if len(wordsOf(last)) >= 4 {
				return last
			}
		}
	}
	return ""
}

// trailHeads are the words with which a trail of sections begins.
var trailHeads = readSet("trailheads.txt")

func opensTrail(words []string) bool {
	for n := min(3, len(words)); n > 0; n-- {
		if trailHeads[strings.Join(words[:n], " ")] {
			return true
		}
	}
	return false
}
