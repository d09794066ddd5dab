package markdown

import (
	"slices"
	"sort"
	"strings"

	"mojaz/internal/corpus"
)

// saying is a line that quotes a passage: words of ours, then the passage in
// guillemets, then a citation of its paragraph.
//
//	**خلاف**: «كان مقررًا نهاية العام» [إرم نيوز، ¶1](briefings/002.md#p1)
type saying struct {
	head    string // the words before the passage, without their colon
	passage corpus.Passage
	line    located
	at      int     // of the passage's words in line.text
	link    located // the line of the citation: in a table, another cell
	mark    int     // of the citation in link.text
	// straight says that the citation leads to the right folder.
	straight bool
}

// lineWriter makes a line of plain text and Markdown of our own.
type lineWriter struct{ tokens []token }

// mark adds Markdown of our own.
func (w *lineWriter) mark(s string) *lineWriter {
	if s != "" {
		w.tokens = append(w.tokens, token{mark: s})
	}
	return w
}

// text adds plain text.
func (w *lineWriter) text(s string) *lineWriter {
	w.tokens = append(w.tokens, tokensOf(flat(s))...)
	return w
}

// head adds plain text in which no guillemet opens, so that the first one after
// it opens the passage.
func (w *lineWriter) head(s string) *lineWriter {
	for _, t := range tokensOf(s) {
		t.coded = t.r == '«'
		w.tokens = append(w.tokens, t)
	}
	return w
}

// strong adds a word of ours, in bold.
func (w *lineWriter) strong(word string) *lineWriter { return w.mark("**" + word + "**") }

// said adds a passage and its citation.
func (w *lineWriter) said(s shelf, p corpus.Passage) *lineWriter {
	w.mark("«").text(p.Text).mark("» [").text(s.label(p))
	return w.mark("](" + s.address(p) + ")")
}

func (w *lineWriter) String() string { return newEscaper(w.tokens, true).String() }

// cites is a citation in a line that has been read.
type cites struct {
	mark     corpus.Mark
	doc      corpus.DocID
	id       string
	straight bool
}

// readSaying reads a joined line as a saying; ok is false when it cites nothing.
// headed says that words of ours may stand before the passage: with guillemets
// they end where the first one opens, else at the first colon.
func (s shelf) readSaying(l located, headed bool) (said saying, ok bool) {
	l.passage = readLine(l.source)
	said.line, said.link = l, l
	links := s.citations(l)
	if len(links) == 0 {
		return said, false
	}
	first := links[0]
	said.passage.Doc, said.passage.Cite = first.doc, first.id
	said.mark, said.straight = first.mark.Start, first.straight
	words := trimmed(l.text, corpus.Span{End: first.mark.Start})
	if open := s.opening(l, words, headed); open > 0 {
		said.head = strings.Trim(l.text[:open], blanks)
		said.head = strings.TrimRight(strings.TrimSuffix(said.head, ":"), blanks)
		words.Start = open
		words = trimmed(l.text, words)
	}
	words = unquoted(l.text, words)
	said.passage.Text, said.at = words.Of(l.text), words.Start
	return said, true
}

// opening gives the byte of the text at which the passage begins, its mark
// included; 0 when nothing stands before it.
func (s shelf) opening(l located, words corpus.Span, headed bool) int {
	if !headed {
		return 0
	}
	if raw := strings.Index(l.source, "«"); raw >= 0 {
		if at := l.textAt(raw); at < words.End {
			return at
		}
	}
	if i := strings.IndexByte(words.Of(l.text), ':'); i >= 0 {
		return words.Start + i + 1
	}
	return 0
}

// textAt gives the byte of the text that was read from a byte of the line: the
// way back of place.
func (p *passage) textAt(source int) int {
	i := sort.Search(len(p.steps), func(i int) bool { return p.steps[i].source > source }) - 1
	if i < 0 {
		return 0
	}
	return min(p.steps[i].text+source-p.steps[i].source, len(p.text))
}

// marksOfQuotation are the pairs that may stand around a passage.
var marksOfQuotation = [][2]string{{"«", "»"}, {"“", "”"}, {`"`, `"`}}

// unquoted leaves one pair of quotation marks out of s.
func unquoted(text string, s corpus.Span) corpus.Span {
	words := s.Of(text)
	for _, pair := range marksOfQuotation {
		if len(words) >= len(pair[0])+len(pair[1]) && strings.HasPrefix(words, pair[0]) && strings.HasSuffix(words, pair[1]) {
			return corpus.Span{Start: s.Start + len(pair[0]), End: s.End - len(pair[1])}
		}
	}
	return s
}

// citations gives the citations of a line that stand at its end, with nothing
// but blanks and punctuation after and between them.
func (s shelf) citations(l located) []cites {
	var out []cites
	end := len(l.text)
	for _, m := range slices.Backward(l.marks) {
		if m.Kind != corpus.MarkLink || m.End > end {
			continue
		}
		doc, id, straight, ok := s.leads(m.URL)
		if !ok || strings.ContainsFunc(l.text[m.End:end], inkOfWord) {
			break
		}
		out = append(out, cites{m, doc, id, straight})
		end = m.Start
	}
	slices.Reverse(out)
	return out
}
