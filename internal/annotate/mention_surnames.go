package annotate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// surnames marks the places where a person of the document is named by one
// word: the last of a name in full that stands before. A word that is also a
// nationality is one only where it cannot be an adjective.
func (r *mentionReader) surnames() {
	r.fatherNames()
	people := map[string]int{} // a surname to where it first stands in full
	ends := map[int]int{}      // the word behind a person's name to the index of that in found
	for k, n := range r.found {
		if n.typ == corpus.TypePerson {
			ends[n.to] = k
		}
		if last := strings.LastIndexByte(n.form, ' '); n.typ == corpus.TypePerson && last > 0 {
			key := n.form[last+1:]
			if noun := strings.TrimPrefix(key, articleName); r.lists.titles[noun] || r.lists.plain[noun] || strings.HasSuffix(n.form[:last], "ال") {
				continue // «آل الشيخ»
			}
			if at, ok := people[key]; utf8.RuneCountInString(key) >= shortestName && (!ok || n.Start < at) {
				people[key] = n.Start
			}
		}
	}
	for i := range r.words {
		w := &r.words[i]
		for _, read := range w.reads {
			at, ok := people[read.form]
			if !ok && i > 0 && r.verb(i-1) {
				at, ok = people[articleName+read.form] // «وتوقع منصوري», where «كريم المنصوري» stands before
			}
			if !ok || at > w.Start {
				continue
			}
			read.at += w.Start
			if k, joins := ends[i]; joins && w.ends == r.words[i-1].ends && read.led != string(arabic.Waw) && r.free(i, i+1, false) {
				r.lengthen(&r.found[k]) // «هالة شيخ | روحه», where she stands in full before
				break
			}
			if i > 0 && r.words[i-1].best.form == "عبد" && r.words[i-1].ends > i && r.free(i-1, i+1, false) {
				r.add(i-1, i+1, r.words[i-1].best, corpus.TypePerson).by("surname") // «واتهم عبد المهدي»
				break
			}
			if i > 0 && r.lists.fathers[r.words[i-1].fold] && r.words[i-1].ends > i && r.free(i-1, i+1, false) {
				first := r.words[i-1].reads[0]
				first.at += r.words[i-1].Start
				r.add(i-1, i+1, first, corpus.TypePerson).by("surname") // «وأكد ولد أعمر»
				break
			}
			if r.surname(i, read) {
				r.add(i, i+1, read, corpus.TypePerson).by("surname")
			}
			break
		}
	}
}

// fatherNames marks the places where a person of the document is named by «ولد» and the father's name,
// as in the name in full that stands somewhere, even where that is a word too: «وأضاف ولد الطالب».
func (r *mentionReader) fatherNames() {
	seen := map[string]bool{}
	for _, n := range r.found {
		if k := n.to - 2; n.typ == corpus.TypePerson && k > n.from && r.lists.fathers[r.words[k].fold] {
			seen[r.words[k].fold+" "+r.words[k+1].fold] = true
		}
	}
	for i := 0; len(seen) > 0 && i+1 < len(r.words); i++ {
		first := r.words[i].whole()
		if r.words[i].ends > i+1 && seen[r.words[i].fold+" "+r.words[i+1].fold] {
			r.add(i, i+2, first, corpus.TypePerson).by("surname")
		}
	}
}

// shortestName is the number of letters that a surname has at least.
const shortestName = 3

// surname reports whether word i, which is the last word of a name in full, is
// meant as a name.
func (r *mentionReader) surname(i int, read nameReading) bool {
	w := &r.words[i]
	if !r.free(i, i+1, false) {
		return false
	}
	if utf8.RuneCountInString(read.form) < 4 {
		return read.led == "" && i > 0 && r.verb(i-1) // «وأضافت ماي»: a short word is mostly another
	}
	noun := strings.TrimPrefix(read.form, articleName)
	if r.lists.nationality(noun) && i > 0 && r.words[i-1].ends > i {
		before := &r.words[i-1]
		if before.kind == arabic.Word && before.definite || before.head&^headForce != 0 && before.head != 0 || before.is("و") {
			return false
		}
		return read.led == "" || read.led == string(arabic.Lam) || read.led == string(arabic.Waw)
	}
	if noun != read.form || r.tagKind(i) != "" {
		return true
	}
	const often = 60
	return names.Shipped().Reader.Clusters().Count(arabic.Fold(w.best.form)) < often || i > 0 && r.verb(i-1)
}

// verb reports whether word i is a verb that people do, in any reading:
// «وتوقّع».
func (r *mentionReader) verb(i int) bool {
	return slices.ContainsFunc(r.words[i].reads, func(n nameReading) bool { return r.lists.verbs[n.form] })
}
