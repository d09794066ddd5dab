package main

import (
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
)

// sentence is a sentence of the corpus as running text.
type sentence struct {
	text   string // its words with a space behind each
	tokens []arabic.Token
	tags   []int // of the tokens
	word   []int // by token: the number of the word that it is part of
	gold   []int // tags of the words
}

// newSentence cuts the words of a sentence into tokens. Marks at the edges of
// a name's words, «(حماس)», are not part of the name.
func newSentence(entries []entry) sentence {
	var s sentence
	var b strings.Builder
	for n, e := range entries {
		tokens := arabic.Tokens(e.word)
		tags := tokenTags(tokens, e.tag)
		for k, t := range tokens {
			t.Start, t.End = t.Start+b.Len(), t.End+b.Len()
			s.tokens, s.word = append(s.tokens, t), append(s.word, n)
			s.tags = append(s.tags, allowed(s.tags, tags[k]))
		}
		b.WriteString(e.word + " ")
		s.gold = append(s.gold, e.tag)
	}
	s.text = b.String()
	return s
}

// tokenTags spreads the tag of a word over its tokens: B-x once, then I-x; O
// for marks at its edges.
func tokenTags(tokens []arabic.Token, tag int) []int {
	out := make([]int, len(tokens))
	first, last := 0, len(tokens)-1
	for first < last && tokens[first].Kind == arabic.Punct {
		first++
	}
	for last > first && tokens[last].Kind == arabic.Punct {
		last--
	}
	for k := first; k <= last && tag != 0; k++ {
		out[k] = tag
		if tag%2 == 1 {
			tag++ // B-x to I-x
		}
	}
	return out
}

// allowed gives tag, or B-x for an I-x that may not stand behind tags.
func allowed(tags []int, tag int) int {
	prev := 0
	if len(tags) > 0 {
		prev = tags[len(tags)-1]
	}
	if !names.Tagset().May(prev, tag) {
		return tag - 1
	}
	return tag
}

// found is a name of the corpus: words from to to of a sentence.
type found struct {
	sentence, from, to int
	kind               names.Kind
	margin             int64
}

// inWords gives chunks of tokens as names of words; n is the sentence's
// number.
func (s sentence) inWords(n int, chunks []names.Chunk) []found {
	out := make([]found, len(chunks))
	for i, c := range chunks {
		out[i] = found{n, s.word[c.From], s.word[c.To-1] + 1, c.Kind, c.Margin}
	}
	return out
}

// goldNames gives the names that the corpus marks.
func (s sentence) goldNames(n int) []found {
	var out []found
	for _, c := range names.Spans(s.gold) {
		out = append(out, found{n, c.From, c.To, c.Kind, 0})
	}
	return out
}
