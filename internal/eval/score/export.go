package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"path"
)

// Annotation is one line of the export.
type Annotation struct {
	Context    string `json:"@context"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       Body   `json:"body"`
	Target     Target `json:"target"`
}

// Target is the place an annotation speaks of.
type Target struct {
	Source   string     `json:"source"`
	Selector []Selector `json:"selector,omitempty"`
}

// Selector is a TextPositionSelector or a TextQuoteSelector.
type Selector struct {
	Type  string `json:"type"`
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Exact string `json:"exact,omitempty"`
}

// Body holds the fields of every kind; Type says which kind it is.
type Body struct {
	Type string `json:"type"`

	Title             string `json:"title,omitempty"`
	Publisher         string `json:"publisher,omitempty"`
	Author            string `json:"author,omitempty"`
	Published         string `json:"published,omitempty"`
	PublishedInferred bool   `json:"publishedInferred,omitempty"`

	Role string `json:"role,omitempty"`

	Value    json.RawMessage `json:"value,omitempty"`
	Timex    string          `json:"timex,omitempty"`
	Relation string          `json:"relation,omitempty"`

	Entity     string `json:"entity,omitempty"`
	EntityType string `json:"entityType,omitempty"`
	Name       string `json:"name,omitempty"`

	Speaker     string `json:"speaker,omitempty"`
	SpeakerName string `json:"speakerName,omitempty"`
	Verb        string `json:"verb,omitempty"`
	Mode        string `json:"mode,omitempty"`
	Polarity    string `json:"polarity,omitempty"`

	What string `json:"what,omitempty"`
	Unit string `json:"unit,omitempty"`
	AsOf string `json:"asOf,omitempty"`

	Phase  string `json:"phase,omitempty"`
	Label  string `json:"label,omitempty"`
	Start  string `json:"start,omitempty"`
	End    string `json:"end,omitempty"`
	Status string `json:"status,omitempty"`

	Rank float64 `json:"rank,omitempty"`

	About string  `json:"about,omitempty"`
	With  *Target `json:"with,omitempty"`
}

// kinds are the annotation kinds that are scored; all others are ignored.
var kinds = map[string]bool{
	"Document": true, "Block": true, "Date": true, "Mention": true, "Statement": true,
	"Figure": true, "PhaseEvidence": true, "Summary": true, "Relation": true,
}

// Ann is an annotation tied to a source. Anchored says that its positions hold
// the text it quotes.
type Ann struct {
	Annotation
	Source   string
	Span     Span
	With     string
	WithSpan Span
	Anchored bool
}

// value is the EDTF value of a Date, "" when it is no string.
func (a *Ann) value() string {
	var s string
	_ = json.Unmarshal(a.Body.Value, &s)
	return s
}

// Export is all annotations of a scored kind.
type Export struct{ Anns []*Ann }

// read decodes JSON Lines and ties every annotation to the corpus, in place of
// those of an export read before.
func (c *Corpus) read(r io.Reader) (*Export, error) {
	e := &Export{}
	for _, d := range c.Docs {
		d.Anns = nil
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 64<<20)
	for n := 1; sc.Scan(); n++ {
		if len(sc.Bytes()) == 0 {
			continue
		}
		a, err := decode(sc.Bytes())
		if err != nil {
			return nil, fmt.Errorf("export line %d: %w", n, err)
		}
		if a != nil {
			e.add(a, c)
		}
	}
	return e, sc.Err()
}

// WriteExport writes annotations as JSON Lines.
func WriteExport(w io.Writer, anns []Annotation) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, a := range anns {
		if err := enc.Encode(a); err != nil {
			return err
		}
	}
	return nil
}

// decode reads one annotation, or gives nil for a kind that is not scored.
func decode(line []byte) (*Ann, error) {
	var head struct{ Body struct{ Type string } }
	if err := json.Unmarshal(line, &head); err != nil {
		return nil, err
	}
	if !kinds[head.Body.Type] {
		return nil, nil
	}
	a := &Ann{}
	return a, json.Unmarshal(line, &a.Annotation)
}

// Target selects a span of the document's source.
func (d *Doc) Target(sp Span) Target {
	return Target{Source: d.Source.Name, Selector: []Selector{
		{Type: "TextPositionSelector", Start: &sp.Start, End: &sp.End},
		{Type: "TextQuoteSelector", Exact: d.Source.Text(sp)},
	}}
}

// add anchors a and files it under its document.
func (e *Export) add(a *Ann, c *Corpus) {
	a.Source, a.Span, a.Anchored = c.anchor(&a.Target, a.Body.Type == "Document")
	if a.Body.Type == "Relation" {
		ok := false
		if a.Body.With != nil {
			a.With, a.WithSpan, ok = c.anchor(a.Body.With, false)
		}
		a.Anchored = a.Anchored && ok
	}
	e.Anns = append(e.Anns, a)
	if d := c.byName[a.Source]; d != nil {
		d.Anns = append(d.Anns, a)
	}
}

// anchor resolves a target. ok is false when the source is unknown or the
// quoted text is not at the position; a whole document needs no selector.
func (c *Corpus) anchor(t *Target, whole bool) (source string, sp Span, ok bool) {
	source = path.Base(t.Source)
	d := c.byName[source]
	if d == nil || whole {
		return source, sp, d != nil
	}
	sp, exact, ok := t.selection()
	return source, sp, ok && d.Source.Holds(sp) && d.Source.Text(sp) == exact
}

// selection reads the position and the quotation of a target.
func (t *Target) selection() (sp Span, exact string, ok bool) {
	for _, s := range t.Selector {
		switch {
		case s.Type == "TextQuoteSelector":
			exact = s.Exact
		case s.Type == "TextPositionSelector" && s.Start != nil && s.End != nil:
			sp, ok = Span{*s.Start, *s.End}, true
		}
	}
	return sp, exact, ok
}
