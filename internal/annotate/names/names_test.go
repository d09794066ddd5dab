package names

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
	"mojaz/internal/perceptron"
)

// few gives a reader whose clusters know only the words of a list
// "coarse fine count word" a line.
func few(list string) Reader {
	c := NewClusters()
	for _, line := range arabic.List(list) {
		var coarse, fine, count int
		var word string
		fmt.Sscan(line, &coarse, &fine, &count, &word)
		c.Add(arabic.Fold(word), count, coarse, fine)
	}
	return NewReader(c)
}

// TestWords checks what is known of each word: clitics, article, shape, lists,
// and what stands before; and the features of the words that "features" names.
func TestWords(t *testing.T) {
	golden.Run(t, "testdata/words_*.txtar", func(t *testing.T, c *golden.Case) {
		clusters := ""
		if c.Has("clusters") {
			clusters = c.Input("clusters")
		}
		text := strings.TrimSpace(c.Input("input.txt"))
		s := few(clusters).Sentence(text, arabic.Tokens(text))
		c.Check("words", printWords(s.words))
		if c.Has("of") {
			c.Check("features", printFeatures(s.words, strings.TrimSpace(c.Input("of"))))
		}
	})
}

func printWords(words []word) string {
	var b strings.Builder
	for i, st := range statesOf(words) {
		w := words[i]
		fmt.Fprintf(&b, "%d shape=%s article=%v lists=[%s] phrase=[%s] title=%d org=%d place=%d quoted=%v clitic=%s base=%s\n",
			i, w.shape, w.article, w.lists, w.phrase, st.title, st.org, st.place, st.quoted, w.clitic, w.base)
	}
	return b.String()
}

func printFeatures(words []word, of string) string {
	i := slices.IndexFunc(words, func(w word) bool { return w.fold == of })
	s := sink{only: onWords | onMore, trace: &trace{atoms: map[feature]string{}}}
	s.alone(words, i, statesOf(words)[i])
	return strings.ReplaceAll(strings.Join(s.trace.names, "\n"), "\n\n", "\n")
}

// TestFind reads passages with the weights that the program carries.
func TestFind(t *testing.T) {
	golden.Run(t, "testdata/find_*.txtar", func(t *testing.T, c *golden.Case) {
		text := c.Input("input.txt")
		var b strings.Builder
		for _, n := range Shipped().Find(text, sentencesOf(text)) {
			fmt.Fprintf(&b, "%s margin=%.0f sure=%v %q\n", n.Kind, n.Margin, n.Sure, n.Bare().Of(text))
		}
		c.Check("names", b.String())
	})
}

// TestWhy checks that the reasons for a well-known city name its list.
func TestWhy(t *testing.T) {
	text := "وصل الوفد إلى بغداد أمس."
	tagger, sentences := Shipped(), sentencesOf(text)
	found := tagger.Find(text, sentences)
	if len(found) != 1 || found[0].Of(text) != "بغداد" {
		t.Fatalf("Find(%q) = %v, want Baghdad", text, found)
	}
	reasons := tagger.Why(text, sentences, found[0])
	i := slices.IndexFunc(reasons, func(r Reason) bool { return r.Feature == "list+0 cities" })
	if i < 0 || reasons[i].Weight <= 0 {
		t.Errorf("Why(%q) = %v, want the list of cities to speak for it", text, reasons)
	}
	for i := range reasons[1:] {
		if a, b := abs(reasons[i].Weight), abs(reasons[i+1].Weight); a < b {
			t.Errorf("reason %d weighs %v and the next %v, want the strongest first", i, a, b)
		}
	}
}

func sentencesOf(text string) []corpus.Span {
	var out []corpus.Span
	for _, s := range arabic.Sentences(text) {
		out = append(out, corpus.Span{Start: s.Start, End: s.End})
	}
	return out
}

func TestParseTag(t *testing.T) {
	for i, name := range Tagset().Names {
		if tag, ok := ParseTag(name); tag != i || !ok {
			t.Errorf("ParseTag(%q) = %d, %v, want %d, true", name, tag, ok, i)
		}
	}
	for _, name := range []string{"", "B", "B-", "X-LOC", "B-DATE", "I-PERS-LOC"} {
		if tag, ok := ParseTag(name); ok {
			t.Errorf("ParseTag(%q) = %d, true, want false", name, tag)
		}
	}
}

func TestTagsetAllowsInsideOnlyBehindItsKind(t *testing.T) {
	set := Tagset()
	var got []string
	for prev := perceptron.Start; prev < len(set.Names); prev++ {
		for tag, name := range set.Names {
			if strings.HasPrefix(name, "I-") && set.May(prev, tag) {
				got = append(got, set.Names[prev]+">"+name)
			}
		}
	}
	want := "B-PERS>I-PERS I-PERS>I-PERS B-LOC>I-LOC I-LOC>I-LOC B-ORG>I-ORG I-ORG>I-ORG B-MISC>I-MISC I-MISC>I-MISC"
	if got := strings.Join(got, " "); got != want {
		t.Errorf("pairs that end in I- = %q, want %q", got, want)
	}
}

