package score

import "encoding/json"

// GoldDoc is the hand-made gold of one document.
type GoldDoc struct {
	Source             string
	Meta               GoldMeta
	BodyLines          []int           `json:"body_lines"`
	BoilerplateLines   []int           `json:"boilerplate_lines"`
	NeutralLines       []int           `json:"neutral_lines"`
	Headings           []int           `json:"headings"`
	PullQuotes         []int           `json:"pull_quotes"`
	Dates              []GoldDate      `json:"dates"`
	DatesOptional      []GoldDate      `json:"dates_optional"`
	Entities           []GoldEntity    `json:"entities"`
	EntitiesOptional   []GoldEntity    `json:"entities_optional"`
	Statements         []GoldStatement `json:"statements"`
	StatementsOptional []GoldStatement `json:"statements_optional"`
	Figures            []GoldFigure    `json:"figures"`
	PhaseEvents        []GoldEvent     `json:"phase_events"`
	KeySentences       []Place         `json:"key_sentences"`
}

// GoldMeta is the bibliographic record; a JSON null is read as "".
type GoldMeta struct {
	Title, Publisher, Author, Published string
	PublishedAlt                        []string `json:"published_alt"`
	PublishedInferred                   bool     `json:"published_inferred"`
	SummaryLede                         []int    `json:"summary_lede"`
}

// Place is a piece of text on a line; Source is empty inside a document file.
type Place struct {
	Source string
	Line   int
	Text   string
	Start  *int
	Span   Span `json:"-"`
}

// GoldDate is a time expression.
type GoldDate struct {
	Place
	Value       string
	ValueAlt    []string `json:"value_alt"`
	Type        string
	Relation    string
	RelationAlt []string `json:"relation_alt"`
	Vague       bool
	Optional    bool
}

// GoldEntity is an entity with its mentions in one document.
type GoldEntity struct {
	ID, Type, Name string
	Mentions       []Place
}

// GoldMention is one mention of a gold entity.
type GoldMention struct {
	Place
	ID, Type, Name string
	Optional       bool
}

// GoldStatement is a reported statement.
type GoldStatement struct {
	Line       int
	Quote      string
	Start      *int
	Speaker    string
	SpeakerAlt []string `json:"speaker_alt"`
	CoSpeakers []string `json:"co_speakers"`
	Verb       string
	VerbAlt    []string `json:"verb_alt"`
	Mode       string
	Polarity   string
	Optional   bool
	Span       Span `json:"-"`
}

// GoldFigure is a quantity. Value and each ValueAlt is a number or [min,max].
type GoldFigure struct {
	Place
	What, Unit string
	Value      json.RawMessage
	ValueAlt   []json.RawMessage `json:"value_alt"`
	AsOf       string            `json:"as_of"`
	Vague      bool
	Optional   bool
}

// GoldEvent is a clause that belongs to a phase.
type GoldEvent struct {
	Line     int
	Text     string
	Phase    string
	PhaseAlt []string `json:"phase_alt"`
	Span     Span     `json:"-"`
}

// GoldCross holds what spans documents.
type GoldCross struct {
	DocumentPhases map[string]string `json:"phase_ids_only_in_documents"`
	Phases         []GoldPhase
	Relations      []GoldRelation
	NotTheSame     []GoldPair `json:"not_the_same"`
}

// GoldPhase is a phase of the story.
type GoldPhase struct {
	ID, Label, Start, End, Kind string
	StartInferred               bool `json:"start_inferred"`
	EndInferred                 bool `json:"end_inferred"`
	Evidence                    []Place
}

// GoldRelation joins two places that speak of one thing.
type GoldRelation struct {
	A, B                  Place
	Type, About, Strength string
}

// GoldPair names two things that must not be merged.
type GoldPair struct {
	A, B GoldThing
	Why  string
}

// GoldThing is one side of a GoldPair. Without Source it is known only by Name.
type GoldThing struct {
	Place
	ID, Name string
}

// allDates joins the required and the optional dates. Vague
// ones count as optional.
func (g *GoldDoc) allDates() []GoldDate {
	out := append([]GoldDate(nil), g.Dates...)
	for i := range out {
		out[i].Optional = out[i].Optional || out[i].Vague
	}
	for _, d := range g.DatesOptional {
		d.Optional = true
		out = append(out, d)
	}
	return out
}

// allMentions flattens the entities, the required ones first.
func (g *GoldDoc) allMentions() []GoldMention {
	var out []GoldMention
	add := func(es []GoldEntity, optional bool) {
		for _, e := range es {
			for _, m := range e.Mentions {
				out = append(out, GoldMention{m, e.ID, e.Type, e.Name, optional})
			}
		}
	}
	add(g.Entities, false)
	add(g.EntitiesOptional, true)
	return out
}

// allStatements joins the required and the optional statements.
func (g *GoldDoc) allStatements() []GoldStatement {
	out := append([]GoldStatement(nil), g.Statements...)
	for _, s := range g.StatementsOptional {
		s.Optional = true
		out = append(out, s)
	}
	return out
}

// allFigures is the figures with the vague ones marked optional.
func (g *GoldDoc) allFigures() []GoldFigure {
	out := append([]GoldFigure(nil), g.Figures...)
	for i := range out {
		out[i].Optional = out[i].Optional || out[i].Vague
	}
	return out
}
