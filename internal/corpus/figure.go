package corpus

// Bound says how exact a figure is.
type Bound string

// The bounds of a figure; "" is exact.
const (
	BoundAbout   Bound = "about"
	BoundAtLeast Bound = "at_least"
	BoundAtMost  Bound = "at_most"
)

// Figure is a quantity that a text states.
type Figure struct {
	Span             // number and what is counted: «نحو 2500 عنصر»
	Min, Max float64 // equal unless it is a range
	Bound    Bound
	Unit     string // as it stands: «عنصر», "%", «دولار»
	What     string // what is counted, in the text's own words
	Scope    string // where or of whom, in the text's own words, "" if not said
	AsOf     string // EDTF; the date that it holds for
	Rule     string // what found it, for tracing; not exported
}
