package markdown

import (
	"slices"

	"mojaz/internal/corpus"
)

// telling gives the place that a place becomes; ok is false when it has none.
// With it the functions below turn records from places of one kind into records
// of another, and leave out what loses what it rests on.
type telling[A, B any] func(A) (at B, ok bool)

// all tells places, without those that have none.
func (tell telling[A, B]) all(places []A) []B {
	var out []B
	for _, p := range places {
		if at, ok := tell(p); ok {
			out = append(out, at)
		}
	}
	return out
}

// relations tells relations, without those of which a passage has no place.
func (tell telling[A, B]) relations(in []corpus.Relation[A]) []corpus.Relation[B] {
	var out []corpus.Relation[B]
	for _, r := range in {
		a, here := tell(r.A)
		b, there := tell(r.B)
		if here && there {
			out = append(out, corpus.Relation[B]{Kind: r.Kind, A: a, B: b, About: oneLine(r.About), Rule: r.Rule})
		}
	}
	return out
}

// phases tells phases, without those that keep no evidence.
func (tell telling[A, B]) phases(in []corpus.Phase[A]) []corpus.Phase[B] {
	var out []corpus.Phase[B]
	for _, p := range in {
		told := corpus.Phase[B]{
			ID: p.ID, Label: oneLine(p.Label), Start: p.Start, End: p.End,
			StartInferred: p.StartInferred, EndInferred: p.EndInferred, Kind: p.Kind, Pinned: p.Pinned,
		}
		for _, s := range p.Evidence {
			if at, ok := tell(s.At); ok {
				told.Evidence = append(told.Evidence, corpus.Stand[B]{At: at, Status: s.Status, When: s.When, Speaker: oneLine(s.Speaker)})
			}
		}
		for _, d := range p.Disputes {
			if d := tell.dispute(d); len(d.Sides) > 1 {
				told.Disputes = append(told.Disputes, d)
			}
		}
		if len(told.Evidence) > 0 {
			out = append(out, told)
		}
	}
	return out
}

func (tell telling[A, B]) dispute(d corpus.Dispute[A]) corpus.Dispute[B] {
	told := corpus.Dispute[B]{About: d.About}
	for _, s := range d.Sides {
		if at, ok := tell(s.At); ok {
			told.Sides = append(told.Sides, corpus.Side[B]{At: at, Value: oneLine(s.Value)})
		}
	}
	return told
}

// points tells key points, without disagreements that nothing is left to stand
// against.
func (tell telling[A, B]) points(in []corpus.KeyPoint[A]) []corpus.KeyPoint[B] {
	var out []corpus.KeyPoint[B]
	for _, p := range in {
		at, ok := tell(p.At)
		told := corpus.KeyPoint[B]{Kind: p.Kind, At: at, Support: tell.all(p.Support), Against: tell.all(p.Against), Phase: p.Phase}
		if ok && (p.Kind != corpus.PointDispute || len(told.Against) > 0) {
			out = append(out, told)
		}
	}
	return out
}

// entities tells entities: what loses its place is left out of them, and what of
// their names no wikilink can hold.
func (tell telling[A, B]) entities(in []corpus.Entity[A]) []corpus.Entity[B] {
	var out []corpus.Entity[B]
	for _, e := range in {
		told := corpus.Entity[B]{ID: e.ID, Name: nameOf(e.Name), Type: e.Type}
		told.Aliases = nameList(e.Aliases, told.Name)
		told.Distinct = nameList(e.Distinct, told.Name)
		for _, t := range e.Tenures {
			if at, ok := tell(t.At); ok {
				told.Tenures = append(told.Tenures, corpus.Tenure[B]{Role: oneLine(t.Role), First: t.First, Last: t.Last, At: at})
			}
		}
		if e.Line != nil {
			if at, ok := tell(*e.Line); ok {
				told.Line = &at
			}
		}
		if told.Name != "" {
			out = append(out, told)
		}
	}
	return out
}

// nameList makes names of texts: each once, in order, without own.
func nameList(texts []string, own string) []string {
	var out []string
	seen := map[string]bool{"": true, own: true}
	for _, s := range texts {
		if n := nameOf(s); !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return slices.Clip(out)
}
