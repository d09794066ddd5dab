package browser

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// many is how many documents the large dossier has.
const many = 200

// words are the lists that invented documents are made of, by name.
type words map[string][]string

func readWords() (words, error) {
	w := words{}
	for _, name := range []string{"sentences", "people", "roles", "places", "outlets", "months"} {
		b, err := os.ReadFile("testdata/large/" + name + ".txt")
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				w[name] = append(w[name], line)
			}
		}
	}
	return w, nil
}

// document invents document n: a title, a line with outlet and date, and some
// paragraphs. The same n is always the same document.
func (w words) document(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	pick := func(name string) string { return w[name][r.IntN(len(w[name]))] }
	fill := func(sentence string) string {
		return strings.NewReplacer(
			"{person}", pick("people"), "{role}", pick("roles"), "{place}", pick("places"), "{outlet}", pick("outlets"),
			"{day}", strconv.Itoa(1+r.IntN(28)), "{month}", pick("months"), "{year}", strconv.Itoa(2023+r.IntN(4)),
			"{number}", strconv.Itoa(20+r.IntN(900)),
		).Replace(sentence)
	}
	var out strings.Builder
	day := n * 1000 / many // the documents are spread over two years and some
	fmt.Fprintf(&out, "%s\n\n%s | %d %s %d\n\n", strings.TrimSuffix(fill(pick("sentences")), "."), pick("outlets"),
		1+day%28, w["months"][day/28%12], 2023+day/28/12)
	for range 5 {
		fmt.Fprintf(&out, "%s %s\n\n", fill(pick("sentences")), fill(pick("sentences")))
	}
	return out.String()
}

// crowded is the site of a dossier of many invented documents, built once.
var crowded = sync.OnceValues(func() (string, error) {
	dir, err := scratch()
	if err != nil {
		return "", err
	}
	w, err := readWords()
	if err != nil {
		return "", err
	}
	seeds := filepath.Join(dir, "crowded-seeds")
	if err := os.MkdirAll(filepath.Join(seeds, "bridge"), 0o755); err != nil {
		return "", err
	}
	for n := range many {
		file := filepath.Join(seeds, "bridge", fmt.Sprintf("%03d.txt", n))
		if err := os.WriteFile(file, []byte(w.document(n)), 0o644); err != nil {
			return "", err
		}
	}
	return makeSite(filepath.Join(dir, "crowded"), seeds, "")
})

// large gives the site of many documents.
func large(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the large dossier out")
	}
	dir, err := crowded()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
