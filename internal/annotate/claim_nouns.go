package annotate

import (
	"slices"
	"sort"
	"strings"

	"mojaz/internal/corpus"
)

// nominal gives the claim of the event noun at token t where it asserts, and
// of the noun that it governs in turn.
func (r *claimReader) nominal(n, t int) (out []corpus.Claim, noun int) {
	first, end := r.trim(r.clauses[n])
	e := r.tokens[t].event
	if v, ok := r.proclaimed(t, end); ok {
		v = r.dated(v, t, end, true).of(e.class)
		v.rule = "announced"
		return []corpus.Claim{r.claim(t, t, end, v)}, -1
	}
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
	from, decided := t, r.decided(n, t)
	if leads || e.noun == "part" {
		from = first
	} else if decided >= 0 {
		from = decided
	}
	c := r.claim(t, from, end, v)
	if last := len(c.Dates) - 1; decided >= 0 && last >= 0 && r.doc.Dates[c.Dates[last]].Start > c.Trigger.Start {
		c.Dates = slices.DeleteFunc(c.Dates, func(d int) bool { return r.doc.Dates[d].Start < c.Trigger.Start }) // when it was decided
	}
	out = append(out, c)
	noun = r.governed(n, t, false)
	if noun > t {
		out = append(out, r.nested(n, t, noun, v)...)
	}
	return out, noun
}

// proclaimed judges the event noun at token t, of a clause that ends before token end, where
// it opens what somebody announces, however much stands between: «أعلن، خلال ندوة أمس، عن استقالته».
func (r *claimReader) proclaimed(t, end int) (verdict, bool) {
	s := statementAt(r.doc.Statements, r.tokens[t].Span)
	if s < 0 || r.doc.Statements[s].Start != r.tokens[t].Start {
		return verdict{}, false
	}
	verb := r.doc.Statements[s].Verb
	i := sort.Search(len(r.tokens), func(i int) bool { return r.tokens[i].End >= verb.End })
	if i >= t || r.tokens[i].End != verb.End || r.lex.nested[r.tokens[i].event.class] != "auto" {
		return verdict{}, false
	}
	told := corpus.StatusOngoing
	if r.tokens[i].event.verb == "past" {
		told = corpus.StatusDone
	}
	return r.weigh(r.byAnnouncing(t, end), verdict{status: told, polarity: corpus.Asserts}), true
}

// mostDecided is how many tokens may stand between the verb of a decision and the
// event that was decided on: the name of who decided, and when.
const mostDecided = 14

// decided gives the token of the verb that says who has decided on the event at
// token t or intends it, in the same clause: «قررت الشركة، أمس، إغلاق المصنع». The
// claim begins with it, for without it nobody acts. It is -1 where there is none.
func (r *claimReader) decided(n, t int) int {
	for i := t - 1; i >= r.clauses[n].first && i > t-mostDecided; i-- {
		x := r.tokens[i]
		if x.event.class != "" || x.cue.words > 0 && !r.decides(i) {
			return -1
		}
		if r.decides(i) {
			return r.antecedent(n, i)
		}
	}
	return -1
}

// antecedent gives the first token of the name that the relative pronoun right before
// token i means, which begins clause n: «شركة بتروجاز التي | قررت»; i if there is none.
func (r *claimReader) antecedent(n, i int) int {
	if i == 0 || r.clauses[n].kind != "relative" || r.clauses[n].first != i-1 {
		return i
	}
	for i--; i > 0 && r.tokens[i-1].sentence == r.tokens[i].sentence && r.isNamed(i-1); i-- {
		continue
	}
	return i
}

// decides reports whether token i is a verb of deciding or intending.
func (r *claimReader) decides(i int) bool {
	c := r.tokens[i].cue
	return c.words == 1 && c.place == "before" && c.effect == "planned" && r.lex.decides[withoutConjunction(r.tokens[i].fold)]
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

// datedWords is how far behind an event noun the date that makes it a claim may stand.
const datedWords = 12

// dateFollows reports whether a date that places the event stands behind the noun
// at token t, before another event.
func (r *claimReader) dateFollows(t, end int) bool {
	for i := t + 1; i < end && i < t+datedWords; i++ {
		if r.tokens[i].event.class != "" {
			return false
		}
		if d := r.tokens[i].date; d >= 0 {
			return r.doc.Dates[d].Value != "" && r.doc.Dates[d].Timex == corpus.TimexDate
		}
	}
	return false
}
