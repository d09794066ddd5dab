package score

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// perfect builds the export that says exactly what the gold says.
func perfect(c *Corpus) []Annotation {
	b := &builder{}
	for _, d := range c.Docs {
		b.document(d)
		b.blocks(d)
		b.dates(d)
		b.mentions(d)
		b.statements(d)
		b.figures(d)
		b.events(d, c.Cross.Phases)
		b.summary(d)
	}
	b.cross(c)
	return b.out
}

// builder collects annotations and numbers them.
type builder struct{ out []Annotation }

// add appends an annotation of body about target.
func (b *builder) add(body Body, target Target) {
	b.out = append(b.out, Annotation{
		Context:    "http://www.w3.org/ns/anno.jsonld",
		ID:         fmt.Sprintf("urn:score:%d", len(b.out)+1),
		Type:       "Annotation",
		Motivation: "tagging",
		Body:       body,
		Target:     target,
	})
}

// document adds the bibliographic record.
func (b *builder) document(d *Doc) {
	m := d.Gold.Meta
	b.add(Body{Type: "Document", Title: m.Title, Publisher: m.Publisher, Author: m.Author,
		Published: m.Published, PublishedInferred: m.PublishedInferred}, Target{Source: d.Source.Name})
}

// blocks adds one block for every line that is not blank.
func (b *builder) blocks(d *Doc) {
	for _, l := range d.Gold.BodyLines {
		b.add(Body{Type: "Block", Role: d.role(l)}, d.Target(d.Source.Lines[l-1]))
	}
	for _, l := range d.Gold.BoilerplateLines {
		b.add(Body{Type: "Block", Role: "boilerplate"}, d.Target(d.Source.Lines[l-1]))
	}
}

// role is the block role of a body line.
func (d *Doc) role(line int) string {
	switch g := d.Gold; {
	case slices.Contains(g.Headings, line):
		return "heading"
	case slices.Contains(g.PullQuotes, line):
		return "pullquote"
	case slices.Contains(g.Meta.SummaryLede, line):
		return "lede"
	}
	return "body"
}

// dates adds the dates, the vague ones too.
func (b *builder) dates(d *Doc) {
	for _, g := range d.Gold.Dates {
		b.add(Body{Type: "Date", Value: raw(g.Value), Timex: g.Type, Relation: g.Relation}, d.Target(g.Span))
	}
}

// raw is v as JSON.
func raw(v string) json.RawMessage {
	out, _ := json.Marshal(v) // a string always marshals
	return out
}

// mentions adds the mentions, the optional ones too.
func (b *builder) mentions(d *Doc) {
	for _, g := range d.Gold.allMentions() {
		b.add(Body{Type: "Mention", Entity: g.ID, EntityType: g.Type, Name: g.Name}, d.Target(g.Span))
	}
}

// statements adds the required statements.
func (b *builder) statements(d *Doc) {
	for _, g := range d.Gold.Statements {
		body := Body{Type: "Statement", Speaker: g.Speaker, Verb: g.Verb, Mode: g.Mode, Polarity: g.Polarity}
		if name, anon := strings.CutPrefix(g.Speaker, "anon:"); anon {
			body.Speaker, body.SpeakerName = "", name
		} else if g.Speaker == "author" {
			body.Speaker, body.SpeakerName = "", "author"
		}
		b.add(body, d.Target(g.Span))
	}
}

// figures adds the figures, the optional ones too.
func (b *builder) figures(d *Doc) {
	for _, g := range d.Gold.Figures {
		b.add(Body{Type: "Figure", What: g.What, Value: g.Value, Unit: g.Unit, AsOf: g.AsOf}, d.Target(g.Span))
	}
}

// events turns a document's events into evidence of the phases of cross.json.
func (b *builder) events(d *Doc, phases []GoldPhase) {
	for _, e := range d.Gold.PhaseEvents {
		for _, p := range phases {
			if p.ID == e.Phase {
				b.add(p.body(), d.Target(e.Span))
			}
		}
	}
}

// body is the annotation body of a piece of evidence of the phase.
func (p *GoldPhase) body() Body {
	return Body{Type: "PhaseEvidence", Phase: p.ID, Label: p.Label, Start: p.Start, End: p.End, Status: p.Kind}
}

// summary adds the key sentences in the order of the gold.
func (b *builder) summary(d *Doc) {
	for i, k := range d.Gold.KeySentences {
		b.add(Body{Type: "Summary", Rank: float64(i + 1)}, d.Target(k.Span))
	}
}

// cross adds what cross.json says: evidence of phases and relations.
func (b *builder) cross(c *Corpus) {
	for _, p := range c.Cross.Phases {
		for _, e := range p.Evidence {
			b.add(p.body(), c.byName[e.Source].Target(e.Span))
		}
	}
	for _, r := range c.Cross.Relations {
		with := c.byName[r.B.Source].Target(r.B.Span)
		b.add(Body{Type: "Relation", Relation: r.Type, About: r.About, With: &with},
			c.byName[r.A.Source].Target(r.A.Span))
	}
}
