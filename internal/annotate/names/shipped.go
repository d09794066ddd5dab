package names

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// The files of a tagger, below data/ and below the folder that it is written
// to.
const (
	ClustersFile = "clusters.gz" // what [Clusters.Save] writes
	FirstFile    = "first.gz"    // what [perceptron.Model.Save] writes
	SecondFile   = "second.gz"
	SureFile     = "sure.txt" // the operating point, a whole number
)

// Shipped gives the tagger that the program carries. The first call takes some
// tenths of a second.
var Shipped = sync.OnceValue(func() *Tagger {
	t, err := load(embedded)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return t
})

// embedded opens a file of data/.
func embedded(name string) (io.Reader, error) {
	b, err := data.ReadFile("data/" + name)
	return bytes.NewReader(b), err
}

// load reads the files of a tagger, all at once.
func load(open func(name string) (io.Reader, error)) (*Tagger, error) {
	t := &Tagger{}
	parts := []struct {
		name string
		read func(io.Reader) error
	}{
		{ClustersFile, func(r io.Reader) error {
			c, err := LoadClusters(r)
			t.Reader = NewReader(c)
			return err
		}},
		{FirstFile, func(r io.Reader) (err error) { t.First, err = perceptron.Load(r); return err }},
		{SecondFile, func(r io.Reader) (err error) { t.Second, err = perceptron.Load(r); return err }},
		{SureFile, func(r io.Reader) (err error) { t.Sure, err = loadSure(r); return err }},
	}
	var all errgroup.Group
	for _, p := range parts {
		all.Go(func() error {
			r, err := open(p.name)
			if err == nil {
				err = p.read(r)
			}
			if err != nil {
				return fmt.Errorf("names: %s: %w", p.name, err)
			}
			return nil
		})
	}
	return t, all.Wait()
}

// loadSure reads a file in the form of a word list with one entry, a number.
func loadSure(r io.Reader) (int64, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return 0, err
	}
	return strconv.ParseInt(strings.Join(arabic.List(string(b)), " "), 10, 64)
}
