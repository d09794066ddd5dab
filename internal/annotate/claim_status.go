package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// verdict is how far an event has come and how it is asserted.
type verdict struct {
	status   corpus.Status
	polarity corpus.Polarity
	rule     string
	// irreal says that the event is wished for, asked or supposed: no claim.
	irreal bool
	// cued says that a word of its own says so, not the tense alone.
	cued bool
}

// findCues notes the cues of the block at the token that each ends in; the
// longest at a place wins over those inside it.
func (r *claimReader) findCues() {
	for i := 0; i < len(r.tokens); {
		cue := r.cueAt(i)
		if cue.words == 0 {
			i++
			continue
		}
		r.tokens[i+cue.words-1].cue = cue
		i += cue.words
	}
}

// cueAt gives the longest cue that begins at token i.
func (r *claimReader) cueAt(i int) (best claimCue) {
	for _, s := range arabic.Splits(r.tokens[i].raw) {
		words := arabic.Fold(s.Rest)
		if p := arabic.Fold(s.Prefix); strings.HasSuffix(p, articleFold) {
			continue
		}
		for n := 1; n <= r.lex.longest; n++ {
			if cue, ok := r.lex.cues[words]; ok && n > best.words {
				best = cue
			}
			if i+n >= len(r.tokens) || r.tokens[i+n].kind != arabic.Word || r.tokens[i+n].sentence != r.tokens[i].sentence {
				break
			}
			words += " " + r.tokens[i+n].fold
		}
	}
	return best
}

// nearWords is how far behind its cue an event noun may stand.
const nearWords = 4

// judge weighs the cues around the event at token t of clause n over what its
// tense says. verb tells a verb from a noun.
func (r *claimReader) judge(n, t int, verb bool, base corpus.Status) verdict {
	v := verdict{status: base, polarity: corpus.Asserts}
	c := r.clauses[n]
	if cue, ok := r.governing(n, t, verb); ok {
		v.apply(cue.effect)
	}
	if verb && r.tokens[t].event.verb == "past" && v.status == corpus.StatusPlanned {
		v.status = base // «من المقرر» cannot govern what is past
	}
	if w := r.before(t); w == "قد" && verb {
		v.cued = true
		v.status = corpus.StatusDone
		if r.tokens[t].event.verb == "present" {
			v.status = corpus.StatusExpected
		}
	}
	for i := max(c.first, t-nearWords); i < min(c.end, t+2*nearWords); i++ {
		cue := r.tokens[i].cue
		if i != t && (cue.place == "mark" || cue.place == "beside" && !verb && i > t && r.agreesWith(t, i)) && !v.irreal &&
			v.polarity == corpus.Asserts && v.status != corpus.StatusExpected {
			v.apply(cue.effect)
		}
	}
	if r.hypothetical && v.polarity == corpus.Asserts && v.status != corpus.StatusDone {
		v.status, v.cued = corpus.StatusExpected, true
	}
	return v
}

// apply lets a cue decide.
func (v *verdict) apply(effect string) {
	v.cued = true
	switch effect {
	case "irreal":
		v.irreal = true
	case "denied":
		v.status, v.polarity = corpus.StatusDenied, corpus.Denies
	case "not_denies":
		v.polarity = corpus.NotDenies
	case "not_excludes":
		v.status, v.polarity = corpus.StatusExpected, corpus.NotExcludes
	default:
		v.status = corpus.Status(effect)
	}
}

// governing gives the cue that governs token t of clause n: the last one before
// it in its clause, or, in a clause with أن, the last one of the clause before.
func (r *claimReader) governing(n, t int, verb bool) (claimCue, bool) {
	c := r.clauses[n]
	for i := t - 1; i >= c.first; i-- {
		if cue := r.tokens[i].cue; cue.words > 0 && r.reaches(cue, i, t, verb) {
			return cue, true
		}
	}
	if c.kind != "that" || !c.follows || n == 0 {
		return claimCue{}, false
	}
	p := r.clauses[n-1]
	for i := p.end - 1; i >= p.first; i-- {
		if cue := r.tokens[i].cue; cue.place == "before" || cue.place == "near" && p.end-i <= nearWords {
			return cue, true
		}
	}
	return claimCue{}, false
}

