package site

import (
	"html/template"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Quoted is a passage of a briefing as other places show it: the source's own
// words, and who says them, where and when.
type Quoted struct {
	Content   template.HTML // the words, verbatim
	Publisher string        // of the briefing, "" when not known
	Title     string        // of the briefing
	Date      Day           // of publication
	Inferred  bool          // Date was worked out from the text
	// Speaker is who says it: a name, or the words of the text for one without,
	// "" for the page's own voice.
	Speaker string
	// SpeakerLink leads to the page of the one who speaks, "" if there is none.
	SpeakerLink string
	Verb        string // the reporting word as it stands, "" if none
	// Marked says that the words belong in quotation marks: they are the outlet's
	// own, or the outlet quotes them, rather than tell what somebody says.
	Marked bool
	Cite   Cite // leads to the paragraph that holds the words
}

// quoted shows a passage on the page at from. ok is false for one
// whose words are not there.
func (s *site) quoted(from string, r *register, p corpus.Passage) (q Quoted, ok bool) {
	if !r.holds(p) {
		return q, false
	}
	b := r.briefings[p.Doc]
	q = Quoted{
		Content: s.plain(p.Text), Publisher: shown(b.Publisher), Title: shown(b.Title),
		Date: s.day(b.Published), Inferred: b.Inferred,
		Cite: s.cite(s.page(from, b), p.Cite), Marked: true,
	}
	if said := b.saying(p); said != nil && !namesItself(p.Text, said.Speaker) {
		s.voice(&q, from, r, b, said)
	}
	return q, true
}

// page leads from the page at from to that of a briefing, "" from itself.
func (s *site) page(from string, b *noted) string {
	to := briefingPath(keyOf(b.Briefing))
	if to == from {
		return ""
	}
	return link(from, to)
}

// voice sets who says q as a statement of b has it.
func (s *site) voice(q *Quoted, from string, r *register, b *noted, said *corpus.Quote) {
	if said.Kind == corpus.SpeakerAuthor {
		return
	}
	q.Speaker, q.Verb = shown(said.Speaker), shown(said.Verb)
	q.Marked = said.Mode == corpus.ModeDirect
	if name, known := b.names[said.Speaker]; known {
		q.SpeakerLink = s.entityLink(from, r, name)
	}
}

// entityLink leads to the page of what a name means, "" if it has none.
func (s *site) entityLink(from string, r *register, n corpus.Name) string {
	if _, e, ok := r.who(n); ok && e != nil {
		return link(from, entityPath(r.Overview.Dossier, string(e.ID)))
	}
	return ""
}

// saying gives the statement that a passage is taken from: of those that hold
// nearly all of its words the one that holds most, the first of equals; nil if it
// stands in the page's own voice.
//
// It is wrong about a passage that reaches from one statement into another.
func (b *noted) saying(p corpus.Passage) *corpus.Quote {
	text := b.paragraphs[p.Cite].Text
	at, ok := find(text, p.Text)
	if !ok {
		return nil
	}
	var best *corpus.Quote
	most := at.Len()*4/5 - 1
	for _, q := range b.saidIn(p.Cite) {
		in, ok := find(text, q.Text)
		if shared := min(at.End, in.End) - max(at.Start, in.Start); ok && shared > most {
			best, most = q, shared
		}
	}
	return best
}

// openingWords is how far into a passage its speaker may be named.
const openingWords = 6

// namesItself reports whether words say at their beginning who speaks: «وقال
// الصيد إن …» of a speaker «الحبيب الصيد».
//
// It is wrong about one who speaks of himself at once by his name.
func namesItself(words, speaker string) bool {
	names := map[string]bool{}
	for _, t := range arabic.Tokens(speaker) {
		if t.Kind != arabic.Punct {
			names[arabic.Fold(t.Of(speaker))] = true
		}
	}
	n := 0
	for _, t := range arabic.Tokens(words) {
		if t.Kind == arabic.Punct {
			continue
		}
		if n++; n > openingWords {
			break
		}
		if names[arabic.Fold(t.Of(words))] {
			return true
		}
	}
	return false
}

// quotesMost is how many statements of one paragraph are looked through: in one
// that holds hundreds, nobody could tell who says what.
const quotesMost = 200

// saidIn gives the statements of a paragraph.
func (b *noted) saidIn(id string) []*corpus.Quote {
	all := b.quotes[id]
	return all[:min(len(all), quotesMost)]
}

// sentence gives the sentence of a paragraph that holds at, without blanks
// around it; the whole text if none does.
func sentence(text string, at corpus.Span) string {
	for _, s := range arabic.Sentences(text) {
		if s.Start <= at.Start && at.Start < s.End {
			return strings.TrimSpace(text[s.Start:max(s.End, at.End)])
		}
	}
	return strings.TrimSpace(text)
}
