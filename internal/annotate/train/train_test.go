package main

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"mojaz/internal/annotate/names"
	"mojaz/internal/golden"
	"mojaz/internal/perceptron"
)

// TestCorpus checks how damaged lines are mended, where sentences end, and
// which tokens of a word belong to a name.
func TestCorpus(t *testing.T) {
	golden.Run(t, "testdata/corpus_*.txtar", func(t *testing.T, c *golden.Case) {
		entries, damage, err := readEntries(strings.NewReader(c.Input("train.txt")))
		if err != nil {
			t.Fatal(err)
		}
		c.Check("damage", damage.String())
		var tokens, marked strings.Builder
		for n, e := range cutSentences(entries) {
			s := newSentence(e)
			for i, tok := range s.tokens {
				fmt.Fprintf(&tokens, "%d word=%d %s %s\n", n, s.word[i], names.Tagset().Names[s.tags[i]], tok.Of(s.text))
			}
			for _, f := range s.goldNames(n) {
				fmt.Fprintf(&marked, "%d words %d-%d %s\n", f.sentence, f.from, f.to, f.kind)
			}
		}
		c.Check("tokens", tokens.String())
		c.Check("names", marked.String())
	})
}

// TestTokensKeepTheNames checks that names in tokens are the names in words,
// so that figures in words say what the tagger did.
func TestTokensKeepTheNames(t *testing.T) {
	entries, _, err := readEntries(strings.NewReader("(حماس) B-ORG\nو O\nأ.ف.ب B-ORG\n\"تل B-LOC\nأبيب\" I-LOC\n. O\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := newSentence(entries)
	got, want := fmt.Sprint(s.inWords(0, names.Spans(s.tags))), fmt.Sprint(s.goldNames(0))
	if got != want {
		t.Errorf("names in tokens = %s, want %s", got, want)
	}
}

func TestHoldOutCutsByOrder(t *testing.T) {
	var sentences [][]entry
	for i := range 20 {
		sentences = append(sentences, []entry{{fmt.Sprint(i), 0}, {".", 0}})
	}
	kept, held := holdOut(sentences, 9)
	if len(kept) != 18 || len(held) != 2 || held[0][0].word != "18" {
		t.Errorf("holdOut kept %d and held %v, want 18, and 18 and 19 held", len(kept), held)
	}
}

func TestCompare(t *testing.T) {
	want := []found{{0, 0, 2, names.Person, 0}, {0, 4, 5, names.Place, 0}, {1, 0, 1, names.Place, 0}}
	got := []found{{0, 0, 2, names.Person, 9}, {0, 4, 5, names.Organisation, 9}, {1, 0, 2, names.Place, 9}}
	scores := compare(got, want)
	if got, want := scores[all], (tally{got: 3, want: 3, hit: 1}); got != want {
		t.Errorf("all = %+v, want %+v", got, want)
	}
	if got, want := scores[names.Place], (tally{got: 1, want: 2}); got != want {
		t.Errorf("places = %+v, want %+v", got, want)
	}
	if f := scores[all].f1(); math.Abs(f-100.0/3) > 1e-9 {
		t.Errorf("F1 = %v, want a third of 100", f)
	}
}

func TestChooseSure(t *testing.T) {
	var got, want []found
	for i, right := range []bool{true, true, false, true, false, false} {
		f := found{sentence: i, to: 1, kind: names.Person}
		if right {
			want = append(want, f)
		}
		f.margin = int64(60 - 10*i)
		got = append(got, f)
	}
	if sure, ok := chooseSure(got, want, 75); sure != 30 || !ok {
		t.Errorf("chooseSure = %d, %v, want 30: three of four are right", sure, ok)
	}
	if _, ok := chooseSure(got[4:], want, 75); ok {
		t.Error("chooseSure found a point where nothing is right")
	}
	if n := len(atLeast(got, 30)); n != 4 {
		t.Errorf("atLeast keeps %d, want 4", n)
	}
}

func TestLog2(t *testing.T) {
	for _, n := range []uint64{1, 2, 3, 1000, 1 << 20, 1<<20 + 1, 12_345_678} {
		got, want := log2(n), int64(math.Log2(float64(n))*4096)
		if got < want-1 || got > want {
			t.Errorf("log2(%d) = %d, want %d or one less", n, got, want)
		}
	}
}

// TestClusterFindsWordsOfOnePlace has two kinds of word, each of which stands
// only where its kind does.
func TestClusterFindsWordsOfOnePlace(t *testing.T) {
	var sentences [][]string
	for i := range 60 {
		city, verb := fmt.Sprintf("city%d", i%5), fmt.Sprintf("verb%d", i%4)
		sentences = append(sentences, []string{"in", city, verb, "rain"}, []string{verb, "in", city})
	}
	st := newStream(sentences, 2)
	cluster := st.cluster(4)
	of := map[string]int32{}
	for i, w := range st.words {
		of[w] = cluster[i]
	}
	for i := range 5 {
		if w := fmt.Sprintf("city%d", i); of[w] != of["city0"] {
			t.Errorf("%s is in cluster %d, city0 in %d", w, of[w], of["city0"])
		}
	}
	if of["city0"] == of["verb0"] || of["city0"] == of["in"] {
		t.Errorf("cluster of cities %d, verbs %d, in %d: want three", of["city0"], of["verb0"], of["in"])
	}
}

// small is a corpus of two sentences, many times over.
func small(t *testing.T) [][]entry {
	t.Helper()
	entries, _, err := readEntries(strings.NewReader(strings.Repeat(
		"قال O\nوزير O\nالنفط O\nفؤاد B-PERS\nحسين I-PERS\nفي O\nبغداد B-LOC\n. O\n"+
			"وصل O\nسمير B-PERS\nإلى O\nالبصرة B-LOC\n. O\n", 150)))
	if err != nil {
		t.Fatal(err)
	}
	return cutSentences(entries)
}

func TestFitLearnsAndIsDeterministic(t *testing.T) {
	sentences := small(t)
	dirs := [2]string{t.TempDir(), t.TempDir()}
	for _, dir := range dirs {
		tagger := fit(sentences, []string{"سافر نبيل إلى الموصل."})
		if err := save(tagger, dir); err != nil {
			t.Fatal(err)
		}
		docs := prepare(tagger.Reader, sentences[:2])
		for name, tag := range map[string]func([]names.Sentence) []perceptron.Path{"first": tagger.TagAlone, "both": tagger.Tag} {
			if s := compare(tagged(docs, tag))[all]; s.f1() != 100 {
				t.Errorf("%s: %+v, want every name", name, s)
			}
		}
	}
	sameFiles(t, dirs)
}
