package score

import (
	"fmt"
	"io"
)

// Result is everything that scoring an export gives.
type Result struct {
	Docs         []*Sheet                  // in the order of their names
	Total        *Sheet                    // of all documents, and what spans them
	Confusion    map[string]map[string]int // gold entity type, predicted type
	Merged       []string                  // pairs of not_the_same that were merged
	NewRelations []string                  // predicted pairs that the gold does not have
	Dangling     []string                  // annotations whose quotation is not at their position
}

// Score reads an export and compares it with the gold. A line that is no
// annotation is an error; an annotation whose quotation does not stand at its
// position is only wrong.
func (c *Corpus) Score(export io.Reader) (*Result, error) {
	e, err := c.read(export)
	if err != nil {
		return nil, err
	}
	r := &Result{Total: &Sheet{Name: "total"}, Confusion: map[string]map[string]int{}}
	ms := matchMentions(c)
	for _, d := range c.Docs {
		s := &Sheet{Name: d.Source.Name}
		scoreBody(d, s)
		scoreMeta(d, s)
		scoreDates(d, s)
		scoreMentions(d, ms, s, r.Confusion)
		scoreStatements(d, ms, s)
		scoreFigures(d, s)
		scoreSummary(d, s)
		r.Docs = append(r.Docs, s)
		r.Total.merge(s)
	}
	scoreAcross(c, ms, r)
	scorePhases(c, r.Total)
	scoreRelations(c, e, r)
	for i, d := range c.Docs {
		scoreDangling(d.Anns, r.Docs[i])
	}
	r.Dangling = scoreDangling(e.Anns, r.Total)
	return r, nil
}

// scoreDangling counts and lists the annotations that are not anchored.
func scoreDangling(anns []*Ann, s *Sheet) []string {
	var bad []string
	for _, a := range anns {
		if !a.Anchored {
			bad = append(bad, fmt.Sprintf("%s %s in %q", a.Body.Type, a.ID, a.Source))
		}
	}
	s.faults("dangling", len(bad), len(anns))
	return bad
}
