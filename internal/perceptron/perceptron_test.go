package perceptron

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// chunks is a tag set in which I stands only behind B or I.
var chunks = Tagset{
	Names: []string{"O", "B", "I"},
	May:   func(prev, tag int) bool { return tag != 2 || prev == 1 || prev == 2 },
}

// read makes examples of lines "word/TAG word/TAG".
func read(lines ...string) []Example {
	var out []Example
	for _, line := range lines {
		var e Example
		words := strings.Fields(line)
		for i, w := range words {
			word, tag, _ := strings.Cut(w, "/")
			before := "^"
			if i > 0 {
				before, _, _ = strings.Cut(words[i-1], "/")
			}
			e.Features = append(e.Features, []Feature{Join(Text("w"), Text(word)), Join(Text("p"), Text(before))})
			e.Tags = append(e.Tags, strings.Index("OBI", tag))
		}
		out = append(out, e)
	}
	return out
}

// lesson is a task that needs both the word before and the tag before: "of"
// goes on with a name only inside one.
var lesson = read(
	"the/O bank/B of/I rome/I fell/O",
	"king/O of/O rome/B fell/O",
	"the/O bank/B of/I paris/I rose/O",
	"queen/O of/O paris/B rose/O",
	"the/O bank/B rose/O",
	"rome/B and/O paris/B fell/O",
)

func TestTrainLearnsItsExamples(t *testing.T) {
	m := Train(chunks, lesson, Options{Epochs: 20, Margin: 1, Seed: 1})
	for i, e := range lesson {
		if diff := cmp.Diff(e.Tags, m.Decode(e.Features).Tags); diff != "" {
			t.Errorf("example %d (-want +got):\n%s", i, diff)
		}
	}
	unseen := read("the/O bank/B of/I turin/I fell/O")[0]
	if diff := cmp.Diff(unseen.Tags, m.Decode(unseen.Features).Tags); diff != "" {
		t.Errorf("unseen example (-want +got):\n%s", diff)
	}
}

// TestTrainIsDeterministic trains with everything that uses chance, on one
// core and on several.
func TestTrainIsDeterministic(t *testing.T) {
	opt := Options{Epochs: 7, Runs: 3, Margin: 2, Dropout: 100, Seed: 5}
	want := stored(t, Train(chunks, lesson, opt))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if got := stored(t, Train(chunks, lesson, opt)); !bytes.Equal(got, want) {
		t.Error("two trainings gave different models")
	}
	opt.Seed++
	if got := stored(t, Train(chunks, lesson, opt)); bytes.Equal(got, want) {
		t.Error("the seed changes nothing")
	}
}

