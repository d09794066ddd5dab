package crossref

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// surface gives the words of a mention as a name: on one line, with the article
// that a particle has swallowed («للتحالف»).
func surface(doc *corpus.Document, m corpus.Mention) string {
	s := strings.Join(strings.Fields(m.Of(doc.Text)), " ")
	if rest, ok := strings.CutPrefix(s, "لل"); ok && !strings.HasPrefix(m.Name, "لل") {
		if word, _, _ := strings.Cut(s, " "); strings.HasPrefix(m.Name+" ", string(arabic.Alef)+word+" ") {
			return string(arabic.Alef) + s // «للجنة» is «اللجنة» behind ل
		}
		return article + rest
	}
	return s
}

// tell says what the mentions of a party say of it.
func (c *casting) tell(p *party) corpus.Entity[corpus.Ref] {
	e := corpus.Entity[corpus.Ref]{Name: p.name, Rule: p.rule}
	types := map[corpus.EntityType]int{}
	also := map[string]bool{}
	for _, a := range p.also {
		also[a] = true
	}
	for _, k := range p.nodes {
		n := &c.nodes[k]
		doc := &c.a.Documents[n.doc]
		for _, m := range n.mentions {
			e.Mentions = append(e.Mentions, corpus.MentionRef{Doc: doc.ID, Mention: m})
			types[doc.Mentions[m].Type]++
			also[c.nameOf(n, m)] = true
			also[surface(doc, doc.Mentions[m])] = true
		}
	}
	c.sortMentions(e.Mentions, p.nodes)
	delete(also, e.Name)
	e.Aliases = sortedKeys(also)
	e.Type = majority(types)
	if g := p.guide; g != nil {
		e.Distinct = g.Distinct
		if g.Type != "" {
			e.Type = g.Type
		}
	}
	e.Tenures = c.tenures(p)
	e.Line = c.line(p, e.Type)
	return e
}

// sortMentions puts mentions in the order of the documents, then of their place.
func (c *casting) sortMentions(ms []corpus.MentionRef, nodes []int) {
	at := map[corpus.DocID]int{}
	for _, k := range nodes {
		at[c.a.Documents[c.nodes[k].doc].ID] = c.nodes[k].doc
	}
	slices.SortFunc(ms, func(x, y corpus.MentionRef) int {
		return cmp.Or(cmp.Compare(at[x.Doc], at[y.Doc]), cmp.Compare(x.Mention, y.Mention))
	})
}

// sortedKeys gives the keys of a set, nil if there are none.
func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

// majority gives the most frequent type, the first by name of several.
func majority(types map[corpus.EntityType]int) (best corpus.EntityType) {
	for t, n := range types {
		if best == "" || n > types[best] || n == types[best] && t < best {
			best = t
		}
	}
	return best
}
