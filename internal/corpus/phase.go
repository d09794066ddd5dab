package corpus

// PhaseKind is where a phase stands in time, judged from Affair.AsOf.
type PhaseKind string

// The kinds of phase.
const (
	PhasePast     PhaseKind = "past"
	PhaseCurrent  PhaseKind = "current"
	PhasePlanned  PhaseKind = "planned"
	PhaseScenario PhaseKind = "scenario" // a future without a date, or one that nobody confirms
)

// Phase is a stretch of an affair that sources speak of: a stage that they
// number or name, an event that bounds such stages, a deadline, a scenario.
type Phase[At any] struct {
	// ID is unique in its dossier, holds only [a-z0-9-] and stands in URLs.
	ID    string
	Label string // in the sources' own words
	// Start and End are EDTF, "" where not known. Of an event they are equal.
	Start, End string
	// StartInferred and EndInferred say that the bound was worked out, not
	// stated.
	StartInferred, EndInferred bool
	Kind                       PhaseKind
	Evidence                   []Stand[At]   // by publication, then by place; at least one
	Disputes                   []Dispute[At] // at most one of each kind
	// Pinned says that an editor vouches for the phase as it stands.
	Pinned bool
	Rule   string // what made it a phase, for tracing; not exported
}

// Stand is what one passage says of a phase.
type Stand[At any] struct {
	At      At
	Status  Status
	When    string // EDTF: the date that the passage gives it, "" if none
	Speaker string // as Statement.SpeakerName, "" for the page's own voice
}

// DisputeKind is what sources disagree about.
type DisputeKind string

// The kinds of dispute.
const (
	DisputeStart  DisputeKind = "start"
	DisputeEnd    DisputeKind = "end"
	DisputeStatus DisputeKind = "status"
	DisputeScope  DisputeKind = "scope"
)

// Dispute is a question about a phase that sources answer differently.
type Dispute[At any] struct {
	About DisputeKind
	Sides []Side[At] // at least two that differ, by publication
}

// Side is one answer to a dispute.
type Side[At any] struct {
	At    At
	Value string // EDTF of a date, a Status, or words of the passage for a scope
}
