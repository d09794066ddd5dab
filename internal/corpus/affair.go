package corpus

// Affair is a whole dossier as its documents tell it: what the stages that
// relate work on, and what they find. Beside each field stands the stage that
// writes it; no other stage does.
type Affair struct {
	Dossier   string
	Documents []Document // read; by date of publication, then by id
	// AsOf is the EDTF date from which past and planned are judged: the one
	// configured, else that of the newest document. — build
	AsOf string

	Cast       Cast            // crossref
	Assertions []Assertion     // crossref; by document as in Documents, then by Start
	Relations  []Relation[Ref] // crossref; see Relation for the order
	Phases     []Phase[Ref]    // phase; in time order
	Points     []KeyPoint[Ref] // summarize; in the order shown
}

// Passage is a place in a briefing as content/ names it: the verbatim words in
// the paragraph that holds them. It is what a Ref becomes there.
type Passage struct {
	Doc  DocID
	Cite string // paragraph id: "p12"
	Text string // verbatim, on one line
}

// Assertion is a claim with all that it points to looked up: what relations and
// phases are computed from. It stands for itself, without its document.
type Assertion struct {
	Ref         // the clause that asserts it
	Claim   int // index into Document.Claims
	Event   string
	Trigger Span
	// Subjects are those named in the clause, each once, sorted.
	Subjects []EntityID
	Dates    []Date // of the clause, as in Document.Dates
	Figures  []Figure
	Status   Status
	Polarity Polarity
	Phase    string // explicit phase words, "" if none

	Speaker     EntityID // "" for a speaker without a name, and the page's own voice
	SpeakerName string   // as Statement has it, "" for the page's own voice
	SpeakerKind SpeakerKind
	Publisher   string // of the document
	Published   string // EDTF
	Sentence    Span   // of Document.Text: the sentence that holds the trigger
	Block       int    // index into Document.Blocks
}
