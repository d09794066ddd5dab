package crossref

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// relation gives a finding its words.
func (r *relater) relation(f finding) corpus.Relation[corpus.Ref] {
	a, b := &r.passages[f.a], &r.passages[f.b]
	out := corpus.Relation[corpus.Ref]{
		Kind: ruleKind(f.rule),
		A:    corpus.Ref{Doc: r.affair.Documents[a.doc].ID, Span: r.shown(a, f.ua, f.a == f.b)},
		B:    corpus.Ref{Doc: r.affair.Documents[b.doc].ID, Span: r.shown(b, f.ub, f.a == f.b)},
		Rule: f.rule,
	}
	if f.ofB {
		a = b
	}
	out.About = r.about(a, f)
	return out
}

// How long what is shown of a claim, and of a sentence around a stretch, is in words.
const (
	leastShown = 6
	mostShown  = 40
	mostAround = 30
)

// around gives the sentence of a stretch if it is short, else what of it leads to the
// stretch: «على أن تكتمل نهاية العام» alone does not say what is to be complete.
func around(text string, sentence, stretch corpus.Span) corpus.Span {
	for _, t := range arabic.Tokens(sentence.Of(text)) {
		if t.Kind != arabic.Punct || quotes(t.Of(sentence.Of(text))) {
			sentence.Start += t.Start // behind the mark of an item
			break
		}
	}
	if wordCount(sentence.Of(text)) <= mostAround {
		return corpus.Span{Start: sentence.Start, End: sentence.Start + len(strings.TrimRight(sentence.Of(text), ".،؛ "))}
	}
	for _, t := range arabic.Tokens(text[sentence.Start:stretch.Start]) {
		if t.Kind != arabic.Word {
			continue
		}
		if wide := (corpus.Span{Start: sentence.Start + t.Start, End: stretch.End}); wordCount(wide.Of(text)) <= mostAround {
			if cutAt(text, sentence, wide.Start) {
				return wide
			}
		}
	}
	return stretch
}

// cutAt reports whether a clause can begin at byte at: the sentence does, or a mark stands
// before it that cuts.
func cutAt(text string, sentence corpus.Span, at int) bool {
	before := strings.TrimRight(text[sentence.Start:at], " \"«“”»")
	if before == "" {
		return true
	}
	_, size := utf8.DecodeLastRuneInString(before)
	return cuts(before[len(before)-size:])
}

// shown gives the words of a unit that a reader is led to. A short clause is shown
// with the stretch around it, for «انسحاب القوات» alone says nothing, and one that is
// denied with the word that denies it; within says that the other is in its sentence.
func (r *relater) shown(p *passage, u *unit, within bool) corpus.Span {
	doc := &r.affair.Documents[p.doc]
	out := u.span
	if u.claim == nil && within {
		return closed(doc.Text, out)
	}
	if u.claim == nil {
		return closed(doc.Text, around(doc.Text, p.span, out))
	}
	widen := func(s corpus.Span) {
		wide := corpus.Span{Start: min(out.Start, s.Start), End: max(out.End, s.End)}
		if wordCount(wide.Of(doc.Text)) <= mostShown {
			out = wide
		}
	}
	if denies(u.claim) || wordCount(out.Of(doc.Text)) < leastShown {
		for i := range p.stretches {
			if p.stretches[i].span.Overlaps(u.claim.Trigger) {
				widen(p.stretches[i].span)
			}
		}
	}
	if cue := r.denier(doc, p, u); denies(u.claim) && !cue.Empty() {
		widen(cue)
	}
	return closed(doc.Text, out)
}

// denier gives the last word of denial before the event of u, the empty Span if
// there is none.
func (r *relater) denier(doc *corpus.Document, p *passage, u *unit) corpus.Span {
	before := corpus.Span{Start: p.span.Start, End: max(p.span.Start, u.claim.Trigger.Start)}
	out := corpus.Span{}
	for _, t := range arabic.Tokens(before.Of(doc.Text)) {
		switch r.words.stem(t.Of(before.Of(doc.Text))).cue {
		case "denies", "refutes", "negates":
			out = corpus.Span{Start: t.Start, End: t.End}.Shift(before.Start)
		}
	}
	return out
}

// closed takes the bracket or quotation mark behind s into it that something in s
// opens, and leaves out one at its end that nothing closes.
func closed(text string, s corpus.Span) corpus.Span {
	for _, marks := range []string{"()", "[]", "«»", "“”"} {
		open, shut := string([]rune(marks)[0]), string([]rune(marks)[1])
		if strings.Count(s.Of(text), open) > strings.Count(s.Of(text), shut) && strings.HasPrefix(text[s.End:], shut) {
			s.End += len(shut)
		}
	}
	if strings.Count(s.Of(text), `"`)%2 == 1 && strings.HasPrefix(text[s.End:], `"`) {
		s.End++
	}
	return s
}

