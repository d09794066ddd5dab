package arabic

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// guardLimit is how many characters a quotation or a bracket may hold and
// still keep its sentences together. What is longer is a mark forgotten, or a
// speech that a reader needs cut.
const guardLimit = 600

// guard is a quotation or a bracket, its marks included.
type guard struct {
	start, end int
	bracket    bool
}

// guards finds the quotations and brackets of s, sorted by start, without
// those that are never closed or are longer than guardLimit.
func guards(s string) []guard {
	f := guardFinder{s: s, open: [2]int{-1, -1}}
	prev := rune(' ')
	for i, r := range s {
		f.see(i, r, prev)
		prev = r
	}
	slices.SortFunc(f.found, func(a, b guard) int { return cmp.Compare(a.start, b.start) })
	return f.found
}

type guardFinder struct {
	s        string
	open     [2]int // where a quotation is open, by family of mark, or -1
	brackets []int  // where brackets are open
	found    []guard
}

// see takes note of the rune at i.
func (f *guardFinder) see(i int, r, prev rune) {
	if q := quoteFamily(r); q >= 0 {
		f.quote(i, r, prev)
		return
	}
	switch r {
	case '(', '[', '{':
		f.brackets = append(f.brackets, i)
	case ')', ']', '}':
		if n := len(f.brackets); n > 0 && closes(f.s[f.brackets[n-1]], r) {
			f.add(f.brackets[n-1], i+1, true)
			f.brackets = f.brackets[:n-1]
		}
	}
}

// quote opens or closes a quotation. Within one family any mark closes any
// other, because Arabic texts set “ ” and « » either way round. A mark after a
// space and before a letter opens, even when one is open: the closing mark was
// forgotten. Wrong for a quotation in another one of the same family.
func (f *guardFinder) quote(i int, r, prev rune) {
	q, end := quoteFamily(r), i+utf8.RuneLen(r)
	next, _ := utf8.DecodeRuneInString(f.s[end:])
	starts := !isInk(prev) && end < len(f.s) && (unicode.IsLetter(next) || isDigit(next))
	if f.open[q] >= 0 && !starts {
		f.add(f.open[q], end, false)
		f.open[q] = -1
		return
	}
	if inkAt(f.s, end) && (next == Ellipsis || !isEnd(next)) && (unicode.IsLower(next) || !isContinuation(next)) {
		f.open[q] = i
	}
}

func (f *guardFinder) add(start, end int, bracket bool) {
	if end-start <= guardLimit || utf8.RuneCountInString(f.s[start:min(end, start+4*guardLimit+1)]) <= guardLimit {
		f.found = append(f.found, guard{start, end, bracket})
	}
}

// quoteFamily tells double marks from guillemets, and gives -1 for what is no
// quotation mark. Single marks are left out: they are apostrophes as well.
func quoteFamily(r rune) int {
	switch r {
	case '"', '\u201C', '\u201D', '\u201E', '\u201F', '\u2033':
		return 0
	case '«', '»':
		return 1
	}
	return -1
}

func closes(open byte, r rune) bool {
	return open == '(' && r == ')' || open == '[' && r == ']' || open == '{' && r == '}'
}
