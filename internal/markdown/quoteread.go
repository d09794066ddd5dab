package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// quoteHint shows the form of a statement.
const quoteHint = "write > and the words, a blank line, and — [[name]]، verb (مباشر) [¶12](#p12)"

// readQuotes reads the section التصريحات: block quotes, each with a line after
// it that begins with a dash and says who speaks.
func (f *File) readQuotes(p part) {
	for blocks := p.blocks; len(blocks) > 0; blocks = blocks[1:] {
		quote, ok := blocks[0].(*ast.Blockquote)
		if !ok {
			f.straySpeaker(blocks[0])
			continue
		}
		words := f.inside(quote)
		var by *located
		if len(blocks) > 1 {
			by = f.speakerLine(blocks[1])
		}
		if by != nil {
			blocks = blocks[1:]
		} else {
			words, by = cutSpeaker(words)
		}
		f.addQuote(words, by, quote)
	}
}

// straySpeaker reports a block that follows no quotation.
func (f *File) straySpeaker(n ast.Node) {
	message := wording.Text("only statements can stand in " + titleQuotes)
	if f.speakerLine(n) != nil {
		message = "a speaker without a statement"
	}
	f.source.report(corpus.Warning, max(n.Pos(), 0), message, quoteHint)
}

// speakerLine gives the line of a block that says who speaks, nil if it is
// none.
func (f *File) speakerLine(n ast.Node) *located {
	p, ok := n.(*ast.Paragraph)
	if !ok {
		return nil
	}
	if l := f.source.join(p); dashed(l.source) {
		return &l
	}
	return nil
}

// dashed reports whether a line begins with a dash, which no list does.
func dashed(line string) bool {
	return strings.HasPrefix(line, "—") || strings.HasPrefix(line, "–") || strings.HasPrefix(line, "―")
}

// inside gives the passages inside a block.
func (f *File) inside(n ast.Node) (words []located) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock:
			words = append(words, f.source.join(c))
		default:
			words = append(words, f.inside(c)...)
		}
	}
	return words
}

// cutSpeaker takes the line that says who speaks off the end of a quotation,
// where an editor left out the blank line before it.
func cutSpeaker(words []located) (_ []located, by *located) {
	if len(words) == 0 {
		return words, nil
	}
	last := words[len(words)-1]
	if _, cites := cutCitations(last.source); len(cites) == 0 {
		return words, nil
	}
	for i := len(last.joins) - 1; i >= 0; i-- {
		at := last.joins[i].text
		if !dashed(last.source[at:]) {
			continue
		}
		line := last.part(at, len(last.source))
		words = words[:len(words)-1]
		if at > 0 {
			words = append(words, last.part(0, at))
		}
		return words, &line
	}
	return words, nil
}

// part gives the bytes from one to another of the joined line.
func (l located) part(from, to int) located {
	out := located{passage: &passage{source: strings.TrimRight(l.source[from:to], blanks)}}
	out.joins = []step{{0, l.inFile(from)}}
	for _, j := range l.joins {
		if from < j.text && j.text < to {
			out.joins = append(out.joins, step{j.text - from, j.source})
		}
	}
	return out
}

// addQuote reads a statement and the line that says who speaks. One that cites
// no paragraph is left out: the site says nothing without a reference.
func (f *File) addQuote(words []located, by *located, n ast.Node) {
	if len(words) == 0 {
		f.source.report(corpus.Warning, max(n.Pos(), 0), "an empty statement", quoteHint)
		return
	}
	l := words[0]
	if len(words) > 1 {
		f.source.report(corpus.Warning, words[1].inFile(0), "a statement of more than one paragraph", "quote each by itself; only the first is read")
	}
	if len(l.source) > maxLine {
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("a statement of more than %d bytes", maxLine), "shorten it; it is left out")
		return
	}
	l.passage = readLine(l.source)
	f.reportSlips(l)
	f.linksIn(l)
	if by == nil {
		f.source.report(corpus.Fault, l.inFile(0), "a statement without a speaker and a citation", f.quoteHint(l.text))
		return
	}
	q, ok := f.readSpeaker(*by, l.text)
	if q.Text = l.text; !ok || q.Text == "" {
		return
	}
	f.Quotes, f.quotes = append(f.Quotes, q), append(f.quotes, l)
}

// quoteHint says where a statement stands.
func (f *File) quoteHint(text string) wording.Text {
	if f.source.full() {
		return ""
	}
	for _, p := range f.Paragraphs {
		if text != "" && strings.Contains(p.Text, text) {
			return wording.Of("write — [[name]]، verb (مباشر) %s", citation(p.ID))
		}
	}
	return quoteHint
}

// readSpeaker reads the line that says who speaks: "— [[name]]، verb (mode)
// [¶12](#p12)". text is what is said. ok is false without a citation that leads
// somewhere.
func (f *File) readSpeaker(by located, text string) (q corpus.Quote, ok bool) {
	line, cites := cutCitations(by.source)
	if q.Cite, ok = f.oneCite(by, cites, quoted{"statement", text}); !ok {
		return q, false
	}
	q.Mode, q.Polarity = corpus.ModeIndirect, corpus.Asserts
	head, from, to := cutManner(line)
	if to > from {
		f.readManner(&q, by.part(from, to))
	}
	start := len(line) - len(strings.TrimLeft(strings.TrimLeft(line, "—–―"), blanks))
	f.readWho(&q, by.part(min(start, head), head))
	return q, true
}

