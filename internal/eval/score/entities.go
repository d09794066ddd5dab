package score

import (
	"fmt"
	"maps"
	"slices"
)

// docMentions is the mention matching of one document.
type docMentions struct {
	golds []GoldMention
	*Matching
}

// Mentions is the mention matching of all documents and what follows from it.
type Mentions struct {
	byDoc   map[*Doc]docMentions
	goldOf  map[string]string          // predicted entity to gold entity, by majority
	predsOf map[string]map[string]bool // gold entity to the predicted entities of its mentions
	namesOf map[string]map[string]bool // predicted entity to the names it is given
}

// matchMentions matches the mentions of every document and aligns the clusters.
func matchMentions(c *Corpus) *Mentions {
	ms := &Mentions{map[*Doc]docMentions{}, map[string]string{}, map[string]map[string]bool{}, map[string]map[string]bool{}}
	votes := map[string]map[string]int{}
	for _, d := range c.Docs {
		golds := d.Gold.allMentions()
		preds := d.preds("Mention")
		m := match(spans(golds, func(g GoldMention) goldSpan { return goldSpan{g.Span, g.Optional} }), preds, touching)
		ms.byDoc[d] = docMentions{golds, m}
		for i, p := range m.Twin {
			if p != nil && p.Body.Entity != "" {
				count(votes, p.Body.Entity, golds[i].ID)
				note(ms.predsOf, golds[i].ID, p.Body.Entity)
			}
		}
		for _, p := range preds {
			if p.Body.Entity != "" {
				note(ms.namesOf, p.Body.Entity, p.Body.Name)
			}
		}
	}
	for pred, golds := range votes {
		ms.goldOf[pred] = majority(golds)
	}
	return ms
}

// note puts b into the set of a.
func note(sets map[string]map[string]bool, a, b string) {
	if sets[a] == nil {
		sets[a] = map[string]bool{}
	}
	sets[a][b] = true
}

// count adds one to table[a][b].
func count(table map[string]map[string]int, a, b string) {
	if table[a] == nil {
		table[a] = map[string]int{}
	}
	table[a][b]++
}

// majority is the key with the highest count, the first in order on a tie.
func majority(counts map[string]int) string {
	best := ""
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[k] > counts[best] {
			best = k
		}
	}
	return best
}

// scoreMentions scores spans, types and within-document clusters.
func scoreMentions(d *Doc, ms *Mentions, s *Sheet, confusion map[string]map[string]int) {
	m := ms.byDoc[d]
	typed := m.count(func(h Hit) bool {
		return placeType(m.golds[h.Gold].Type) == placeType(h.Pred.Body.EntityType)
	})
	for _, h := range m.Hits {
		count(confusion, m.golds[h.Gold].Type, h.Pred.Body.EntityType)
	}
	m.put(s, "mentions.detect", len(m.Hits))
	m.put(s, "mentions.typed", typed)
	s.bcubed("entities.b3.within", m.links())
}

// placeType makes GPE and LOC equal.
func placeType(t string) string {
	if t == "GPE" {
		return "LOC"
	}
	return t
}

// scoreAcross scores the clusters over all documents and the pairs that must
// stay apart.
func scoreAcross(c *Corpus, ms *Mentions, r *Result) {
	var all []link
	for _, d := range c.Docs {
		all = append(all, ms.byDoc[d].links()...)
	}
	r.Total.bcubed("entities.b3.across", all)
	for _, p := range c.Cross.NotTheSame {
		a, b := c.clusters(p.A, ms), c.clusters(p.B, ms)
		for _, id := range slices.Sorted(maps.Keys(a)) {
			if b[id] || p.B.named(ms.namesOf[id]) {
				r.Merged = append(r.Merged, fmt.Sprintf("%s = %s: both %q (%s)", p.A.label(), p.B.label(), id, p.Why))
				break
			}
		}
	}
	r.Total.faults("not_the_same", len(r.Merged), len(c.Cross.NotTheSame))
}

// named reports whether a thing that no document mentions has one of the names.
func (t GoldThing) named(names map[string]bool) bool {
	for name := range names {
		if t.Source == "" && foldWord(name) == foldWord(t.Name) {
			return true
		}
	}
	return false
}

// label is the id of a thing, else its text.
func (t GoldThing) label() string {
	if t.ID != "" {
		return t.ID
	}
	return t.Text
}

// clusters is the set of predicted entities used for a thing: those of all
// mentions of its gold entity, those of mentions that cover half of its own
// text, and for an unnamed source the speakers of the statements on its line.
func (c *Corpus) clusters(t GoldThing, ms *Mentions) map[string]bool {
	out := map[string]bool{}
	maps.Copy(out, ms.predsOf[t.ID])
	d := c.byName[t.Source]
	if d == nil {
		return out
	}
	for _, a := range d.Anns {
		if a.Body.Type == "Mention" && a.Anchored && a.Span.IoU(t.Span) >= 0.5 {
			out[a.Body.Entity] = true
		}
	}
	if t.ID == "" {
		maps.Copy(out, d.speakersOn(t.Line))
	}
	delete(out, "")
	return out
}

// speakersOn is the set of entities that the export has speaking on a line.
func (d *Doc) speakersOn(line int) map[string]bool {
	out := map[string]bool{}
	for _, a := range d.preds("Statement") {
		if a.Anchored && slices.Contains(d.Source.LinesOf(a.Span), line) {
			out[a.Body.Speaker] = true
		}
	}
	return out
}
