package corpus

// EntityID names an entity within its dossier: it comes from the entity's name,
// holds only [a-z0-9-], and stands in URLs.
type EntityID string

// Entity is somebody or something that the documents of a dossier name, under
// however many names. At is Ref as the program found it and Passage as content/
// tells it.
type Entity[At any] struct {
	ID      EntityID
	Name    string     // the fullest, unique in its dossier
	Type    EntityType // TypeNone: an editor says that this is no name
	Aliases []string   // other names that mean the same, each once, sorted; not Name
	// Distinct are names that an editor keeps apart from this one.
	Distinct []string
	Tenures  []Tenure[At] // by first date
	// Line is the sentence of the sources that tells best who or what this is;
	// nil if none does.
	Line *At
	// Mentions are the places that name it, by document as in
	// Affair.Documents, then by index; nil as content/ tells it.
	Mentions []MentionRef
	Rule     string // what joined its mentions, for tracing; not exported
}

// TypeNone is the type of an entity that an editor has taken out.
const TypeNone EntityType = "none"

// MentionRef is a mention of a document.
type MentionRef struct {
	Doc     DocID
	Mention int // index into Document.Mentions
}

// Tenure is a title or office that sources give to an entity.
type Tenure[At any] struct {
	Role  string // in the sources' own words
	First string // EDTF: publication of the first source that gives it
	Last  string // EDTF: of the last
	At    At     // where it is given first
}

// Guide is what an editor said of an entity by changing its file: it wins over
// what the program thinks.
type Guide struct {
	// Known are the names and aliases under which the program wrote the file
	// last; nil for a file that an editor made.
	Known    []string
	ID       EntityID // "" leaves it to the program
	Name     string
	Type     EntityType // "" leaves it to the program, TypeNone removes the entity
	Aliases  []string
	Distinct []string
}

// Cast is all entities of a dossier, and finds the one that a mention means.
type Cast struct {
	Entities []Entity[Ref] // by name of fewest surprises: as crossref orders them
	of       map[DocID]map[int]int
	byID     map[EntityID]int
}

// NewCast makes the cast of entities, which must not change any more.
func NewCast(entities []Entity[Ref]) Cast {
	c := Cast{Entities: entities, of: map[DocID]map[int]int{}, byID: map[EntityID]int{}}
	for i, e := range entities {
		c.byID[e.ID] = i
		for _, m := range e.Mentions {
			if c.of[m.Doc] == nil {
				c.of[m.Doc] = map[int]int{}
			}
			c.of[m.Doc][m.Mention] = i
		}
	}
	return c
}

// Of gives the entity that mention i of a document means, nil if none does.
func (c *Cast) Of(doc DocID, i int) *Entity[Ref] {
	n, ok := c.of[doc][i]
	if !ok {
		return nil
	}
	return &c.Entities[n]
}

// Get gives the entity of an id, nil if there is none.
func (c *Cast) Get(id EntityID) *Entity[Ref] {
	n, ok := c.byID[id]
	if !ok {
		return nil
	}
	return &c.Entities[n]
}
