package clean

import (
	"strings"
)

// phrase is an entry of a list of furniture: words as they stand on pages.
type phrase struct {
	words string // folded, joined by blanks
	open  openness
	kind  reason
}

// openness says on which sides of a phrase a line may go on.
type openness uint8

const (
	openRight openness = 1 << iota
	openLeft
)

// phraseBook holds the lists, by how they are looked up.
type phraseBook struct {
	whole    map[string]reason   // the line is the phrase
	prefix   map[string][]phrase // the line begins with it; by first word
	suffix   map[string][]phrase // the line ends with it; by last word
	anywhere []phrase
}

var furniture = readPhrases(map[string]reason{
	"credit.txt":    asCredit,
	"furniture.txt": asPhrase,
	"labels.txt":    asLabel,
	"related.txt":   asRelated,
	"summary.txt":   asSummary,
	"tail.txt":      asTail,
}, []string{"related.txt", "tail.txt", "credit.txt", "summary.txt", "labels.txt", "furniture.txt"})

// readPhrases reads the files in order; the first to hold a phrase names it.
func readPhrases(kinds map[string]reason, files []string) phraseBook {
	b := phraseBook{whole: map[string]reason{}, prefix: map[string][]phrase{}, suffix: map[string][]phrase{}}
	for _, file := range files {
		for _, e := range entries(file) {
			b.add(e, kinds[file])
		}
	}
	return b
}

// add takes an entry such as "اقرأ أيضا …": an ellipsis stands for the rest of
// the line.
func (b *phraseBook) add(entry string, kind reason) {
	p := phrase{words: norm(entry), kind: kind}
	if strings.HasSuffix(entry, "…") {
		p.open |= openRight
	}
	if strings.HasPrefix(entry, "…") {
		p.open |= openLeft
	}
	switch first, last := ends(p.words); p.open {
	case openRight:
		b.prefix[first] = append(b.prefix[first], p)
	case openLeft:
		b.suffix[last] = append(b.suffix[last], p)
	case openLeft | openRight:
		b.anywhere = append(b.anywhere, p)
	}
	if _, known := b.whole[p.words]; !known {
		b.whole[p.words] = kind
	}
}

// ends gives the first and the last word of s.
func ends(s string) (first, last string) {
	first, _, _ = strings.Cut(s, " ")
	return first, s[strings.LastIndexByte(s, ' ')+1:]
}

// find looks the line up. whole says that it is a phrase from end to end,
// digits and signs aside; hits counts the phrases in it.
func (b *phraseBook) find(l *line) (kind reason, whole bool, hits int) {
	if l.n() == 0 {
		return "", false, 0
	}
	key := withoutNumbers(l.words)
	if k, ok := b.whole[key]; ok {
		return k, true, 1
	}
	for _, p := range b.prefix[l.words[0]] {
		if strings.HasPrefix(l.norm+" ", p.words+" ") {
			return p.kind, false, 1
		}
	}
	for _, p := range b.suffix[l.words[l.n()-1]] {
		if strings.HasSuffix(" "+l.norm, " "+p.words) {
			return p.kind, false, 1
		}
	}
	if l.n() > longestSearched {
		return "", false, 0
	}
	for _, p := range b.anywhere {
		if strings.Contains(" "+l.norm+" ", " "+p.words+" ") {
			if kind == "" {
				kind = p.kind
			}
			hits++
		}
	}
	return kind, false, hits
}

// longestSearched is the number of words beyond which a line is not searched
// for phrases inside it.
const longestSearched = 150

// withoutNumbers joins the words that are not numbers.
func withoutNumbers(words []string) string {
	kept := make([]string, 0, len(words))
	for _, w := range words {
		if !isNumber(w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// isNumber reports whether a folded word is made of digits.
func isNumber(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}
