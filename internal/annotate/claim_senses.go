package annotate

import (
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// stands reports whether what follows token t lets it be a form of an event: an
// object where it needs one, and nothing that makes another word of it
// («الاعتماد على», «تعود أطوار القضية إلى»).
func (r *claimReader) stands(t int, f eventForm) bool {
	events := r.lex.events
	switch {
	case f.needs && !r.follows(t, events.objects[f.class]) && !r.led(t, events.before[f.class]), r.atOnce(t, events.next[f.class]):
		return false
	case !f.verbal():
		return !r.atOnce(t, events.without[f.class]) && !r.atOnce(t, events.bare[f.class])
	}
	return !r.follows(t, events.without[f.class]) && (f.kind != "present" || !r.atOnce(t, events.now[f.class]))
}

// atOnce reports whether one of words stands right behind token t. A particle of
// one letter stands for all words that it is written to.
func (r *claimReader) atOnce(t int, words map[string]bool) bool {
	if len(words) == 0 || t+1 >= len(r.tokens) {
		return false
	}
	w := r.tokens[t+1].fold
	_, n := utf8.DecodeRuneInString(w)
	return words[w] || words[w[:n]]
}

// follows reports whether one of words stands behind token t, not far off and
// before a mark that parts clauses.
func (r *claimReader) follows(t int, words map[string]bool) bool {
	for i := t + 1; len(words) > 0 && i < len(r.tokens) && i < t+10 && r.tokens[i].sentence == r.tokens[t].sentence; i++ {
		if r.tokens[i].kind == arabic.Punct && endsClause(r.tokens[i].raw) {
			break
		}
		for _, s := range arabic.Splits(r.tokens[i].raw) {
			if words[arabic.Fold(s.Rest)] {
				return true
			}
		}
	}
	return false
}

// led reports whether one of words stands before token t in its sentence, not far off:
// «الطريق الساحلي، فقد فُتح أمام السيارات».
func (r *claimReader) led(t int, words map[string]bool) bool {
	for i := t - 1; len(words) > 0 && i >= 0 && i > t-10 && r.tokens[i].sentence == r.tokens[t].sentence; i-- {
		for _, s := range arabic.Splits(r.tokens[i].raw) {
			if words[arabic.Fold(s.Rest)] {
				return true
			}
		}
	}
	return false
}
