package site

import (
	"cmp"

	"mojaz/internal/corpus"
)

// thing is a node of structured data in the vocabulary of schema.org, as
// JSON-LD. What is not known is left out; addresses are full or left out.
type thing struct {
	Context       string   `json:"@context,omitempty"`
	Type          string   `json:"@type"`
	Name          string   `json:"name,omitempty"`
	Headline      string   `json:"headline,omitempty"`
	AlternateName []string `json:"alternateName,omitempty"`
	JobTitle      []string `json:"jobTitle,omitempty"`
	Description   string   `json:"description,omitempty"`
	Text          string   `json:"text,omitempty"`
	InLanguage    string   `json:"inLanguage,omitempty"`
	URL           string   `json:"url,omitempty"`
	Image         string   `json:"image,omitempty"`
	DatePublished string   `json:"datePublished,omitempty"`
	Author        *thing   `json:"author,omitempty"`
	Publisher     *thing   `json:"publisher,omitempty"`
	IsPartOf      *thing   `json:"isPartOf,omitempty"`
	About         []thing  `json:"about,omitempty"`
	Mentions      []thing  `json:"mentions,omitempty"`
	HasPart       []thing  `json:"hasPart,omitempty"`
	Appearance    *thing   `json:"appearance,omitempty"`
}

const schema = "https://schema.org"

// The most statements and names that the structured data of a page holds.
const (
	claimsTold = 20
	namesTold  = 20
)

// schemaTypes are the types of schema.org for those of entities; others are a
// Thing.
var schemaTypes = map[corpus.EntityType]string{
	corpus.TypePerson: "Person", corpus.TypeOrganisation: "Organization", corpus.TypeGeopolitical: "AdministrativeArea",
	corpus.TypeLocation: "Place", corpus.TypeFacility: "Place", corpus.TypeEvent: "Event",
}

func schemaType(t corpus.EntityType) string {
	if s := schemaTypes[t]; s != "" {
		return s
	}
	return "Thing"
}

// named makes a thing that has no more than a name, nil for none.
func namedThing(kind, name string) *thing {
	if name == "" {
		return nil
	}
	return &thing{Type: kind, Name: shown(name)}
}

// full gives the full address of a page, "" where the site's is not known.
func (s *site) full(path string) string {
	if s.in.Config.base() == "" {
		return ""
	}
	return s.address(homePath, path)
}

// picture gives the full address of a page's picture, "" where there is none.
func (s *site) picture(path string) string {
	if s.in.Config.base() == "" {
		return ""
	}
	return s.address(homePath, picturePath(path))
}

// pageTypes are the types of schema.org for the kinds of page that are more than a
// list; the others are a WebPage.
var pageTypes = map[string]string{"home": "WebSite", "about": "AboutPage", "search": "SearchResultsPage", "terms": "CollectionPage"}

// pageData describes a page that nothing more is known of than what it belongs to.
// The page for lost readers, which has no address, says nothing.
func (s *site) pageData(kind, path string, of *corpus.Dossier) any {
	if kind == "notfound" {
		return nil
	}
	t := thing{Context: schema, Type: cmp.Or(pageTypes[kind], "WebPage"), InLanguage: s.in.Config.language(), URL: s.full(path)}
	switch {
	case of != nil:
		t.IsPartOf = &thing{Type: "Collection", Name: dossierTitle(of), URL: s.full(dossierPath(of.Overview.Dossier))}
	case kind == "home":
		t.Name, t.Description = shown(s.in.Config.Title), shown(s.in.Config.Description)
	}
	return t
}

// articleData describes a briefing: the article it is made of, who is named in
// it, and what is claimed there.
func (s *site) articleData(d *corpus.Dossier, b *corpus.Briefing) any {
	path := briefingPath(keyOf(b))
	t := thing{
		Context: schema, Type: "NewsArticle", Headline: shown(b.Title), InLanguage: sourceLanguage, URL: s.full(path), Image: s.picture(path),
		Author: namedThing("Person", b.Author), Publisher: namedThing("Organization", b.Publisher),
		IsPartOf: &thing{Type: "Collection", Name: dossierTitle(d), URL: s.full(dossierPath(d.Overview.Dossier))},
	}
	if datetime(b.Published) != "" {
		t.DatePublished = b.Published
	}
	for _, n := range b.Names[:min(len(b.Names), namesTold)] {
		t.Mentions = append(t.Mentions, thing{Type: schemaType(n.Type), Name: shown(n.Name)})
	}
	for _, q := range b.Quotes {
		if q.Kind == corpus.SpeakerNamed && len(t.HasPart) < claimsTold {
			t.HasPart = append(t.HasPart, thing{Type: "Claim", Text: shown(q.Text), Author: speaker(d, q.Speaker)})
		}
	}
	return t
}

// speaker describes one who speaks, by the dossier's cast. An author is a person or
// an organisation: so is a country or a place that speaks, and of anybody else
// nothing is said.
func speaker(d *corpus.Dossier, name string) *thing {
	for i := range d.Entities {
		if d.Entities[i].Name != name {
			continue
		}
		switch d.Entities[i].Type {
		case corpus.TypePerson:
			return namedThing("Person", name)
		case corpus.TypeOrganisation, corpus.TypeGeopolitical, corpus.TypeLocation, corpus.TypeFacility:
			return namedThing("Organization", name)
		}
	}
	return nil
}

// collectionData describes a dossier with its latest briefings.
func (s *site) collectionData(d *corpus.Dossier) any {
	path := dossierPath(d.Overview.Dossier)
	t := thing{
		Context: schema, Type: "CollectionPage", Name: dossierTitle(d), Description: shown(d.Overview.Description),
		InLanguage: sourceLanguage, URL: s.full(path), Image: s.picture(path),
	}
	for i := len(d.Briefings) - 1; i >= 0 && len(t.HasPart) < namesTold; i-- {
		b := &d.Briefings[i]
		part := thing{Type: "NewsArticle", Headline: shown(b.Title), URL: s.full(briefingPath(keyOf(b))), Publisher: namedThing("Organization", b.Publisher)}
		if datetime(b.Published) != "" {
			part.DatePublished = b.Published
		}
		t.HasPart = append(t.HasPart, part)
	}
	return t
}

// entityData describes an entity.
func (s *site) entityData(dossier string, e *corpus.Entity[corpus.Passage]) any {
	t := thing{Context: schema, Type: schemaType(e.Type), Name: shown(e.Name), URL: s.full(entityPath(dossier, string(e.ID)))}
	for _, a := range e.Aliases {
		t.AlternateName = append(t.AlternateName, shown(a))
	}
	if e.Type == corpus.TypePerson {
		for _, r := range e.Tenures {
			t.JobTitle = append(t.JobTitle, shown(r.Role))
		}
	}
	if e.Line != nil {
		t.Description = shown(e.Line.Text)
	}
	return t
}
