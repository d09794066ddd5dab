package markdown

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// verdict says what was done to a passage that does not stand in its source, at
// a byte of the passage's text.
type verdict struct {
	at            int
	message, hint wording.Text
}

// ownWords is what to do with words that are an editor's and not the source's.
const ownWords = "put your own words into a section of your own"

// judge says of a passage that is not in document own which it is:
// misattributed, when it stands whole in another document; stitched, when it is
// made of pieces that stand apart in its own; altered, when a passage of its
// own shares half of its words; absent otherwise.
func (g *Gate) judge(own int, v verbatim) verdict {
	words := wordsOf(v.text)
	if other, ok := g.elsewhere(own, v.text, words); ok {
		return verdict{
			message: wording.Of("misattributed: it stands in %s", g.docs[other].Path),
			hint:    "take it out, or cite that document in a section of your own",
		}
	}
	doc := g.standing[own]()
	if verdict, ok := doc.stitched(v, words); ok {
		return verdict
	}
	if verdict, ok := doc.altered(v, words); ok {
		return verdict
	}
	return verdict{message: "absent: nothing like it stands in the source", hint: ownWords}
}

// wordsOf gives the words of a text in the compared form, with punctuation.
func wordsOf(s string) []corpus.Span {
	var out []corpus.Span
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], ' ')
		if n < 0 {
			n = len(s) - at
		}
		out = append(out, corpus.Span{Start: at, End: at + n})
		at += n + 1
	}
	return out
}

// leastPiece is how many words a piece must have to count as found: fewer stand
// in any text.
const leastPiece = 3

// stitched reports whether v is made of pieces that each stand in d. Pieces that
// follow each other but for a few words are an omission, which is an alteration.
// It takes the longest piece each time, so it is wrong where a shorter one
// would have let the next begin in place.
func (d *standing) stitched(v verbatim, words []corpus.Span) (verdict, bool) {
	var pieces []corpus.Span // in d
	var joins []int          // words at which a piece begins
	for i := 0; i < len(words); {
		at, n := d.longest(v.text, words[i:])
		if n < leastPiece || len(pieces) == 8 {
			return verdict{}, false
		}
		if len(pieces) > 0 { // the same words may stand just after the last piece
			after := corpus.Span{Start: pieces[len(pieces)-1].End, End: len(d.text)}
			if next, ok := d.find(v.text[words[i].Start:words[i+n-1].End], after); ok {
				at = next
			}
		}
		pieces, joins = append(pieces, at), append(joins, i)
		i += n
	}
	if len(pieces) < 2 {
		return verdict{}, false
	}
	for i := 1; i < len(pieces); i++ {
		if gap := (corpus.Span{Start: pieces[i-1].End, End: pieces[i].Start}); !d.short(gap) {
			at := words[joins[i]]
			return verdict{
				at:      v.original(at).Start,
				message: wording.Of("stitched: passages that stand apart in the source are joined before «%s»", at.Of(v.text)),
				hint:    "part the paragraph there",
			}, true
		}
	}
	return omission(v, words[joins[1]], corpus.Span{Start: pieces[0].End, End: pieces[1].Start}.Of(d.text)), true
}

// short reports whether a gap is no more than six words of d, in order.
func (d *standing) short(gap corpus.Span) bool {
	return gap.Start <= gap.End && len(strings.Fields(gap.Of(d.text))) <= 6
}

// omission is the verdict on words of the source that were left out before a
// word of v.
func omission(v verbatim, before corpus.Span, missing string) verdict {
	return verdict{
		at:      v.original(before).Start,
		message: wording.Of("altered: the source has «%s» before «%s»", shorten(missing), before.Of(v.text)),
		hint:    "write what the source says; " + ownWords,
	}
}

// longest finds the longest run of words, from the first on, that stands in d.
// If a run stands there so does each shorter one, so it searches by halving.
func (d *standing) longest(text string, words []corpus.Span) (at corpus.Span, n int) {
	n = sort.Search(len(words), func(k int) bool {
		_, ok := d.find(text[words[0].Start:words[k].End], d.all())
		return !ok
	})
	if n == 0 {
		return at, 0
	}
	at, _ = d.find(text[words[0].Start:words[n-1].End], d.all())
	return at, n
}

// maxCompared bounds the words that are laid side by side.
const maxCompared = 800

// altered looks for the passage of d that shares most words with v; when it is
// half of them, it names the first word that differs.
func (d *standing) altered(v verbatim, words []corpus.Span) (verdict, bool) {
	return d.alteredIn(v, words, d.all())
}

// alteredIn is altered for a part of d.
func (d *standing) alteredIn(v verbatim, words []corpus.Span, within corpus.Span) (verdict, bool) {
	words = words[:min(len(words), maxCompared)]
	theirs := wordsOf(within.Of(d.text))
	for i := range theirs {
		theirs[i] = theirs[i].Shift(within.Start)
	}
	from, shared := d.closest(v.text, words, theirs)
	if 2*shared < len(words) {
		return verdict{}, false
	}
	half := len(words)/2 + 1
	theirs = theirs[max(0, from-half):min(len(theirs), from+len(words)+half)]
	return d.firstDifference(v, words, theirs), true
}

