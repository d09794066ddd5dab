package search

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// shards are files of one kind, each with the first key that it holds.
type shards struct {
	files  []File
	firsts []string
}

// script makes a file of the index: a call of one function with the name of the
// file and what it holds. It can be loaded by a script element or stand in a
// page, before or after the script that searches.
func script(name string, parts ...any) File {
	b, err := json.Marshal(append([]any{name}, parts...))
	if err != nil {
		panic(err) // strings and numbers always have a form
	}
	return File{name + ".js", append(append([]byte("(self.mojazIndex=self.mojazIndex||[]).push("), b...), ')')}
}

// sorted joins terms with particles and gives the lists that are left, in the order
// of their terms.
func (p *postings) sorted() (lists []*posting) {
	p.joinParticles()
	for i := range p.lists {
		if p.lists[i].docs > 0 { // not only in a name, nor joined with another
			lists = append(lists, &p.lists[i])
		}
	}
	slices.SortFunc(lists, func(a, b *posting) int { return cmp.Compare(a.term, b.term) })
	return lists
}

// termFiles writes lists into files of about a size. A list is never cut.
func (p *postings) termFiles(lists []*posting, spell *prefixCode, size int) shards {
	var out shards
	var cuts []int
	held, last := 0, ""
	for i, l := range lists {
		n := 4 + len(l.kept)*2/3 // which is about what it will take
		if i == 0 || held+n > size {
			cuts = append(cuts, i)
			out.firsts = append(out.firsts, distinct(last, l.term))
			held = 0
		}
		held += n
		last = l.term
	}
	cuts = append(cuts, len(lists))
	out.files = make([]File, len(out.firsts))
	parallel(len(out.files), func(i int) { out.files[i] = p.termFile(i, lists[cuts[i]:cuts[i+1]], spell) })
	return out
}

// termFile writes a file of terms: how many, each as what it adds to the one before
// it and the particles that may stand before it, and the list of each.
func (p *postings) termFile(n int, lists []*posting, spell *prefixCode) File {
	var w bitWriter
	w.gamma(len(lists))
	last := ""
	for _, l := range lists {
		n, rest := shared(last, l.term)
		w.gamma(n + 1)
		spell.spell(&w, rest)
		w.flag(l.particles != "")
		if l.particles != "" {
			for _, r := range particles {
				w.flag(strings.ContainsRune(l.particles, r))
			}
		}
		last = l.term
	}
	for _, l := range lists {
		l.encode(&w, p)
	}
	return script("t"+strconv.Itoa(n), string(w.end()))
}

// distinct cuts word to the beginning that tells it from the word before it, which
// is all that a search for the right file needs.
func distinct(before, word string) string {
	for i, r := range word {
		if end := i + len(string(r)); !strings.HasPrefix(before, word[:end]) {
			return word[:end]
		}
	}
	return word
}

// after writes word as a digit, how many letters it shares with the word before,
// and the rest.
func after(before, word string) string {
	same := 0
	rest := word
	for _, r := range word {
		if same == 35 || !strings.HasPrefix(before, string(r)) {
			break
		}
		n := len(string(r))
		before, rest = before[n:], rest[n:]
		same++
	}
	return strconv.FormatInt(int64(same), 36) + rest
}
