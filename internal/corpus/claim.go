package corpus

// Status is how far what a claim speaks of has come.
type Status string

// The statuses of a claim.
const (
	StatusDone      Status = "done"
	StatusOngoing   Status = "ongoing"
	StatusPlanned   Status = "planned"
	StatusExpected  Status = "expected"
	StatusPostponed Status = "postponed"
	StatusDenied    Status = "denied"
)

// Claim is one assertion: who says what of whom, of when.
type Claim struct {
	Span             // the clause that asserts it
	Event     string // an event class: "withdraw", "end", "sign"; see data/events.txt of annotate
	Trigger   Span   // the word that names the event
	Statement int    // index into Document.Statements of the one that holds it, -1 for the page's own voice
	Subjects  []int  // indices into Document.Mentions
	Dates     []int  // indices into Document.Dates
	Figures   []int  // indices into Document.Figures
	Status    Status
	Polarity  Polarity
	Phase     string // explicit phase words: «المرحلة الأولى», "" if none
	Rule      string // what found it, for tracing; not exported
}
