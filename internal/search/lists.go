package search

// A list of places is written as bits: how many documents, and for each how far it
// is from the one before, how many places it has, the first of them, and how far
// each other is from the one before. Function words have documents alone. Where a
// term stands in names, a bit for each document says whether it does there.

// fewDocs is how many documents a list has that does not say how its numbers are
// written: it takes what suits the mean of all.
const fewDocs = 8

// bitsOfK is how many bits say so.
const bitsOfK = 4

// measures are the sums from which the numbers of a list are written.
type measures struct {
	docs, places, first, last, gaps int // how many; sums of first places, of last documents, of distances
	named                           bool
}

func (l *posting) measure() (m measures) {
	for d := range l.each {
		m.docs++
		m.last = d.doc
		m.named = m.named || d.named
		if n := len(d.places); n > 0 {
			m.places += n
			m.first += d.places[0]
			m.gaps += d.places[n-1] - d.places[0]
		}
	}
	return m
}

// ks are how the numbers of a list are written, see rice: documents, first places,
// other places.
type ks struct{ doc, first, next int }

// ks gives what suits a list. That of a short list rests on what the browser knows
// of all documents.
func (m measures) ks(p *postings) ks {
	if m.docs <= fewDocs {
		first := riceFor(p.average(), 1)
		return ks{riceFor(p.docs, m.docs), first, max(0, first-1)}
	}
	most := 1<<bitsOfK - 1
	return ks{
		min(most, riceFor(m.last+1, m.docs)), min(most, riceFor(m.first, m.docs)),
		min(most, riceFor(m.gaps, m.places-m.docs)),
	}
}

// encode writes the list of a term of p.
func (l *posting) encode(w *bitWriter, p *postings) {
	m := l.measure()
	k := m.ks(p)
	w.gamma(m.docs)
	if m.docs > fewDocs {
		w.put(uint64(k.doc), bitsOfK)
		if !l.stop {
			w.put(uint64(k.first), bitsOfK)
			w.put(uint64(k.next), bitsOfK)
		}
	}
	if !l.stop {
		w.flag(m.named)
	}
	last := -1
	for d := range l.each {
		w.rice(d.doc-last-1, k.doc)
		last = d.doc
		if l.stop {
			continue
		}
		w.gamma(len(d.places))
		if m.named {
			w.flag(d.named)
		}
		w.rice(d.places[0], k.first)
		for i, p := range d.places[1:] {
			w.rice(p-d.places[i]-1, k.next)
		}
	}
}

func (w *bitWriter) flag(yes bool) {
	if yes {
		w.put(1, 1)
	} else {
		w.put(0, 1)
	}
}