// oneCite gives the one paragraph that a text cites.
func (f *File) oneCite(l located, cites []cited, by quoted) (id string, ok bool) {
	if len(cites) == 0 {
		f.source.report(corpus.Fault, l.inFile(0), wording.Of("a %s without a citation", by.what), f.citeHint(by))
		return "", false
	}
	if len(cites) > 1 {
		f.source.report(corpus.Warning, l.inFile(cites[1].at), wording.Of("a %s cites one paragraph", by.what), "keep the one that it stands in; the first is read")
	}
	return cites[0].id, f.known(cites[0], l, by)
}

// cutManner finds the brackets at the end of a line, and gives where the line
// before them ends and what they hold. An escaped bracket is none.
func cutManner(line string) (head, from, to int) {
	var open []int
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '(':
			open = append(open, i)
		case ')':
			if len(open) == 0 {
				continue
			}
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if i == len(line)-1 {
				return last, last + 1, i
			}
		}
	}
	return len(line), 0, 0
}

// readManner reads what stands in the brackets.
func (f *File) readManner(q *corpus.Quote, l located) {
	for at := 0; at < len(l.source); {
		item, _ := cutComma(l.source[at:])
		piece := l.part(at, at+len(item))
		if rest, ok := strings.CutPrefix(strings.TrimLeft(l.source[at:], blanks), strings.TrimSpace(via)+" "); ok {
			q.ReportedBy = oneLine(readLine(strings.Trim(rest, blanks)).text)
			return
		}
		f.readWord(q, piece)
		at += len(item)
		at += len(l.source[at:]) - len(strings.TrimPrefix(strings.TrimPrefix(l.source[at:], "،"), ","))
	}
}

// readWord reads one word in the brackets.
func (f *File) readWord(q *corpus.Quote, l located) {
	word := oneLine(readLine(strings.Trim(l.source, blanks)).text)
	if mode, ok := modeWords.value(word); ok {
		q.Mode = mode
	} else if polarity, ok := polarityWords.value(word); ok {
		q.Polarity = polarity
	} else if kind, ok := kindWords.value(word); ok {
		q.Kind = kind
	} else if word != "" {
		all := slices.Concat(modeWords.words(), polarityWords.words(), kindWords.words(), []string{strings.TrimSpace(via) + " …"})
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("unknown word «%s» in the brackets", word), suggest(word, all, "write %s"))
	}
}

// readWho reads the speaker and the verb. A wikilink is a named speaker, other
// words are a speaker of the kind that the brackets say.
func (f *File) readWho(q *corpus.Quote, l located) {
	l.passage = readLine(l.source)
	f.reportSlips(l)
	if len(l.links) > 0 {
		link := l.links[0]
		verb := strings.TrimLeft(l.text[link.End:], blanks)
		verb = strings.TrimPrefix(strings.TrimPrefix(verb, "،"), ",")
		q.Speaker, q.Verb = link.Name, oneLine(verb)
		if beside := oneLine(l.text[:link.Start]); beside != "" {
			f.source.report(corpus.Warning, l.inFile(0), wording.Of("the words «%s» before the speaker's name are not kept", beside), "write them as the role under ## "+titleNames)
		}
		if !f.knows(link.Name, l.inFile(link.at)) {
			q.Speaker = oneLine(link.Of(l.text))
		}
	} else {
		i := strings.LastIndex(l.source, "،")
		if i < 0 {
			i = len(l.source)
		}
		q.Speaker = oneLine(readLine(strings.Trim(l.source[:i], blanks)).text)
		q.Verb = oneLine(readLine(strings.Trim(strings.TrimPrefix(l.source[i:], "،"), blanks)).text)
	}
	if q.Kind == "" {
		f.supplyKind(q, l)
	}
}

// supplyKind works out the kind of a speaker where the brackets do not say it.
// Words that are a kind are that kind, even where there is such a name.
func (f *File) supplyKind(q *corpus.Quote, l located) {
	_, named := f.names[q.Speaker]
	kind, isKind := kindWords.value(q.Speaker)
	linked := len(l.links) > 0
	switch {
	case isKind && !linked:
		q.Kind, q.Speaker = kind, ""
	case named:
		q.Kind = corpus.SpeakerNamed
	case q.Speaker == "":
		f.source.report(corpus.Warning, l.inFile(0), "a statement without a speaker", wording.Of("write [[name]], or %s", strings.Join(kindWords.words(), ", ")))
		q.Kind = corpus.SpeakerAuthor
	default:
		q.Kind = corpus.SpeakerUnnamed
		if !linked {
			hint := wording.Of("write %s into the brackets, or the speaker as [[name]]", kindWords.word(q.Kind))
			f.source.report(corpus.Warning, l.inFile(0), wording.Of("«%s» is neither among the names nor of a kind", q.Speaker), hint)
		}
	}
}