// mostAbout is how many words the question of a relation has at most.
const mostAbout = 7

// about gives the words of a passage that name what the relation is about: the event and
// what it happens to, what is counted, the first names of a list, else the stretch
// that holds most of what both share.
func (r *relater) about(p *passage, f finding) string {
	doc := &r.affair.Documents[p.doc]
	text := doc.Text
	s := f.topic
	if s.Empty() && f.ua.claim != nil {
		s = f.ua.topic
	}
	if s.Empty() || wordCount(s.Of(text)) < 2 {
		s = r.densest(doc, p, f.ua, f.ub)
	}
	for _, d := range doc.Dates {
		if s.Start < d.Start && d.Start < s.End && wordCount(text[s.Start:d.Start]) > 2 {
			s.End = d.Start
		}
	}
	return r.phrased(text, corpus.Span{Start: r.withLight(p, text, s.Start), End: s.End})
}

// withLight gives the start of the noun that stands for what begins at start:
// «مهمة» before «التحالف».
func (r *relater) withLight(p *passage, text string, start int) int {
	before := text[min(p.span.Start, start):start] // what it is about may stand in the sentence before
	if word := strings.TrimRight(before, " "); word != "" && len(before)-len(word) == 1 {
		i := strings.LastIndexByte(word, ' ') + 1
		if r.words.stem(word[i:]).cue == "light" {
			return p.span.Start + i
		}
	}
	return start
}

// phrased gives at most mostAbout words of s, without the conjunction before the
// first and the words at its end that say nothing. A single word gets the two behind
// it.
func (r *relater) phrased(text string, s corpus.Span) string {
	text = text[s.Start:]
	behind, _, _ := strings.Cut(text[s.Len():], "\n")
	text = text[:s.Len()+len(whole(behind, mostBehind))]
	words, said := 0, 0
	for _, t := range arabic.Tokens(text) {
		at := t.Of(text)
		if t.Kind == arabic.Punct && quotes(at) {
			continue
		}
		if t.Kind == arabic.Punct || words == mostAbout || words > 1 && (t.Start >= s.Len() || r.future(at)) {
			break
		}
		if words++; words == 1 || r.words.stem(at).name != "" || t.Kind == arabic.Numeric || orderOf(at) > 0 {
			said = t.End
		}
	}
	return r.withoutAnd(text[:said])
}

// mostBehind is how many bytes behind a phrase are looked at for more of it.
const mostBehind = 60

// whole gives the first bytes of s, without part of a rune at the end.
func whole(s string, bytes int) string {
	for bytes < len(s) && !utf8.RuneStart(s[bytes]) {
		bytes--
	}
	return s[:min(bytes, len(s))]
}

// future reports whether a word is a verb of the future: «ستنتهي» begins what is said
// of a thing and does not name it. Wrong for rare nouns in سي and ست.
func (r *relater) future(word string) bool {
	w := arabic.Fold(word)
	return len(w) > len("سيجري") && (strings.HasPrefix(w, "ست") || strings.HasPrefix(w, "سي")) && r.words.bare[w] <= 2
}

// withoutAnd takes و off the first word where the rest is a word of the affair.
func (r *relater) withoutAnd(s string) string {
	first, _, _ := strings.Cut(s, " ")
	for _, split := range arabic.Splits(first)[1:] {
		if split.Prefix == "و" && r.words.bare[strings.TrimPrefix(arabic.Fold(split.Rest), "ال")] > 0 {
			return strings.TrimPrefix(s, "و")
		}
	}
	return s
}

// densest gives the stretch of at most mostAbout words of a that holds the most
// weight of what b has too, without the words around it that b has not.
func (r *relater) densest(doc *corpus.Document, p *passage, a, b *unit) corpus.Span {
	var best corpus.Span
	most := -1.0
	for i, x := range p.placed {
		if !a.span.Contains(x.Span) || !b.words.has(x.term) {
			continue
		}
		sum := 0.0
		for _, y := range p.placed[i:] {
			s := corpus.Span{Start: x.Start, End: y.End}
			words := s.Of(doc.Text)
			if !a.span.Contains(y.Span) || wordCount(words) > mostAbout || strings.ContainsAny(words, "،؛:()«»\"“”") {
				break
			}
			if b.words.has(y.term) {
				if sum += r.words.weights[y.term]; sum > most {
					best, most = s, sum
				}
			}
		}
	}
	if best.Empty() {
		best = a.span
	}
	return best
}

// wordCount is the number of words and numbers in s.
func wordCount(s string) int {
	n := 0
	for _, t := range arabic.Tokens(s) {
		if t.Kind != arabic.Punct {
			n++
		}
	}
	return n
}
