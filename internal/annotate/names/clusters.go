package names

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Clusters says how words are spread in raw text: how often each stands there,
// and which words stand in the same places as it. It is read-only.
type Clusters struct{ words map[string]class }

// class is what is known of a word's distribution. The zero class is that of a
// word that was not seen, or too rarely.
type class struct {
	count  int32
	coarse uint16 // number of its coarse cluster, from 1
	fine   uint16
}

// NewClusters gives an empty set.
func NewClusters() *Clusters { return &Clusters{words: map[string]class{}} }

// Add notes a folded word: how often it stands in the raw text and the numbers
// of its clusters, from 1; 0 for none.
func (c *Clusters) Add(word string, count, coarse, fine int) {
	c.words[word] = class{int32(count), uint16(coarse), uint16(fine)}
}

// Len is the number of words.
func (c *Clusters) Len() int { return len(c.words) }

func (c *Clusters) class(word string) class { return c.words[word] }

func (c *Clusters) count(word string) int { return int(c.words[word].count) }

// ReadClusters reads lines "coarse fine count word", compressed with gzip.
func ReadClusters(r io.Reader) (*Clusters, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("clusters: %w", err)
	}
	c := NewClusters()
	in := bufio.NewScanner(z)
	for line := 1; in.Scan(); line++ {
		var coarse, fine, count int
		var word string
		if _, err := fmt.Sscan(in.Text(), &coarse, &fine, &count, &word); err != nil {
			return nil, fmt.Errorf("clusters:%d: %w", line, err)
		}
		c.Add(word, count, coarse, fine)
	}
	return c, in.Err()
}

// Write writes what ReadClusters reads, sorted by word.
func (c *Clusters) Write(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, word := range slices.Sorted(maps.Keys(c.words)) {
		k := c.words[word]
		fmt.Fprintf(z, "%d %d %d %s\n", k.coarse, k.fine, k.count, word)
	}
	return z.Close()
}
