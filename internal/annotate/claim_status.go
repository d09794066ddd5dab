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
		for range cue.words {
			r.tokens[i].inCue = cue.place == "before"
			i++
		}
	}
}

// cueAt gives the longest cue that begins at token i.
func (r *claimReader) cueAt(i int) (best claimCue) {
	for _, s := range arabic.Splits(r.tokens[i].fold) {
		if strings.HasSuffix(s.Prefix, articleFold) {
			continue
		}
		words := s.Rest
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
	for _, effect := range r.governing(n, t, verb) {
		switch {
		case effect != "meanwhile":
			v.apply(effect)
		case verb || base != corpus.StatusDone: // not «مع إعلان»
			v.apply(string(r.meanwhile(n, t)))
		}
	}
	if own := r.tokens[t].cue.effect; own == "not_denies" || own == "not_excludes" {
		v.apply("denied") // «لم ينف»: the denial itself
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
		if i != t && (cue.place == "mark" || cue.place == "beside" && !verb && i > t && i < t+nearWords && r.agreesWith(t, i)) && !v.irreal &&
			v.polarity == corpus.Asserts && v.status != corpus.StatusExpected {
			v.apply(cue.effect)
		}
	}
	if r.hypothetical && v.polarity == corpus.Asserts && v.status != corpus.StatusDone {
		v.status, v.cued = corpus.StatusExpected, true
	}
	return v
}

// meanwhile gives the status of the event noun at token t of clause n, which
// accompanies what the last verb before it says, in its clause or the one before:
// «ستنتهي المهمة مع انتقال إلى» is to come, as «تنتهي» is, else it is under way.
func (r *claimReader) meanwhile(n, t int) corpus.Status {
	for m := n; m >= 0 && m >= n-1; m-- {
		first, end := r.trim(r.clauses[m])
		for u := min(t, end) - 1; u >= first; u-- {
			if !r.isVerb(u, first) {
				continue
			}
			claims, _ := r.verbal(m, u)
			if k := len(claims); k > 0 && (claims[k-1].Status == corpus.StatusPlanned || claims[k-1].Status == corpus.StatusExpected) {
				return claims[k-1].Status
			}
			return corpus.StatusOngoing
		}
		if !r.clauses[m].follows {
			break
		}
	}
	return corpus.StatusOngoing
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

// governing gives the effects of the cues that govern token t of clause n: of
// the last one before it in its clause or, in a clause with أن, in those before
// that, and of a denial further off, which holds for all behind it.
func (r *claimReader) governing(n, t int, verb bool) (effects []string) {
	c := r.clauses[n]
	for i := t - 1; i >= c.first; i-- {
		if cue := r.tokens[i].cue; cue.words > 0 && r.reaches(cue, i, t, verb) {
			if effects = append(effects, cue.effect); r.denies(cue) {
				return effects
			}
			for i--; i >= c.first; i-- {
				if cue := r.tokens[i].cue; r.denies(cue) && cue.place == "before" && !r.eventBetween(i, t) {
					return append(effects, cue.effect)
				}
			}
		}
	}
	if cue, ok := r.inherited(n); ok && (len(effects) == 0 || r.denies(cue)) {
		effects = append(effects, cue.effect)
	}
	return effects
}

// denies reports whether a cue is a denial or the denial of one.
func (r *claimReader) denies(c claimCue) bool {
	return c.effect == "denied" || c.effect == "not_denies" || c.effect == "not_excludes"
}

// inherited gives the cue that governs clause n, which أن begins, from outside:
// «من المقرر، وفقا لمصادر، أن …». Only the naming of a source may stand between.
func (r *claimReader) inherited(n int) (claimCue, bool) {
	if r.clauses[n].kind != "that" {
		return claimCue{}, false
	}
	for back := 1; back <= 3 && n-back >= 0 && r.clauses[n-back+1].follows; back++ {
		p := r.clauses[n-back]
		for i := p.end - 1; i >= p.first; i-- {
			if cue := r.tokens[i].cue; cue.place == "before" || cue.place == "near" && i == p.end-1 {
				return cue, true
			}
		}
		if !r.attributes(p) {
			break
		}
	}
	return claimCue{}, false
}

// attributes reports whether a clause only names a source: «وفقا لمصادر».
func (r *claimReader) attributes(c claimClause) bool {
	first, end := r.trim(c)
	return first < end && slices.Contains([]string{"وفق", "وفقا", "حسب", "بحسب", "طبقا"}, r.tokens[first].fold)
}

// reaches reports whether a cue that ends at token i governs token t.
func (r *claimReader) reaches(cue claimCue, i, t int, verb bool) bool {
	switch cue.place {
	case "before", "here":
		if verb {
			return !r.verbBetween(i, t)
		}
		return !r.eventBetween(i, t)
	case "verb":
		return i == t-1 && verb
	case "near":
		if verb {
			return i == t-1 && cue.effect == "denied"
		}
		if cue.effect == "denied" || cue.effect == "meanwhile" {
			return r.bears(i+1, t)
		}
		return t-i <= nearWords && !r.eventBetween(i, t)
	}
	return false
}

// bears reports whether nothing but words that bear an event stands from token i
// to before token t.
func (r *claimReader) bears(i, t int) bool {
	for ; i < t; i++ {
		if w := r.tokens[i].fold; w != "وجود" && w != "اي" && !r.isBearer(i) {
			return false
		}
	}
	return true
}

// verbBetween reports whether a verb of an event stands between two tokens.
func (r *claimReader) verbBetween(i, t int) bool {
	return slices.ContainsFunc(r.tokens[i+1:t], func(x claimToken) bool { return x.event.verb != "" && x.event.noun == "" })
}

// eventBetween reports whether an event stands between two tokens.
func (r *claimReader) eventBetween(i, t int) bool {
	return slices.ContainsFunc(r.tokens[i+1:t], func(x claimToken) bool { return x.event.class != "" })
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
		case when < 0 && !verb && (!v.cued || v.status == corpus.StatusOngoing):
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
	if from, to, ok := strings.Cut(d.Value, "/"); ok && d.Timex == corpus.TimexDate && !strings.ContainsAny(d.Value, ".X~?") {
		switch {
		case calendar.Compare(to, pub) < 0 && !strings.HasPrefix(pub, to):
			return -1
		case calendar.Compare(from, pub) > 0 && !strings.HasPrefix(pub, from):
			return 1
		}
		return 0
	}
	if d.Value == "" || d.Timex != corpus.TimexDate || strings.ContainsAny(d.Value, "/X~?") ||
		strings.HasPrefix(pub, d.Value) || strings.HasPrefix(d.Value, pub) {
		return 0
	}
	if d.Rel == corpus.RelSince {
		return max(0, calendar.Compare(d.Value, pub)) // «بدءا من نوفمبر المقبل» is still to come
	}
	return calendar.Compare(d.Value, pub)
}

// oneLine gives s with single blanks for runs of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
