package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mojaz/internal/corpus"
)

// sectionMarkdown reads and renders an editor's section: CommonMark and tables,
// spans, and citations; no raw HTML and nothing from outside.
var sectionMarkdown = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithInlineParsers(util.Prioritized(counted{extension.NewStrikethroughParser()}, 500)),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithAutoHeadingID(),
	)),
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(
		util.Prioritized(safeRenderer{}, 100),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
	)),
)

// HTML renders an editor's section. Raw HTML in it comes out as text, a link to
// anything but http, https, mailto or a relative address as its words, and an
// image as a link to it. Headings have ids that keep Arabic letters and end in a
// hash of the section, so that those of several sections on one page differ and
// no caller has to number them; the price is that an edit of a section changes
// its ids. A link to the heading's part alone, #الأثر, finds it all the same. The
// result is safe to stand in a page as it is.
func HTML(markdown string) string {
	s := newSource("", []byte(markdown))
	src := []byte(s.tame(0))
	root := parseSection(src)
	var out bytes.Buffer
	if err := sectionMarkdown.Renderer().Render(&out, src, root); err != nil {
		return "<pre>" + string(util.EscapeHTML(src)) + "</pre>\n" // a buffer does not fail
	}
	return out.String()
}

// parseSection parses the Markdown of a section.
func parseSection(src []byte) ast.Node {
	ids := &headingIDs{suffix: fmt.Sprintf("-%06x", hashOf(string(src))>>8), used: map[string]int{}}
	root := sectionMarkdown.Parser().Parse(text.NewReader(src), parser.WithContext(parser.NewContext(parser.WithIDs(ids))))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering {
			link.Destination = ids.resolve(link.Destination)
		}
		return ast.WalkContinue, nil
	})
	return root
}

// counted bounds the delimiters of an inline parser of goldmark's.
type counted struct{ parser.InlineParser }

func (c counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if !count(pc) {
		return nil
	}
	return c.InlineParser.Parse(parent, block, pc)
}

// safeRenderer renders what could lead out of the page, and our own nodes.
type safeRenderer struct{}

func (r safeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, r.link)
	reg.Register(ast.KindImage, r.image)
	reg.Register(ast.KindAutoLink, r.autoLink)
	reg.Register(kindSpan, r.span)
	reg.Register(kindWikilink, r.words)
}

// words renders what stands inside a node and nothing for the node: the pages
// of names are not the section's to know.
func (safeRenderer) words(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkContinue, nil
}

func (r safeRenderer) link(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	return r.anchor(w, unescape(string(n.(*ast.Link).Destination)), entering)
}

// image renders an image as a link to it: nothing is fetched from outside.
func (r safeRenderer) image(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if inLink(n) {
		return ast.WalkContinue, nil
	}
	return r.anchor(w, unescape(string(n.(*ast.Image).Destination)), entering)
}

// inLink reports whether n stands in a link or an image, where there can be no
// other link.
func inLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink || p.Kind() == ast.KindImage {
			return true
		}
	}
	return false
}

func (r safeRenderer) autoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := n.(*ast.AutoLink)
	url := string(link.URL(source))
	if link.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		url = "mailto:" + url
	}
	linked := !inLink(n)
	if linked {
		_, _ = r.anchor(w, url, true)
	}
	_, _ = w.Write(util.EscapeHTML(link.Label(source)))
	if linked {
		_, _ = r.anchor(w, url, false)
	}
	return ast.WalkContinue, nil
}

// anchor opens or closes the element of a link, or writes nothing when it may
// not lead where it does. A citation is of class cite.
func (safeRenderer) anchor(w util.BufWriter, url string, entering bool) (ast.WalkStatus, error) {
	switch {
	case !safeURL(url):
	case !entering:
		_, _ = w.WriteString("</a>")
	default:
		_, _ = w.WriteString(`<a`)
		if numbered.MatchString(strings.TrimPrefix(url, "#")) {
			_, _ = w.WriteString(` class="cite"`)
		}
		_, _ = w.WriteString(` href="`)
		_, _ = w.Write(util.EscapeHTML(util.URLEscape([]byte(url), false)))
		_, _ = w.WriteString(`">`)
	}
	return ast.WalkContinue, nil
}

// span renders a span of class .strong, .emphasis or .code as that element. Of
// a date only its words are shown: the site's own pages say more of theirs.
func (safeRenderer) span(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	for _, class := range n.(*span).attributes.classes {
		tag := map[corpus.MarkKind]string{corpus.MarkStrong: "strong", corpus.MarkEmphasis: "em", corpus.MarkCode: "code"}[corpus.MarkKind(class)]
		if tag == "" {
			continue
		}
		if !entering {
			tag = "/" + tag
		}
		_, _ = w.WriteString("<" + tag + ">")
		break // a second class would have to close first
	}
	return ast.WalkContinue, nil
}
