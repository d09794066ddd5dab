package corpus

// RelationKind is how one passage stands to another that speaks of the same
// thing.
type RelationKind string

// The kinds of relation.
const (
	// Corroborates: both say the same.
	Corroborates RelationKind = "corroborates"
	// Contradicts: both answer the same question of the same scope, and both
	// answers cannot hold at the time they are given.
	Contradicts RelationKind = "contradicts"
	// Updates: the later reports that what the earlier says has changed, or
	// overtakes its plan.
	Updates RelationKind = "updates"
	// Elaborates: the one tells more closely what the other says.
	Elaborates RelationKind = "elaborates"
)

// Relation says how passage A stands to passage B. A is the one that was
// published later, or stands later in the same document; for Updates and
// Elaborates A is the one that updates or tells more. Relations are ordered by
// A's document as in Affair.Documents, then by A.Start, then by B.
type Relation[At any] struct {
	Kind RelationKind
	A, B At
	// About is the question that both answer, in words of A, or of B where A has no
	// name for it: «موعد انسحاب القوات».
	About string
	// Rule is the name of the rule that related them: "same-date". It is shown
	// to readers, in words of the interface.
	Rule string
}
