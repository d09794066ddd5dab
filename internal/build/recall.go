package build

import (
	"bytes"
	"encoding/gob"

	"mojaz/internal/cache"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// spare is how much of the cache may be taken by what the last build did not
// use: what other branches of the same sources, and other dossiers, will ask
// for again.
const spare = 64 << 20

// openCache opens the store of earlier results. Nothing is kept by a program
// that cannot tell itself from another.
func openCache(dir string) *cache.Store {
	if dir == "" || cache.Program() == "" {
		return nil
	}
	return cache.Open(dir)
}

// sweepCache leaves in the cache what will be of use. It is the last thing that a
// build does, for what it reports must not be part of the site.
func (r *run) sweepCache() {
	if err := r.cache.Sweep(spare); err != nil {
		r.note([]corpus.Problem{{
			Severity: corpus.Note, Path: r.opt.Cache,
			Message: wording.Of("what was worked out cannot all be kept for the next build: %v", err),
			Hint:    "the build is not harmed; make room there, or name another folder with --cache",
		}})
	}
}

// cleaned and annotated are what reading finds in one document, in two parts,
// for the site needs the first alone.
type (
	cleaned struct {
		Text     string
		Origin   corpus.Origin
		Lines    []corpus.Line
		Meta     corpus.Meta
		Problems []corpus.Problem
	}
	annotated struct {
		Blocks     []corpus.Block
		Dates      []corpus.Date
		Mentions   []corpus.Mention
		Statements []corpus.Statement
		Figures    []corpus.Figure
		Claims     []corpus.Claim
		Points     []corpus.Point
		Problems   []corpus.Problem
	}
)

// readCached is cleanOne, and annotateOne if deep, from the cache where it can
// be.
func (r *run) readCached(doc *corpus.Document, lexicon []corpus.Entry, deep bool) []corpus.Problem {
	if r.cache == nil {
		return readFresh(doc, lexicon, deep)
	}
	first, second := readingKeys(doc.Source, lexicon)
	r.recalling(first, second)
	var c cleaned
	if r.recall(first, &c) {
		doc.Text, doc.Origin, doc.Lines, doc.Meta = c.Text, c.Origin, c.Lines, c.Meta
	} else {
		c.Problems = cleanOne(doc)
		c.Text, c.Origin, c.Lines, c.Meta = doc.Text, doc.Origin, doc.Lines, doc.Meta
		r.remember(first, &c)
	}
	var a annotated
	switch {
	case !deep:
	case r.recall(second, &a):
		doc.Blocks, doc.Dates, doc.Mentions, doc.Statements = a.Blocks, a.Dates, a.Mentions, a.Statements
		doc.Figures, doc.Claims, doc.Points = a.Figures, a.Claims, a.Points
	default:
		a.Problems = annotateOne(doc, lexicon)
		r.remember(second, &annotated{doc.Blocks, doc.Dates, doc.Mentions, doc.Statements, doc.Figures, doc.Claims, doc.Points, a.Problems})
	}
	return append(c.Problems, a.Problems...)
}

// recalling notes what is asked for to read the documents.
func (r *run) recalling(keys ...cache.Key) {
	r.keysMu.Lock()
	defer r.keysMu.Unlock()
	r.keys = append(r.keys, keys...)
}

// readFresh reads a document without the cache.
func readFresh(doc *corpus.Document, lexicon []corpus.Entry, deep bool) []corpus.Problem {
	if deep {
		return readOne(doc, lexicon)
	}
	return cleanOne(doc)
}

// readingKeys names the two parts of what reading finds in a source. They hold
// all of the source, for cleaning is given all of it: its name stands in
// problems, and Raw is not a function of the bytes alone where a tool of the
// system reads them.
func readingKeys(s corpus.Source, lexicon []corpus.Entry) (first, second cache.Key) {
	first = cache.KeyOf("clean", cache.Program(), string(s.ID), s.Dossier, s.Path, string(s.Kind), s.Encoding, s.SHA256, s.Raw)
	parts := []string{"annotate", string(first[:])}
	for _, e := range lexicon {
		parts = append(parts, "name", e.Name, string(e.Type))
		parts = append(parts, e.Aliases...)
	}
	return first, cache.KeyOf(parts...)
}

// recall fills value, a pointer, from the cache. What is kept there but cannot
// be decoded is no value; it may have filled some of it.
func (r *run) recall(k cache.Key, value any) bool {
	b, ok := r.cache.Get(k)
	return ok && gob.NewDecoder(bytes.NewReader(b)).Decode(value) == nil
}

// remember keeps a value, a pointer, in the cache.
func (r *run) remember(k cache.Key, value any) { r.rememberUnder(value, k) }

// rememberUnder keeps a value, a pointer, under each of some keys.
func (r *run) rememberUnder(value any, keys ...cache.Key) {
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(value) != nil {
		return // it is of a kind that cannot be kept
	}
	for _, k := range keys {
		r.cache.Put(k, b.Bytes())
	}
}
