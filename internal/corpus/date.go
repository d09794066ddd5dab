package corpus

// Timex is the kind of a temporal expression, after TimeML.
type Timex string

// The kinds of temporal expression.
const (
	TimexDate     Timex = "DATE"
	TimexDuration Timex = "DURATION"
	TimexSet      Timex = "SET" // recurs: every six months
)

// Relation is how a date bounds what is said, taken from the preposition or
// the clause: "" where there is none.
type Relation string

// The relations of a date.
const (
	RelIn     Relation = "in"
	RelBy     Relation = "by"
	RelUntil  Relation = "until"
	RelSince  Relation = "since"
	RelBefore Relation = "before"
	RelAfter  Relation = "after"
)

// Date is a temporal expression in a text.
type Date struct {
	Span           // the words, without their preposition
	Value string   // EDTF (ISO 8601-2), "" when it has none
	Timex Timex    //
	Rel   Relation //
	Rule  string   // the rule that read it, for tracing; not exported
}