// TestChunkMargins checks the margin of a name against every way to lose it:
// another tag inside, and going on behind its end.
func TestChunkMargins(t *testing.T) {
	tags := []int{1, 2, 0, 3} // B-PERS I-PERS O B-LOC
	loss := func(least, inside int64) []int64 {
		row := slices.Repeat([]int64{least + 10}, 9)
		row[8], row[2] = least, inside
		return row
	}
	p := perceptron.Path{Tags: tags, Loss: [][]int64{loss(50, 90), loss(40, 0), loss(99, 7), loss(30, 80)}}
	for i := range tags {
		p.Loss[i][tags[i]] = 0
	}
	got := fmt.Sprint(Chunks(p))
	if want := "[{0 2 PERS 7} {3 4 LOC 30}]"; got != want {
		t.Errorf("Chunks = %s, want %s", got, want)
	}
}

func TestClitic(t *testing.T) {
	for _, c := range []struct{ written, clitic, base, want string }{
		{"وبغداد", "و", "بغداد", "و"},
		{"وَبغداد", "و", "بغداد", "وَ"},
		{"للعراق", "ل", "العراق", ""},
		{"بغداد", "", "بغداد", ""},
	} {
		got := c.written[:cliticLength(c.written, word{clitic: c.clitic, base: c.base})]
		if got != c.want {
			t.Errorf("cliticLength(%q, %q+%q) is that of %q, want %q", c.written, c.clitic, c.base, got, c.want)
		}
	}
}

// TestHints checks that a word's own tag is not counted as a vote for it.
func TestHints(t *testing.T) {
	text := "قال علاوي ذلك"
	one := few("").Sentence(text, arabic.Tokens(text))
	sure := func(tags ...int) perceptron.Path {
		p := perceptron.Path{Tags: tags}
		for _, tag := range tags {
			row := slices.Repeat([]int64{30 * perceptron.Unit}, 9)
			row[tag] = 0
			p.Loss = append(p.Loss, row)
		}
		return p
	}
	var seen survey
	for _, p := range []perceptron.Path{sure(0, 1, 0), sure(0, 1, 0), sure(0, 0, 0)} {
		seen.add(one.sights(p))
	}
	name, none := seen.hints(0)[1], seen.hints(2)[1]
	got := fmt.Sprint(name.elsewhere, name.repeats, none.elsewhere, none.repeats)
	if want := "[3 3 0 0 0 0 0 0 0] 2 [0 6 0 0 0 0 0 0 0] 2"; got != want {
		t.Errorf("votes for the name, and against = %s, want %s", got, want)
	}
}

// TestListsAreSorted checks the form of the data files.
func TestListsAreSorted(t *testing.T) {
	for _, name := range listFiles {
		b, err := data.ReadFile("data/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		entries := arabic.List(string(b))
		if !slices.IsSorted(entries) || len(slices.Compact(slices.Clone(entries))) != len(entries) {
			t.Errorf("%s.txt is not sorted or has an entry twice", name)
		}
		if !strings.HasPrefix(string(b), "# ") || !strings.Contains(string(b), "# Origin: ") {
			t.Errorf("%s.txt does not say what it is and where it comes from", name)
		}
	}
}

// TestMonthsAreInNoListOfNames: «آب» and «نيسان» are never names here.
func TestMonthsAreInNoListOfNames(t *testing.T) {
	l := Lists()
	for _, w := range slices.Sorted(maps.Keys(l.words)) {
		if in := l.words[w]; in&listTime != 0 && in&namesLists != 0 {
			t.Errorf("%q is in %s", w, in)
		}
	}
}

// TestFindIsLinear would not end if any part were quadratic.
func TestFindIsLinear(t *testing.T) {
	for _, mark := range []string{"و", "وال ", "بغداد ", "\" ", "(", "رئيس الوزراء ", "a", ". "} {
		text := strings.Repeat(mark, times)
		for _, n := range Shipped().Find(text, []corpus.Span{{Start: 0, End: len(text)}}) {
			if n.Start < 0 || n.End > len(text) || n.Empty() {
				t.Fatalf("%q: span %v", mark, n.Span)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("قال رئيس الوزراء العراقي محمد شياع السوداني، وبغداد.")
	f.Add("وَل\u0651\u0640ل \u200f»\" F-16 \xff")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, n := range Shipped().Find(text, sentencesOf(text)) {
			if n.Start < end || n.Empty() || n.End > len(text) || n.Clitic < 0 || n.Clitic >= n.Len() || n.Margin < 0 {
				t.Fatalf("Find(%q): name %+v behind %d", text, n, end)
			}
			end = n.End
		}
	})
}
