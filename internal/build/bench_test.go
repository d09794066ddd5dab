package build

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"testing"

	"mojaz/internal/clean"
	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
	"mojaz/internal/phase"
	"mojaz/internal/seeds"
	"mojaz/internal/summarize"
)

var antFile = flag.String("ant", "", "ant.jsonl.gz of the ANT corpus, for BenchmarkRead and BenchmarkRelate")

// steps are cleaning, the stages after it, each on a document that has all that
// those before it find, and all of reading.
var steps = slices.Concat(
	[]stage{{"clean", func(doc *corpus.Document, _ []corpus.Entry) { clean.Text(doc.Source) }}},
	stages,
	[]stage{{"all", func(doc *corpus.Document, _ []corpus.Entry) {
		fresh := corpus.Document{Source: doc.Source}
		readOne(&fresh, nil)
	}}},
)

// BenchmarkRead measures each stage, and all of reading, on one core and on
// two, in documents and bytes a second. docs/speed.md says how to read it.
func BenchmarkRead(b *testing.B) {
	docs, bytes := antSample(b, antEvery, antSize)
	for _, s := range steps {
		for _, cores := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/cores=%d", s.name, cores), func(b *testing.B) {
				if cores > runtime.NumCPU() {
					b.Skipf("not measured: there are not %d cores", cores)
				}
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
				b.ReportAllocs()
				for b.Loop() {
					_ = parallel(context.Background(), len(docs), func(i int) error {
						s.find(&docs[i], nil)
						return nil
					})
				}
				perSecond := float64(b.N) / b.Elapsed().Seconds()
				b.ReportMetric(perSecond*float64(len(docs)), "documents/s")
				b.ReportMetric(perSecond*float64(bytes), "bytes/s")
			})
		}
	}
}

// The sample of reading is every ninth of the 9,908 texts, up to 1,000.
const (
	antEvery = 9
	antSize  = 1000
)

// antSample gives a fixed sample of the ANT corpus, read, and the size of its
// sources in bytes: of every so many texts one, until there are size. A text is
// set as a page is: title, day, text.
func antSample(b *testing.B, every, size int) (docs []corpus.Document, bytes int) {
	b.Helper()
	f, err := os.Open(*antFile)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Printf("%s: not measured: there is no file %q; -ant names ant.jsonl.gz of the ANT corpus\n", b.Name(), *antFile)
		b.SkipNow() // which alone says nothing
	}
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for i := 0; len(docs) < size && lines.Scan(); i++ {
		if i%every != 0 {
			continue
		}
		doc := corpus.Document{Source: antSource(b, lines.Bytes(), i)}
		readOne(&doc, nil)
		docs, bytes = append(docs, doc), bytes+len(doc.Raw)
	}
	if err := lines.Err(); err != nil || len(docs) < size {
		b.Fatalf("%s: %d texts (%v), want %d", *antFile, len(docs), err, size)
	}
	return docs, bytes
}

func antSource(b *testing.B, line []byte, n int) corpus.Source {
	var t struct{ ID, Title, Time, Text string }
	if err := json.Unmarshal(line, &t); err != nil {
		b.Fatal(err)
	}
	day := t.Time[:min(len(t.Time), len("2006-01-02"))]
	return corpus.Source{ID: corpus.DocID(fmt.Sprintf("%04d", n)), Path: t.ID, Kind: corpus.KindText, Raw: t.Title + "\n" + day + "\n" + t.Text + "\n"}
}

// relateStages lists the steps of [relateOne] in order; the last is all of
// them.
var relateStages = []struct {
	name string
	run  func(a *corpus.Affair)
}{
	{"entities", func(a *corpus.Affair) { crossref.Entities(*a, nil) }},
	{"assertions", func(a *corpus.Affair) { crossref.Assertions(*a) }},
	{"relations", func(a *corpus.Affair) { crossref.Relations(*a) }},
	{"phases", func(a *corpus.Affair) { phase.Map(*a) }},
	{"keypoints", func(a *corpus.Affair) { summarize.KeyPoints(*a) }},
	{"all", func(a *corpus.Affair) { relateOne(a, nil, "") }},
}

// BenchmarkRelate measures each stage, and all of relating, on one dossier of
// 500, 1,000 and 2,000 documents: of work that is linear, the time and the
// memory a document are the same for all three.
func BenchmarkRelate(b *testing.B) {
	const most = 2000
	docs, _ := antSample(b, 4, most)
	for _, s := range relateStages {
		for _, n := range []int{most / 4, most / 2, most} {
			b.Run(fmt.Sprintf("%s/documents=%d", s.name, n), func(b *testing.B) {
				read := reading{folders: []seeds.Folder{{}}, documents: spread(docs, n)}
				a := affairs(read)[0]
				relateOne(&a, nil, "")
				b.ReportAllocs()
				for b.Loop() {
					s.run(&a)
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/document")
			})
		}
	}
}

// spread takes n of the documents, evenly.
func spread(docs []corpus.Document, n int) []corpus.Document {
	out := make([]corpus.Document, n)
	for i := range out {
		out[i] = docs[i*len(docs)/n]
	}
	return out
}
