package search

import "strings"

// manifest is the first file of an index, "index.js": what a browser must know
// before it can look anything up.
type manifest struct {
	Version   string
	Documents int
	Length    int      // of a document in the mean, in words
	Lengths   string   // of each document, see lengthDigit
	Terms     []string // how the first term of each file of terms begins
	Texts     []int    // how many documents each file of texts holds
	Names     []string // the first key of each file of names
	Units     *prefixCode
	Pieces    *prefixCode
	*lists
}

// file writes the manifest as one object. Lists of words are joined by blanks:
// no word has one.
func (m manifest) file() File {
	join := func(words []string) string { return strings.Join(words, " ") }
	var same []string
	for _, p := range m.same {
		same = append(same, p.from, p.to)
	}
	return script("index", map[string]any{
		"version": m.Version, "documents": m.Documents, "length": m.Length, "lengths": m.Lengths,
		"terms": join(m.Terms), "texts": m.Texts, "names": join(m.Names),
		"units": frontCoded(m.Units.symbols), "unitCodes": m.Units.lengths,
		"pieces": strings.Join(m.Pieces.symbols, "\n"), "pieceCodes": m.Pieces.lengths,
		"waw": join(m.waw), "lam": join(m.lam), "same": join(same), "stop": join(m.stop),
	})
}

// frontCoded joins words, each as what it adds to the one before it.
func frontCoded(words []string) string {
	out := make([]string, len(words))
	last := ""
	for i, w := range words {
		out[i] = after(last, w)
		last = w
	}
	return strings.Join(out, " ")
}
