package markdown

import (
	_ "embed"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// The bounds of a supplied title, in characters. A clause shorter than the
// least says too little, so the words after it are taken along.
const (
	titleMost  = 80
	titleLeast = 25
)

// dateline is the place and the agency in front of a report's first sentence.
// It is wrong where a sentence opens with two joined subjects and a colon
// («الحكومة/البرلمان: …»).
//
// Matches "بغداد/المسلة: ", "القاهرة (وكالة الأنباء) - ", "الرياض - واس: ".
var dateline = regexp.MustCompile(`^\p{L}[\p{L}\p{M} ]{1,25}?\s*(?:[/–—-]|\()\s*\p{L}[\p{L}\p{M}\d. ]{1,28}\)?\s*(?::|\s[–—-]\s)\s*`)

//go:embed data/particles.txt
var particlesFile string

// particles are the words that no title ends with.
var particles = arabic.List(particlesFile)

// supplyTitle makes a title from the first sentence of doc's body: without a
// dateline, and cut at the end of a clause. A document without any block is
// called by its file's name.
func supplyTitle(doc corpus.Document) string {
	s := flat(firstSentence(doc))
	s = strings.TrimRight(oneLine(strings.TrimPrefix(s, dateline.FindString(s))), ".،؛: ")
	switch {
	case s == "":
		return strings.TrimSuffix(path.Base(doc.Path), path.Ext(doc.Path))
	case utf8.RuneCountInString(s) <= titleMost:
		return s
	}
	return cutTitle(s)
}

// firstSentence gives the first sentence of the first body paragraph, or of the
// first paragraph when none is body.
func firstSentence(doc corpus.Document) string {
	for _, b := range doc.Blocks {
		if b.Role == corpus.RoleBody {
			return sentenceOf(doc.Text, b)
		}
	}
	if len(doc.Blocks) > 0 {
		return sentenceOf(doc.Text, doc.Blocks[0])
	}
	return ""
}

func sentenceOf(text string, b corpus.Block) string {
	if len(b.Sentences) > 0 {
		return b.Sentences[0].Of(text)
	}
	return b.Of(text)
}

// cutTitle cuts s after its last clause, or else its last word, that ends
// within titleMost characters.
func cutTitle(s string) string {
	clause, word, n := 0, 0, 0
	for i, r := range s {
		if n++; n > titleMost {
			break
		}
		switch {
		case strings.ContainsRune("،؛,;:–—", r) && n > titleLeast:
			clause = i
		case unicode.IsSpace(r):
			word = i
		}
	}
	if clause == 0 {
		clause = word
	}
	if clause == 0 { // one word of more than titleMost characters
		clause = len(string([]rune(s)[:titleMost]))
	}
	return strings.TrimRight(withoutParticles(s[:clause]), "،؛,;:–— ") + "…"
}

// withoutParticles drops the particles at the end of s, which would point at
// what is no longer there: «… الحاسمة بين».
func withoutParticles(s string) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !slices.Contains(particles, strings.Trim(s[i:], "،؛,; ")) {
			return s
		}
		s = s[:i]
	}
}
