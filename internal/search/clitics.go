package search

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
)

// particles are the letters that are often written together with a word without
// its article: «لبغداد», «بقوات». Nothing in such a word itself tells them from its own
// first letter, so it is not [Term] that takes them off but the words of the site
// as a whole.
const particles = "بل"

// joinParticles moves the places of terms that begin with a particle to the terms
// without it, and notes the letter there, for the browser has to light the word.
//
// A first letter is taken for a particle if the word without it is at least three
// times as frequent, is a noun or a name, and if the word as a whole is nowhere
// written with the article and in no name: «البحرية» and a woman called «لمياء»
// keep theirs. Wrong for a rare word that begins so and looks like a frequent one.
// ك and ف are left alone: as particles they are rarer than as letters («كندا»).
func (p *postings) joinParticles() {
	for i := range p.lists {
		if !strings.Contains(particles+"و", p.lists[i].form[:min(letter, len(p.lists[i].form))]) {
			continue
		}
		first, rest := parted(p.lists[i].form)
		if id, ok := p.byTerm[rest]; ok && id != i && joined(&p.lists[i], &p.lists[id]) {
			p.lists[id].take(&p.lists[i], first)
		}
	}
}

// parted gives the particle that a word could begin with and the term of the
// rest, "" and "" for none.
func parted(word string) (particle, term string) {
	w := strings.TrimPrefix(arabic.Fold(word), "و")
	if len(w) < 4*letter || !strings.Contains(particles, w[:letter]) || !allArabic(w) {
		return "", ""
	}
	return w[:letter], Term(w[letter:])
}

// joined reports whether the first letter of whole is a particle before rest.
func joined(whole, rest *posting) bool {
	return whole.docs > 0 && !whole.stop && !whole.noun && !whole.name &&
		!rest.stop && (rest.noun || rest.name) && rest.docs >= 3*whole.docs
}

// take moves all places of whole to l.
func (l *posting) take(whole *posting, particle string) {
	l.write(merged(l.read(), whole.read()))
	if !strings.Contains(l.particles, particle) {
		l.particles += particle
	}
	whole.docs, whole.text = 0, nil
}

// placed is a document with the places of a term in it.
type placed struct {
	doc    int
	places []int
	named  bool
}

// merged unites two lists that are sorted by document.
func merged(a, b []placed) (out []placed) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].doc < b[0].doc:
			out, a = append(out, a[0]), a[1:]
		case a[0].doc > b[0].doc:
			out, b = append(out, b[0]), b[1:]
		default:
			both := append(slices.Clone(a[0].places), b[0].places...)
			slices.Sort(both)
			out = append(out, placed{a[0].doc, both, a[0].named || b[0].named})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// read gives what was written.
func (l *posting) read() (out []placed) {
	doc, n, unit := -1, 0, 1
	for _, c := range l.text {
		digit, base := int(values[c]), len(docDigits)/2
		ofDoc := digit < len(docDigits)
		if !ofDoc {
			digit, base = digit-len(docDigits), len(placeDigits)/2
		}
		n, unit = n+digit%base*unit, unit*base
		if digit >= base {
			continue // more of this number follows
		}
		if ofDoc {
			doc += n + 1
			out = append(out, placed{doc: doc})
		} else {
			out[len(out)-1].add(n)
		}
		n, unit = 0, 1
	}
	return out
}

// add adds a place so far after the one before it.
func (p *placed) add(distance int) {
	switch {
	case len(p.places) == 0:
		p.places = []int{distance}
	case distance == 0:
		p.named = true
	default:
		p.places = append(p.places, p.places[len(p.places)-1]+distance)
	}
}

// write writes a list anew.
func (l *posting) write(list []placed) {
	l.text, l.docs = nil, len(list)
	last := -1
	for _, d := range list {
		l.text = appendNumber(l.text, docDigits, d.doc-last-1)
		last = d.doc
		at := 0
		for i, p := range d.places {
			l.text = appendNumber(l.text, placeDigits, p-at)
			if at = p; i == 0 && d.named {
				l.text = appendNumber(l.text, placeDigits, 0)
			}
		}
	}
}
