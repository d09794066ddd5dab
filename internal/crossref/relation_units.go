package crossref

import (
	"mojaz/internal/corpus"
)

// passage is a sentence of an affair: what relations join.
type passage struct {
	doc    int // index into Affair.Documents
	span   corpus.Span
	role   corpus.Role
	placed []placedTerm
	words  bag
	names  []namePlace
	places []string // that it names, sorted: ids of entities
	// claims and stretches are what is compared.
	claims    []unit
	stretches []unit
}

// unit is a part of a sentence that says one thing: the clause of an assertion,
// or a stretch between two commas.
type unit struct {
	span   corpus.Span
	claim  *corpus.Assertion // nil for a stretch
	group  string            // of the claim's event class
	words  bag               // without the word that names the event
	object bag               // of a claim: what the event happens to
	denied bag               // of a stretch: what it says is not so
	// deniedFrom is the byte from which a stretch denies.
	deniedFrom int
	head       term        // the first of object, or of denied
	topic      corpus.Span // of a claim: the event's word and the object
	order      int         // of a claim: which of its row the object is, 0 if it is not counted
	all        bool        // of a claim: it happens to «جميع» of its object
	touched    bool        // of a claim that denies: the denial is of its event
	coming     bool        // of a claim: it speaks of something «المقبل»
	voice      string      // of a stretch: who says it, "" for the page's own voice
	told       string      // the day of publication, "" if not known
	dated      string      // of a claim: the last day of its earliest date, "" for none
	dates      []corpus.Date
	figures    []corpus.Figure
	stages     []stage
	tolls      []toll // of a stretch: what befell those whom each figure counts
}

// mostTerms is how many terms a sentence may hold and still be compared: what is
// longer is a list or a mark forgotten, and nobody taps on it.
const mostTerms = 200

// passages reads the sentences of an affair, in the order of its documents. Those
// of two terms or fewer tell nothing.
func passages(a *corpus.Affair, r *termReader) []passage {
	var out []passage
	events := r.eventMarks(a)
	for i := range a.Documents {
		doc := &a.Documents[i]
		marks := marksOf(doc, &a.Cast, events[doc.ID])
		for _, b := range doc.Blocks {
			for _, s := range b.Sentences {
				p := passage{doc: i, span: s, role: b.Role, placed: r.read(doc, s, marksIn(marks, s))}
				nameTerms(doc, p.placed)
				for _, d := range within(doc.Dates, s, func(d corpus.Date) corpus.Span { return d.Span }) {
					r.dated[month(d)]++
				}
				if r.count(p.placed); len(p.placed) > 2 && len(p.placed) <= mostTerms {
					out = append(out, p)
				}
			}
		}
	}
	r.weigh()
	claims := claimsBySentence(a.Assertions)
	for i := range out {
		p := &out[i]
		doc := &a.Documents[p.doc]
		p.words = r.bag(p.placed, func(placedTerm) bool { return true })
		p.names = r.namePlaces(doc, p.placed)
		p.claims = r.claimUnits(doc, claims[corpus.Ref{Doc: doc.ID, Span: p.span}], p)
		p.stretches = r.stretchUnits(doc, p)
		r.stages(doc, p, p.stretches)
		if i > 0 && goesOn(doc, &out[i-1], p) {
			p.stretches[0].stages = out[i-1].lastStage()
			r.carryStages(p)
		}
		p.places = placesOf(doc, &a.Cast, p.span)
	}
	return out
}
