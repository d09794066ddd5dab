package corpus

// Briefing is the content of one file content/<dossier>/briefings/<id>.md: what
// a person reads and edits, and all that the site knows of a document besides
// its raw text.
type Briefing struct {
	ID      DocID
	Dossier string
	Path    string // of the file, with slashes: "content/<dossier>/briefings/<id>.md"

	Title string
	// TitleSupplied says that the source has no title and Title was made from
	// its first sentence.
	TitleSupplied bool
	Source        string // Source.Path
	SHA256        string // of the source's bytes when the briefing was written
	Publisher     string
	Author        string
	Published     string // EDTF
	Time          string // "15:04"
	Inferred      bool   // Published was worked out
	// Evidence holds the words that an inferred date rests on, verbatim.
	Evidence []string

	// Rights is how much of the source the site may show; "" is what the
	// dossier says.
	Rights Rights

	Summary    []Cited     // الخلاصة
	Paragraphs []Paragraph // النص
	Quotes     []Quote     // التصريحات
	Quantities []Quantity  // الأرقام
	Names      []Name      // الأعلام; sorted as they first stand in the text
	// Relations are those of which this briefing holds passage A. — الصلات
	Relations []Relation[Passage]
	// Sections are those that the program does not know, added by an editor.
	Sections []Section
}

// Cited is a passage set in one place that rests on words in another.
type Cited struct {
	Text  string   // verbatim
	Cites []string // paragraph ids; at least one
}

// Paragraph is one paragraph of a briefing. Text is plain and verbatim; what is
// known of its words stands off it.
type Paragraph struct {
	ID    string // "p12"; unique in its briefing
	Role  Role   // a kept role
	Text  string // no line break
	Dates []Date // spans of this Text, sorted, not nested
	Links []Link // names in this Text, sorted, not nested; they may lie inside a date or hold one
	Marks []Mark // spans of this Text, sorted
}

// Link is a place in a paragraph that names somebody or something: a wikilink.
type Link struct {
	Span
	Name string // of the briefing's Names
}

// Name is somebody or something that a briefing names.
type Name struct {
	Name string // the fullest name, unique in its briefing
	Type EntityType
	Role string // title or office, in the text's own words, "" if none
}

// Quote is a statement as a briefing tells it.
type Quote struct {
	Text       string // verbatim, without quotation marks
	Cite       string // id of the paragraph that holds Text
	Speaker    string // a name of the briefing's Names where Kind is SpeakerNamed, else the words of the text, "" for the page's own voice
	Kind       SpeakerKind
	Verb       string // as it stands, "" if none
	ReportedBy string
	Mode       Mode
	Polarity   Polarity
}

// Quantity is a figure as a briefing tells it.
type Quantity struct {
	What     string // what is counted, in the text's own words
	Min, Max float64
	Bound    Bound
	Unit     string
	Scope    string
	AsOf     string // EDTF
	Text     string // verbatim: number and what is counted
	Cite     string // id of the paragraph that holds Text
}

// MarkKind is the kind of a Mark.
type MarkKind string

// The kinds of mark that an editor can set in a paragraph.
const (
	MarkEmphasis MarkKind = "emphasis"
	MarkStrong   MarkKind = "strong"
	MarkCode     MarkKind = "code"
	MarkLink     MarkKind = "link"
)

// Mark is emphasis or a link that an editor set on words of a paragraph.
type Mark struct {
	Span
	Kind MarkKind
	URL  string // of a link
}

// Section is a part of a briefing that an editor added: a heading of level two
// and the Markdown below it, kept as it was typed.
type Section struct {
	Title    string
	Markdown string
}

// Overview is the content of content/<dossier>/index.md.
type Overview struct {
	Dossier     string
	Path        string
	Title       string
	Description string
	AsOf        string              // EDTF: the date up to which it tells the affair, "" if not said
	Rights      Rights              // of all sources that say nothing of their own, "" is RightsFull
	Points      []KeyPoint[Passage] // الخلاصة, in the order shown
	Briefings   []BriefingLink      // in the order shown
	Sections    []Section
}

// BriefingLink is a line of an overview that leads to a briefing.
type BriefingLink struct {
	ID        DocID
	Title     string
	Publisher string
	Published string // EDTF
}

// Dossier is one affair as content/ tells it.
type Dossier struct {
	Overview  Overview
	Briefings []Briefing        // by date of publication, then by id
	Entities  []Entity[Passage] // by name
	Phases    []Phase[Passage]  // in time order
}
