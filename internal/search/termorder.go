package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"mojaz/internal/arabic"
)

// ordered is an entry with what it is sorted by.
type ordered struct {
	*Entry
	initial string
	rank    int
	key     []byte
}

// letters sorts the entries as an Arabic dictionary does, the article aside; words
// in other letters come last.
func (x *indexer) letters() (out []Letter) {
	at := map[string]int{}
	for _, e := range x.sorted() {
		if _, ok := at[e.initial]; !ok {
			at[e.initial] = len(out)
			out = append(out, Letter{Letter: e.initial})
		}
		out[at[e.initial]].Entries = append(out[at[e.initial]].Entries, *e.Entry)
	}
	return out
}

func (x *indexer) sorted() []ordered {
	all := make([]ordered, 0, len(x.names))
	for _, e := range x.names {
		all = append(all, ordered{Entry: e})
	}
	for _, e := range x.words {
		if e != nil {
			all = append(all, ordered{Entry: e})
		}
	}
	order := collate.New(language.Arabic)
	var buffer collate.Buffer
	for i := range all {
		e := &all[i]
		e.initial = initial(e.Word)
		e.rank = rank(e.initial)
		e.key = bytes.Clone(order.KeyFromString(&buffer, withoutArticle(e.Word)))
		buffer.Reset()
	}
	slices.SortFunc(all, func(a, b ordered) int {
		return cmp.Or(
			cmp.Compare(a.rank, b.rank), bytes.Compare(a.key, b.key),
			cmp.Compare(a.Word, b.Word), cmp.Compare(a.URL, b.URL), cmp.Compare(a.Type, b.Type))
	})
	return all
}

// rank puts Arabic letters before others, and what is no letter last.
func rank(initial string) int {
	switch r, _ := utf8.DecodeRuneInString(initial); {
	case unicode.Is(unicode.Arabic, r):
		return 0
	case unicode.IsLetter(r):
		return 1
	}
	return 2
}

// withoutArticle gives a word as it is sorted, without marks and the article.
func withoutArticle(word string) string {
	word = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == arabic.Tatweel || arabic.Invisible(r) {
			return -1
		}
		return r
	}, word)
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return word
}

// initial gives the letter under which a word stands.
func initial(word string) string {
	r, _ := utf8.DecodeRuneInString(arabic.Fold(withoutArticle(word)))
	if !unicode.IsLetter(r) {
		return "#"
	}
	return string(unicode.ToUpper(r))
}
