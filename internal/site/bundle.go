package site

import (
	_ "embed"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

//go:embed data/context.jsonld
var bundleContext []byte

//go:embed data/bundle.txt
var bundleReadme []byte

// quoteAround is how many code points stand before and behind a quote of a bundle,
// so that a program can find it anew in a text that has changed.
const quoteAround = 32

// shade stands in a bundle for a letter that is withheld: one for each, so that
// positions stay as they are.
const shade = '\u2591'

// Bundle gives the sources of the dossiers with their annotations, for other tools:
// annotations.jsonl, which leads to the sources by relative addresses, the sources
// as far as their rights allow, a context for JSON-LD, and a page that explains
// them. in must be what [Allowed] gives.
func Bundle(in Input) []File {
	own := in
	own.Dossiers, own.Documents = slices.Clone(in.Dossiers), maps.Clone(in.Documents)
	files := []File{
		{"README.txt", bundleReadme},
		{"context.jsonld", bundleContext},
	}
	for i := range own.Dossiers {
		d := &own.Dossiers[i]
		d.Briefings = slices.Clone(d.Briefings)
		for j := range d.Briefings {
			b := &d.Briefings[j]
			doc, known := in.Documents[keyOf(b)]
			if !known {
				b.Source = bundleAddress(b.Source)
				continue
			}
			text := doc.Raw
			if limits(d, b) != "" {
				text = shaded(text)
			}
			files = append(files, File{bundlePath(doc.Path), []byte(text)})
			doc.Path = bundleAddress(doc.Path)
			own.Documents[keyOf(b)] = doc
		}
	}
	e := newExporter()
	e.context, e.beside = []string{annoContext, "context.jsonld"}, quoteAround
	e.input(own)
	return append(files, File{"annotations.jsonl", e.out.Bytes()})
}

// bundlePath gives the path of a source in a bundle. Whatever it was, it is plain
// text there: "seeds/a/b.html" is "sources/a/b.html.txt".
func bundlePath(source string) string {
	_, below, found := strings.Cut(source, "/")
	if !found {
		below = source
	}
	if path.Ext(below) != ".txt" {
		below += ".txt"
	}
	return "sources/" + below
}

func bundleAddress(source string) string { return (&url.URL{Path: bundlePath(source)}).String() }

// shaded gives a text with a shade for each withheld letter.
func shaded(text string) string {
	return strings.Map(func(r rune) rune {
		if withheld(r) {
			return shade
		}
		return r
	}, text)
}

// around gives so many letters as stand before and behind a place of the raw text.
func (e *exporter) around(at corpus.Span, n int) (before, behind string) {
	start, end := at.Start, at.End
	for range n {
		_, size := utf8.DecodeLastRuneInString(e.doc.Raw[:start])
		start -= size
		_, size = utf8.DecodeRuneInString(e.doc.Raw[end:])
		end += size
	}
	before, behind = e.doc.Raw[start:at.Start], e.doc.Raw[at.End:end]
	if e.limited {
		return shaded(before), shaded(behind)
	}
	return before, behind
}
