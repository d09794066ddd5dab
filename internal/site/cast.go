package site

import (
	"slices"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// someone is an entity as content/ tells it.
type someone = corpus.Entity[corpus.Passage]

// cast finds who is meant by the names of a dossier's briefings: an entity of
// the dossier, or a name alone, which no entity knows.
type cast struct {
	people []*someone // that have a page, in the order of the dossier
	names  map[string][]*someone
	also   map[string][]*someone // by alias
	alone  map[entity]string     // ids of the names that no entity knows
}

func newCast(d *corpus.Dossier) *cast {
	c := &cast{names: map[string][]*someone{}, also: map[string][]*someone{}}
	taken := map[string]bool{}
	for i := range d.Entities {
		e := &d.Entities[i]
		if e.ID == "" || taken[string(e.ID)] {
			continue // an editor's slip, which is a problem of content/; the first holds
		}
		taken[string(e.ID)] = true
		if e.Type != corpus.TypeNone {
			c.people = append(c.people, e)
		}
		folded := arabic.Fold(e.Name)
		c.names[folded] = append(c.names[folded], e)
		for _, a := range e.Aliases {
			f := arabic.Fold(a)
			if n := len(c.also[f]); f != folded && (n == 0 || c.also[f][n-1] != e) {
				c.also[f] = append(c.also[f], e)
			}
		}
	}
	c.alone = entities(d, func(n corpus.Name) bool { return c.meant(n) != nil }, taken)
	return c
}

// meant gives the entity that a briefing's name means, nil if it is not sure of
// one: by name, else by an alias; of several, the one of the name's type. A
// person is never taken for anything else.
//
// It is wrong where a dossier has an entity of the name, but the briefing means
// somebody else whom nobody told apart.
func (c *cast) meant(n corpus.Name) *someone {
	folded := arabic.Fold(n.Name)
	for _, known := range [][]*someone{c.names[folded], c.also[folded]} {
		var fit, same []*someone
		for _, e := range known {
			if apartFrom(e, folded) || !alike(e.Type, n.Type) {
				continue
			}
			fit = append(fit, e)
			if e.Type == n.Type {
				same = append(same, e)
			}
		}
		switch {
		case len(fit) == 1:
			return fit[0]
		case len(same) == 1:
			return same[0]
		case len(fit) > 0:
			return nil
		}
	}
	return nil
}

// apartFrom reports whether an editor keeps e apart from a name.
func apartFrom(e *someone, folded string) bool {
	return slices.ContainsFunc(e.Distinct, func(d string) bool { return arabic.Fold(d) == folded })
}

// alike reports whether an entity of type a may be meant by a name of type b:
// taggers disagree about organisations and places, hardly ever about people.
func alike(a, b corpus.EntityType) bool {
	return a == b || a == corpus.TypeNone || a != corpus.TypePerson && b != corpus.TypePerson
}

// who gives the id of what a name means, and its entity, nil if none knows it.
// ok is false for a name that an editor has taken out.
func (c *cast) who(n corpus.Name) (id string, e *someone, ok bool) {
	if e = c.meant(n); e != nil {
		return string(e.ID), e, e.Type != corpus.TypeNone
	}
	return c.alone[entityOf(n)], nil, true
}
