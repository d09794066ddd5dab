package clean

import (
	"strings"
	"unicode"

	"mojaz/internal/arabic"
)

// feature is one reason to take a line for text of the article (positive) or
// for furniture of the page (negative), in log odds.
type feature struct {
	name  string
	score func(r *reading, i int) float64
}

// features are added up. Their weights were set by hand on pages written for
// the tests and agree with what is known of boilerplate removal: length and
// punctuation tell most, then links, then words.
var features = []feature{
	{"length", scoreLength},
	{"ending", scoreEnding},
	{"prose", scoreProse},
	{"phrase", scorePhrase},
	{"shape", scoreShape},
	{"repeated", scoreRepeated},
	{"run", scoreRun},
	{"above", scoreAbove},
	{"tail", scoreTail},
	{"topic", scoreTopic},
	{"markup", scoreMarkup},
	{"article", scoreArticle},
}

// score sets how much each line looks like text.
func (r *reading) score() {
	for i := range r.lines {
		r.lines[i].content = 0
		for _, f := range features {
			r.lines[i].content += f.score(r, i)
		}
		if r.lines[i].why == asCredit && i > r.begin && i < r.tail {
			r.lines[i].content = 0 // a photo inside the text parts nothing
		}
	}
}

// scoreLength: long lines are prose. Wrong for appeals and notices.
func scoreLength(r *reading, i int) float64 {
	switch n := r.lines[i].n(); {
	case n >= 45:
		return 5
	case n >= 25:
		return 4
	case n >= 15:
		return 2.5
	case n >= 10:
		return 0.7
	case n >= 6:
		return -0.3
	case n >= 3:
		return -0.8
	default:
		return -1.2
	}
}

// scoreEnding: sentences end, labels and headlines do not, teasers are cut off.
func scoreEnding(r *reading, i int) float64 {
	l := &r.lines[i]
	long := l.n() >= 6
	switch endingOf(l.text) {
	case endSentence:
		if endsWithStop(l.text) {
			return 0.5 + float64(b2i(long)) + float64(b2i(l.n() >= 8))
		}
		return 0.5 * float64(b2i(long))
	case endCut:
		if l.n() <= 20 {
			return -2
		}
	case endOn:
		return 0.3 * float64(b2i(long))
	}
	return 0
}

// scoreProse: commas, function words and the openings of reporting sentences.
func scoreProse(r *reading, i int) float64 {
	l := &r.lines[i]
	if l.n() < 7 {
		return 0
	}
	marks := strings.Count(l.text, "،") + strings.Count(l.text, "؛") + strings.Count(l.text, "«") + strings.Count(l.text, "\"")/2
	s := min(1.5, 0.4*float64(marks))
	common := 0
	for _, w := range l.words {
		common += b2i(functionWords[w])
	}
	if 5*common >= l.n() {
		s += 0.7
	}
	if goesOn(l.words) {
		s++
	}
	return s
}

// scorePhrase: words of sharing, subscribing and the like. In a long line one
// such phrase says little, several say much.
func scorePhrase(r *reading, i int) float64 {
	l := &r.lines[i]
	if l.why != "" {
		return -6
	}
	switch n := l.n(); {
	case l.hits == 0:
		return 0
	case l.phrase || n <= 8:
		return -5
	case n <= 15:
		return -3 * float64(l.hits)
	case n <= 40:
		return -2 * float64(l.hits)
	}
	return -1.5 * float64(l.hits) * float64(min(l.hits, 3))
}

// scoreShape: lines of names parted by bars or dashes, of figures, of Latin
// words, of addresses.
func scoreShape(r *reading, i int) float64 {
	l := &r.lines[i]
	if l.n() == 0 {
		return -3
	}
	s := 0.0
	if l.isTrail() {
		s -= min(6, 1.5*float64(separators(l.text)))
	}
	letters, latin, figures := letterCounts(l.text)
	if letters+figures > 0 && float64(figures) > 0.4*float64(letters+figures) {
		s -= 2
	}
	if l.n() <= 30 && 2*latin > letters {
		s -= 2
	}
	if strings.Contains(l.text, "http") || strings.Contains(l.text, "www.") || l.n() < 20 && strings.Contains(l.text, "@") {
		s -= 2
	}
	if l.n() <= 12 && strings.Count(l.text, "#") >= 1 && strings.HasPrefix(l.text, "#") {
		s -= 4
	}
	return s
}

// separators counts the marks that part the names of a menu or a trail.
func separators(s string) int {
	n := 0
	for _, sep := range [...]string{" - ", " | ", " / ", " > ", " » ", " › ", " • ", " · ", " \\ "} {
		n = max(n, strings.Count(s, sep))
	}
	return n
}

// letterCounts counts all letters, the Latin ones, and the digits of s.
func letterCounts(s string) (letters, latin, digits int) {
	for _, r := range arabic.Digits(s) {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
			latin += b2i(unicode.Is(unicode.Latin, r))
		}
	}
	return letters, latin, digits
}

