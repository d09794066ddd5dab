package calendar

import (
	"strconv"
	"strings"

	"mojaz/internal/arabic"
)

// parser reads expressions from lexemes. Its methods take a position and give
// the position behind what they read.
type parser struct {
	*lexicon
	lx    []lexeme
	loose bool
	depth int // of periods inside periods
	// numerals remembers what [parser.numeral] read where, because most rules
	// ask for it.
	numerals map[int]numeralRead
}

// numeralRead is an answer of [parser.numeral].
type numeralRead struct {
	num  arabic.Numeral
	next int
	ok   bool
}

// match is an expression that was read. The zero match is none.
type match struct {
	end   int    // position behind it
	rule  string // the name of what read it
	timex string
	// mean works out the value. It may use what the text said before.
	mean func(*scene) span
	// date is set when the expression is a day, month or year that can lend
	// its parts to another: «3 إلى 5 أيار».
	date *partial
	// bare says that it begins with a number or a month, so that a noun right
	// before it is named by it: «انسحاب 2011».
	bare bool
	// edge is set when it is the end or beginning of something.
	edge edge
	// unit is set when it is one unit that a word places: «الأسبوع الماضي».
	unit unit
	// fixed is the relation that the words themselves state.
	fixed string
	// vague says that it is placed only on one side: «الأيام الأخيرة».
	vague bool
}

const (
	timexDate     = "DATE"
	timexDuration = "DURATION"
	timexSet      = "SET"
)

// text gives the folded text of the lexeme at i, "" out of range.
func (p *parser) text(i int) string {
	if i < 0 || i >= len(p.lx) {
		return ""
	}
	return p.lx[i].text
}

// is reports whether the lexeme at i is one of some folded words.
func (p *parser) is(i int, words ...string) bool {
	t := p.text(i)
	if t == "" {
		return false
	}
	for _, w := range words {
		if t == w {
			return true
		}
	}
	return false
}

// isWord reports whether a word stands at i.
func (p *parser) isWord(i int) bool {
	return 0 <= i && i < len(p.lx) && p.lx[i].kind == arabic.Word
}

// isNumber reports whether digits stand at i.
func (p *parser) isNumber(i int) bool {
	return 0 <= i && i < len(p.lx) && p.lx[i].kind == arabic.Numeric
}

// touches reports whether the lexeme at i is written to the one before it.
func (p *parser) touches(i int) bool {
	return 0 < i && i < len(p.lx) && !p.lx[i].gap
}

// skip gives i+1 when one of some words stands at i, else i.
func (p *parser) skip(i int, words ...string) int {
	if p.is(i, words...) {
		return i + 1
	}
	return i
}

// phrase finds the longest phrase of a table that begins at i. Only words and
// numbers written among them count, marks part them.
func phrase[T any](p *parser, table phrases[T], i int) (v T, next int, ok bool) {
	if !table.first[p.text(i)] {
		return v, i, false
	}
	var b strings.Builder
	for n := 0; n < table.longest && i+n < len(p.lx); n++ {
		if p.lx[i+n].kind == arabic.Punct {
			break
		}
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.lx[i+n].text)
		if w, found := table.of[b.String()]; found {
			v, next, ok = w, i+n+1, true
		}
	}
	return v, next, ok
}

// phraseBefore finds the longest phrase of a table that ends before i. A
// clitic and its word count as one word there.
func phraseBefore[T any](p *parser, table phrases[T], i int) (v T, start int, ok bool) {
	text := ""
	for n := 0; n < table.longest && i-n-1 >= 0; n++ {
		l := p.lx[i-n-1]
		if l.kind == arabic.Punct {
			break
		}
		switch {
		case n == 0:
			text = l.text
		case p.touches(i-n) && len([]rune(l.text)) == 1:
			text = l.text + text
		default:
			text = l.text + " " + text
		}
		if w, found := table.of[text]; found {
			v, start, ok = w, i-n-1, true
		}
	}
	return v, start, ok
}

// cue reports whether words of a class of data/cues.txt end before i. A single
// word may have a conjunction written to it.
func (p *parser) cue(class string, i int) bool {
	_, _, ok := phraseBefore(p, p.cues[class], i)
	return ok || p.isWord(i-1) && p.cues[class].of[withoutConjunction(p.text(i-1))]
}

// cueAt reports whether words of a class of data/cues.txt begin at i.
func (p *parser) cueAt(class string, i int) bool {
	_, _, ok := phrase(p, p.cues[class], i)
	return ok || p.isWord(i) && p.cues[class].of[withoutConjunction(p.text(i))]
}

func withoutConjunction(text string) string {
	if rest, ok := strings.CutPrefix(text, "و"); ok {
		return rest
	}
	return strings.TrimPrefix(text, "ف")
}

// quantity reads a number in digits or words: «12», «3.5», «الـ24», «ثلاث». An
// ordinal is none.
func (p *parser) quantity(i int) (n float64, next int, ok bool) {
	if p.is(i, "ال") && p.isNumber(i+1) && p.touches(i+1) {
		i++
	}
	if p.isNumber(i) {
		f, err := strconv.ParseFloat(strings.ReplaceAll(p.lx[i].text, string(arabic.Decimal), "."), 64)
		return f, i + 1, err == nil && f < 10000
	}
	num, next, ok := p.numeral(i)
	return float64(num.Value), next, ok && !num.Ordinal && num.Value < 10000
}

// numeralWords is how many words a number in words can have here.
const numeralWords = 12

// numeral reads a number in words.
func (p *parser) numeral(i int) (num arabic.Numeral, next int, ok bool) {
	if !p.isWord(i) || !p.lx[i].numeral {
		return num, i, false
	}
	if r, known := p.numerals[i]; known {
		return r.num, r.next, r.ok
	}
	var list []string
	for j := i; p.isWord(j) && len(list) < numeralWords; j++ {
		list = append(list, p.lx[j].raw)
	}
	num, ok = arabic.Number(list)
	p.numerals[i] = numeralRead{num, i + num.Used, ok}
	return num, i + num.Used, ok
}

// unitAt reads the name of a unit.
func (p *parser) unitAt(i int) (u unitName, definite, ok bool) {
	if !p.isWord(i) {
		return u, false, false
	}
	u, ok = p.units.of[p.lx[i].text]
	return u, ok && strings.HasPrefix(p.lx[i].text, "ال"), ok
}

// modifierAt reads a word that places a unit. Definite says whether the unit
// has the article: the modifier must agree, save for verbs («أيام خلت»).
func (p *parser) modifierAt(i int, definite bool) (place, bool) {
	if !p.isWord(i) {
		return noPlace, false
	}
	m, ok := p.modifiers.of[p.lx[i].text]
	hasArticle := strings.HasPrefix(p.lx[i].text, "ال")
	return m, ok && (m == samePlace || hasArticle == definite)
}
