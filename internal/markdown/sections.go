package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// checkSection reports the citations in an editor's own section of a briefing
// that lead to no paragraph, the wikilinks that name nobody, and the links that
// may not be.
func (f *File) checkSection(p part) {
	links := f.source.sectionLinks(p)
	f.linked = append(f.linked, links...)
	for _, l := range links {
		if l.name != "" {
			f.knows(l.name, l.at)
		} else if id, ok := strings.CutPrefix(l.url, "#"); ok && numbered.MatchString(id) && !f.has(id) {
			f.source.report(corpus.Fault, l.at, wording.Of("there is no paragraph ¶%s", id[1:]), "cite one that is there, [¶12](#p12)")
		}
	}
}

// sectionLink is a link in an editor's own section, at a byte of the file: a
// wikilink to a name, or a link to an address.
type sectionLink struct {
	name, url string
	at        int
}

// sectionLinks gives the links in a section, and reports those that are shown as
// their words because they lead where no link of the site may.
func (s *source) sectionLinks(p part) (out []sectionLink) {
	quiet := newSource("", []byte(p.body.Of(s.text))) // what it reports has been reported
	root := parseSection([]byte(quiet.tame(0)))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		at := p.body.Start + max(n.Pos(), 0)
		switch n := n.(type) {
		case *wikilink:
			if entering {
				out = append(out, sectionLink{name: n.name, at: at})
			}
		case *ast.Link:
			if url := unescape(string(n.Destination)); entering && !safeURL(url) {
				s.report(corpus.Warning, at, wording.Of("a link may not lead to %q", url), linkHint)
			} else if entering {
				out = append(out, sectionLink{url: url, at: at})
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}
