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

// related is a dossier with what editors said of its cast.
type related struct {
	corpus.Affair // of the documents as editors corrected them
	guides        []corpus.Guide
	// read are the documents as they were read, in the order of
	// Affair.Documents.
	read        []corpus.Document
	corrections corrections
	// unguided is the cast as it would be if no editor had said anything.
	unguided []corpus.Entity[corpus.Ref]
}

// relate reads each dossier as a whole: dossiers in parallel, one alone in the
// order in which one finding helps the next.
func (r *run) relate(ctx context.Context, read reading) ([]related, error) {
	guides, err := r.guides()
	if err != nil {
		return nil, err
	}
	corrections, err := r.corrections(read.documents)
	if err != nil {
		return nil, err
	}
	out := make([]related, 0, len(read.folders))
	for _, a := range affairs(read) {
		asRead := a.Documents
		a.Documents = corrections.apply(asRead)
		out = append(out, related{Affair: a, guides: guides[a.Dossier], read: asRead, corrections: corrections})
	}
	step := r.step("relate", len(out))
	err = parallel(ctx, len(out), func(i int) error {
		out[i].unguided = relateOne(&out[i].Affair, out[i].guides, r.config.AsOf)
		step()
		return nil
	})
	return out, err
}

// relateOne finds all that the documents of an affair say together. Here each
// field is assigned, and nowhere else. It gives the cast as it is without
// guides.
func relateOne(a *corpus.Affair, guides []corpus.Guide, asOf string) []corpus.Entity[corpus.Ref] {
	a.AsOf = cmp.Or(asOf, newest(a.Documents))
	unguided := crossref.Entities(*a, nil)
	cast := unguided
	if len(guides) > 0 {
		cast = crossref.Entities(*a, guides)
	}
	a.Cast = corpus.NewCast(cast)
	a.Assertions = crossref.Assertions(*a)
	a.Relations = crossref.Relations(*a)
	a.Phases = phase.Map(*a)
	a.Points = summarize.KeyPoints(*a)
	return unguided
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
