package search

import (
	"strconv"
	"strings"
)

// texts writes what results show: files of whole documents, in the order of
// their numbers.
type texts struct {
	vocabulary *vocabulary
	size       int
	files      []File
	counts     []int // of documents in each file
	open       []string
	bytes      int
}

func newTexts(v *vocabulary, size int) *texts { return &texts{vocabulary: v, size: size} }

// add writes a document: a line of facts, its title, and a line a paragraph,
// which begins with its id unless that is the one that its number gives.
func (t *texts) add(d Document) {
	facts := []string{d.URL, d.Outlet, d.Date, d.Kind}
	for i := range facts {
		facts[i] = oneLine.Replace(facts[i])
	}
	lines := []string{strings.Join(facts, "\t"), t.vocabulary.encode(d.Title)}
	for i, p := range d.Paragraphs {
		line := t.vocabulary.encode(p.Text)
		if p.ID != "p"+strconv.Itoa(i+1) {
			line = oneLine.Replace(p.ID) + "\t" + line
		}
		lines = append(lines, line)
	}
	s := strings.Join(lines, "\n")
	if t.bytes > 0 && t.bytes+len(s) > t.size {
		t.cut()
	}
	t.open = append(t.open, s)
	t.bytes += len(s)
}

func (t *texts) cut() {
	t.files = append(t.files, script("d"+strconv.Itoa(len(t.files)), t.open))
	t.counts = append(t.counts, len(t.open))
	t.open, t.bytes = nil, 0
}

// close gives the files.
func (t *texts) close() []File {
	if t.open != nil {
		t.cut()
	}
	return t.files
}
