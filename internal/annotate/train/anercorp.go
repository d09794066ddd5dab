package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"mojaz/internal/annotate/names"
)

// entry is one line of the corpus.
type entry struct {
	word string
	tag  int
}

// damage counts what was wrong in a file.
type damage struct{ wordless, form, order int }

func (d damage) String() string {
	return fmt.Sprintf("%d lines without a word and %d of another form left out, %d tags I- behind no name read as B-",
		d.wordless, d.form, d.order)
}

// readFile reads a corpus file.
func readFile(path string) ([]entry, damage, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, damage{}, err
	}
	defer f.Close()
	return readEntries(f)
}

// readEntries reads lines "word TAG". The tags that it gives stand in an order
// that names.Tagset allows.
func readEntries(r io.Reader) ([]entry, damage, error) {
	var out []entry
	var d damage
	may, prev := names.Tagset().May, 0
	in := bufio.NewScanner(r)
	for in.Scan() {
		e, ok := readEntry(in.Text(), &d)
		if !ok {
			continue
		}
		if !may(prev, e.tag) {
			d.order++
			e.tag-- // I-x to B-x
		}
		prev = e.tag
		out = append(out, e)
	}
	return out, d, in.Err()
}

// readEntry reads a line, or counts it as damaged.
func readEntry(line string, d *damage) (e entry, ok bool) {
	f := strings.Fields(line)
	if len(f) == 2 {
		if tag, known := names.ParseTag(f[1]); known {
			return entry{f[0], tag}, true
		}
	}
	if len(f) == 1 {
		d.wordless++
	} else {
		d.form++
	}
	return entry{}, false
}

// cutSentences parts entries behind each ".".
func cutSentences(entries []entry) [][]entry {
	var out [][]entry
	from := 0
	for i, e := range entries {
		if e.word == "." || i == len(entries)-1 {
			out = append(out, entries[from:i+1])
			from = i + 1
		}
	}
	return out
}

// documentWords is how many words a document has at least.
const documentWords = 500

// cutDocuments joins sentences to documents.
func cutDocuments(sentences [][]entry) [][][]entry {
	var out [][][]entry
	from, words := 0, 0
	for i, s := range sentences {
		words += len(s)
		if words >= documentWords || i == len(sentences)-1 {
			out = append(out, sentences[from:i+1])
			from, words = i+1, 0
		}
	}
	return out
}

// holdOut parts sentences into those that begin in one tenth of the words, 0
// to 9, and the others.
func holdOut(sentences [][]entry, tenth int) (kept, held [][]entry) {
	total := 0
	for _, s := range sentences {
		total += len(s)
	}
	seen := 0
	for _, s := range sentences {
		if seen*10/total == tenth {
			held = append(held, s)
		} else {
			kept = append(kept, s)
		}
		seen += len(s)
	}
	return kept, held
}
