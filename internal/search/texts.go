package search

import (
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
)

// factFields is how many fields the facts of a document have.
const factFields = 5

// facts are the fields of a document that are not its texts. The last are the ids
// of paragraphs that are not those that their numbers give, as "3=own-id", with
// idMark between them.
type facts [factFields]string

const idMark = "\u001f"

func factsOf(d *Read) facts {
	var own []string
	for _, p := range d.Own {
		own = append(own, strconv.Itoa(p.Paragraph+1)+"="+p.ID)
	}
	return facts{d.URL, d.Outlet, d.Date, d.Kind, strings.Join(own, idMark)}
}

// numberedID is the id of paragraph i, counted from 0, if it has none of its own.
func numberedID(i int) string { return "p" + strconv.Itoa(i+1) }

// encode writes what is new in the facts of a document after those of another.
func (f facts) encode(w *bitWriter, before facts, spell *prefixCode) {
	for i, field := range f {
		w.flag(field == before[i])
		if field != before[i] {
			n, rest := shared(before[i], field)
			w.gamma(n + 1)
			spell.spell(w, rest)
		}
	}
}

// shared gives how many letters, as UTF-16 counts them, word has in common with
// the beginning of the one before it, and the rest.
func shared(before, word string) (same int, rest string) {
	for _, r := range word {
		if !strings.HasPrefix(before, string(r)) {
			break
		}
		n := len(string(r))
		before, word = before[n:], word[n:]
		same += utf16.RuneLen(r)
	}
	return same, word
}

// encode writes the texts of a document: how many, and each with its end.
func (k kept) encode(v *vocabulary) []byte {
	w := textWriter{vocabulary: v}
	w.out = make([]byte, 0, len(k.texts)*5/4)
	texts := 0
	for b := k.texts; len(b) > 0; texts++ {
		b = b[skipText(b):]
	}
	w.gamma(texts)
	for b := k.texts; len(b) > 0; {
		n, size := binary.Uvarint(b)
		b = b[size:]
		if n == 0 {
			w.code(v.units.codes[codeEnd])
		} else {
			w.unit(int(n) - 1)
		}
	}
	return w.end()
}

// skipText gives how long the first text is, with its end.
func skipText(b []byte) int {
	at := 0
	for {
		n, size := binary.Uvarint(b[at:])
		if at += size; n == 0 {
			return at
		}
	}
}

// texts are files of whole documents, in the order of their numbers.
type texts struct {
	files  []File
	counts []int // of documents in each file
}

// textFiles writes documents into files of about a size: the facts of all of a
// file, and the texts of each, with blanks between them.
func textFiles(docs []kept, v *vocabulary, size int) texts {
	if size == 0 {
		total := 0
		for _, d := range docs {
			total += d.size()
		}
		size = max(textBytes, total/mostTexts)
	}
	var out texts
	starts := []int{0}
	held := 0
	for i, d := range docs {
		if held > 0 && held+d.size() > size {
			starts = append(starts, i)
			held = 0
		}
		held += d.size()
	}
	if held > 0 {
		starts = append(starts, len(docs))
	}
	out.files = make([]File, len(starts)-1)
	for i := range out.files {
		out.counts = append(out.counts, starts[i+1]-starts[i])
	}
	parallel(len(out.files), func(i int) { out.files[i] = textFile(i, docs[starts[i]:starts[i+1]], v) })
	return out
}

// size is about how many bytes a document will take: most units take two.
func (k kept) size() int { return len(k.texts)*5/4 + len(k.facts[0])/2 }

func textFile(n int, docs []kept, v *vocabulary) File {
	var w bitWriter
	var before facts
	for _, d := range docs {
		d.facts.encode(&w, before, v.pieces)
		before = d.facts
	}
	out := w.end()
	for _, d := range docs {
		out = append(append(out, ' '), d.encode(v)...)
	}
	return script("d"+strconv.Itoa(n), string(out))
}
