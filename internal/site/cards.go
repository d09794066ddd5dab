package site

import (
	"html/template"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// Cite leads to a paragraph of a briefing.
type Cite struct {
	ID           string // "p12"
	Label        string // "¶١٢"
	RelPermalink string // "#p12", or "briefings/000-6c3114.html#p12"
}

// Point is a passage of a summary with the paragraphs it rests on.
type Point struct {
	Content template.HTML // verbatim
	Cites   []Cite        // at least one
}

// BriefingCard is a briefing as other pages show it.
type BriefingCard struct {
	ID            string // of the document, unique in its dossier
	Title         string
	TitleSupplied bool // the source has no title, this is its first sentence
	RelPermalink  string
	Publisher     string // "" when not known
	Author        string // "" when not known
	Date          Day    // of publication
	Inferred      bool   // Date was worked out from the text
	// Rights says how much of the source may be shown: "quote" or "link", "" for
	// all of it.
	Rights string
	// Summary is the first point of the briefing's summary, nil if it has none.
	Summary *Point
	// Dossier leads to the dossier that the briefing belongs to.
	Dossier Link
}

// card shows briefing b of d on the page at from.
func (s *site) card(from string, d *corpus.Dossier, b *corpus.Briefing) BriefingCard {
	to := link(from, briefingPath(keyOf(b)))
	c := BriefingCard{
		ID: string(b.ID), Title: shown(b.Title), TitleSupplied: b.TitleSupplied, RelPermalink: to,
		Publisher: shown(b.Publisher), Author: shown(b.Author), Date: s.day(b.Published), Inferred: b.Inferred,
		Rights:  limits(d, b),
		Dossier: dossierLink(from, d),
	}
	if len(b.Summary) > 0 {
		p := s.point(to, b.Summary[0])
		c.Summary = &p
	}
	return c
}

// point shows a cited passage; page leads to the briefing that holds it, "" on
// that page itself.
func (s *site) point(page string, c corpus.Cited) Point {
	p := Point{Content: s.plain(c.Text)}
	for _, id := range c.Cites {
		p.Cites = append(p.Cites, s.cite(page, id))
	}
	return p
}

func (s *site) cite(page, id string) Cite {
	return Cite{ID: id, Label: s.pilcrow(id), RelPermalink: page + "#" + id}
}

// pilcrow writes a paragraph's mark: "¶١٢" for "p12", "¶x" for an id that an
// editor made up.
func (s *site) pilcrow(id string) string {
	if n, err := strconv.Atoi(strings.TrimPrefix(id, "p")); err == nil && strings.HasPrefix(id, "p") {
		return "¶" + s.digits(strconv.Itoa(n))
	}
	return "¶" + shown(id)
}
