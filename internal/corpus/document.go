package corpus

// DocID names a document for ever: it comes from the file's name, so a new
// document renumbers nothing. It holds only [a-z0-9-], is unique within its
// dossier, and stands in URLs, file names and references.
type DocID string

// Kind is the form of a source file.
type Kind string

// The kinds of source that can be read.
const (
	KindText     Kind = "text"
	KindMarkdown Kind = "markdown"
	KindHTML     Kind = "html"

	// Of these Raw is what package extract makes of the file.
	KindMHTML Kind = "mhtml" // HTML
	KindDOCX  Kind = "docx"
	KindEPUB  Kind = "epub"
	KindPDF   Kind = "pdf"
)

// Source is one file below seeds/ as it was read. Stage seeds writes it.
type Source struct {
	ID      DocID
	Dossier string // the folder's name
	// Path is the file's path with slashes, from the folder that holds
	// seeds/: "seeds/iraq-coalition/000_6c31.txt".
	Path string
	Kind Kind
	// Encoding is "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1256" or
	// "iso-8859-6"; of a file that is no text itself its kind: "docx".
	Encoding string
	// Raw is the whole file, decoded to valid UTF-8. Of a UTF-8 file it is the
	// file's own bytes, a byte order mark included. Of a file that is no text
	// itself it is the text taken out of it, which readers then see. Offsets in exports are code
	// points of Raw; the line n of a problem is the nth of Raw split at "\n".
	Raw    string
	SHA256 string // of the file's bytes, hex
}

// Document is one source and everything found in it. Beside each field stands
// the stage that writes it; no other stage does.
type Document struct {
	Source // seeds

	// Text is the readable text of the whole source: markup gone, line ends
	// "\n", invisible marks and runs of blanks dropped; boilerplate lines are
	// still in it, told apart by Lines. Frozen after clean. — clean
	Text   string
	Origin Origin // clean
	Lines  []Line // clean; every non-blank line of Text, in order
	Meta   Meta   // clean

	Blocks []Block // segment; the kept lines as paragraphs with sentences
	Dates  []Date  // annotate; sorted by Start, not nested

	Mentions   []Mention   // annotate; sorted by Start, not nested
	Statements []Statement // annotate; sorted by Start
	Figures    []Figure    // annotate; sorted by Start, not nested
	Claims     []Claim     // annotate; sorted by Start

	Points []Point // summarize; best first
}

// Line is one non-blank line of Document.Text without its line end.
type Line struct {
	Span
	Role Role
}

// Role is what a line or a paragraph is in its document.
type Role string

// The roles. Title, Meta and Boilerplate are not part of the text that is
// kept; all others are.
const (
	RoleBody        Role = "body"
	RoleHeading     Role = "heading"
	RoleLede        Role = "lede"      // an editorial summary above the text
	RolePullQuote   Role = "pullquote" // a sentence of the text set apart
	RoleTitle       Role = "title"
	RoleMeta        Role = "meta" // date, byline, section, caption credit
	RoleBoilerplate Role = "boilerplate"
)

// Kept reports whether lines of this role are part of the document's text.
func (r Role) Kept() bool {
	return r == RoleBody || r == RoleHeading || r == RoleLede || r == RolePullQuote
}

// Block is one kept paragraph: one line of Text, or several that a hard wrap
// had parted. Blocks are in order and do not overlap.
type Block struct {
	Span
	Role      Role
	Sentences []Span // cover the block's ink, in order; byte offsets in Text
}

// Meta is what a source says of itself. An empty field was not found.
type Meta struct {
	Title     string
	Publisher string
	Author    string
	// Published is an EDTF date: a day, or a month where no day is known.
	Published string
	// Time is the time of publication, "15:04", if stated.
	Time string
	// Inferred says that the source states no date and Published was worked
	// out from the text; Evidence then lists the spans of Text it rests on.
	Inferred bool
	Evidence []Span
}

// Point is one sentence or passage chosen for a summary, best first.
type Point struct {
	Span // of Document.Text, inside one block
}