// reaches reports whether a cue that ends at token i governs token t.
func (r *claimReader) reaches(cue claimCue, i, t int, verb bool) bool {
	switch cue.place {
	case "before":
		return true
	case "verb":
		return i == t-1 && verb
	case "near":
		if verb {
			return i == t-1 && cue.effect == "denied"
		}
		return t-i <= nearWords && !r.verbBetween(i, t)
	}
	return false
}

// verbBetween reports whether a verb of an event stands between two tokens.
func (r *claimReader) verbBetween(i, t int) bool {
	return slices.ContainsFunc(r.tokens[i+1:t], func(x claimToken) bool { return x.event.verb != "" && x.event.noun == "" })
}

// agreesWith reports whether the adjective at token i can be that of the noun at
// token t: both have the article or neither does, or the noun governs another.
func (r *claimReader) agreesWith(t, i int) bool {
	for j := t + 1; j < i; j++ {
		if r.tokens[j].kind != arabic.Word || r.tokens[j].date >= 0 {
			return false
		}
		switch r.tokens[j].fold {
		case "في", "من", "علي", "الي", "عن", "مع", "بين", "حول", "ضد":
			return false
		}
	}
	return r.tokens[t].event.article == strings.HasPrefix(r.tokens[i].fold, articleFold) || i > t+1
}

// before gives the folded word before token t.
func (r *claimReader) before(t int) string {
	if t == 0 {
		return ""
	}
	return withoutConjunction(r.tokens[t-1].fold)
}

// dated lets the dates between two tokens correct a status: what is under way
// at a date to come is planned, and an event noun that only its date places is
// done when that is past.
func (r *claimReader) dated(v verdict, first, end int, verb bool) verdict {
	if v.polarity != corpus.Asserts || r.doc.Meta.Published == "" {
		return v
	}
	for i := first; i < end; i++ {
		if r.tokens[i].date < 0 {
			continue
		}
		switch when := r.compare(r.doc.Dates[r.tokens[i].date]); {
		case when > 0 && (v.status == corpus.StatusOngoing || v.status == corpus.StatusDone && !verb && !v.cued):
			v.status = corpus.StatusPlanned
			return v
		case when < 0 && !verb && !v.cued:
			v.status = corpus.StatusDone
			return v
		}
	}
	return v
}

// compare says whether a date lies after (1) or before (-1) the day of
// publication; 0 when it holds that day, has no value, or only bounds the event
// from the past («منذ»).
func (r *claimReader) compare(d corpus.Date) int {
	pub := r.doc.Meta.Published
	if d.Value == "" || d.Timex != corpus.TimexDate || d.Rel == corpus.RelSince || strings.ContainsAny(d.Value, "/X~?") ||
		strings.HasPrefix(pub, d.Value) || strings.HasPrefix(d.Value, pub) {
		return 0
	}
	return calendar.Compare(d.Value, pub)
}

// phase gives the first explicit phase between two tokens, as it stands:
// «المرحلة الثانية والأخيرة».
func (r *claimReader) phase(first, end int) string {
	for i := first; i < end; i++ {
		if r.tokens[i].kind != arabic.Word {
			continue
		}
		for _, s := range arabic.Splits(r.tokens[i].raw) {
			if !r.lex.heads[arabic.Fold(s.Rest)] {
				continue
			}
			if j := r.stagesEnd(i+1, end); j > i+1 {
				return oneLine(r.doc.Text[r.tokens[i].Start+len(s.Prefix) : r.tokens[j-1].End])
			}
		}
	}
	return ""
}

// stagesEnd gives the token after the ordinals and adjectives of a phase that
// begin at token i.
func (r *claimReader) stagesEnd(i, end int) int {
	for i < end && r.tokens[i].kind == arabic.Word {
		w := r.tokens[i].fold
		n, ok := arabic.Number([]string{strings.TrimPrefix(w, "و")})
		if !r.lex.stages[withoutConjunction(w)] && !(ok && n.Ordinal && n.Definite) {
			break
		}
		i++
	}
	return i
}

// oneLine gives s with single blanks for runs of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
