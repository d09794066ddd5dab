package site

import (
	"testing"

	"mojaz/internal/corpus"
)

// TestCast: a name is the entity that bears it, else the one that has it as an
// alias; where that is not one, and where an editor keeps them apart, nobody.
func TestCast(t *testing.T) {
	d := &corpus.Dossier{Entities: []someone{
		{ID: "karim", Name: "كريم النجار", Type: corpus.TypePerson, Aliases: []string{"النجار", "أبو علي"}},
		{ID: "salim", Name: "سالم النجار", Type: corpus.TypePerson, Aliases: []string{"النجار"}, Distinct: []string{"أبو علي"}},
		{ID: "oman", Name: "سلطنة عمان", Type: corpus.TypeGeopolitical, Aliases: []string{"عمان"}},
		{ID: "amman", Name: "عمّان", Type: corpus.TypeGeopolitical},
		{ID: "bank", Name: "البنك", Type: corpus.TypeFacility, Aliases: []string{"المصرف"}},
		{ID: "bank", Name: "بنك آخر", Type: corpus.TypeFacility},
		{ID: "ministry", Name: "الوزارة", Type: corpus.TypeOrganisation, Aliases: []string{"المصرف"}},
		{ID: "none", Name: "سعيد", Type: corpus.TypeNone},
	}}
	c := newCast(d)
	for _, x := range []struct {
		name string
		kind corpus.EntityType
		want corpus.EntityID
	}{
		{"كريم النجار", corpus.TypePerson, "karim"},
		{"كَريم النجار", corpus.TypePerson, "karim"},
		{"النجار", corpus.TypePerson, ""}, // of two
		{"ابو علي", corpus.TypePerson, "karim"},
		{"عمان", corpus.TypeGeopolitical, "amman"}, // a name goes before an alias
		{"عمان", corpus.TypeOrganisation, "amman"},
		{"عمان", corpus.TypePerson, ""},
		{"المصرف", corpus.TypeOrganisation, "ministry"}, // of two, that of its type
		{"المصرف", corpus.TypeMisc, ""},
		{"بنك آخر", corpus.TypeFacility, ""}, // its id is taken
		{"سعيد", corpus.TypePerson, "none"},
		{"غريب", corpus.TypePerson, ""},
	} {
		got := corpus.EntityID("")
		if e := c.meant(corpus.Name{Name: x.name, Type: x.kind}); e != nil {
			got = e.ID
		}
		if got != x.want {
			t.Errorf("meant(%s %q) = %q, want %q", x.kind, x.name, got, x.want)
		}
	}
	if _, _, ok := c.who(corpus.Name{Name: "سعيد", Type: corpus.TypePerson}); ok {
		t.Error("who(the one taken out) is shown")
	}
	if got := len(c.people); got != 6 {
		t.Errorf("%d entities have a page, want 6", got)
	}
}
