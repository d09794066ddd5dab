package corpus

// PointKind is what a key point is there for.
type PointKind string

// The kinds of key point.
const (
	PointState   PointKind = "state"   // the latest state of the affair
	PointPhase   PointKind = "phase"   // a main phase
	PointDispute PointKind = "dispute" // a disagreement: At against Against
)

// KeyPoint is one point of a dossier's summary: a passage of a source, and the
// others that say the same.
type KeyPoint[At any] struct {
	Kind    PointKind
	At      At   // the words shown
	Support []At // other passages that say the same, by publication
	// Against are passages that say otherwise, for a disagreement.
	Against []At
	Phase   string // id of the phase that it tells of, "" if none
}
