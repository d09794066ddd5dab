package search

import (
	"hash/fnv"
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
	termBytes = 6500
	textBytes = 6100
	nameBytes = 48 << 10
	mostTexts = 4000
)

// Build gives the files of the index over the documents of parts. The same parts
// give the same bytes. Without documents there is an index that finds nothing.
func Build(parts []Part, opt Options) []File {
	if opt.TermBytes == 0 {
		opt.TermBytes = termBytes
	}
	in := newIntake()
	for i := range parts {
		in.take(&parts[i])
	}
	lists := in.sorted()
	v := in.vocabulary(in.spelled(lists))
	terms := in.termFiles(lists, v.pieces, opt.TermBytes)
	texts := textFiles(in.kept, v, opt.TextBytes)
	names := in.names.files()
	files := append(append(terms.files, texts.files...), names.files...)
	return append(files, manifest{
		Version: version(files), Documents: in.docs, Length: in.average(), Lengths: string(in.lengths),
		Terms: terms.firsts, Texts: texts.counts, Names: names.firsts, Units: v.units, Pieces: v.pieces,
		lists: shipped(),
	}.file())
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
