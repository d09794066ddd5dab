package site

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// naming is where and beside whom an entity is named in its dossier.
type naming struct {
	*someone
	order    int // in Dossier.Entities
	mentions int
	said     []spoken  // what it says, by briefing, then in the order of the text
	briefs   []brief   // that name it, in the order of the dossier
	beside   []company // the entities named in the same paragraphs, most often first
}

// spoken is a statement with its briefing.
type spoken struct {
	in *noted
	*corpus.Quote
}

// brief is a briefing that names an entity, and where.
type brief struct {
	in     *noted
	places []mention
}

// mention is a paragraph that names an entity.
type mention struct {
	*corpus.Paragraph
	at corpus.Span // of the first name there
}

// company is an entity and the number of paragraphs that it shares with another.
type company struct {
	id    corpus.EntityID
	times int
}

// count goes through the dossier once and gathers where each entity is named.
func (r *register) count() map[corpus.EntityID]*naming {
	all := map[corpus.EntityID]*naming{}
	for i, e := range r.cast.people {
		all[e.ID] = &naming{someone: e, order: i}
	}
	pairs := map[corpus.EntityID]map[corpus.EntityID]int{}
	for i := range r.Briefings {
		r.countIn(r.briefings[r.Briefings[i].ID], all, pairs)
	}
	for id, others := range pairs {
		all[id].beside = ranked(others)
	}
	return all
}

// countIn gathers what one briefing names.
func (r *register) countIn(b *noted, all map[corpus.EntityID]*naming, pairs map[corpus.EntityID]map[corpus.EntityID]int) {
	meant := map[string]*naming{}
	for _, n := range b.Names {
		if _, e, ok := r.cast.who(n); ok && e != nil {
			meant[n.Name] = all[e.ID]
		}
	}
	for i := range b.Paragraphs {
		p := &b.Paragraphs[i]
		var here []*naming
		for _, l := range p.Links {
			n := meant[l.Name]
			if n == nil || !l.Valid(len(p.Text)) {
				continue
			}
			n.mentions++
			if !slices.Contains(here, n) {
				here = append(here, n)
				n.name(b, mention{p, l.Span})
			}
		}
		join(here, pairs)
	}
	for i := range b.Quotes {
		q := &b.Quotes[i]
		if n := meant[q.Speaker]; n != nil && q.Kind != corpus.SpeakerAuthor {
			n.said = append(n.said, spoken{b, q})
		}
	}
}

// name adds a place that names n.
func (n *naming) name(b *noted, m mention) {
	if last := len(n.briefs) - 1; last < 0 || n.briefs[last].in != b {
		n.briefs = append(n.briefs, brief{in: b})
	}
	last := &n.briefs[len(n.briefs)-1]
	last.places = append(last.places, m)
}

// besideMost bounds how many names of one paragraph are paired: a list of
// hundreds says nothing of who belongs together.
const besideMost = 40

// join counts each pair of those who are named in one paragraph.
func join(here []*naming, pairs map[corpus.EntityID]map[corpus.EntityID]int) {
	if len(here) > besideMost {
		return
	}
	for _, a := range here {
		for _, b := range here {
			if a == b {
				continue
			}
			if pairs[a.ID] == nil {
				pairs[a.ID] = map[corpus.EntityID]int{}
			}
			pairs[a.ID][b.ID]++
		}
	}
}

// ranked lists entities by how often they were counted, then by id.
func ranked(times map[corpus.EntityID]int) []company {
	var out []company
	for id, n := range times {
		out = append(out, company{id, n})
	}
	slices.SortFunc(out, func(a, b company) int {
		return cmp.Or(b.times-a.times, cmp.Compare(a.id, b.id))
	})
	return out
}

// leading lists the entities of the types given that most briefings name, most
// mentions first among equals.
func (r *register) leading(types ...corpus.EntityType) []*naming {
	var out []*naming
	for _, e := range r.cast.people {
		if n := r.namings[e.ID]; slices.Contains(types, e.Type) && len(n.briefs)+len(n.said) > 0 {
			out = append(out, n)
		}
	}
	slices.SortStableFunc(out, func(a, b *naming) int {
		return cmp.Or(len(b.briefs)-len(a.briefs), b.mentions+2*len(b.said)-a.mentions-2*len(a.said))
	})
	return out
}
