package arabic

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// Numeral is a number written in words.
type Numeral struct {
	Value int
	Used  int // how many of the words
	// Ordinal says that the form is one of order: الثالث, الحادي والعشرين.
	// From twenty on the definite cardinal serves for both («العشرين»), and
	// is reported as a cardinal with Definite set.
	Ordinal  bool
	Definite bool // the first word has the article
}

// Number reads the number that words begin with: cardinals and ordinals of any
// gender and case, duals of مئة and the scales, parts joined by و, whether it
// stands alone or is written to its word. ok is false when the first word is
// no number. Words are compared folded; the first may have the article but no
// other clitic. A scale in the plural needs a number before it, so «آلاف» alone
// is none. «ألفا» and its like are read as the dual unless tanwin tells that
// they are the accusative singular.
func Number(words []string) (num Numeral, ok bool) {
	r := reader{words: words}
	first := r.read(0, false)
	if first.class == "" {
		return Numeral{}, false
	}
	num.Definite = first.definite
	switch first.class {
	case "ordinal", "ordinalhead":
		num.Ordinal = true
		num.Value, num.Used = r.ordinal(first)
	default:
		num.Value, num.Used = r.cardinal()
	}
	return num, num.Used > 0
}

// numberWord is an entry of data/numbers.txt. The zero word is none.
type numberWord struct {
	class string
	value int
}

// numbers maps folded words to their entries. Accusatives with tanwin fold to
// the form of the construct dual; pair wins, and [reader.read] looks at the
// tanwin.
var numbers = sync.OnceValue(func() map[string]numberWord {
	m := map[string]numberWord{}
	for _, e := range entries("numbers.txt") {
		f := fields(e, 3)
		v, err := strconv.Atoi(f[1])
		if err != nil {
			panic("arabic: numbers.txt: " + e)
		}
		key := Fold(f[2])
		if m[key].class != "pair" {
			m[key] = numberWord{f[0], v}
		}
	}
	return m
})

// piece is a number word as it stands in the text.
type piece struct {
	numberWord
	definite bool
	used     int // words it takes up, a lone و before it included
}

// reader reads numbers from a list of words.
type reader struct{ words []string }

// read reads the number word at i. When joined, a و must come before it, as a
// word of its own or written to it.
func (r reader) read(i int, joined bool) piece {
	p := piece{used: 1}
	if i >= len(r.words) {
		return piece{}
	}
	raw := r.words[i]
	w := Fold(raw)
	if joined {
		if w == string(Waw) && i+1 < len(r.words) {
			p.used, raw, w = 2, r.words[i+1], Fold(r.words[i+1])
		} else if rest, ok := strings.CutPrefix(w, string(Waw)); ok {
			w = rest
		} else {
			return piece{}
		}
	}
	nw, ok := numbers()[w]
	if !ok {
		w, p.definite = strings.CutPrefix(w, string(Alef)+string(Lam))
		if nw, ok = numbers()[w]; !ok || !p.definite {
			return piece{}
		}
	}
	p.numberWord = nw
	if nw.class == "pair" && strings.ContainsRune(raw, Fathatan) {
		p.numberWord = numberWord{"scale", nw.value / 2}
	}
	return p
}

// ordinal reads an ordinal that begins with first: alone, with عشر, or with و
// and a ten.
func (r reader) ordinal(first piece) (value, used int) {
	if p := r.read(1, false); p.class == "ten" && !p.definite && first.value < 10 {
		return first.value + 10, 2
	}
	if p := r.read(1, true); p.class == "tens" && p.definite == first.definite && first.value < 10 {
		return first.value + p.value, 1 + p.used
	}
	if first.class == "ordinalhead" {
		return 0, 0
	}
	return first.value, 1
}

// cardinal reads groups below a thousand with their scales, each scale smaller
// than the one before.
func (r reader) cardinal() (value, used int) {
	limit := math.MaxInt
	for limit > 1 {
		v, scale, n := r.scaled(used, used > 0)
		if n == 0 || scale >= limit {
			break
		}
		value, used, limit = value+v, used+n, scale
	}
	return value, used
}

// scaled reads a group with the scale behind it, a scale alone, or its dual.
// The scale of a group that has none is 1.
func (r reader) scaled(i int, joined bool) (value, scale, used int) {
	if v, n := r.group(i, joined); n > 0 {
		if p := r.read(i+n, false); p.class == "scale" || p.class == "plural" {
			return v * p.value, p.value, n + p.used
		}
		return v, 1, n
	}
	switch p := r.read(i, joined); p.class {
	case "scale":
		return p.value, p.value, p.used
	case "pair":
		return p.value, p.value / 2, p.used
	}
	return 0, 0, 0
}

// group reads a number below a thousand at i: hundreds, then units and tens.
func (r reader) group(i int, joined bool) (value, used int) {
	value, used = r.hundreds(i, joined)
	v, n := r.below(i+used, joined || used > 0)
	return value + v, used + n
}

// hundreds reads «مئتان», «ثلاثمئة» or «ثلاث مئة» at i.
func (r reader) hundreds(i int, joined bool) (value, used int) {
	p := r.read(i, joined)
	switch p.class {
	case "hundred":
		return p.value, p.used
	case "unit":
		if q := r.read(i+p.used, false); q.class == "hundred" && q.value == 100 && p.value > 2 {
			return p.value * 100, p.used + q.used
		}
	}
	return 0, 0
}

// below reads a number below a hundred at i.
func (r reader) below(i int, joined bool) (value, used int) {
	p := r.read(i, joined)
	switch p.class {
	case "ten", "tens":
		return p.value, p.used
	case "unit", "head":
		next := i + p.used
		if q := r.read(next, false); q.class == "ten" && !q.definite {
			return p.value + 10, p.used + q.used
		}
		if q := r.read(next, true); q.class == "tens" && q.definite == p.definite && r.joinsTens(p) {
			return p.value + q.value, p.used + q.used
		}
		if p.class == "unit" {
			return p.value, p.used
		}
	}
	return 0, 0
}

// joinsTens reports whether p can come before و and a ten: every unit, and
// أحد and إحدى but not the half of a dual.
func (r reader) joinsTens(p piece) bool { return p.class == "unit" || p.value == 1 }
