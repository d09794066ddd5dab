package names

import (
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Clusters says how words are spread in raw text: how often each stands there,
// and which words stand in the same places as it. Words are folded and without
// conjunctions and particles.
type Clusters struct{ words map[string]class }

// class is what is known of a word's distribution. The zero class is that of a
// word that was not seen, or too rarely.
type class struct {
	count        int32
	coarse, fine uint16 // numbers of its clusters, from 1
}

// rarity is the number of binary digits of the word's count: 0 for unseen.
func (c class) rarity() int { return bits.Len32(uint32(c.count)) }

// NewClusters gives an empty set.
func NewClusters() *Clusters { return &Clusters{words: map[string]class{}} }

// Add notes a word: how often it stands in the raw text, and the numbers of its
// clusters, from 1; 0 for none.
func (c *Clusters) Add(word string, count, coarse, fine int) {
	c.words[word] = class{int32(count), uint16(coarse), uint16(fine)}
}

// Len is the number of words.
func (c *Clusters) Len() int { return len(c.words) }

func (c *Clusters) class(word string) class { return c.words[word] }

// Count is how often a folded word without clitics stands in the raw text; 0
// for one that was not seen, or too rarely.
func (c *Clusters) Count(word string) int { return c.count(word) }

func (c *Clusters) count(word string) int { return int(c.words[word].count) }

// Save writes the set as lines "coarse fine count word", sorted by word and
// compressed with gzip.
func (c *Clusters) Save(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, word := range slices.Sorted(maps.Keys(c.words)) {
		k := c.words[word]
		fmt.Fprintf(z, "%d %d %d %s\n", k.coarse, k.fine, k.count, word) // an error comes back from Close
	}
	return z.Close()
}

// LoadClusters reads what [Clusters.Save] wrote.
func LoadClusters(r io.Reader) (*Clusters, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return NewClusters(), err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return NewClusters(), err
	}
	text := string(b) // of which the words are parts
	c := &Clusters{words: make(map[string]class, strings.Count(text, "\n"))}
	line := 0
	for text := range strings.Lines(text) {
		line++
		if err := c.line(strings.TrimSuffix(text, "\n")); err != nil {
			return c, fmt.Errorf("line %d: %w", line, err)
		}
	}
	return c, nil
}

// line reads a line of [Clusters.Save].
func (c *Clusters) line(text string) (err error) {
	var n [3]int
	rest := text
	for i := range n {
		field, behind, ok := strings.Cut(rest, " ")
		if !ok {
			return fmt.Errorf("%q has %d fields, want 4", text, i+1)
		}
		if n[i], err = strconv.Atoi(field); err != nil {
			return err
		}
		rest = behind
	}
	c.Add(rest, n[2], n[0], n[1])
	return nil
}
