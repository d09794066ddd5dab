package corpus

// Mode is how the words of a speaker are given.
type Mode string

// The modes of a statement.
const (
	ModeDirect   Mode = "direct"   // in quotation marks
	ModeIndirect Mode = "indirect" // reported
	ModeMixed    Mode = "mixed"    // reported, with quoted parts
)

// Polarity is what a speaker does with what is stated.
type Polarity string

// The polarities of a statement.
const (
	Asserts     Polarity = "asserts"
	Denies      Polarity = "denies"
	NotDenies   Polarity = "does_not_deny"
	NotExcludes Polarity = "does_not_rule_out"
)

// SpeakerKind is what kind of voice speaks.
type SpeakerKind string

// The kinds of speaker.
const (
	SpeakerNamed    SpeakerKind = "named"    // a person, organisation or government with a name
	SpeakerUnnamed  SpeakerKind = "unnamed"  // «مصدر دبلوماسي عراقي»
	SpeakerDocument SpeakerKind = "document" // «خارطة الطريق», an agreement, estimates
	SpeakerAuthor   SpeakerKind = "author"   // the page's own voice
)

// Statement is something that somebody is reported to have said.
type Statement struct {
	Span // the words stated: the quotation without its marks, or the reported clause
	// Verb is the reporting word as it stands, without a leading «و»; empty
	// where there is none, as before the colon of a pull quote.
	Verb Span
	// Speaker is where the speaker is named, the name or the noun phrase alone;
	// it may stand in an earlier sentence. Empty for the page's own voice.
	Speaker Span
	// SpeakerName is the speaker's fullest name or the words of the text.
	SpeakerName string
	SpeakerKind SpeakerKind
	ReportedBy  string // the outlet or agency in between, "" if none is named
	Mode        Mode
	Polarity    Polarity
	Rule        string // what found it, for tracing; not exported
}

// Inside reports whether a mention is of a place that only stands inside the words for a
// speaker, and so is not the one who speaks: «رئيس بلدية صفاقس».
func Inside(m Mention, speaker Span) bool {
	place := m.Type == TypeGeopolitical || m.Type == TypeLocation || m.Type == TypeFacility
	return place && m.Start > speaker.Start && speaker.Contains(m.Span)
}
