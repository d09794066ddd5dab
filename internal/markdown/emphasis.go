package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxDelimiters bounds the marks of emphasis in one paragraph; one more is a
// character. Matching them takes quadratic time in the worst case.
const maxDelimiters = 500

// emphasis parses *emphasis* and **strong** as CommonMark does, with one
// difference: punctuation beyond ASCII counts as letters. CommonMark does not
// see «و**«القوات»**» as strong, because a mark between a letter and a quotation
// mark leans outward, and Arabic writes conjunctions onto the word after them.
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*', '_'} }

func (emphasis) IsDelimiter(c byte) bool { return c == '*' || c == '_' }

func (emphasis) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasis) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }

func (p emphasis) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	after := ' '
	if n < len(line) {
		after, _ = utf8.DecodeRune(line[n:])
	}
	segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	if !count(pc) {
		return ast.NewTextSegment(segment)
	}
	opens, closes := lean(line[0], before, after)
	d := parser.NewDelimiter(opens, closes, n, line[0], p)
	d.Segment = segment
	pc.PushDelimiter(d)
	return d
}

// lean says whether a run of c between two characters can open and close.
func lean(c byte, before, after rune) (opens, closes bool) {
	left := !util.IsSpaceRune(after) && (!punct(after) || util.IsSpaceRune(before) || punct(before))
	right := !util.IsSpaceRune(before) && (!punct(before) || util.IsSpaceRune(after) || punct(after))
	if c == '_' {
		return left && (!right || punct(before)), right && (!left || punct(after))
	}
	return left, right
}

// punct reports whether r is punctuation of ASCII.
func punct(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

var delimiterKey = parser.NewContextKey()

// count counts one more delimiter of the block being parsed, and reports
// whether there may be so many.
func count(pc parser.Context) bool {
	n, _ := pc.Get(delimiterKey).(int)
	pc.Set(delimiterKey, n+1)
	return n < maxDelimiters
}

// CloseBlock starts the count again.
func (emphasis) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) { pc.Set(delimiterKey, 0) }
