package names

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// paths gives the tags of a document as Find works them out.
func (t *Tagger) paths(text string) (first, second []perceptron.Path) {
	sentences := sentencesOf(text)
	seen, pieces := t.survey(text, sentences)
	for i, piece := range pieces {
		s, all := t.sentence(text, piece)
		first = append(first, t.decode(s, all, nil))
		second = append(second, t.decode(s, all, seen.hints(i)))
	}
	return first, second
}

// FuzzKnown: what is summed by word gives the scores that the features give one by
// one.
func FuzzKnown(f *testing.F) {
	f.Add("قال رئيس الوزراء العراقي محمد شياع السوداني، وبغداد.")
	f.Add("وَل\u0651\u0640ل \u200f»\" F-16 \xff في «المملكة العربية السعودية» و\"NATO\".")
	f.Fuzz(func(t *testing.T, text string) {
		tagger := Shipped()
		var doc []Sentence
		for _, span := range sentencesOf(text) {
			if tokens := tokensOf(text, span); len(tokens) > 0 && len(tokens) <= longest {
				doc = append(doc, tagger.Reader.Sentence(text, tokens))
			} else if len(tokens) > longest {
				t.Skip("a sentence that is cut")
			}
		}
		first, second := tagger.paths(text)
		if diff := cmp.Diff(tagger.TagAlone(doc), first); len(doc) > 0 && diff != "" {
			t.Errorf("first pass over %q (-by feature +by word):\n%s", text, diff)
		}
		if diff := cmp.Diff(tagger.Tag(doc), second); len(doc) > 0 && diff != "" {
			t.Errorf("second pass over %q (-by feature +by word):\n%s", text, diff)
		}
	})
}

// TestMemory: more words than there is room for, read by several at once, are
// found to be what they are.
func TestMemory(t *testing.T) {
	var b strings.Builder
	for i := range 2 * slots {
		fmt.Fprintf(&b, "كلمة%d بغداد وال%[1]d ", i)
	}
	text := b.String()
	tokens := arabic.Tokens(text)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, token := range tokens {
				got := Shipped().known(token.Of(text), token.Kind).word
				if want := Shipped().Reader.word(token.Of(text), token.Kind); got != want {
					t.Errorf("known(%q) = %+v, want %+v", token.Of(text), got, want)
					return
				}
			}
		})
	}
	all.Wait()
}
