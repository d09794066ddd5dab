package annotate

import (
	"sort"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// claimsOf gives the claims of clause n.
func (r *claimReader) claimsOf(n int) []corpus.Claim {
	c := r.clauses[n]
	first, end := r.trim(c)
	if first >= end || r.asks(end) {
		return nil
	}
	var out []corpus.Claim
	used := -1 // the noun that a verb before has taken
	for t := first; t < end; t++ {
		switch {
		case t == used:
		case r.isVerb(t, first):
			claims, noun := r.verbal(n, t)
			out, used = append(out, claims...), noun
		case r.lightTense(t) != "":
			claims, noun := r.carried(n, t)
			out, used = append(out, claims...), noun
		case r.isNoun(t):
			claims, noun := r.nominal(n, t)
			out, used = append(out, claims...), noun
		}
	}
	return out
}

// asks reports whether the sentence of the clause that ends before token end is a
// question.
func (r *claimReader) asks(end int) bool {
	for i := end; i < len(r.tokens) && i < end+3; i++ {
		if raw := r.tokens[i].raw; raw == "؟" || raw == "?" {
			return true
		}
		if r.tokens[i].sentence != r.tokens[end-1].sentence || r.tokens[i].kind != arabic.Punct {
			break
		}
	}
	return false
}

// isVerb reports whether token t is a verb of an event here. A word that can be
// verb and noun («رفض», «نقل») is a verb only where its clause begins, outside
// headings, or behind قد or a relative pronoun.
func (r *claimReader) isVerb(t, first int) bool {
	e := r.tokens[t].event
	if e.verb == "" || r.tokens[t].kind != arabic.Word || e.particle {
		return false
	}
	if w := r.before(t); isPreposition(w) || w == "اي" || w == "كل" || w == "عدم" {
		return false
	}
	if e.noun == "" && !e.opens || strings.HasSuffix(r.tokens[t].raw, string(arabic.AlefMaksura)) {
		return true // «نفى» is no «نفي»
	}
	w := r.before(t)
	opens := t == first || e.conjunction && (e.noun == "" || t+1 < len(r.tokens) && r.tokens[t+1].kind == arabic.Numeric) || w == "قد" || r.lex.breaks[w] == "relative" || w == "لم" || w == "لا" || w == "لن"
	return opens && r.block.Role == corpus.RoleBody && !r.opensItem(t)
}

// isPreposition reports whether a folded word is one that a noun follows.
func isPreposition(w string) bool {
	switch w {
	case "في", "من", "الي", "علي", "عن", "بين", "حول", "بعد", "قبل", "منذ", "خلال", "بشان", "ضد", "مع", "عقب", "اثر":
		return true
	}
	return false
}

// opensItem reports whether token t is the first word of an item, or of a short
// block that no mark ends: there a noun is more likely.
func (r *claimReader) opensItem(t int) bool {
	last := r.tokens[len(r.tokens)-1].kind
	return t == 0 && r.block.Len() < 150 && last != arabic.Punct || t == 1 && r.tokens[0].kind == arabic.Punct
}

// isNoun reports whether token t is an event noun or a participle that is the
// predicate. A participle with the article is an adjective.
func (r *claimReader) isNoun(t int) bool {
	e := r.tokens[t].event
	before := r.before(t)
	return e.noun == "noun" && !r.lex.topics[before] && !r.lex.ranks[before] || e.noun == "part" && r.predicates(t)
}

// predicates reports whether the participle at token t says something of its
// subject: it has no article and does not agree with an indefinite noun right
// before it, as «مشاورات مغلقة» does. Wrong behind names that were not found.
func (r *claimReader) predicates(t int) bool {
	e := r.tokens[t].event
	if e.article || e.particle || e.conjunction {
		return false
	}
	w := r.before(t)
	if t+1 < len(r.tokens) && strings.HasPrefix(r.tokens[t+1].fold, articleFold) {
		return false // «منتهية الصلاحية»
	}
	if t > 0 && r.isNamed(t-1) {
		return true // «نشاط بتروجاز متوقف»: a name is definite
	}
	if t == 0 || strings.HasPrefix(w, articleFold) || r.tokens[t-1].kind != arabic.Word || r.tokens[t-1].cue.words > 0 {
		return true
	}
	feminine := strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات")
	return feminine != strings.HasSuffix(r.tokens[t].fold, "ه") || strings.HasSuffix(w, "ا")
}

// isNamed reports whether token i is in a mention.
func (r *claimReader) isNamed(i int) bool {
	all := r.doc.Mentions
	m := sort.Search(len(all), func(m int) bool { return all[m].End > r.tokens[i].Start })
	return m < len(all) && all[m].Overlaps(r.tokens[i].Span)
}

// lightTense gives the tense of the light verb at token t, or "": past,
// present, or future with س.
func (r *claimReader) lightTense(t int) string {
	w := withoutConjunction(r.tokens[t].fold)
	if t > 0 && r.tokens[t].fold == w && r.lex.light[strings.TrimPrefix(r.before(t), "س")] != "" {
		return "" // «تم عقد»
	}
	if tense := r.lex.light[w]; tense != "" {
		if tense == "past" && r.carriedOn(t) {
			return "" // «سيتم مساء اليوم عقد اجتماع»
		}
		return tense
	}
	if rest, ok := strings.CutPrefix(w, "س"); ok && (r.lex.light[rest] == "present" || r.lex.light[rest] == "does") {
		return "future"
	}
	return ""
}

// carriedOn reports whether a light verb stands before token t in its phrase,
// not far off and with no event between: what looks like one at t is a noun.
func (r *claimReader) carriedOn(t int) bool {
	if withoutConjunction(r.tokens[t].fold) != r.tokens[t].fold {
		return false
	}
	for i := t - 1; i >= 0 && i > t-carriedWords; i-- {
		x := r.tokens[i]
		if x.kind == arabic.Punct && endsClause(x.raw) || x.event.class != "" || r.lex.breaks[x.fold] != "" {
			return false
		}
		if w := withoutConjunction(x.fold); r.lex.light[strings.TrimPrefix(w, "س")] != "" {
			return true
		}
	}
	return false
}

// carriedWords is how far behind a light verb its noun may stand.
const carriedWords = 16

// lightBase is what the tense of a light verb says; did and does are past and
// present of verbs that take ب («قام … بزيارة»).
var lightBase = map[string]corpus.Status{
	"past": corpus.StatusDone, "present": corpus.StatusOngoing, "future": corpus.StatusPlanned,
	"did": corpus.StatusDone, "does": corpus.StatusOngoing,
}

// verbal gives the claim of the verb at token t, and of the event noun that it
// governs, with the token of that.
func (r *claimReader) verbal(n, t int) (out []corpus.Claim, noun int) {
	e := r.tokens[t].event
	base := corpus.StatusOngoing
	switch {
	case e.verb == "past":
		base = corpus.StatusDone
	case e.future || r.before(t) == "سوف" || r.before(t) == "لن":
		base = corpus.StatusPlanned
	}
	v := r.judge(n, t, true, base)
	if v.irreal || r.subjunctive(n, t) && !v.cued {
		return nil, -1
	}
	first, end := r.trim(r.clauses[n])
	v = r.dated(v, first, end, true)
	v.rule = "verb"
	v = v.of(e.class)
	out = append(out, r.claim(t, first, end, v))
	noun = r.governed(n, t, true)
	if noun > t {
		out = append(out, r.nested(n, t, noun, v)...)
	}
	return out, noun
}

// subjunctive reports whether the verb at token t stands right behind أن, so
// that only a cue can say what becomes of it.
func (r *claimReader) subjunctive(n, t int) bool {
	return r.tokens[t].event.verb == "present" && !r.tokens[t].event.future && t > r.clauses[n].first-1 &&
		t > 0 && r.lex.breaks[r.before(t)] == "that"
}

// of gives the verdict on an event of a class: what is postponed is not done.
func (v verdict) of(class string) verdict {
	if class == "postpone" && v.polarity == corpus.Asserts && v.status != corpus.StatusExpected {
		v.status = corpus.StatusPostponed
	}
	return v
}

// nested gives the claim of the event noun that the event at token t governs,
// as far as claim_nested.txt says what follows for it from v.
func (r *claimReader) nested(n, t, noun int, v verdict) []corpus.Claim {
	status := r.lex.nested[r.tokens[t].event.class]
	if status == "" || r.tokens[noun].event.class == r.tokens[t].event.class {
		return nil
	}
	_, end := r.trim(r.clauses[n])
	if status == "auto" {
		status = string(r.byAnnouncing(noun, end))
	}
	w := r.dated(r.weigh(corpus.Status(status), v), noun, end, true)
	w.rule = "nested"
	return []corpus.Claim{r.claim(noun, noun, end, w)}
}

// byAnnouncing gives the status of the event noun at token t that somebody announces, of
// a clause that ends before token end: done where it comes about by itself or by being
// announced and its date is not to come, else planned.
func (r *claimReader) byAnnouncing(t, end int) corpus.Status {
	when := r.firstDate(t, end)
	if when < 0 || when == 0 && (r.happens(t) || r.lex.befalls[r.tokens[t].event.class]) {
		return corpus.StatusDone
	}
	return corpus.StatusPlanned
}

// firstDate says whether the first date behind the noun at token t, up to end, lies after
// (1) or before (-1) the day of publication; 0 where there is none.
func (r *claimReader) firstDate(t, end int) int {
	for i := t + 1; i < end; i++ {
		if d := r.tokens[i].date; d >= 0 {
			return r.compare(r.doc.Dates[d])
		}
	}
	return 0
}

// weigh gives the verdict on an event of which another one says status, when v
// is the verdict on that one: what will start is planned, what has not started
// is denied, and a denial denied leaves a possibility.
func (r *claimReader) weigh(status corpus.Status, v verdict) verdict {
	w := verdict{status: status, polarity: v.polarity}
	switch {
	case status == corpus.StatusDenied && v.polarity == corpus.Denies:
		w.status, w.polarity = corpus.StatusExpected, corpus.NotDenies
	case status == corpus.StatusDenied:
		w.polarity = corpus.Denies
	case v.polarity == corpus.Denies:
		w.status = corpus.StatusDenied
	case v.status == corpus.StatusPlanned, v.status == corpus.StatusExpected:
		w.status = v.status
	}
	return w
}

// happens reports whether the noun at token t is of a verb that takes no object
// («انتهاء», «انسحاب»), or فعليا or its like stands behind it: then to announce
// it is to say that it has come about. The pattern انفعال tells most; إفعال
// («إنهاء») is shorter.
func (r *claimReader) happens(t int) bool {
	w := strings.TrimPrefix(withoutConjunction(r.tokens[t].fold), articleFold)
	for i := t + 1; i < len(r.tokens) && i < t+2*nearWords && r.tokens[i].sentence == r.tokens[t].sentence; i++ {
		if cue := r.tokens[i].cue; cue.place == "mark" && cue.effect == "done" {
			return true
		}
	}
	return strings.HasPrefix(w, "ان") && len(w) >= len("انفعال") || w == "اكتمال"
}

// carried gives the claim of the event noun behind the light verb at token t:
// «تم التوصل», «عقد اجتماعا».
func (r *claimReader) carried(n, t int) (out []corpus.Claim, noun int) {
	noun = r.governed(n, t, true)
	tense := r.lightTense(t)
	if noun < 0 || r.tokens[noun].event.particle && noun > t+1 && !r.withBy(tense, noun) {
		return nil, -1
	}
	base := lightBase[tense]
	if r.before(t) == "لن" || r.before(t) == "سوف" {
		base = corpus.StatusPlanned
	}
	v := r.judgeLight(n, t, base)
	if v.irreal || t > 0 && r.lex.breaks[r.before(t)] == "that" && base == corpus.StatusOngoing && !v.cued {
		return nil, noun
	}
	first, end := r.trim(r.clauses[n])
	v = r.dated(v, first, end, true)
	v.rule = "light"
	v = v.of(r.tokens[noun].event.class)
	out = append(out, r.claim(noun, first, end, v))
	if inner := r.governed(n, noun, false); inner > noun {
		out, noun = append(out, r.nested(n, noun, inner, v)...), inner
	}
	return out, noun
}

// withBy reports whether the noun at token t has the ب that a light verb of that
// tense takes.
func (r *claimReader) withBy(tense string, t int) bool {
	return (tense == "did" || tense == "does") && strings.HasSuffix(r.tokens[t].event.prefix, "ب")
}

// judgeLight judges a light verb, which names no event of its own.
func (r *claimReader) judgeLight(n, t int, base corpus.Status) verdict {
	v := verdict{status: base, polarity: corpus.Asserts}
	for _, effect := range r.governing(n, t, true) {
		v.apply(effect)
	}
	if r.before(t) == "قد" && base == corpus.StatusOngoing {
		v.status, v.cued = corpus.StatusExpected, true
	}
	return v
}

// agreesOn reports whether the event noun at token i is what the verb at token t agrees on
// or approves of, however far off: «اتفق الجانبان العراقي والأميركي على إنهاء …».
func (r *claimReader) agreesOn(t, i int) bool {
	e := r.tokens[t].event
	return e.verb != "" && (e.class == "agree" || e.class == "approve") && r.before(i) == "علي"
}

// governed gives the token of the event noun that the event at token t governs
// in its clause, or -1. A verb has its subject before its object, so the noun
// may be ten words off, and further from a light verb; a noun governs the next word, or one that bears the event
// stands between («موعد انسحاب»).
func (r *claimReader) governed(n, t int, verb bool) int {
	_, end := r.trim(r.clauses[n])
	reach := t + 11
	if r.lightTense(t) != "" {
		reach = t + carriedWords
	}
	for i := t + 1; i < min(end, reach); i++ {
		tok := r.tokens[i]
		switch {
		case tok.event.noun == "noun" && r.lex.topics[r.before(i)]:
			continue // «أرجأ القاضي في قضية انفجار المرفأ الجلسات»
		case tok.event.noun == "noun":
			if tok.event.particle && !strings.Contains(tok.event.prefix, "ب") && i > t+1 ||
				i > t+2 && isPreposition(r.before(i)) && !(r.before(i) == "من" && r.isBearer(i-2)) && !r.agreesOn(t, i) {
				return -1
			}
			return i
		case tok.event.verb != "":
			return -1
		case !verb && !r.isBearer(i):
			return -1
		case tok.cue.place == "near", tok.cue.place == "before":
			return -1
		}
	}
	return -1
}
