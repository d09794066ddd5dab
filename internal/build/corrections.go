package build

import (
	"bytes"
	"path"
	"path/filepath"
	"slices"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/merge"
	"mojaz/internal/wording"
)

// corrections are the briefings that editors changed, by their paths: what they
// say of dates goes into relating. Briefings are written from what was read, so
// an edit stays one for ever; see [entityFiles].
type corrections map[string]correction

// correction is a briefing as the program wrote it last and as it is now.
type correction struct {
	base, now *markdown.File
	// The files themselves; of a conflict that is not solved, both sides.
	baseText, nowText string
}

// corrections reads the briefings that are not as the program wrote them last.
func (r *run) corrections(docs []corpus.Document) (corrections, error) {
	out := corrections{}
	for _, doc := range docs {
		name := briefingFile(doc.Dossier, doc.ID)
		now, there, err := readIfThere(filepath.Join(r.opt.Content, filepath.FromSlash(name)))
		if err != nil {
			return nil, wording.Errorf("%s: %w", name, err)
		}
		base, written, err := readIfThere(filepath.Join(r.opt.Content, generated, filepath.FromSlash(name)))
		if err != nil {
			return nil, wording.Errorf("%s: %w", name, err)
		}
		if there && written && !bytes.Equal(now, base) {
			side := []byte(merge.Edited(string(now)).Text)
			out[name] = correction{
				base: parseBriefing(doc, name, base), now: parseBriefing(doc, name, side),
				baseText: string(base), nowText: string(now),
			}
		}
	}
	return out, nil
}

// then gives the briefing as it will be once fresh, what the program writes now,
// is merged into it. Where its source changed, that is not what it is now.
func (c correction) then(doc corpus.Document, fresh []byte) *markdown.File {
	if len(merge.Edited(c.nowText).Conflicts) > 0 {
		return c.now // nothing is put in before they are solved
	}
	merged := merge.Three(c.baseText, c.nowText, string(fresh)).Text
	return parseBriefing(doc, briefingFile(doc.Dossier, doc.ID), []byte(merge.Edited(merged).Text))
}

// parseBriefing parses a file of the briefing of doc; its problems are reported
// when the site is made.
func parseBriefing(doc corpus.Document, name string, text []byte) *markdown.File {
	b, _ := markdown.Parse(path.Join("content", name), text)
	b.Dossier, b.ID = doc.Dossier, doc.ID
	return b
}

// apply gives documents as their editors corrected them: a date that was given
// another value has it, one that was taken out has none.
func (c corrections) apply(docs []corpus.Document) []corpus.Document {
	out := slices.Clone(docs)
	for i := range out {
		edit, ok := c[briefingFile(out[i].Dossier, out[i].ID)]
		if !ok {
			continue
		}
		gate := markdown.NewGate(docs[i : i+1])
		before, _ := toldDates(gate, edit.base)
		after, whole := toldDates(gate, edit.now)
		out[i].Dates = slices.Clone(out[i].Dates)
		for n, d := range out[i].Dates {
			was, known := before[d.Span]
			is := after[d.Span] // the zero Date if it was taken out
			inside := slices.ContainsFunc(whole, func(s corpus.Span) bool { return s.Contains(d.Span) })
			if known && inside && is != was {
				out[i].Dates[n].Value, out[i].Dates[n].Timex, out[i].Dates[n].Rel = is.Value, is.Timex, is.Rel
			}
		}
	}
	return out
}

// toldDates gives what a briefing says of dates, by their places in
// Document.Text, and the places of its paragraphs.
func toldDates(gate *markdown.Gate, b *markdown.File) (dates map[corpus.Span]corpus.Date, whole []corpus.Span) {
	dates = map[corpus.Span]corpus.Date{}
	anchors, _ := gate.Check(b)
	if anchors == nil {
		return dates, nil
	}
	for _, p := range b.Paragraphs {
		if at, ok := anchors.Text(p.ID, corpus.Span{End: len(p.Text)}); ok {
			whole = append(whole, at)
		}
		for _, d := range p.Dates {
			if at, ok := anchors.Text(p.ID, d.Span); ok {
				d.Span = at
				dates[at] = d
			}
		}
	}
	return dates, whole
}
