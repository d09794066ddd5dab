package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
)

// checkSection reports the citations in an editor's own section that lead to no
// paragraph, the wikilinks that name nobody, and the links and images that are
// shown as their words because they lead where no link of the site may.
func (f *File) checkSection(p part) {
	md := f.source.text[p.body.Start:p.body.End]
	quiet := newSource("", []byte(md)) // what it reports has been reported
	root := parseSection([]byte(quiet.tame(0)))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			f.checkLink(n, p.body.Start)
		}
		return ast.WalkContinue, nil
	})
}

// checkLink checks one node of a section that begins at byte start.
func (f *File) checkLink(n ast.Node, start int) {
	if w, ok := n.(*wikilink); ok {
		f.knows(w.name, start+max(n.Pos(), 0))
		return
	}
	link, ok := n.(*ast.Link)
	if !ok {
		return
	}
	url := unescape(string(link.Destination))
	at := start + max(n.Pos(), 0)
	if !safeURL(url) {
		f.source.report(corpus.Warning, at, fmt.Sprintf("a link may not lead to %q", url), linkHint)
		return
	}
	if id, ok := strings.CutPrefix(url, "#"); ok && numbered.MatchString(id) && !f.has(id) {
		f.source.report(corpus.Fault, at, fmt.Sprintf("there is no paragraph ¶%s", id[1:]), "cite one that is there, [¶12](#p12)")
	}
}
