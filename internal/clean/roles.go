package clean

import (
	"strings"

	"mojaz/internal/corpus"
)

// decide tells text from furniture, and finds where the text begins.
func (r *reading) decide() {
	r.score()
	r.settle(smooth(r.lines, r.leaning()))
	for bias := 1.0; 2*r.furnished < len(r.lines) && !r.anyContent() && bias <= 4; bias++ {
		r.settle(smooth(r.lines, bias)) // a text of short lines: a flash, verses
	}
	r.dropIslands()
	r.findBody()
}

// leaning is the bias for text: a source that shows no furniture, or next to
// none, is likely all text, short lines too.
func (r *reading) leaning() float64 {
	switch {
	case r.furnished == 0:
		return 1.5
	case r.furnished <= 2:
		return 0.5
	}
	return 0
}

func (r *reading) settle(text []bool) {
	for i := range r.lines {
		l := &r.lines[i]
		l.role = corpus.RoleBoilerplate
		if text[i] && !l.isFixture() {
			l.role = corpus.RoleBody
		}
	}
}

// isFixture reports whether the line is furniture whatever its neighbours are.
func (l *line) isFixture() bool {
	return l.why != "" && !(l.why == asByline && l.n() > 6)
}

func (r *reading) anyContent() bool {
	for i := range r.lines {
		if r.isContent(i) {
			return true
		}
	}
	return false
}

// findBody sets the first line of the text that is not a short line above it.
func (r *reading) findBody() {
	r.body, r.end = len(r.lines), len(r.lines)
	for i := range r.lines {
		if r.isContent(i) {
			r.end = i + 1
		}
	}
	first := -1
	for i := range r.lines {
		if !r.isContent(i) {
			continue
		}
		if first < 0 {
			first = i
		}
		if r.lines[i].isProse() {
			r.body = i
			return
		}
	}
	if first >= 0 {
		r.body = first
	}
}

// island is a run of lines taken for text.
type island struct{ from, to, words int }

// dropIslands gives up runs of text that lie far from the largest one, are a
// small part of it, and do not speak of the same: teasers and notices.
func (r *reading) dropIslands() {
	all := r.islands()
	main := island{}
	for _, s := range all {
		if s.words > main.words {
			main = s
		}
	}
	for _, s := range all {
		away := max(s.from-main.to, main.from-s.to)
		if away >= 4 && 5*s.words < main.words && r.kinship(s) < 0.35 {
			for i := s.from; i < s.to; i++ {
				r.lines[i].role = corpus.RoleBoilerplate
			}
		}
	}
}

// islands lists the runs of text; up to two lines of furniture do not part one.
func (r *reading) islands() []island {
	var out []island
	for i := range r.lines {
		if !r.isContent(i) {
			continue
		}
		if k := len(out) - 1; k >= 0 && i-out[k].to <= 2 {
			out[k].to = i + 1
			out[k].words += r.lines[i].n()
			continue
		}
		out = append(out, island{i, i + 1, r.lines[i].n()})
	}
	return out
}

// kinship is the share of an island's topics that stand in prose elsewhere.
func (r *reading) kinship(s island) float64 {
	own := map[string]int{}
	var all []string
	for i := s.from; i < s.to; i++ {
		for _, t := range topics(r.lines[i].words) {
			if r.lines[i].isProse() {
				own[t]++
			}
			all = append(all, t)
		}
	}
	n := 0
	for _, t := range all {
		n += b2i(r.vocab[t] > own[t])
	}
	return float64(n) / float64(max(len(all), 1))
}

// name gives each line its role, once the title, the date and the author are
// known.
func (r *reading) name(title string) {
	key := norm(title)
	for i := range r.lines {
		l := &r.lines[i]
		switch {
		case key != "" && l.norm == key || i == r.title:
			l.role = corpus.RoleTitle
		case i == r.date, l.why == asDate && i < r.body, l.why == asByline && !r.isContent(i), l.why == asCredit && !r.isContent(i),
			l.why == asLabel && i < r.body:
			l.role = corpus.RoleMeta
		}
	}
	r.nameLede()
	r.nameHeadings()
	r.namePullQuotes()
}

// nameHeadings finds the short lines without a full stop that stand before
// running text. A line that a list mark makes look like an item is a heading
// when its mark stands before no other item, like "■".
func (r *reading) nameHeadings() {
	for i := range r.lines {
		l := &r.lines[i]
		if l.role != corpus.RoleBody || !l.isHeadingLike() || l.hint.item || r.listed[i] {
			continue
		}
		if next := r.nextContent(i); next >= 0 && r.heads(i, next) {
			l.role = corpus.RoleHeading
		}
	}
}

// maxHeading is the number of words of the longest heading.
const maxHeading = 14

func (l *line) isHeadingLike() bool {
	if l.parts > 1 || l.n() == 0 || l.n() > maxHeading || endsWithStop(l.text) || l.hint.quote {
		return false
	}
	if l.hint.heading > 0 {
		return true
	}
	end := endingOf(l.text)
	return end != endCut && (end != endOn || strings.HasSuffix(l.text, ":") && l.n() <= 6) && !isItemMark(l.mark) && !opensSentence(l.words) && (l.n() < 6 || !goesOn(l.words))
}

// isItemMark reports whether a mark is that of items rather than of headings.
func isItemMark(mark string) bool {
	return mark != "" && strings.ContainsAny(mark, "-–—•*·▪●◦○‣⁃")
}

// nextContent gives the next line of text, or -1 when furniture comes first.
func (r *reading) nextContent(i int) int {
	for j := i + 1; j < len(r.lines); j++ {
		if r.isContent(j) {
			return j
		}
		if r.lines[j].role != corpus.RoleBoilerplate && r.lines[j].role != corpus.RoleMeta {
			return -1
		}
	}
	return -1
}

// heads reports whether line i can be the heading of line next.
func (r *reading) heads(i, next int) bool {
	l, below := &r.lines[i], &r.lines[next]
	switch {
	case l.hint.heading > 0:
		return true
	case isItemMark(below.mark) && l.n() <= 12:
		return true
	case below.isHeadingLike() && !below.isProse():
		return below.n() > 2*l.n() && below.n() >= 8 && !r.short(next)
	}
	return below.isProse() && (l.n() <= 7 || 2*below.n() >= 3*l.n()) || below.n() >= 2*l.n() && below.n() >= 8
}

// short reports whether the line after i is no longer than i: i is one of a
// list.
func (r *reading) short(i int) bool {
	j := r.nextContent(i)
	return j < 0 || r.lines[j].n() <= r.lines[i].n()
}
