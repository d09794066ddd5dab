package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mojaz/internal/corpus"
)

// kindWikilink is the kind of a wikilink.
var kindWikilink = ast.NewNodeKind("Wikilink")

// wikilink is a place that names somebody or something: [[name|words]], or
// [[name]] where the words are the name. Its children are the words.
type wikilink struct {
	ast.BaseInline
	name string
}

func (w *wikilink) Kind() ast.NodeKind            { return kindWikilink }
func (w *wikilink) Dump(source []byte, level int) { ast.DumpHelper(w, source, level, nil, nil) }

// maxName bounds a name, in bytes.
const maxName = 400

// wikiHead reads the beginning of a wikilink at the start of a line: "[[name|"
// or, when whole, "[[name]]". name is its place in the line and n the length of
// what was read, 0 when no wikilink begins here. A name holds no bracket, so
// three brackets are one and a wikilink.
func wikiHead(line string) (name corpus.Span, n int, whole bool) {
	if !strings.HasPrefix(line, "[[") {
		return name, 0, false
	}
	end := strings.IndexAny(line[2:min(len(line), 2+maxName+1)], "[]|\\\n")
	if end < 0 {
		return name, 0, false
	}
	name = trimmed(line, corpus.Span{Start: 2, End: 2 + end})
	switch rest := line[2+end:]; {
	case !nameable(name.Of(line)):
	case rest[0] == '|':
		return name, 2 + end + 1, false
	case strings.HasPrefix(rest, "]]"):
		return name, 2 + end + 2, true
	}
	return name, 0, false
}

// nameable reports whether s can be a name: on one line, without brackets,
// strokes and backslashes, which no editor's program lets a wikilink have, and
// without characters that cannot be seen.
func nameable(s string) bool {
	return s != "" && len(s) <= maxName && s == oneLine(s) && utf8.ValidString(s) && !strings.ContainsFunc(s, unnameable)
}

func unnameable(r rune) bool { return strings.ContainsRune("[]|\\\x00", r) || hidden(r) }

// nameOf makes a name of a text, or "" when nothing of it can be one.
func nameOf(s string) string {
	s = oneLine(strings.Map(func(r rune) rune {
		if unnameable(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s))
	if nameable(s) {
		return s
	}
	return ""
}

// wiki opens a wikilink, or makes a whole one; nil when none begins here.
func (p brackets) wiki(block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	name, n, whole := wikiHead(util.BytesToReadOnlyString(line))
	at := text.NewSegment(segment.Start+name.Start, segment.Start+name.End)
	switch {
	case n == 0:
		return nil
	case whole:
		w := &wikilink{name: string(block.Value(at))}
		w.AppendChild(w, ast.NewRawTextSegment(at))
		w.SetPos(segment.Start)
		block.Advance(n)
		return w
	}
	return p.open(&openBracket{segment: segment.WithStop(segment.Start + n), name: string(block.Value(at))}, block, pc)
}

// closeWiki makes a wikilink of what stands between an open one and the closing
// bracket at which the reader is. Two of them close it; at a single one, it was
// none.
func (p brackets) closeWiki(w wrapping, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); len(line) < 2 || line[1] != ']' {
		ast.MergeOrReplaceTextSegment(w.last.Parent(), w.last, w.last.segment)
		return nil
	}
	block.Advance(2)
	return p.wrap(&wikilink{name: w.last.name}, w, pc)
}

// formatWikilink writes a wikilink with the words that are given, or without
// when the name says the same.
func formatWikilink(name, words string) string {
	if words == "" {
		return "[[" + name + "]]"
	}
	return "[[" + name + "|" + words + "]]"
}
