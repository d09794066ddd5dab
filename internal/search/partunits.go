package search

import "encoding/binary"

// The units of a part are kept as one text: how many there are; and of each, how
// long it is, it itself, how long its word is, what is known of that, and its term
// if that is another than the word. Numbers are written as [binary.AppendUvarint] does.

// What is known of the word of a unit.
const (
	hasArticle = 1 << iota
	isTerm     // it is its own term
)

// joinUnits writes units.
func joinUnits(all []found) string {
	var b []byte
	text := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	b = binary.AppendUvarint(b, uint64(len(all)))
	for _, f := range all {
		text(f.unit)
		b = binary.AppendUvarint(b, uint64(len(f.word)))
		if f.word == "" {
			continue
		}
		var about byte
		if f.article {
			about |= hasArticle
		}
		if f.term == f.word {
			about |= isTerm
		}
		b = append(b, about)
		if about&isTerm == 0 {
			text(f.term)
		}
	}
	return string(b)
}

// units gives what is known of the units of p, by their numbers.
func (p *Part) units() (out []found) {
	rest := p.Units
	number := func() int {
		n, shift := 0, 0
		for i := range len(rest) {
			c := rest[i]
			n |= int(c&0x7F) << shift
			if c < 0x80 {
				rest = rest[i+1:]
				return n
			}
			shift += 7
		}
		panic("units that are cut short") // they are written by joinUnits alone
	}
	text := func() (s string) {
		n := number()
		s, rest = rest[:n], rest[n:]
		return s
	}
	if rest == "" {
		return nil
	}
	out = make([]found, number())
	for i := range out {
		f := &out[i]
		f.unit = text()
		if n := number(); n > 0 {
			f.word = f.unit[len(f.unit)-n:]
			about := rest[0]
			rest = rest[1:]
			f.article = about&hasArticle != 0
			if f.term = f.word; about&isTerm == 0 {
				f.term = text()
			}
		}
	}
	return out
}
