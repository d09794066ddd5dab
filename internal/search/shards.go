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

// files gives the terms in order, cut into files of about a size. A term is never
// cut.
func (p *postings) files(size int) shards {
	p.joinParticles()
	slices.SortFunc(p.lists, func(a, b posting) int { return cmp.Compare(a.term, b.term) })
	var out shards
	var f termFile
	last := ""
	for _, l := range p.lists {
		if l.docs == 0 {
			continue // in a name that is not in the text, or joined with another
		}
		if f.size > 0 && f.size+len(l.text) > size {
			out.close(&f)
		}
		if f.size == 0 {
			out.firsts = append(out.firsts, distinct(last, l.term))
		}
		f.add(l)
		last = l.term
	}
	if f.size > 0 {
		out.close(&f)
	}
	return out
}

func (s *shards) close(f *termFile) {
	name := "t" + strconv.Itoa(len(s.files))
	s.files = append(s.files, script(name, strings.Join(f.terms, " "), strings.Join(f.lists, " ")))
	*f = termFile{}
}

// termFile is a file of terms in the making. A term is written as what it adds
// to the one before it, with a colon and the particles that may stand before it.
type termFile struct {
	terms, lists []string
	last         string
	size         int
}

func (f *termFile) add(l posting) {
	entry := after(f.last, l.term)
	if l.particles != "" {
		entry += ":" + l.particles
	}
	f.terms = append(f.terms, entry)
	f.lists = append(f.lists, string(l.text))
	f.size += len(l.term) + len(l.text)
	f.last = l.term
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
