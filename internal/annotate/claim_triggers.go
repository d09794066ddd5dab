package annotate

import (
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
	if e.verb == "" || r.tokens[t].kind != arabic.Word {
		return false
	}
	events := r.lex.events
	if e.needs && !r.follows(t, events.objects[e.class]) || e.particle || r.follows(t, events.without[e.class]) {
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

// follows reports whether one of words stands behind token t in its sentence, not
// far off.
func (r *claimReader) follows(t int, words map[string]bool) bool {
	for i := t + 1; len(words) > 0 && i < len(r.tokens) && i < t+10 && r.tokens[i].sentence == r.tokens[t].sentence; i++ {
		for _, s := range arabic.Splits(r.tokens[i].raw) {
			if words[arabic.Fold(s.Rest)] {
				return true
			}
		}
	}
	return false
}

// isNoun reports whether token t is an event noun or a participle that is the
// predicate. A participle with the article is an adjective.
func (r *claimReader) isNoun(t int) bool {
	e := r.tokens[t].event
	return e.noun == "noun" && !r.nextFollows(t) || e.noun == "part" && r.predicates(t)
}

// predicates reports whether the participle at token t says something of its
// subject: it has no article and does not agree with an indefinite noun right
// before it, as «مشاورات مغلقة» does. Wrong behind names of the same shape.
func (r *claimReader) predicates(t int) bool {
	e := r.tokens[t].event
	if e.article || e.particle || e.conjunction {
		return false
	}
	w := r.before(t)
	if t+1 < len(r.tokens) && strings.HasPrefix(r.tokens[t+1].fold, articleFold) {
		return false // «منتهية الصلاحية»
	}
	if t == 0 || strings.HasPrefix(w, articleFold) || r.tokens[t-1].kind != arabic.Word || r.tokens[t-1].cue.words > 0 {
		return true
	}
	feminine := strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات")
	return feminine != strings.HasSuffix(r.tokens[t].fold, "ه") || strings.HasSuffix(w, "ا")
}

// nextFollows reports whether the word behind the noun at token t makes another
// word of it: «الاعتماد على».
func (r *claimReader) nextFollows(t int) bool {
	return t+1 < len(r.tokens) && r.lex.events.without[r.tokens[t].event.class][r.tokens[t+1].fold]
}

// lightTense gives the tense of the light verb at token t, or "": past,
// present, or future with س.
func (r *claimReader) lightTense(t int) string {
	w := withoutConjunction(r.tokens[t].fold)
	if t > 0 && r.tokens[t].fold == w && r.lex.light[strings.TrimPrefix(r.before(t), "س")] != "" {
		return "" // «تم عقد»
	}
	if tense := r.lex.light[w]; tense != "" {
		return tense
	}
	if rest, ok := strings.CutPrefix(w, "س"); ok && r.lex.light[rest] == "present" {
		return "future"
	}
	return ""
}

// lightBase is what the tense of a light verb says.
var lightBase = map[string]corpus.Status{
	"past": corpus.StatusDone, "present": corpus.StatusOngoing, "future": corpus.StatusPlanned,
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
		status = string(corpus.StatusPlanned)
		if r.happens(noun) {
			status = string(corpus.StatusDone)
		}
	}
	w := r.dated(r.weigh(corpus.Status(status), v), noun, end, true)
	w.rule = "nested"
	return []corpus.Claim{r.claim(noun, noun, end, w)}
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
	return strings.HasPrefix(w, "ان") && len(w) >= len("انفعال")
}

// carried gives the claim of the event noun behind the light verb at token t:
// «تم التوصل», «عقد اجتماعا».
func (r *claimReader) carried(n, t int) (out []corpus.Claim, noun int) {
	noun = r.governed(n, t, true)
	if noun < 0 || r.tokens[noun].event.particle && noun > t+1 {
		return nil, -1
	}
	base := lightBase[r.lightTense(t)]
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

// nominal gives the claim of the event noun at token t where it asserts, and
// of the noun that it governs in turn.
func (r *claimReader) nominal(n, t int) (out []corpus.Claim, noun int) {
	first, end := r.trim(r.clauses[n])
	e := r.tokens[t].event
	base := corpus.StatusOngoing
	if own := r.lex.own[e.class]; own != "" {
		base = corpus.Status(own)
	}
	v := r.judge(n, t, false, base)
	leads := r.leads(n, t, first)
	if told, ok := r.toldBehind(n, t); ok && leads && !v.irreal && v.polarity == corpus.Asserts {
		v.status, v.polarity, v.cued = told.status, told.polarity, true
	}
	stands := leads && (r.opensItem(t) || r.block.Role == corpus.RoleHeading) || e.noun == "part" || r.dateFollows(t, end)
	if v.irreal || e.particle && !v.cued || !v.cued && !stands {
		return nil, -1
	}
	v = r.dated(v, t, end, false).of(e.class)
	v.rule = "noun"
	from := t
	if leads || e.noun == "part" {
		from = first
	}
	out = append(out, r.claim(t, from, end, v))
	noun = r.governed(n, t, false)
	if noun > t {
		out = append(out, r.nested(n, t, noun, v)...)
	}
	return out, noun
}

// toldBehind gives what a verb behind its subject at token t says of that, in the
// same clause or in the relative one right behind: «المحادثات قد تستمر», «سحب
// القوات الذي بدأ».
func (r *claimReader) toldBehind(n, t int) (verdict, bool) {
	last := n
	if n+1 < len(r.clauses) && r.clauses[n+1].kind == "relative" && r.clauses[n+1].follows {
		last++
	}
	for m := n; m <= last; m++ {
		first, end := r.trim(r.clauses[m])
		for u := max(t+1, first); u < end; u++ {
			if tense := r.lightTense(u); tense != "" && m == n {
				return r.judgeLight(n, u, lightBase[tense]), true
			}
			if !r.isVerb(u, first) {
				continue
			}
			status := r.lex.nested[r.tokens[u].event.class]
			claims, _ := r.verbal(m, u)
			if status == "" || status == "auto" || len(claims) == 0 {
				return verdict{}, false
			}
			return r.weigh(corpus.Status(status), verdict{status: claims[0].Status, polarity: claims[0].Polarity}), true
		}
	}
	return verdict{}, false
}

// leads reports whether the noun at token t is the first word of its clause that
// says something, or the subject of a nominal one: nothing but words that bear
// an event («عملية», «المرحلة الأولى من») stands before it.
func (r *claimReader) leads(n, t, first int) bool {
	if r.clauses[n].kind == "relative" {
		return false
	}
	for i := first; i < t; i++ {
		if !r.isBearer(i) && !r.tokens[i].inCue {
			return false
		}
	}
	return t-first <= nearWords && !r.tokens[t].event.particle
}

func (r *claimReader) isBearer(i int) bool {
	w := withoutConjunction(r.tokens[i].fold)
	return r.lex.bearers[w] || r.lex.bearers[strings.TrimPrefix(w, articleFold)]
}

// dateFollows reports whether a date that places the event stands behind the noun
// at token t, before another event.
func (r *claimReader) dateFollows(t, end int) bool {
	for i := t + 1; i < end && i < t+maxClause; i++ {
		if r.tokens[i].event.class != "" {
			return false
		}
		if d := r.tokens[i].date; d >= 0 {
			return r.doc.Dates[d].Value != "" && r.doc.Dates[d].Timex == corpus.TimexDate
		}
	}
	return false
}

// governed gives the token of the event noun that the event at token t governs
// in its clause, or -1. A verb has its subject before its object, so the noun
// may be ten words off; a noun governs the next word, or one that bears the event
// stands between («موعد انسحاب»).
func (r *claimReader) governed(n, t int, verb bool) int {
	_, end := r.trim(r.clauses[n])
	for i := t + 1; i < min(end, t+11); i++ {
		tok := r.tokens[i]
		switch {
		case tok.event.noun == "noun":
			if tok.event.particle && !strings.Contains(tok.event.prefix, "ب") && i > t+1 ||
				i > t+2 && isPreposition(r.before(i)) && !(r.before(i) == "من" && r.isBearer(i-2)) {
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