// closest gives the first word of the window of d, as long as words, that
// shares most words with them, and how many it shares.
func (d *standing) closest(text string, words, theirs []corpus.Span) (from, shared int) {
	want := map[string]int{}
	for _, w := range words {
		want[w.Of(text)]++
	}
	now := 0
	for i, w := range theirs {
		if j := i - len(words); j >= 0 {
			if old := theirs[j].Of(d.text); hasKey(want, old) {
				if want[old]++; want[old] > 0 {
					now--
				}
			}
		}
		if word := w.Of(d.text); hasKey(want, word) {
			if want[word] > 0 {
				now++
			}
			want[word]--
		}
		if now > shared {
			shared, from = now, max(0, i-len(words)+1)
		}
	}
	return from, shared
}

func hasKey(m map[string]int, k string) bool { _, ok := m[k]; return ok }

// firstDifference lays words beside a passage of d by their longest common
// subsequence and reports the first place where they part.
func (d *standing) firstDifference(v verbatim, words, theirs []corpus.Span) verdict {
	pairs := common(texts(v.text, words), texts(d.text, theirs))
	last := match{-1, -1}
	if len(pairs) > 0 {
		last = match{-1, max(-1, pairs[0].theirs-pairs[0].ours-1)}
	}
	for _, p := range append(pairs, match{len(words), len(theirs)}) {
		added, left := p.ours-last.ours-1, p.theirs-last.theirs-1
		switch {
		case added > 0 && left > 0:
			return d.changed(v, stretch(words[last.ours+1:p.ours]), stretch(theirs[last.theirs+1:last.theirs+1+min(left, added+2)]))
		case added > 0:
			w := words[last.ours+1]
			return verdict{
				at:      v.original(w).Start,
				message: wording.Of("altered: «%s» does not stand there in the source", w.Of(v.text)),
				hint:    "take it out; " + ownWords,
			}
		case left > 0 && p.ours < len(words):
			return omission(v, words[p.ours], stretch(theirs[last.theirs+1:p.theirs]).Of(d.text))
		}
		last = p
	}
	return d.changed(v, words[len(words)-1], theirs[min(last.theirs, len(theirs)-1)])
}

// stretch is the span from the first of some words to the last.
func stretch(words []corpus.Span) corpus.Span {
	return corpus.Span{Start: words[0].Start, End: words[len(words)-1].End}
}

// changed is the verdict on words that stand for other ones of the source.
func (d *standing) changed(v verbatim, ours, theirs corpus.Span) verdict {
	return verdict{
		at:      v.original(ours).Start,
		message: wording.Of("altered: «%s» is «%s» in the source", shorten(ours.Of(v.text)), shorten(theirs.Of(d.text))),
		hint:    "write what the source says; " + ownWords,
	}
}

func texts(s string, words []corpus.Span) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Of(s)
	}
	return out
}

// match is a word of ours and the word of theirs that it equals.
type match struct{ ours, theirs int }

// common gives a longest common subsequence of two lists of words.
func common(a, b []string) []match {
	width := len(b) + 1
	best := make([]uint16, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i*width+j] = best[(i+1)*width+j+1] + 1
			} else {
				best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			}
		}
	}
	var out []match
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, match{i, j})
			i, j = i+1, j+1
		case best[(i+1)*width+j] >= best[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// shingles is the index of all runs of three words: hash and document, sorted.
type shingles struct{ entries []shingle }

type shingle struct{ hash, doc uint32 }

func newShingles(g *Gate) *shingles {
	x := &shingles{}
	for i, doc := range g.standing {
		d := doc()
		words := wordsOf(d.text)
		for j := 0; j+leastPiece <= len(words); j++ {
			x.entries = append(x.entries, shingle{hashOf(d.text[words[j].Start:words[j+leastPiece-1].End]), uint32(i)})
		}
	}
	slices.SortFunc(x.entries, func(a, b shingle) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.doc, b.doc))
	})
	x.entries = slices.Compact(x.entries)
	return x
}

// hashOf is FNV-1a. Two texts of one hash cost a second look, nothing else.
func hashOf(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// holders gives the entries of a text of three words.
func (x *shingles) holders(s string) []shingle {
	h := hashOf(s)
	from := sort.Search(len(x.entries), func(i int) bool { return x.entries[i].hash >= h })
	to := from
	for to < len(x.entries) && x.entries[to].hash == h {
		to++
	}
	return x.entries[from:to]
}

// elsewhere finds the first other document that holds text whole. It asks only
// those that hold the rarest three words of it, so a text of less is not looked
// for. The first and the last word of a long text are left out, because there
// punctuation of the document may be joined to them.
func (g *Gate) elsewhere(own int, text string, words []corpus.Span) (doc int, ok bool) {
	if len(words) > leastPiece+1 {
		words = words[1 : len(words)-1]
	}
	var rarest []shingle
	for i := 0; i+leastPiece <= len(words); i++ {
		h := g.shingles().holders(text[words[i].Start:words[i+leastPiece-1].End])
		if i == 0 || len(h) < len(rarest) {
			rarest = h
		}
	}
	for _, h := range rarest {
		if int(h.doc) == own {
			continue
		}
		d := g.standing[h.doc]()
		if _, ok := d.find(text, d.all()); ok {
			return int(h.doc), true
		}
	}
	return 0, false
}
