package crossref

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// relation gives a finding its words.
func (r *relater) relation(f finding) corpus.Relation[corpus.Ref] {
	a, b := &r.passages[f.a], &r.passages[f.b]
	out := corpus.Relation[corpus.Ref]{
		Kind: ruleKind(f.rule),
		A:    corpus.Ref{Doc: r.affair.Documents[a.doc].ID, Span: r.shown(a, f.ua)},
		B:    corpus.Ref{Doc: r.affair.Documents[b.doc].ID, Span: r.shown(b, f.ub)},
		Rule: f.rule,
	}
	out.About = r.about(a, f.ua, f.ub)
	return out
}

// How long what is shown of a claim is, in words.
const (
	leastShown = 6
	mostShown  = 40
)

// shown gives the words of a unit that a reader is led to. A short clause, and one
// that is denied, is shown with the stretch around it: «انسحاب القوات» alone says
// nothing, and «نفى» stands before.
func (r *relater) shown(p *passage, u *unit) corpus.Span {
	doc := &r.affair.Documents[p.doc]
	out := u.span
	if u.claim != nil && (denies(u.claim) || wordCount(out.Of(doc.Text)) < leastShown) {
		for i := range p.stretches {
			s := p.stretches[i].span
			wide := corpus.Span{Start: min(out.Start, s.Start), End: max(out.End, s.End)}
			if s.Overlaps(u.claim.Trigger) && wordCount(wide.Of(doc.Text)) <= mostShown {
				out = wide
				break
			}
		}
	}
	return closed(doc.Text, out)
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

// about gives the words of A that name what the relation is about: the event and
// what it happens to, else the stretch that holds most of what both share.
func (r *relater) about(p *passage, a, b *unit) string {
	doc := &r.affair.Documents[p.doc]
	s := a.topic
	if a.claim == nil || s.Empty() || wordCount(s.Of(doc.Text)) < 2 {
		s = r.densest(doc, p, a, b)
	}
	return r.trimmed(s.Of(doc.Text))
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
			if !a.span.Contains(y.Span) || wordCount(s.Of(doc.Text)) > mostAbout || strings.ContainsAny(s.Of(doc.Text), "،؛:()«»\"“”") {
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

// trimmed takes the conjunction off the first word, and cuts to mostAbout words.
func (r *relater) trimmed(s string) string {
	fields := strings.Fields(s)
	fields = fields[:min(len(fields), mostAbout+1)]
	if len(fields) == 0 {
		return ""
	}
	s = strings.Join(fields, " ")
	if _, ok := strings.CutPrefix(fields[0], "و"); ok {
		for _, split := range arabic.Splits(fields[0])[1:] {
			if split.Prefix == "و" && r.words.bare[strings.TrimPrefix(arabic.Fold(split.Rest), "ال")] > 0 {
				return strings.TrimPrefix(s, "و")
			}
		}
	}
	return s
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
