package corpus

// Timex is the kind of a temporal expression, after TimeML.
type Timex string

// The kinds of temporal expression.
const (
	TimexDate     Timex = "DATE"
	TimexDuration Timex = "DURATION"
	TimexSet      Timex = "SET" // recurs: every six months
)

// DateRelation is how a date bounds what is said, taken from the preposition or
// the clause: "" where there is none.
type DateRelation string

// The relations of a date.
const (
	RelIn     DateRelation = "in"
	RelBy     DateRelation = "by"
	RelUntil  DateRelation = "until"
	RelSince  DateRelation = "since"
	RelBefore DateRelation = "before"
	RelAfter  DateRelation = "after"
)

// Date is a temporal expression in a text.
type Date struct {
	Span               // the words, without their preposition
	Value string       // EDTF (ISO 8601-2), "" when it has none
	Timex Timex        //
	Rel   DateRelation //
	Rule  string       // the rule that read it, for tracing; not exported
}
