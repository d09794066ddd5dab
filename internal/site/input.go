package site

import (
	"cmp"
	"strings"

	"mojaz/internal/corpus"
)

// Input is all that a site is made of. Only Dossiers must be there: a briefing
// without its document or its anchor gives pages without links to the source.
type Input struct {
	Config   Config
	Dossiers []corpus.Dossier // in the order shown
	// Documents holds the sources of briefings. A briefing whose document is
	// not here has no source page and no annotations but one.
	Documents map[Key]corpus.Document
	// Anchors leads from the words of a briefing to the text of its document.
	// Leave a key out rather than store a nil pointer under it.
	Anchors map[Key]Anchor
	// HTML turns the Markdown of an editor's section into safe HTML. Nil shows
	// the Markdown as it was typed.
	HTML func(markdown string) string
	// Problems is the trouble met in this build, for the page about the site.
	Problems []corpus.Problem
	Version  string // of the program
}

// Key names a briefing and its document across dossiers.
type Key struct {
	Dossier string
	ID      corpus.DocID
}

// Anchor leads from a briefing into Document.Text. ok is false for words that
// stand nowhere in the document.
type Anchor interface {
	// Text places a span of Paragraph.Text.
	Text(paragraphID string, s corpus.Span) (at corpus.Span, ok bool)
	// Point, Quote and Quantity place summary point, statement and figure i of
	// the briefing, counted from zero.
	Point(i int) (at corpus.Span, ok bool)
	Quote(i int) (at corpus.Span, ok bool)
	Quantity(i int) (at corpus.Span, ok bool)
}

// Config is what a person can choose about the site.
type Config struct {
	Title       string // of the site; templates supply a name when it is empty
	Description string // one sentence below the title of the first page
	BaseURL     string // "https://example.org/briefings/", or "" when not known
	Language    string // of the site's own words: "ar" when empty, or "en"
	Axis        string // in which time runs, "rtl" or "ltr"; as the language is read when empty
	Digits      string // of the site's own words: "arab", the default, or "latn"
	Months      string // as calendar.Style has it: "both", the default, …
	AsOf        string // EDTF; the newest briefing's date when empty
	// Archives are the forms in which the site can be taken along: "zip", "epub",
	// "html", "annotations".
	Archives []string
}

// sourceLanguage is that of the sources, and so of what feeds and calendars are made
// of, whatever the language of the site's own words.
const sourceLanguage = "ar"

func (c Config) language() string {
	if c.Language == "" {
		return "ar"
	}
	return c.Language
}

// direction is "rtl" for the languages in Arabic or Hebrew letters.
func (c Config) direction() string {
	switch c.language() {
	case "ar", "fa", "ur", "ckb", "ps", "he":
		return "rtl"
	}
	return "ltr"
}

// backwards reports whether time runs from right to left.
func (c Config) backwards() bool { return cmp.Or(c.Axis, c.direction()) == "rtl" }

// base gives BaseURL with one slash at its end, "" for what is not an address on
// the web.
func (c Config) base() string {
	if !strings.HasPrefix(c.BaseURL, "https://") && !strings.HasPrefix(c.BaseURL, "http://") {
		return ""
	}
	return strings.TrimRight(c.BaseURL, "/") + "/"
}
