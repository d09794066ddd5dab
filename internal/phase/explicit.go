package phase

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/names.txt
var namesFile string

// names gives the entries of names.txt by kind, folded and without article.
var names = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, line := range arabic.List(namesFile) {
		kind, word, _ := strings.Cut(line, " ")
		if out[kind] == nil {
			out[kind] = map[string]bool{}
		}
		out[kind][strings.TrimPrefix(arabic.Fold(word), "ال")] = true
	}
	return out
})

// maxOrdinal is the last number that counts as a phase, by the kind of its head;
// beyond it stand the sessions of a fair and the rounds of a league.
var maxOrdinal = map[string]int{"head": 9, "few": 2}

// heads are the kinds of words that stand before an ordinal or an adjective.
var heads = [...]string{"head", "few", "period"}

// named is an explicit phase in a text: «المرحلة الأولى», «كمرحلة ثانية».
type named struct {
	corpus.Span
	key string // equal for the same phase: "مرحله 1", "مرحله انتقالي"
}

// namedPhases finds the explicit phases of a sentence.
func namedPhases(text string, sentence corpus.Span) []named {
	words := sentence.Of(text)
	if !mayName(words) {
		return nil
	}
	var out []named
	tokens := arabic.Tokens(words)
	for i := 0; i+1 < len(tokens); i++ {
		head, ok := headWord(tokens[i].Of(words))
		if !ok {
			continue
		}
		key, used := phaseKey(head, words, tokens[i+1:])
		if used == 0 {
			continue
		}
		span := corpus.Span{Start: sentence.Start + tokens[i].Start, End: sentence.Start + tokens[i+used].End}
		out = append(out, named{span, key})
		i += used
	}
	return out
}

// mayName reports, fast, whether a sentence can hold a head word.
func mayName(s string) bool {
	s = arabic.Fold(s)
	for _, kind := range heads {
		for w := range names()[kind] {
			if strings.Contains(s, strings.TrimSuffix(w, "ه")) { // «مرحلته»
				return true
			}
		}
	}
	return false
}

// headWord gives the head that a word is, without what is written to it: «المرحلة»,
// «مرحلته».
func headWord(w string) (string, bool) {
	for _, s := range arabic.Splits(arabic.Fold(w)) {
		noun, _ := arabic.Unowned(s.Rest)
		for _, kind := range heads {
			if names()[kind][noun] {
				return noun, true
			}
		}
	}
	return "", false
}

// phaseKey reads the ordinal or the adjective behind a head, and how many
// tokens it takes.
func phaseKey(head, text string, tokens []arabic.Token) (string, int) {
	var ws []string
	for _, t := range tokens[:min(3, len(tokens))] {
		if t.Kind != arabic.Word {
			break
		}
		ws = append(ws, t.Of(text))
	}
	if len(ws) == 0 {
		return "", 0
	}
	if num, ok := arabic.Number(ws); ok && num.Ordinal {
		for kind, last := range maxOrdinal {
			if names()[kind][head] && num.Value <= last {
				return fmt.Sprint(head, " ", num.Value), num.Used
			}
		}
	}
	adjective := strings.TrimPrefix(arabic.Fold(ws[0]), "ال")
	if names()["name"][adjective] && names()["period"][head] {
		return head + " " + adjective, 1
	}
	return "", 0
}

// nameFacts gives facts the explicit phases of their clauses, and makes facts
// of those that stand in no claim.
func nameFacts(doc *corpus.Document, d int, facts []fact) []fact {
	for b, block := range doc.Blocks {
		for _, sentence := range block.Sentences {
			for _, n := range namedPhases(doc.Text, sentence) {
				if giveName(facts, n) {
					continue
				}
				span := partAround(doc.Text, statedPart(doc, sentence, n.Span), n.Span)
				facts = append(facts, fact{
					Ref: corpus.Ref{Doc: doc.ID, Span: span}, doc: d, block: b, sentence: sentence,
					status: corpus.StatusOngoing, polarity: corpus.Asserts,
					speaker: speakerAt(doc, span), key: n.key, words: n.Span,
				})
			}
		}
	}
	return facts
}

// giveName gives a phase to the facts whose clause holds its words, or ends
// right before them; the words stand nearest to none of another phase.
func giveName(facts []fact, n named) bool {
	given := false
	for i := range facts {
		f := &facts[i]
		if f.key == "" && (f.Contains(n.Span) || f.Overlaps(n.Span)) {
			f.key, f.words, given = n.key, n.Span, true
			f.End = max(f.End, n.End)
		}
	}
	return given
}

// sortFacts orders the facts of one document by place.
func sortFacts(facts []fact) {
	slices.SortStableFunc(facts, func(a, b fact) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
}
