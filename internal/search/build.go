package search

import (
	"hash/fnv"
	"iter"
	"strconv"
)

// Options size the files of an index. The zero value is right for a website.
type Options struct {
	// TermBytes and TextBytes are how large a file of terms and one of texts
	// should grow, before compression; 0 chooses.
	TermBytes, TextBytes int
}

// The sizes that Options choose: files small enough for a phone, and few enough
// for hosts that count them. Above mostTexts files, files grow instead.
const (
	termBytes = 13 << 10
	textBytes = 8 << 10
	nameBytes = 48 << 10
	mostTexts = 4000
)

// Build gives the files of the index over documents, which it walks twice: the
// second walk must give the same documents again. The same documents give the
// same bytes. Without documents there is an index that finds nothing.
func Build(docs iter.Seq[Document], opt Options) []File {
	if opt.TermBytes == 0 {
		opt.TermBytes = termBytes
	}
	p, n := newPostings(), newNames()
	total := 0
	for d := range docs {
		p.add(d)
		n.add(d)
		total += d.size()
	}
	if opt.TextBytes == 0 {
		opt.TextBytes = max(textBytes, total/mostTexts)
	}
	v := newVocabulary(p.forms)
	terms := p.files(opt.TermBytes)
	texts := newTexts(v, opt.TextBytes)
	for d := range docs {
		texts.add(d)
	}
	names := n.files()
	files := append(append(terms.files, texts.close()...), names.files...)
	return append(files, manifest{
		Version: version(files), Documents: p.docs, Length: p.average(), Lengths: string(p.lengths),
		Terms: terms.firsts, Texts: texts.counts, Names: names.firsts, Vocabulary: v.words,
		lists: shipped(),
	}.file())
}

// size is about how many bytes the texts of d take up.
func (d Document) size() int {
	n := len(d.Title)
	for _, p := range d.Paragraphs {
		n += len(p.Text)
	}
	return n
}

// version tells one index from another, so that no browser puts old files to a
// new index.
func version(files []File) string {
	h := fnv.New64a()
	for _, f := range files {
		h.Write([]byte(f.Path))
		h.Write(f.Bytes)
	}
	return strconv.FormatUint(h.Sum64(), 36)
}
