package site

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// entity is somebody or something that briefings of one dossier name. Two names
// of one type that differ in spelling only («أربيل», «اربيل») are one entity, two
// that read alike but are of different types are two.
//
// It is wrong about two people of one full name, which no spelling tells apart,
// and about one person under two full names. So it stands only for names that no
// entity of the dossier knows.
type entity struct {
	folded string // arabic.Fold of the name
	kind   corpus.EntityType
}

func entityOf(n corpus.Name) entity { return entity{arabic.Fold(n.Name), n.Type} }

// entities gives each name of a dossier that is not known an id, the name in
// Latin letters: "qys-al-mhmdawi". Of several that would share one, or would
// share one that is taken, each has its type behind it, and if that does not part
// them, some digits that come from the name. It adds the ids to taken.
func entities(d *corpus.Dossier, known func(corpus.Name) bool, taken map[string]bool) map[entity]string {
	slugs := map[entity]string{}
	for i := range d.Briefings {
		for _, n := range d.Briefings[i].Names {
			if known(n) {
				continue
			}
			e, slug := entityOf(n), arabic.Slug(unvowelled(n.Name))
			if have, ok := slugs[e]; !ok || slug < have {
				slugs[e] = slug
			}
		}
	}
	sharing := map[string][]entity{}
	for e, slug := range slugs {
		sharing[slug] = append(sharing[slug], e)
	}
	ids := map[entity]string{}
	for _, e := range ordered(slugs) {
		if slug := slugs[e]; len(sharing[slug]) == 1 && !taken[slug] {
			ids[e] = slug
		}
	}
	for _, id := range ids {
		taken[id] = true
	}
	for _, e := range ordered(slugs) {
		if ids[e] == "" {
			ids[e] = apart(e, slugs[e], taken)
			taken[ids[e]] = true
		}
	}
	return ids
}

// ordered lists entities so that the order does not hang on that of a map.
func ordered(slugs map[entity]string) []entity {
	var out []entity
	for e := range slugs {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b entity) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.folded, b.folded))
	})
	return out
}

// apart gives e an id that no other has.
func apart(e entity, slug string, taken map[string]bool) string {
	id := slug + "-" + strings.ToLower(string(e.kind))
	h := fnv.New32a()
	for taken[id] {
		h.Write([]byte(e.folded))
		id = fmt.Sprintf("%s-%s-%08x", slug, strings.ToLower(string(e.kind)), h.Sum32())
	}
	return id
}

// unvowelled drops the vowel marks, which one source writes and the next does not.
func unvowelled(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, name)
}

// typeOrder is the order in which kinds of entity are listed.
var typeOrder = []corpus.EntityType{
	corpus.TypePerson, corpus.TypeOrganisation, corpus.TypeGeopolitical, corpus.TypeLocation,
	corpus.TypeFacility, corpus.TypeEvent, corpus.TypeMisc,
}

// typeName names a type, "MISC" where an editor left it out.
func typeName(t corpus.EntityType) string {
	if rank(t) == len(typeOrder) {
		t = corpus.TypeMisc
	}
	return string(t)
}

// rank gives a type's place in typeOrder; a type that is not there comes last.
func rank(t corpus.EntityType) int {
	if i := slices.Index(typeOrder, t); i >= 0 {
		return i
	}
	return len(typeOrder)
}
