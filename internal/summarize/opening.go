package summarize

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
)

// linked gives the length of a connective before a sentence, with the comma
// that parts them: «وفي السياق ذاته، »; 0 if there is none. One of several words
// needs no comma. It is wrong for «في السياق ذاته الذي …».
func linked(sentence string) int {
	var words []string
	whole := 0 // the length of the longest without a comma
	for _, t := range arabic.Tokens(head(sentence, startLength)) {
		w := t.Of(sentence)
		switch {
		case t.Kind != arabic.Punct:
			if len(words) > 1 && isLink(words) {
				whole = t.Start
			}
			if words = append(words, arabic.Fold(w)); len(words) > 5 {
				return whole
			}
		case (w == "،" || w == ",") && isLink(words):
			return inkAfter(sentence, t.End)
		default:
			return whole
		}
	}
	return whole
}

// inkAfter gives the place of the first ink of a sentence from i on.
func inkAfter(sentence string, i int) int {
	return i + len(sentence[i:]) - len(strings.TrimLeftFunc(sentence[i:], blank))
}

// likewise gives the length of «كما» before a verb in the present («كما يُتوقع
// أن») or of «كما أن» before a noun: what follows is a sentence in itself. It
// is 0 before a comma, for «كما يقول المثل، …» compares; and before a noun that
// «أن» has changed visibly («كما أن المسؤولين»).
func likewise(sentence string) int {
	tokens := arabic.Tokens(head(sentence, startLength))
	if len(tokens) < 8 || strings.TrimPrefix(arabic.Fold(tokens[0].Of(sentence)), "و") != "كما" {
		return 0
	}
	for _, t := range tokens[:8] {
		if t.Kind == arabic.Punct {
			return 0
		}
	}
	next := arabic.Fold(tokens[1].Of(sentence))
	switch {
	case next == "ان":
		if noun := arabic.Fold(tokens[2].Of(sentence)); strings.HasPrefix(noun, "ال") && !strings.HasSuffix(noun, "ين") {
			return tokens[2].Start
		}
	case strings.HasPrefix(next, "ي"), strings.HasPrefix(next, "ت"):
		return tokens[1].Start
	}
	return 0
}

// dateline gives the length of the place and the agency before the first
// sentence of a report, «بغداد/رويترز: » or «القاهرة (أ ف ب) - ».
func dateline(sentence string) int {
	words, parted := 0, false
	for _, t := range arabic.Tokens(head(sentence, startLength)) {
		if t.Kind != arabic.Punct {
			if words++; words > 5 {
				return 0
			}
			continue
		}
		switch t.Of(sentence) {
		case "/", "(", ")":
			parted = true
		case ":":
			if parted && words > 0 {
				return inkAfter(sentence, t.End)
			}
			return 0
		case "-", "–", "—":
			if parted && words > 0 {
				return inkAfter(sentence, t.End)
			}
			parted = true
		default:
			return 0
		}
	}
	return 0
}

func isLink(words []string) bool {
	if len(words) == 0 {
		return false
	}
	bare := slices.Clone(words)
	bare[0] = strings.TrimPrefix(bare[0], "و")
	return slices.ContainsFunc(lean().links, func(l []string) bool {
		return slices.Equal(l, words) || slices.Equal(l, bare)
	})
}
