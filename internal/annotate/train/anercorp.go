package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
)

// sentence is a sentence of the corpus: its words joined by spaces, its
// tokens, and the tag of each. unit says which word of the corpus a token is
// part of; names are counted in those.
type sentence struct {
	text   string
	tokens []arabic.Token
	tags   []int
	unit   []int
	gold   []int
}

// damage counts what was wrong in the file.
type damage struct{ empty, fields, order int }

func (d damage) String() string {
	return fmt.Sprintf("%d lines without a word, %d of another form, %d tags I- that follow no name (read as B-)", d.empty, d.fields, d.order)
}

// entry is one line of the corpus.
type entry struct {
	word string
	tag  int
}

// readEntries reads lines "word TAG".
func readEntries(r io.Reader) ([]entry, damage, error) {
	var out []entry
	var d damage
	in := bufio.NewScanner(r)
	prev := 0
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) == 1 {
			d.empty++
			continue
		}
		if len(f) != 2 {
			d.fields++
			continue
		}
		tag, ok := names.ParseTag(f[1])
		if !ok {
			d.fields++
			continue
		}
		if !names.Tagset().May(prev, tag) {
			d.order++
			tag--
		}
		prev = tag
		out = append(out, entry{f[0], tag})
	}
	return out, d, in.Err()
}

// cut parts entries into sentences, each of which ends with a ".".
func cut(entries []entry) []sentence {
	var out []sentence
	from := 0
	for i, e := range entries {
		if e.word == "." || i == len(entries)-1 {
			out = append(out, newSentence(entries[from:i+1]))
			from = i + 1
		}
	}
	return out
}

func newSentence(entries []entry) sentence {
	var s sentence
	var b strings.Builder
	for u, e := range entries {
		start := b.Len()
		b.WriteString(e.word)
		tokens := arabic.Tokens(e.word)
		s.gold = append(s.gold, e.tag)
		for k, t := range tokens {
			t.Start += start
			t.End += start
			tag := e.tag
			if tag > 0 && tag%2 == 1 && k > 0 && len(s.tags) > 0 && s.unit[len(s.unit)-1] == u && s.tags[len(s.tags)-1] != 0 {
				tag++
			}
			if t.Kind == arabic.Punct && len(tokens) > 1 && (k == 0 || k == len(tokens)-1) && tag > 0 && tag%2 == 1 {
				tag = 0
			}
			if len(s.tags) == 0 && tag > 0 && tag%2 == 0 {
				tag--
			}
			if len(s.tags) > 0 && !names.Tagset().May(s.tags[len(s.tags)-1], tag) {
				tag--
			}
			s.tokens = append(s.tokens, t)
			s.tags = append(s.tags, tag)
			s.unit = append(s.unit, u)
		}
		b.WriteByte(' ')
	}
	s.text = b.String()
	return s
}
