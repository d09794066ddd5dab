package crossref

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// stretchWords is how many words a stretch has at least; shorter ones belong to
// the stretch before them.
const stretchWords = 4

// mostStretch is how many words a stretch has at most: what is longer is a table.
const mostStretch = 60

// stretchUnits cuts a sentence at commas, semicolons and colons, and a long
// stretch at the words that open a clause. Dots, brackets and quotation marks do
// not cut.
func (r *termReader) stretchUnits(doc *corpus.Document, p *passage) []unit {
	spans := r.stretches(p.span.Of(doc.Text))
	out := make([]unit, 0, len(spans))
	for _, s := range spans {
		if s = s.Shift(p.span.Start); wordCount(s.Of(doc.Text)) > mostStretch {
			continue
		}
		u := unit{span: s}
		u.words = r.bag(p.placed, func(x placedTerm) bool { return s.Contains(x.Span) })
		r.deny(doc, p, &u)
		u.voice = voice(doc, s)
		u.dates = within(doc.Dates, s, func(d corpus.Date) corpus.Span { return d.Span })
		u.figures = within(doc.Figures, s, func(f corpus.Figure) corpus.Span { return f.Span })
		for _, f := range u.figures {
			u.tolls = append(u.tolls, r.toll(doc, p.span, f))
		}
		out = append(out, u)
	}
	return out
}

// deny notes what a stretch says is not so: all that follows its first word of
// denial; behind a verb, which has its subject after it, what follows the word that
// opens the clause denied: «نفى الوزير وجود», «نفت الشركة أن». Wrong where the
// denial ends before the stretch does.
func (r *termReader) deny(doc *corpus.Document, p *passage, u *unit) {
	text := u.span.Of(doc.Text)
	refutes := false
	for _, t := range arabic.Tokens(text) {
		cue := ""
		if t.Kind == arabic.Word {
			cue = r.stem(t.Of(text)).cue
		}
		if refutes = refutes || cue == "refutes"; cue != "denies" && !(refutes && (cue == "resets" || cue == "exists")) {
			continue
		}
		after := corpus.Span{Start: u.span.Start + t.End, End: u.span.End}
		u.deniedFrom = after.Start
		u.denied = r.bag(p.placed, func(x placedTerm) bool { return after.Contains(x.Span) })
		if n := slices.IndexFunc(p.placed, func(x placedTerm) bool { return after.Contains(x.Span) }); n >= 0 {
			u.head = p.placed[n].term
		}
		return
	}
}

// voice gives who says what stands in s, "" for the page's own voice.
func voice(doc *corpus.Document, s corpus.Span) string {
	n, _ := slices.BinarySearchFunc(doc.Statements, s.End, func(x corpus.Statement, at int) int { return cmp.Compare(x.Start, at) })
	for n--; n >= 0; n-- {
		if x := doc.Statements[n]; x.Overlaps(s) {
			return x.SpeakerName
		} else if x.End < s.Start-4000 {
			break
		}
	}
	return ""
}

// stretches cuts a sentence.
func (r *termReader) stretches(text string) []corpus.Span {
	var out []corpus.Span
	words, at := 0, corpus.Span{Start: -1}
	cut := func() {
		if at.Start >= 0 && (words >= stretchWords || len(out) == 0) {
			out = append(out, at)
		} else if at.Start >= 0 {
			out[len(out)-1].End = at.End
		}
		words, at = 0, corpus.Span{Start: -1}
	}
	for _, t := range arabic.Tokens(text) {
		if t.Kind == arabic.Punct {
			if cuts(t.Of(text)) {
				cut()
			}
			continue
		}
		if words >= longStretch && t.Kind == arabic.Word && opens(r.stem(t.Of(text)).cue) {
			cut()
		}
		if at.Start < 0 {
			at.Start = t.Start
		}
		words++
		at.End = t.End
	}
	cut()
	return out
}

// opens reports whether a word of that cue begins a clause.
func opens(cue string) bool { return cue == "opens" || cue == "resets" }

// longStretch is how many words of a stretch must stand before a word that opens
// a clause to cut there.
const longStretch = 8

// cuts reports whether a mark ends a stretch.
func cuts(mark string) bool {
	r, _ := utf8.DecodeRuneInString(mark)
	return r == '،' || r == '؛' || r == ':' || r == ';' || r == ','
}

// within gives those of sorted things that begin in s: «28 أغسطس (آب)» at the end of a stretch
// ends with a bracket, which is none of its words.
func within[T any](all []T, s corpus.Span, span func(T) corpus.Span) []T {
	from, _ := slices.BinarySearchFunc(all, s.Start, func(t T, at int) int { return cmp.Compare(span(t).Start, at) })
	to := from
	for to < len(all) && span(all[to]).Start < s.End {
		to++
	}
	return all[from:to:to]
}