// scoreRepeated: the article says a sentence once. Wrong for refrains.
func scoreRepeated(r *reading, i int) float64 {
	l := &r.lines[i]
	if r.same[l.norm] > 1 && l.n() <= 40 {
		return -2.5
	}
	return 0
}

// scoreRun: short lines without an end, one after the other, are a menu or a
// list of headlines. On a page that shows no other furniture they are rather
// verses or results, and count less. A subhead below such a list is text.
func scoreRun(r *reading, i int) float64 {
	run := r.runs[i]
	if r.lines[i].subhead {
		return 3
	}
	if r.listed[i] {
		return 1
	}
	if run < 4 {
		if l := &r.lines[i]; run > 1 && (run > 2 || l.n() >= 4) && l.hint.heading == 0 && i > r.begin && r.strange(l) {
			return -2.5 // headlines of other articles, set between paragraphs
		}
		return 0
	}
	s := -min(3, 0.8+0.3*float64(run-3))
	if r.furnished < 3 {
		s *= 0.25
	}
	return s
}

// scoreAbove: what is short and stands among date, byline and labels above the
// text belongs to them, wrongly for a text that begins with a heading. A longer
// line right above the first prose is rather the lead, without its full stop.
func scoreAbove(r *reading, i int) float64 {
	if l := &r.lines[i]; i == r.begin-1 && l.n() >= 9 && l.why == "" && r.same[l.norm] == 1 {
		return 2
	}
	if l := &r.lines[i]; i < r.begin && l.n() < 9 && !endsWithStop(l.text) && (r.nextTo(i, asDate) || r.nextTo(i, asByline) || r.nextTo(i, asLabel)) {
		return -2
	}
	return 0
}

// scoreTail: below the line that says the article is over, it is.
func scoreTail(r *reading, i int) float64 {
	if i > r.tail {
		return -7
	}
	return 0
}

// scoreTopic: a long line that shares no topic with the rest of the prose is an
// appeal, a notice or a text about the site. Short texts do not allow to tell.
func scoreTopic(r *reading, i int) float64 {
	l := &r.lines[i]
	if l.n() < 12 || r.prose < 150 {
		return 0
	}
	own := 0
	if l.isProse() {
		own = 1 // its own words are in the vocabulary
	}
	words := topics(l.words)
	shared := 0
	for _, t := range words {
		shared += b2i(r.vocab[t] > own)
	}
	switch s := float64(shared) / float64(max(len(words), 1)); {
	case s < 0.1:
		return -2.5
	case s < 0.2:
		return -1
	case s > 0.5:
		return 1
	}
	return 0
}

// scoreMarkup: what elements and class names say.
func scoreMarkup(r *reading, i int) float64 {
	h := r.lines[i].hint
	s := 0.0
	switch h.zone {
	case zoneArticle:
		s++
	case zoneHeader, zoneAside:
		s -= 2.5
	case zoneFooter, zoneNav:
		s -= 4
	}
	if h.links > 0.7 {
		s -= 3
	}
	if h.parts&partBody != 0 {
		s += 2
	}
	if h.parts&(partRelated|partComments|partFurniture) != 0 {
		s -= 3
	}
	if h.parts&(partTags|partCrumbs|partCaption) != 0 {
		s -= 4
	}
	if h.parts&(partByline|partDate) != 0 && r.lines[i].n() < 15 {
		s -= 3
	}
	return s
}

// scoreArticle: what go-trafilatura says.
func scoreArticle(r *reading, i int) float64 {
	switch r.lines[i].hint.article {
	case inside:
		return 3
	case outside:
		return -3
	}
	return 0
}

// countRuns gives, for each line, the number of lines in the run of short lines
// without an end to which it belongs.
func (r *reading) countRuns() []int {
	runs := make([]int, len(r.lines))
	for i := 0; i < len(r.lines); {
		j := i
		for j < len(r.lines) && r.lines[j].isLoose() {
			j++
		}
		for k := i; k < j; k++ {
			runs[k] = j - i
		}
		i = max(j, i+1)
	}
	return runs
}

// strange reports whether a line shares next to no topic with the prose. Short
// texts do not allow to tell.
func (r *reading) strange(l *line) bool {
	return r.prose >= 40 && share(topics(l.words), r.vocab) < 0.2
}

// announced marks the short lines of the lists that a line of the text
// announces with a colon: «وضمت القائمة كلا من:».
func (r *reading) announced() []bool {
	out := make([]bool, len(r.lines))
	for i := range r.lines {
		l := &r.lines[i]
		if l.n() < 4 || l.why != "" || !strings.HasSuffix(l.text, ":") || i < r.begin || i >= r.tail {
			continue
		}
		for j := i + 1; j < len(r.lines) && r.lines[j].isLoose() && r.lines[j].why == ""; j++ {
			out[j] = true
		}
	}
	return out
}

// isLoose reports whether the line could stand in a menu or a list of titles.
func (l *line) isLoose() bool {
	end := endingOf(l.text)
	if l.n() >= 7 && goesOn(l.words) {
		return false
	}
	return l.n() < 15 && !endsWithStop(l.text) && end != endOn
}
