package corpus

// EntityType is the kind of thing that a name names.
type EntityType string

// The kinds of entity.
const (
	TypePerson       EntityType = "PER"
	TypeOrganisation EntityType = "ORG"
	TypeGeopolitical EntityType = "GPE" // a country, region or city, also where it stands for a government
	TypeLocation     EntityType = "LOC" // a place that governs nobody
	TypeFacility     EntityType = "FAC" // a base, airport, building
	TypeEvent        EntityType = "EVENT"
	TypeMisc         EntityType = "MISC"
)

// Mention is a name in a text: one place where somebody or something is named.
type Mention struct {
	Span // the name alone: no attached particle, no title
	Type EntityType
	// Name is the fullest name that this document gives the one who is meant:
	// of «السوداني» it may be «محمد شياع السوداني». Mentions of one document
	// with the same Name and Type speak of the same entity.
	Name string
	// Role is the title or office beside the name, "" if there is none.
	Role string
	Rule string // what found it, for tracing; not exported
}

// Entry is a name of a dossier's lexicon: what an editor says of it wins over
// what the program thinks.
type Entry struct {
	Name    string     `yaml:"name"`    // the fullest form
	Type    EntityType `yaml:"type"`    // "" leaves the type to the program
	Aliases []string   `yaml:"aliases"` // other forms that mean the same
}
