// Package clean turns a source into readable text that knows where each of its
// bytes came from, says what each line is, and reads what the source tells of
// itself.
//
// # Text
//
// Text keeps every line on which a reader sees ink, furniture of the page
// included; what is to be left out is told apart by the roles of the lines.
// Line ends become "\n"; blanks of all kinds, in runs, become one space; runs of
// blank lines become one; blanks at the edges of lines, control characters and
// invisible marks go. A zero-width joiner or non-joiner stays where it follows
// a letter it can shape, because it can tell words apart in names. Letters are
// never composed or decomposed: a composed letter has no place in Raw, and
// every byte of Text that was not supplied stands in Raw as it is.
//
// Cleaning a cleaned text as plain text changes nothing.
//
// # Origin
//
// Every run of the origin is the same bytes on both sides. The space that
// stands for a no-break space, and a character that a page writes as a
// reference ("&quot;"), are in no run; the range of a span still covers them
// when it has bytes from Raw on both sides.
//
// # Roles
//
// Each line gets a score: the sum of features of its length, marks, words,
// place, repetition and markup (score.go). The best sequence of text and
// furniture under a cost for each change decides (smooth.go). Of an HTML page
// go-trafilatura's choice is one strong feature. Lines of related articles are
// furniture up to where prose returns.
//
// # Metadata
//
// Each field is chosen among scored candidates, and stays empty when none is
// good enough. A date that is nowhere stated is worked out from what the text
// says of months and events relative to itself, or left empty.
package clean

import (
	"mojaz/internal/corpus"
)

// Result is what cleaning makes of a source. Lines holds every line of ink of
// Text, in order; a hard-wrapped paragraph is several lines of one role.
type Result struct {
	Text     string
	Origin   corpus.Origin
	Lines    []corpus.Line
	Meta     corpus.Meta
	Problems []corpus.Problem
}

// Text cleans a source. It never fails: a source without text gives an empty
// Result with a problem.
func Text(src corpus.Source) Result {
	w := write(src)
	text := string(w.out.text)
	lines := cutLines(text, w.hints)
	if w.page != nil {
		w.page.judge(lines)
	}
	r := read(text, lines, w.head)
	r.decide()
	res := Result{Text: text, Origin: w.out.origin}
	res.Meta = r.meta()
	res.Lines = r.corpusLines()
	res.Problems = problems(src, res)
	return res
}

// written is a source's text as its kind is read, with what markup says.
type written struct {
	out   *scribe
	head  head
	hints []hint // of each line of ink; nil for plain text
	page  *page  // of HTML
}

// write reads the source by its kind.
func write(src corpus.Source) written {
	switch src.Kind {
	case corpus.KindHTML, corpus.KindMHTML:
		p := readPage(src.Raw)
		return written{&p.out, p.head, p.hints, p}
	case corpus.KindMarkdown:
		m := readMarkdown(src.Raw)
		return written{&m.out, m.head, m.hints, nil}
	case corpus.KindDOCX, corpus.KindEPUB, corpus.KindPDF:
		sh := readSheet(src.Raw, src.Kind != corpus.KindPDF)
		return written{&sh.out, sh.head, sh.hints, nil}
	}
	s := new(scribe)
	plain(s, src.Raw)
	return written{out: s}
}

// meta reads the metadata and gives the lines their roles on the way.
func (r *reading) meta() corpus.Meta {
	var m corpus.Meta
	m.Title = r.findTitle()
	m.Published, m.Time = r.findPublished()
	m.Author = r.findAuthor()
	m.Publisher = r.findPublisher()
	if norm(m.Author) == norm(m.Publisher) {
		m.Author = ""
	}
	r.name(m.Title)
	if m.Published == "" {
		m.Published, m.Evidence = r.infer()
		m.Inferred = m.Published != ""
	}
	return m
}

// corpusLines gives the lines of ink with their roles.
func (r *reading) corpusLines() []corpus.Line {
	var out []corpus.Line
	for _, l := range r.lines {
		for _, s := range inked(r.text, l.Span) {
			out = append(out, corpus.Line{Span: s, Role: l.role})
		}
	}
	return out
}

// inked cuts a span of text at its line ends.
func inked(text string, s corpus.Span) []corpus.Span {
	var out []corpus.Span
	start := s.Start
	for i := s.Start; i <= s.End; i++ {
		if i == s.End || text[i] == '\n' {
			if i > start {
				out = append(out, corpus.Span{Start: start, End: i})
			}
			start = i + 1
		}
	}
	return out
}