func stored(t *testing.T, m *Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Save(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMinCountAndPruneLeaveFeaturesOut(t *testing.T) {
	all := Train(chunks, lesson, Options{Epochs: 5, Seed: 1}).Features()
	for name, opt := range map[string]Options{
		"MinCount": {Epochs: 5, Seed: 1, MinCount: 3},
		"Prune":    {Epochs: 5, Seed: 1, Prune: Unit},
	} {
		if n := Train(chunks, lesson, opt).Features(); n == 0 || n >= all {
			t.Errorf("%s: %d features of %d are left, want fewer but some", name, n, all)
		}
	}
}

func TestSaveAndLoad(t *testing.T) {
	m := Train(chunks, lesson, Options{Epochs: 9, Seed: 1})
	b := stored(t, m)
	back, err := Load(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, stored(t, back)); diff != "" {
		t.Errorf("stored again (-want +got):\n%s", diff)
	}
	for i, e := range lesson {
		if diff := cmp.Diff(m.Decode(e.Features), back.Decode(e.Features)); diff != "" {
			t.Errorf("example %d (-want +got):\n%s", i, diff)
		}
	}
}

func TestLoadRejectsDamage(t *testing.T) {
	b := stored(t, Train(chunks, lesson, Options{Epochs: 9, Seed: 1}))
	for _, n := range []int{0, 1, 10, 20, len(b) / 2, len(b) - 1} {
		if _, err := Load(bytes.NewReader(b[:n])); err == nil {
			t.Errorf("Load of the first %d of %d bytes: no error", n, len(b))
		}
	}
}

func TestWeight(t *testing.T) {
	m := Train(chunks, lesson, Options{Epochs: 9, Seed: 1})
	bank := Join(Text("w"), Text("bank"))
	if w := m.Weight(bank, 1); w <= m.Weight(bank, 0) {
		t.Errorf("Weight(bank, B) = %d, want more than that of O, %d", w, m.Weight(bank, 0))
	}
	if w := m.Weight(Text("unknown"), 1); w != 0 {
		t.Errorf("Weight(unknown, B) = %d, want 0", w)
	}
}

// TestViterbiAgainstBruteForce compares paths and losses with those found by
// trying every sequence of tags.
func TestViterbiAgainstBruteForce(t *testing.T) {
	src := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		l := lattice{n: 3, pairs: chunks.pairs(), emit: make([]int64, 3*(n%6))}
		for i := range l.pairs {
			if l.pairs[i] == 0 {
				l.pairs[i] = src.Int64N(21) - 10
			}
		}
		for i := range l.emit {
			l.emit[i] = src.Int64N(21) - 10
		}
		got := l.path()
		if s := score(l, got.Tags); s != got.Score {
			t.Fatalf("case %d: path scores %d and says %d", n, s, got.Score)
		}
		if diff := cmp.Diff(bruteForce(l, got.Score), got.Loss); len(got.Tags) > 0 && diff != "" {
			t.Fatalf("case %d: losses (-want +got):\n%s", n, diff)
		}
	}
}

// score adds up a sequence.
func score(l lattice, tags []int) int64 {
	sum, prev := int64(0), Start
	for i, tag := range tags {
		sum += l.pairs[(prev+1)*l.n+tag] + l.emit[i*l.n+tag]
		prev = tag
	}
	return sum
}

// bruteForce gives what the best score loses when a position takes a tag.
func bruteForce(l lattice, best int64) [][]int64 {
	size := len(l.emit) / l.n
	loss := make([][]int64, size)
	for i := range loss {
		for range l.n {
			loss[i] = append(loss[i], -forbidden)
		}
	}
	tags := make([]int, size)
	var try func(i int)
	try = func(i int) {
		if i < size {
			for tags[i] = 0; tags[i] < l.n; tags[i]++ {
				try(i + 1)
			}
			return
		}
		lost := best - score(l, tags)
		for i, tag := range tags {
			loss[i][tag] = min(loss[i][tag], lost)
		}
	}
	try(0)
	return loss
}

func TestMargin(t *testing.T) {
	p := Path{Tags: []int{1, 0}, Loss: [][]int64{{7, 0, 3}, {0, 5, 9}}}
	for i, want := range []int64{3, 5} {
		if got := p.Margin(i); got != want {
			t.Errorf("Margin(%d) = %d, want %d", i, got, want)
		}
	}
}

// TestForbiddenPairs decodes where the weights alone would choose I first.
func TestForbiddenPairs(t *testing.T) {
	l := lattice{n: 3, pairs: chunks.pairs(), emit: []int64{0, 1, 100, 0, 1, 100}}
	if diff := cmp.Diff([]int{1, 2}, l.path().Tags); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
}

// TestLongSequence would not end if decoding were quadratic.
func TestLongSequence(t *testing.T) {
	m := Train(chunks, lesson, Options{Epochs: 5, Seed: 1})
	e := read(strings.Repeat("bank/B of/I rome/I ", 200_000))[0]
	if got, want := len(m.Decode(e.Features).Tags), 600_000; got != want {
		t.Errorf("%d tags, want %d", got, want)
	}
}

func TestEmptySequence(t *testing.T) {
	m := Train(chunks, append([]Example{{}}, lesson...), Options{Epochs: 1, Seed: 1})
	if p := m.Decode(nil); len(p.Tags) != 0 || p.Score != 0 {
		t.Errorf("Decode(nil) = %v, want nothing", p)
	}
}

func TestFeatureOrderMatters(t *testing.T) {
	if a, b := Join(Text("a"), Text("b")), Join(Text("b"), Text("a")); a == b {
		t.Errorf("Join(a, b) = Join(b, a) = %x", a)
	}
	seen := map[Feature]string{}
	for i := range 100_000 {
		s := fmt.Sprint(i)
		if other, ok := seen[Text(s)]; ok {
			t.Fatalf("Text(%q) = Text(%q)", s, other)
		}
		seen[Text(s)] = s
	}
}

func FuzzLoad(f *testing.F) {
	var b bytes.Buffer
	if err := Train(chunks, lesson, Options{Epochs: 1, Seed: 1}).Save(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("x"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Load(bytes.NewReader(b)); err == nil {
			m.Decode([][]Feature{{1, 2}, {3}})
		}
	})
}
