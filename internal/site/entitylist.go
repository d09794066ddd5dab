package site

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// entitiesPaged is how many entities a page of their list holds.
const entitiesPaged = 600

// Entities is a page of all that a dossier names.
type Entities struct {
	Base
	Dossier Link // to the dossier's page
	Count   Number
	Groups  []EntityGroup // people first
	Pager   []Link        // nil if there is one page
}

// EntityGroup is the entities of one type, by name.
type EntityGroup struct {
	Type  string // as in Entity
	Cards []EntityCard
}

// EntityCard is an entity as other pages show it.
type EntityCard struct {
	Name         string
	Type         string // as in Entity
	Role         string // the last title or office that sources give it, "" if none
	RelPermalink string
	Briefings    Number // how many name it
	Places       Number // how often it is named
	Statements   Number // how many it makes
}

// entityList makes page n, counted from 1, of the list.
func (s *site) entityList(r *register, n int) *Entities {
	first := entitiesPath(r.Overview.Dossier)
	path := pagePath(first, n)
	v := &Entities{
		Base:    s.base("entities", path, r.Dossier),
		Dossier: dossierLink(path, r.Dossier),
		Count:   s.number(len(r.cast.people)),
		Pager:   s.pager(first, n, pagesOf(len(r.cast.people), entitiesPaged)),
	}
	v.Description = dossierTitle(r.Dossier)
	for _, e := range part(r.listed, n, entitiesPaged) {
		if g := len(v.Groups); g == 0 || v.Groups[g-1].Type != typeName(e.Type) {
			v.Groups = append(v.Groups, EntityGroup{Type: typeName(e.Type)})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Cards = append(g.Cards, s.entityCard(path, r, r.namings[e.ID]))
	}
	return v
}

// listed orders entities by type, then by name as a reader looks it up: without
// the article, and whatever the spelling.
func listed(all []*someone) []*someone {
	out, key := slices.Clone(all), map[*someone]string{}
	for _, e := range all {
		key[e] = strings.TrimPrefix(arabic.Fold(e.Name), "ال")
	}
	slices.SortStableFunc(out, func(a, b *someone) int {
		return cmp.Or(min(rank(a.Type), len(typeOrder)-1)-min(rank(b.Type), len(typeOrder)-1), strings.Compare(key[a], key[b]))
	})
	return out
}

func (s *site) entityCard(from string, r *register, n *naming) EntityCard {
	c := EntityCard{
		Name: shown(n.Name), Type: typeName(n.Type),
		RelPermalink: link(from, entityPath(r.Overview.Dossier, string(n.ID))),
		Briefings:    s.number(len(n.briefs)), Places: s.number(n.mentions), Statements: s.number(len(n.said)),
	}
	if t := len(n.Tenures); t > 0 {
		c.Role = shown(n.Tenures[t-1].Role)
	}
	return c
}

// castShown is how many of each type the page of a dossier shows.
const castShown = 8

// leadingCards shows those of the types given that most briefings name.
func (s *site) leadingCards(from string, r *register, types ...corpus.EntityType) []EntityCard {
	var out []EntityCard
	for _, n := range r.leading(types...) {
		if len(out) == castShown {
			break
		}
		out = append(out, s.entityCard(from, r, n))
	}
	return out
}
