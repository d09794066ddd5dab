package clean

import (
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// The library that looks for the article builds trees, copies them and
// recurses. Past these bounds it is not asked.
const (
	askDepth = 200
	askTags  = 20_000
	askBytes = 2 << 20
)

// judge sets the verdict of each line's hint: whether go-trafilatura counts it
// to the article. It leaves them unasked when the page is past the bounds or
// the library finds next to nothing.
func (p *page) judge(lines []line) {
	if p.deepest > askDepth || p.tags > askTags || len(p.raw) > askBytes {
		return
	}
	found := extract(p.raw)
	in, ink := make([]bool, len(lines)), 0
	for i := range lines {
		if in[i] = found.holds(lines[i].words); in[i] {
			ink += len(lines[i].words)
		}
	}
	if ink < minArticle {
		return
	}
	for i := range lines {
		lines[i].hint.article = outside
		if in[i] {
			lines[i].hint.article = inside
		}
	}
}

// minArticle is the number of words below which the library's find counts as
// nothing.
const minArticle = 25

// shingles is a set of runs of three words, and of whole short paragraphs.
type shingles map[string]bool

// extract asks the library for the article's text.
func extract(raw string) (found shingles) {
	found = shingles{}
	defer func() { _ = recover() }() // a page can make it fail; then it found nothing
	res, err := trafilatura.Extract(strings.NewReader(raw), trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || res == nil || res.ContentNode == nil {
		return found
	}
	var b strings.Builder
	writeText(&b, res.ContentNode, 0)
	for para := range strings.SplitSeq(b.String(), "\n") {
		found.add(wordsOf(para))
	}
	return found
}

// writeText writes the text below n, a line for each element that parts lines.
func writeText(b *strings.Builder, n *html.Node, depth int) {
	if depth > 2*askDepth {
		return
	}
	if n.Type == html.TextNode {
		b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeText(b, c, depth+1)
	}
	if n.Type == html.ElementNode && (parting(n.DataAtom) > 0 || n.Data == "br") {
		b.WriteByte('\n')
	}
}

func (s shingles) add(words []string) {
	if len(words) < shingle {
		s[strings.Join(words, " ")] = true
	}
	for i := 0; i+shingle <= len(words); i++ {
		s[strings.Join(words[i:i+shingle], " ")] = true
	}
}

// shingle is the number of words in a run.
const shingle = 3

// holds reports whether nearly all of the runs of words are in the set.
func (s shingles) holds(words []string) bool {
	if len(words) < shingle {
		return len(words) > 0 && s[strings.Join(words, " ")]
	}
	n := 0
	for i := 0; i+shingle <= len(words); i++ {
		n += b2i(s[strings.Join(words[i:i+shingle], " ")])
	}
	return float64(n) >= 0.8*float64(len(words)-shingle+1)
}
