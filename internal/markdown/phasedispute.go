package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// dispute reads a heading "### خلاف: النهاية" and the sides below it.
func (r *phaseReader) dispute(h *ast.Heading, blocks []ast.Node) {
	l := r.join(h)
	title, word := r.keyed(l)
	about, ok := disputeWords.value(oneLine(word))
	if !sameTitle(title, disputeTitle) || !ok {
		r.report(corpus.Warning, l.inFile(0), wording.Of("unknown heading «%s» in a phase", oneLine(readLine(l.source).text)), suggest(oneLine(word), disputeWords.words(), "write ### "+disputeTitle+": %s"))
		return
	}
	if slices.ContainsFunc(r.phase.Disputes, func(d corpus.Dispute[corpus.Passage]) bool { return d.About == about }) {
		r.report(corpus.Warning, l.inFile(0), wording.Of("a second dispute about «%s»", disputeWords.word(about)), "put its sides under the first")
		return
	}
	d := corpus.Dispute[corpus.Passage]{About: about}
	var places []saying
	for _, it := range r.items(blocks) {
		if said, ok := r.say(phaseShelf, it.line, "a side of a dispute", true); ok {
			if value, ok := r.answer(about, said); ok {
				d.Sides = append(d.Sides, corpus.Side[corpus.Passage]{At: said.passage, Value: value})
				places = append(places, said)
			}
		}
	}
	if len(d.Sides) < 2 {
		r.report(corpus.Warning, l.inFile(0), wording.Of("a dispute has two sides, this one %d", len(d.Sides)), wording.Of("write - 2025-09: «…» %s", phaseShelf.example()))
		return
	}
	r.phase.Disputes, r.places.sides = append(r.phase.Disputes, d), append(r.places.sides, places)
}

// answer reads what a side says.
func (r *phaseReader) answer(about corpus.DisputeKind, said saying) (value string, ok bool) {
	switch head := oneLine(said.head); about {
	case corpus.DisputeStart, corpus.DisputeEnd:
		value = r.edtf(said.line, head)
		return value, value != ""
	case corpus.DisputeStatus:
		status, ok := statusWords.value(head)
		if !ok {
			r.report(corpus.Warning, said.line.inFile(0), wording.Of("unknown status «%s»", head), suggest(head, statusWords.words(), "write %s: «…»"))
		}
		return string(status), ok
	default:
		return head, true
	}
}
