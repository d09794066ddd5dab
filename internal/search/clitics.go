package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
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
	var joins []join
	whole := map[int]bool{}
	for i := range p.lists {
		l := &p.lists[i]
		if !strings.Contains(particles+"و", l.form[:min(letter, len(l.form))]) {
			continue
		}
		first, rest := parted(l.form)
		if id, ok := p.byTerm[rest]; ok && id != i && joined(l, &p.lists[id]) {
			joins = append(joins, join{id, i, first})
			whole[i] = true
		}
	}
	joins = slices.DeleteFunc(joins, func(j join) bool { return whole[j.rest] }) // two letters before a word are none
	for _, j := range joins {
		p.lists[j.rest].take(&p.lists[j.whole], j.particle)
	}
	for _, j := range joins {
		p.lists[j.rest].settle()
	}
}

// join is a term, whole, that turned out to be another one behind a particle.
// Both are numbers in lists.
type join struct {
	rest, whole int
	particle    string
}

// parted gives the particle that a word could begin with and the term of the
// rest, "" and "" for none.
func parted(word string) (particle, term string) {
	w := strings.TrimPrefix(fold(word), "و")
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

// take moves all places of whole to the end of l, which settle puts in order.
func (l *posting) take(whole *posting, particle string) {
	if !strings.Contains(l.particles, particle) {
		l.particles += particle
	}
	l.taken = append(l.taken, whole.kept)
	whole.docs, whole.kept = 0, nil
}

// settle puts in order what l has and what it took.
func (l *posting) settle() {
	if l.taken == nil {
		return
	}
	var all []placed
	var places []int
	for _, kept := range append(l.taken, l.kept) {
		for d := range (&posting{kept: kept}).each {
			from := len(places)
			places = append(places, d.places...)
			d.places = places[from:len(places):len(places)]
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.doc, b.doc) })
	l.write(all)
	l.taken = nil
}

// write keeps a list anew, of documents that are sorted; places in one document
// may come in several parts.
func (l *posting) write(list []placed) {
	l.kept, l.docs = nil, 0
	last := -1
	for len(list) > 0 {
		d := list[0]
		for list = list[1:]; len(list) > 0 && list[0].doc == d.doc; list = list[1:] {
			d.places, d.named = append(d.places, list[0].places...), d.named || list[0].named
		}
		slices.Sort(d.places)
		l.kept = binary.AppendUvarint(l.kept, uint64(d.doc-last-1)<<1|1)
		at := 0
		for i, p := range d.places {
			l.kept = binary.AppendUvarint(l.kept, uint64(p-at)<<1)
			if at = p; i == 0 && d.named {
				l.kept = binary.AppendUvarint(l.kept, 0)
			}
		}
		last = d.doc
		l.docs++
	}
}
