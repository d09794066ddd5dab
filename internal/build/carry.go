package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
)

// keptEnding is what a briefing's file is called that was edited, and whose
// source and name are gone. It is no part of the site.
const keptEnding = ".md.kept"

// goneEnding is added to an id to which links lead that is gone: another document
// has it.
const goneEnding = "-gone"

// carry works out what becomes of the files of a dossier: those of the briefings
// that move get other names, and links in all files follow. It is done to files
// and their bases alike.
func (t *trail) carry(content string) ([]change, error) {
	before, err := t.files(content)
	if err != nil {
		return nil, err
	}
	led := map[corpus.DocID]corpus.DocID{}
	for id, m := range t.moves {
		led[id] = m.to
	}
	for _, id := range t.displaced() {
		led[id] = id + goneEnding
	}
	after := map[string][]byte{}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		to, keep := t.place(name, before)
		if !keep {
			continue
		}
		b := markdown.Relink(before[name], led)
		if id, ok := briefingOf(name); ok && to != name {
			if m, moved := t.moves[id]; moved {
				b = markdown.Relocate(b, t.now[m.to].Path)
			}
		}
		after[to] = b
	}
	return changesOf(before, after), nil
}

// files reads the Markdown of a dossier and its bases, by their paths below
// content/.
func (t *trail) files(content string) (map[string][]byte, error) {
	out := map[string][]byte{}
	root := os.DirFS(content)
	for _, top := range []string{t.dossier, path.Join(generated, t.dossier)} {
		err := fs.WalkDir(root, top, func(p string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() || path.Ext(p) != ".md" && !strings.HasSuffix(p, keptEnding) {
				return err
			}
			out[p], err = fs.ReadFile(root, p)
			return err
		})
		if err != nil && !isMissing(err) {
			return nil, err
		}
	}
	return out, nil
}

// place gives the path that a file gets; keep is false where it goes: a briefing
// that nobody edited and whose source is gone, if another one takes its name.
func (t *trail) place(name string, before map[string][]byte) (to string, keep bool) {
	id, ok := briefingOf(name)
	if !ok {
		return name, true
	}
	if m, moved := t.moves[id]; moved {
		return path.Join(path.Dir(name), string(m.to)+".md"), true
	}
	if !slices.Contains(t.displaced(), id) {
		return name, true
	}
	base := before[path.Join(generated, name)]
	if strings.HasPrefix(name, generated+"/") || bytes.Equal(before[name], base) {
		return "", false
	}
	stem := strings.TrimSuffix(name, ".md")
	to = stem + keptEnding
	for n := 2; before[to] != nil; n++ {
		to = fmt.Sprintf("%s-%d%s", stem, n, keptEnding)
	}
	return to, true
}

// briefingOf gives the id of a briefing's file or base.
func briefingOf(name string) (corpus.DocID, bool) {
	parts := strings.Split(strings.TrimPrefix(name, generated+"/"), "/")
	id, ok := strings.CutSuffix(parts[len(parts)-1], ".md")
	return corpus.DocID(id), ok && len(parts) == 3 && parts[1] == "briefings"
}

// toldWords gives the words of a briefing's text, folded.
func toldWords(file []byte) []string {
	b, _ := markdown.Parse("", file)
	var out []string
	for _, p := range b.Paragraphs {
		out = append(out, strings.FieldsFunc(arabic.Fold(p.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })...)
	}
	return out
}

// finder finds texts that have most of their shingles in common with another.
type finder struct {
	sizes []int
	by    map[uint64][]int
}

func (f *finder) add(own []uint64) {
	for _, h := range own {
		if len(f.by[h]) < crowded {
			f.by[h] = append(f.by[h], len(f.sizes))
		}
	}
	f.sizes = append(f.sizes, len(own))
}

// A newer version of a text holds nearly all of it, or is nearly all held by it,
// and is not of quite another length.
const (
	leastHeld  = 0.75
	leastAlike = 0.4
)

// like gives the texts of which one may be a newer version of another, with the
// share of the shorter one that the two have in common.
func (f *finder) like(own []uint64) map[int]float64 {
	both := map[int]int{}
	for _, h := range own {
		for _, i := range f.by[h] {
			both[i]++
		}
	}
	out := map[int]float64{}
	for i, n := range both {
		held := float64(n) / float64(min(len(own), f.sizes[i]))
		alike := float64(n) / float64(len(own)+f.sizes[i]-n)
		if held >= leastHeld && alike >= leastAlike {
			out[i] = min(held, 0.999)
		}
	}
	return out
}
