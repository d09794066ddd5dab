package site

import (
	"math"

	"mojaz/internal/corpus"
)

type mentionBody struct {
	Type       string            `json:"type"` // Mention
	Entity     string            `json:"entity"`
	EntityType corpus.EntityType `json:"entityType,omitempty"`
	Name       string            `json:"name"` // the fullest
}

type statementBody struct {
	Type string `json:"type"` // Statement
	// Speaker is the id of an entity, "" for one without a name of its own;
	// SpeakerName is then the words of the text, "" for the page's own voice.
	Speaker     string          `json:"speaker,omitempty"`
	SpeakerName string          `json:"speakerName,omitempty"`
	Verb        string          `json:"verb,omitempty"`
	Mode        corpus.Mode     `json:"mode,omitempty"`
	Polarity    corpus.Polarity `json:"polarity,omitempty"`
}

type figureBody struct {
	Type  string `json:"type"` // Figure
	What  string `json:"what,omitempty"`
	Value any    `json:"value,omitempty"` // a number, or both ends of a range
	Unit  string `json:"unit,omitempty"`
	AsOf  string `json:"asOf,omitempty"` // EDTF
}

// findings writes the names, statements and figures of b.
func (e *exporter) findings(b *corpus.Briefing, anchor Anchor) {
	names := map[string]corpus.Name{}
	for _, n := range b.Names {
		names[n.Name] = n
	}
	for i := range b.Paragraphs {
		p := &b.Paragraphs[i]
		for _, l := range p.Links {
			n, known := names[l.Name]
			id, _, shown := e.cast.who(n)
			if at, ok := anchor.Text(p.ID, l.Span); ok && known && shown {
				e.tag("mention", at, mentionBody{"Mention", id, n.Type, n.Name})
			}
		}
	}
	e.statements(b, names, anchor)
	for i, q := range b.Quantities {
		if at, ok := anchor.Quantity(i); ok {
			e.tag("figure", at, figureBody{"Figure", q.What, exported(q), q.Unit, q.AsOf})
		}
	}
}

func (e *exporter) statements(b *corpus.Briefing, names map[string]corpus.Name, anchor Anchor) {
	for i, q := range b.Quotes {
		if at, ok := anchor.Quote(i); ok {
			body := statementBody{"Statement", "", q.Speaker, q.Verb, q.Mode, q.Polarity}
			if n, known := names[q.Speaker]; known && q.Kind != corpus.SpeakerAuthor {
				if id, _, shown := e.cast.who(n); shown {
					body.Speaker = id
				}
			}
			e.tag("statement", at, body)
		}
	}
}

// exported gives a quantity's number as JSON can hold it, nil if it is none.
func exported(q corpus.Quantity) any {
	switch low, high := extremes(q); {
	case math.IsNaN(low):
		return nil
	case low != high:
		return [2]float64{low, high}
	default:
		return low
	}
}
