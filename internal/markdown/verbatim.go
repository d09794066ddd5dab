package markdown

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// verbatim is a text in the form in which the gate compares: composed (NFC),
// each run of white space one space and none at the ends, without invisible
// marks and tatweel. No letter is folded, so a changed letter is a change.
type verbatim struct {
	text string
	runs []alignment
}

// alignment says that n bytes of the compared form, from byte norm on, stand
// for m bytes of the original, from byte orig on. Bytes of the original in no
// alignment were dropped. When exact, the bytes correspond one to one.
type alignment struct {
	norm, orig, n, m int
	exact            bool
}

// newVerbatim normalises s.
func newVerbatim(s string) verbatim {
	b := &verbatimBuilder{s: s}
	b.text.Grow(len(s))
	for i := 0; i < len(s); {
		n := strings.IndexFunc(s[i:], unicode.IsSpace)
		if n < 0 {
			n = len(s) - i
		}
		if n > 0 {
			b.chunk(i, i+n)
			i += n
			continue
		}
		i = b.space(i)
	}
	return verbatim{b.text.String(), b.runs}
}

type verbatimBuilder struct {
	s    string
	text strings.Builder
	runs []alignment
	// gap is the white space seen since the last chunk.
	gap corpus.Span
}

// space takes in the white space at byte i and gives where it ends.
func (b *verbatimBuilder) space(i int) int {
	end := i
	for end < len(b.s) {
		r, n := utf8.DecodeRuneInString(b.s[end:])
		if !unicode.IsSpace(r) {
			break
		}
		end += n
	}
	if b.gap.Empty() {
		b.gap.Start = i
	}
	b.gap.End = end
	return end
}

// chunk takes in the run of ink b.s[from:to].
func (b *verbatimBuilder) chunk(from, to int) {
	s := b.s[from:to]
	if !strings.ContainsFunc(s, dropped) && norm.NFC.IsNormalString(s) {
		b.add(s, corpus.Span{Start: from, End: to})
		return
	}
	var kept strings.Builder
	var at []int // of each byte of kept, in b.s
	for i, r := range s {
		if dropped(r) {
			continue
		}
		for range utf8.RuneLen(r) {
			at = append(at, from+i)
		}
		kept.WriteRune(r)
	}
	ink := kept.String()
	for i := 0; i < len(ink); {
		n := max(norm.NFC.NextBoundaryInString(ink[i:], true), 1)
		_, last := utf8.DecodeLastRuneInString(ink[:i+n])
		b.add(norm.NFC.String(ink[i:i+n]), corpus.Span{Start: at[i], End: at[i+n-1] + last})
		i += n
	}
}

// add appends ink that stands for span s of the original, after a space if
// there was one.
func (b *verbatimBuilder) add(ink string, s corpus.Span) {
	if !b.gap.Empty() && b.text.Len() > 0 {
		b.align(" ", b.gap)
	}
	b.gap = corpus.Span{}
	b.align(ink, s)
}

func (b *verbatimBuilder) align(ink string, s corpus.Span) {
	a := alignment{norm: b.text.Len(), orig: s.Start, n: len(ink), m: s.Len()}
	a.exact = s.Of(b.s) == ink || a.n == 1 && a.m == 1
	b.text.WriteString(ink)
	if i := len(b.runs) - 1; i >= 0 && a.exact && b.runs[i].exact && b.runs[i].orig+b.runs[i].m == a.orig {
		b.runs[i].n += a.n
		b.runs[i].m += a.m
		return
	}
	b.runs = append(b.runs, a)
}

// dropped reports whether the gate does not see r.
func dropped(r rune) bool { return r == arabic.Tatweel || arabic.Invisible(r) }

// original gives the span of the original that a span of the compared form
// stands for, without what was dropped around it.
func (v verbatim) original(s corpus.Span) corpus.Span {
	first := v.runs[sort.Search(len(v.runs), func(i int) bool { return v.runs[i].norm+v.runs[i].n > s.Start })]
	last := v.runs[sort.Search(len(v.runs), func(i int) bool { return v.runs[i].norm+v.runs[i].n >= s.End })]
	out := corpus.Span{Start: first.orig, End: last.orig + last.m}
	if first.exact {
		out.Start += s.Start - first.norm
	}
	if last.exact {
		out.End = last.orig + s.End - last.norm
	}
	return out
}

// compared gives the span of the compared form that stands for a span of the
// original; it is empty when nothing of it was kept.
func (v verbatim) compared(s corpus.Span) corpus.Span {
	i := sort.Search(len(v.runs), func(i int) bool { return v.runs[i].orig+v.runs[i].m > s.Start })
	j := sort.Search(len(v.runs), func(i int) bool { return v.runs[i].orig >= s.End }) - 1
	if i >= len(v.runs) || j < i {
		return corpus.Span{}
	}
	first, last := v.runs[i], v.runs[j]
	out := corpus.Span{Start: first.norm, End: last.norm + last.n}
	if first.exact && s.Start > first.orig {
		out.Start += s.Start - first.orig
	}
	if last.exact && s.End < last.orig+last.m {
		out.End = last.norm + s.End - last.orig
	}
	for out.Start < out.End && v.text[out.Start] == ' ' {
		out.Start++
	}
	for out.Start < out.End && v.text[out.End-1] == ' ' {
		out.End--
	}
	return out
}

// find gives the first place of s in v within a span, on the bounds of words;
// ok is false if there is none.
func (v verbatim) find(s string, within corpus.Span) (at corpus.Span, ok bool) {
	if s == "" {
		return at, false
	}
	for from := within.Start; from+len(s) <= within.End; {
		i := strings.Index(v.text[from:within.End], s)
		if i < 0 {
			return at, false
		}
		at = corpus.Span{Start: from + i, End: from + i + len(s)}
		if v.whole(at) {
			return at, true
		}
		_, n := utf8.DecodeRuneInString(v.text[at.Start:])
		from = at.Start + n
	}
	return at, false
}

// whole reports whether a span begins and ends between words: 250 does not
// stand in 2500, nor a word in a longer one.
func (v verbatim) whole(s corpus.Span) bool {
	return !inWord(v.text, s.Start) && !inWord(v.text, s.End)
}

// inWord reports whether byte i lies between two letters or digits, or before a
// mark that belongs to the letter before it.
func inWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return i > 0 && i < len(s) && inkOfWord(before) && inkOfWord(after)
}

func inkOfWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// all is the span of the whole text.
func (v verbatim) all() corpus.Span { return corpus.Span{End: len(v.text)} }
