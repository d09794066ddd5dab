package main

import (
	"io/fs"
	"strings"

	"mojaz/internal/arabic"
)

// listKinds are the lists that are looked up, and what their entries are. Of an
// entry in two lists the later counts.
var listKinds = []struct{ file, kind string }{
	{"given", "PER"}, {"family", "PER"}, {"misc", "MISC"}, {"orgs", "ORG"},
	{"places", "LOC"}, {"cities", "LOC"}, {"countries", "LOC"},
}

// lookup finds names that stand in lists, and nothing else.
type lookup struct {
	kinds   map[string]string // by folded tokens with blanks between them
	longest int               // tokens of the longest entry
}

// readLists reads the lists of a folder.
func readLists(fsys fs.FS) (lookup, error) {
	l := lookup{kinds: map[string]string{}}
	for _, list := range listKinds {
		b, err := fs.ReadFile(fsys, list.file+".txt")
		if err != nil {
			return l, err
		}
		for _, entry := range arabic.List(string(b)) {
			var words []string
			for _, t := range arabic.Tokens(entry) {
				words = append(words, arabic.Fold(t.Of(entry)))
			}
			l.kinds[strings.Join(words, " ")] = list.kind
			l.longest = max(l.longest, len(words))
		}
	}
	return l, nil
}

// listed is a name: bytes of a text, and what it is.
type listed struct {
	start, end int
	kind       string
}

// find gives the names of a text in order, the longest at each place. People's
// names beside each other are one.
func (l lookup) find(text string) []listed {
	var out []listed
	tokens := arabic.Tokens(text)
	joins := false // whether the last name ends where the next token begins
	for i := 0; i < len(tokens); {
		f, n := l.at(text, tokens[i:])
		if n == 0 {
			joins = false
			i++
			continue
		}
		if last := len(out) - 1; joins && f.kind == "PER" && out[last].kind == "PER" && f.start == tokens[i].Start {
			out[last].end = f.end
		} else {
			out = append(out, f)
		}
		joins = true
		i += n
	}
	return out
}

// at gives the longest name that tokens begin with, and how many tokens it has.
// Clitics before its first word are tried as well, and left out.
func (l lookup) at(text string, tokens []arabic.Token) (best listed, n int) {
	for _, split := range arabic.Splits(tokens[0].Of(text)) {
		run := arabic.Fold(split.Rest)
		for k := 1; ; k++ {
			if kind, ok := l.kinds[run]; ok && k > n {
				best, n = listed{tokens[0].Start + len(split.Prefix), tokens[k-1].End, kind}, k
			}
			if k == len(tokens) || k == l.longest {
				break
			}
			run += " " + arabic.Fold(tokens[k].Of(text))
		}
	}
	return best, n
}
