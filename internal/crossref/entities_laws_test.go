package crossref_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
)

// TestEntitiesPromises holds a large cast to what corpus promises, and to being
// the same each time.
func TestEntitiesPromises(t *testing.T) {
	a := syntheticAffair(150)
	es := crossref.Entities(a, nil)
	checkEntities(t, a, es)
	if n := len(es); n < 150 || n > 700 {
		t.Errorf("the cast has %d entities, want those of about 200 people, 100 bodies and 40 places", n)
	}
	for range 3 {
		if diff := cmp.Diff(es, crossref.Entities(a, nil)); diff != "" {
			t.Fatalf("Entities differs from itself:\n%s", diff)
		}
	}
}

// TestEntitiesKeepIDs adds newer documents, and expects that entities in whose
// name nothing changed are still called and addressed as before.
func TestEntitiesKeepIDs(t *testing.T) {
	a := syntheticAffair(200)
	old := corpus.Affair{Documents: a.Documents[:150]}
	before, after := crossref.Entities(old, nil), crossref.Entities(a, nil)
	ids := map[string]corpus.EntityID{}
	for _, e := range after {
		ids[e.Name] = e.ID
	}
	gone := 0
	for _, e := range before {
		switch id, ok := ids[e.Name]; {
		case !ok:
			gone++ // now known by a fuller name
		case id != e.ID:
			t.Errorf("%q was %q and is %q", e.Name, e.ID, id)
		}
	}
	if gone > len(before)/10 {
		t.Errorf("%d of %d names are gone after 50 more documents", gone, len(before))
	}
}

// TestEntitiesIgnoreOrder turns the documents round: who is one with whom, and
// under which name, does not hang on it.
func TestEntitiesIgnoreOrder(t *testing.T) {
	a := syntheticAffair(120)
	turned := corpus.Affair{Documents: slices.Clone(a.Documents)}
	r := rand.New(rand.NewPCG(3, 4))
	r.Shuffle(len(turned.Documents), func(i, j int) {
		turned.Documents[i], turned.Documents[j] = turned.Documents[j], turned.Documents[i]
	})
	if diff := cmp.Diff(groups(crossref.Entities(a, nil)), groups(crossref.Entities(turned, nil))); diff != "" {
		t.Errorf("Entities of turned documents (-as they are +turned):\n%s", diff)
	}
}

// groups writes who is one with whom, sorted; numbers behind equal names, which
// follow the order of the documents, are left out.
func groups(es []corpus.Entity[corpus.Ref]) (out []string) {
	for _, e := range es {
		var ms []string
		for _, m := range e.Mentions {
			ms = append(ms, fmt.Sprint(m.Doc, " ", m.Mention))
		}
		slices.Sort(ms)
		name, _, _ := strings.Cut(e.Name, " (")
		out = append(out, name+": "+strings.Join(ms, ", "))
	}
	slices.Sort(out)
	return out
}

// TestEntitiesLinear counts what the cast and the assertions of an affair ask of
// memory: for eight times as many documents little more than eight times as
// much. BenchmarkCast tells of time.
func TestEntitiesLinear(t *testing.T) {
	few, many := castAllocations(castDocuments), castAllocations(8*castDocuments)
	if many > 10*few {
		t.Errorf("%d documents make %.0f allocations, %d make %.0f", castDocuments, few, 8*castDocuments, many)
	}
}

// castAllocations counts the allocations for the cast of n documents.
func castAllocations(n int) float64 {
	a := syntheticAffair(n)
	return testing.AllocsPerRun(1, func() {
		a.Cast = corpus.NewCast(crossref.Entities(a, nil))
		crossref.Assertions(a)
	})
}

// TestEntitiesPathological would not end in time if some name were compared
// with all others: thousands of people of one surname, of one given name, of
// names that begin alike, and one name in thousands of documents.
func TestEntitiesPathological(t *testing.T) {
	for name, mark := range map[string]string{
		"one surname":  "{PER %[1]s الخطيب} {PER الخطيب}",
		"one given":    "{PER نزار %[1]s} {PER نزار}",
		"beginnings":   "{ORG رابطة الفكر %[1]s} {ORG رابطة الفكر %[1]s الحر} {ORG رابطة الفكر}",
		"heads":        "{ORG حركة %[1]s} {ORG %[1]s} {ORG قناة %[1]s}",
		"middles":      "{PER نزار %[1]s الخطيب} {PER نزار الخطيب}",
		"same":         "{PER نزار الخطيب} {PER الخطيب @ وزير %[1]s}",
		"names of one": "{PER %[1]s}",
	} {
		t.Run(name, func(t *testing.T) {
			var a corpus.Affair
			for i := range castDocuments * 20 {
				a.Documents = append(a.Documents, castDocument(fmt.Sprintf("d%05d", i), "2025", fmt.Sprintf(mark, syntheticWord(i))))
			}
			checkEntities(t, a, crossref.Entities(a, nil))
		})
	}
}

func FuzzEntities(f *testing.F) {
	f.Add("{PER علي الزين @ وزير} {PER الزين}", "{ORG حركة الفجر} {ORG الفجر # brackets}", "الزين", "الفجر")
	f.Add("{PER أبو} {PER ال} {PER }", "{GPE للعراق} {GPE ال} {FAC - -}", "", "ال")
	f.Add("{ORG و} {PER و و} {PER بن بن بن}", "{PER عبد ال} {PER والي}{EVENT (}", "بن", "و و")
	f.Fuzz(func(t *testing.T, one, two, name, alias string) {
		a := corpus.Affair{Documents: []corpus.Document{castDocument("a", "2025", one), castDocument("b", "", two)}}
		for i := range a.Documents {
			doc := &a.Documents[i]
			doc.Mentions = slices.DeleteFunc(doc.Mentions, func(m corpus.Mention) bool { return m.Empty() || m.Type == "" || strings.TrimSpace(m.Name) == "" })
		}
		guides := []corpus.Guide{{Name: name, Aliases: []string{alias}}, {Known: []string{alias}, Distinct: []string{name}, Type: corpus.TypeNone}, {Name: alias, ID: "x"}}
		checkFuzzed(t, a, crossref.Entities(a, nil))
		checkFuzzed(t, a, crossref.Entities(a, guides))
	})
}

// checkFuzzed holds the cast of any documents to what must hold even for names
// that are none.
func checkFuzzed(t *testing.T, a corpus.Affair, es []corpus.Entity[corpus.Ref]) {
	t.Helper()
	names, ids := map[string]bool{}, map[corpus.EntityID]bool{}
	for _, e := range es {
		if names[e.Name] || ids[e.ID] || e.ID == "" || len(e.Mentions) == 0 {
			t.Errorf("entity %q %q, want a name and an id of its own, and mentions", e.ID, e.Name)
		}
		names[e.Name], ids[e.ID] = true, true
	}
}
