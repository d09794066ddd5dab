package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// Texts are written as bits, in two prefix codes: one of frequent units, see cut,
// and one of pieces, with which rare units are spelled. So they take less than
// half of what a host's compression makes of the letters, and index.js carries
// what the browser needs to read them.
const (
	codeWords  = 7000 // units with a code of their own at most
	codeFewest = 6    // occurrences that pay for a place in a list
)

// Symbols of the code of units that are none. In the list a blank before a unit is
// left out, and codeGlued stands before a unit that has none.
const (
	codeGlued  = "~"
	codeSpell  = ""                   // a unit that is spelled follows
	codeEnd    = codeGlued            // of a text
	codeRepeat = codeGlued + "\u001f" // one of the units that were spelled before follows

	codeRepeats = 256 // the first so many can be repeated
)

// vocabulary is what texts are written with.
type vocabulary struct {
	units  *prefixCode
	pieces *prefixCode
	texts  []string  // of units
	listed []bool    // has a code of its own
	coded  []bitCode // that code, or all that spells the unit; of length 0 where that is too long
}

// vocabulary takes the units that save most. more are words that will be spelled
// beside units that have no code.
func (in *intake) vocabulary(more []counted) *vocabulary {
	v := &vocabulary{texts: in.texts, listed: in.frequentUnits(), coded: make([]bitCode, len(in.units))}
	spelled := more
	counts := map[string]int{codeEnd: in.ends, codeSpell: 1, codeRepeat: 1}
	for i, u := range in.units {
		if v.listed[i] {
			counts[entry(in.texts[i])] += int(u.seen)
		} else {
			counts[codeSpell] += int(u.docs)
			counts[codeRepeat] += int(u.seen - u.docs)
			spelled = append(spelled, counted{in.texts[i], int(u.docs)})
		}
	}
	v.units, v.pieces = codeOf(counts), newPieces(spelled)
	parallel(len(in.units), func(i int) {
		if v.listed[i] {
			v.coded[i] = v.units.codes[entry(in.texts[i])]
		} else {
			v.coded[i] = v.spelling(in.texts[i])
		}
	})
	return v
}

// longestSpelling is how many bits one bitCode can hold.
const longestSpelling = 56

// spelling gives the codes that spell a unit as one, none if it is too long.
func (v *vocabulary) spelling(text string) bitCode {
	all := v.units.codes[codeSpell]
	for p := range v.pieces.pieces(text) {
		c, ok := v.pieces.codes[p]
		if !ok || all.length+c.length > longestSpelling {
			return bitCode{}
		}
		all = bitCode{all.bits<<c.length | c.bits, all.length + c.length}
	}
	end := v.pieces.codes[pieceEnd]
	if all.length+end.length > longestSpelling {
		return bitCode{}
	}
	return bitCode{all.bits<<end.length | end.bits, all.length + end.length}
}

// codeOf gives the code of symbols so frequent.
func codeOf(counts map[string]int) *prefixCode {
	all := make([]counted, 0, len(counts))
	for symbol, n := range counts {
		all = append(all, counted{symbol, n})
	}
	return newPrefixCode(all) // which sorts them
}

// frequentUnits marks the units that have a code of their own: those that save
// most.
func (in *intake) frequentUnits() []bool {
	type saving struct{ unit, gain int }
	var often []saving
	for i, u := range in.units {
		if u.seen >= codeFewest && listable(in.texts[i]) {
			often = append(often, saving{i, int(u.seen) * (utf8.RuneCountInString(in.texts[i]) - 1)})
		}
	}
	slices.SortFunc(often, func(a, b saving) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.unit, b.unit))
	})
	out := make([]bool, len(in.units))
	for _, s := range often[:min(len(often), codeWords)] {
		out[s.unit] = true
	}
	return out
}

// listable reports whether a unit can stand in the list of units, which blanks
// part, and of which the browser counts letters as UTF-16 does.
func listable(unit string) bool {
	rest, _ := spaced(unit)
	beyond := func(r rune) bool { return r == ' ' || r > 0xFFFF }
	return rest != "" && !strings.ContainsFunc(rest, beyond) && !strings.HasPrefix(rest, codeGlued)
}

// entry gives a unit as it stands in the list of units.
func entry(unit string) string {
	if rest, ok := spaced(unit); ok {
		return rest
	}
	return codeGlued + unit
}

// textWriter writes the texts of one document.
type textWriter struct {
	bitWriter
	*vocabulary
	spelled []int // units that were spelled
}

// unit writes a unit.
func (w *textWriter) unit(n int) {
	if !w.listed[n] {
		if i := slices.Index(w.spelled, n); i >= 0 && i < codeRepeats {
			w.code(w.units.codes[codeRepeat])
			w.put(uint64(i), repeatBits(len(w.spelled)))
			return
		}
		w.spelled = append(w.spelled, n)
	}
	if c := w.coded[n]; c.length > 0 {
		w.code(c)
		return
	}
	w.code(w.units.codes[codeSpell])
	w.pieces.spell(&w.bitWriter, w.texts[n])
}

// repeatBits gives how many bits tell one of so many spelled units.
func repeatBits(n int) int { return bits.Len(uint(min(n, codeRepeats) - 1)) }

func (w *bitWriter) code(c bitCode) { w.put(c.bits, int(c.length)) }
