package crossref

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// line gives the sentence that tells best who or what a party is, nil if none
// does: of a person the one that gives the fullest role beside the name in
// full, of others one in which the name is told of: «… هي …». It is wrong where
// such a word tells of a noun that the name belongs to.
func (c *casting) line(p *party, t corpus.EntityType) *corpus.Ref {
	best, most := corpus.Ref{}, 0
	for _, k := range p.nodes {
		n := &c.nodes[k]
		doc := &c.a.Documents[n.doc]
		for _, i := range n.mentions {
			m := doc.Mentions[i]
			score := 0
			if t == corpus.TypePerson {
				score = c.introduces(doc, m)
			} else {
				score = c.defines(doc, m)
			}
			if score <= most {
				continue
			}
			if ref, ok := sentenceToTell(doc, m); ok {
				best, most = ref, score
			}
		}
	}
	if most == 0 {
		return nil
	}
	return &best
}

// sentenceToTell gives the sentence of a mention if it can stand alone: one of the
// text, neither too short to tell nor too long to read.
func sentenceToTell(doc *corpus.Document, m corpus.Mention) (corpus.Ref, bool) {
	const shortest, longest = 40, 800 // bytes, about two for a letter
	b, s := sentenceOf(doc, m.Span)
	if b < 0 || doc.Blocks[b].Role != corpus.RoleBody && doc.Blocks[b].Role != corpus.RoleLede || s.Len() < shortest || s.Len() > longest {
		return corpus.Ref{}, false
	}
	return corpus.Ref{Doc: doc.ID, Span: s}, true
}

// introduces says how much a sentence tells of a person whose name in full
// stands in it beside a role: the more words of the role the more, and most
// where the sentence opens with them. A role of one word in mid-sentence tells
// too little.
func (c *casting) introduces(doc *corpus.Document, m corpus.Mention) int {
	const enough, opening = 6, 60 // words; bytes
	words := len(c.officeWords(m.Role))
	if words == 0 || !strings.ContainsAny(m.Of(doc.Text), " \n") {
		return 0
	}
	_, s := sentenceOf(doc, m.Span)
	switch {
	case roleAt(doc, m).Start-s.Start <= opening:
		return 2*min(words, enough) + 3
	case words == 1:
		return 0
	}
	return 2 * min(words, enough)
}

// defines says how much the words behind a name that opens its sentence tell of
// it: in «في العراق، هي قاعدة» they tell of something else.
func (c *casting) defines(doc *corpus.Document, m corpus.Mention) int {
	_, s := sentenceOf(doc, m.Span)
	if s.End <= m.End || !c.opens(doc.Text[s.Start:m.Start]) {
		return 0
	}
	rest := doc.Text[m.End:s.End]
	toks := arabic.Tokens(rest[:clip(rest, 60)])
	for i, t := range toks {
		if c.words.tells[arabic.Fold(t.Of(rest))] {
			return 1
		}
		if t.Kind != arabic.Punct || i > 1 {
			return 0
		}
	}
	return 0
}

// opens reports whether what stands before a name leaves it at the opening of
// its sentence.
func (c *casting) opens(lead string) bool {
	const longest = 40 // bytes
	if len(lead) > longest {
		return false
	}
	for _, t := range arabic.Tokens(lead) {
		switch w := arabic.Fold(t.Of(lead)); {
		case t.Kind == arabic.Punct, w == "و", w == "ان", w == "وان", c.words.heads[w] != "":
		default:
			return false
		}
	}
	return true
}

// clip gives the end of the rune of s that holds byte n, at most the end of s.
func clip(s string, n int) int {
	for n < len(s) && s[n]&0xC0 == 0x80 {
		n++
	}
	return min(n, len(s))
}
