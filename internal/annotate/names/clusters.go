package names

import (
	"bufio"
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
	c := NewClusters()
	z, err := gzip.NewReader(r)
	if err != nil {
		return c, err
	}
	in := bufio.NewScanner(z)
	for line := 1; in.Scan(); line++ {
		f := strings.Fields(in.Text())
		if len(f) != 4 {
			return c, fmt.Errorf("line %d: %d fields, want 4", line, len(f))
		}
		var n [3]int
		for i := range n {
			if n[i], err = strconv.Atoi(f[i]); err != nil {
				return c, fmt.Errorf("line %d: %w", line, err)
			}
		}
		c.Add(f[3], n[2], n[0], n[1])
	}
	return c, in.Err()
}
