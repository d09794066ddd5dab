package build

import (
	"cmp"
	"context"
	"slices"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
	"mojaz/internal/phase"
	"mojaz/internal/summarize"
)

// relate reads each dossier as a whole: dossiers in parallel, one alone in the
// order in which one finding helps the next.
func (r *run) relate(ctx context.Context, read reading) ([]corpus.Affair, error) {
	guides := map[string][]corpus.Guide{}
	out := affairs(read)
	step := r.step("relate", len(out))
	err := parallel(ctx, len(out), func(i int) error {
		relateOne(&out[i], guides[out[i].Dossier], r.config.AsOf)
		step()
		return nil
	})
	return out, err
}

// relateOne finds all that the documents of an affair say together. Here each
// field is assigned, and nowhere else.
func relateOne(a *corpus.Affair, guides []corpus.Guide, asOf string) {
	a.AsOf = cmp.Or(asOf, newest(a.Documents))
	a.Cast = corpus.NewCast(crossref.Entities(*a, guides))
	a.Assertions = crossref.Assertions(*a)
	a.Relations = crossref.Relations(*a)
	a.Phases = phase.Map(*a)
	a.Points = summarize.KeyPoints(*a)
}

// affairs groups documents by dossier, in the order of the folders.
func affairs(read reading) []corpus.Affair {
	out := make([]corpus.Affair, len(read.folders))
	at := map[string]int{}
	for i, f := range read.folders {
		out[i].Dossier, at[f.Name] = f.Name, i
	}
	for _, doc := range read.documents {
		a := &out[at[doc.Dossier]]
		a.Documents = append(a.Documents, doc)
	}
	for i := range out {
		slices.SortStableFunc(out[i].Documents, func(a, b corpus.Document) int {
			return cmp.Or(cmp.Compare(a.Meta.Published, b.Meta.Published), cmp.Compare(a.ID, b.ID))
		})
	}
	return out
}

// newest gives the latest date of publication, "" if no document has one.
func newest(docs []corpus.Document) string {
	latest := ""
	for _, doc := range docs {
		if p := doc.Meta.Published; p != "" && (latest == "" || calendar.Compare(p, latest) > 0) {
			latest = p
		}
	}
	return latest
}
