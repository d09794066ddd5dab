package annotate

import (
	_ "embed"
	"sort"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/claim_tails.txt
var claimTailsFile string

//go:embed data/claim_settings.txt
var claimSettingsFile string

// argue gives c, the claim of the event at token t, what belongs to it of the
// tokens from first to before end: who and what takes part, when, how many.
//
// Another event behind t in the clause can have the better right to what stands
// behind that: see [claimReader.binds].
func (r *claimReader) argue(c *corpus.Claim, t, first, end int) {
	for i := first; i < end; i++ {
		x := r.tokens[i]
		if x.date >= 0 && (len(c.Dates) == 0 || c.Dates[len(c.Dates)-1] != x.date) && r.dates(t, i, len(c.Dates) > 0) {
			c.Dates = append(c.Dates, x.date)
		}
		if x.figure >= 0 && (len(c.Figures) == 0 || c.Figures[len(c.Figures)-1] != x.figure) && r.binds(t, i, false) {
			c.Figures = append(c.Figures, x.figure)
		}
	}
	within := corpus.Span{Start: r.tokens[first].Start, End: r.tokens[end-1].End}
	all := r.doc.Mentions
	for m := sort.Search(len(all), func(m int) bool { return all[m].Start >= within.Start }); m < len(all) && all[m].Start < within.End; m++ {
		if i := r.tokenAt(all[m].Start, first, end); within.Contains(all[m].Span) && (all[m].Overlaps(r.tokens[t].Span) || r.takesPart(t, i, first) && !r.inTitle(m)) {
			c.Subjects = append(c.Subjects, m)
		}
	}
}

// tokenAt gives the token that holds byte at, between first and end.
func (r *claimReader) tokenAt(at, first, end int) int {
	return first + sort.Search(end-first-1, func(i int) bool { return r.tokens[first+i].End > at })
}

// binds reports whether what stands at token i belongs to the event at token t of
// the same clause. What stands before t does, and what stands behind it up to
// the next event. Behind that, an event that announces or wants another one has
// nothing («أعلنت … إنهاء المهمة بحلول»), an event that has its date has no other,
// and what tells when another event is («المقررة في»), or is told by that
// («قبل انتخابات»), belongs to it alone. It is wrong where a clause dates its
// verb at the very end, behind two events.
func (r *claimReader) binds(t, i int, dated bool) bool {
	for n := i - 1; n > t; n-- {
		e := r.tokens[n].event
		if e.class == "" {
			continue
		}
		if e.noun == "part" && e.article || dated || r.lex.wants[r.tokens[t].event.class] {
			return false
		}
		before := r.before(n)
		return before != "بعد" && before != "قبل" && before != "عقب" && before != "منذ" && before != "حتي" && !r.qualified(n, i)
	}
	return true
}

// dates reports whether the date at token i is that of the event at token t. When a
// date itself is announced, what stands behind is when that is done: «ستعلن موعد
// الانتخابات الأسبوع المقبل».
func (r *claimReader) dates(t, i int, dated bool) bool {
	if t < i && r.announced(t) >= 0 {
		return false
	}
	for n := t + 1; n < i; n++ {
		if r.tokens[n].event.class != "" && r.announced(n) == t {
			return !dated
		}
	}
	return r.binds(t, i, dated)
}

// announced gives the token of the verb that announces the date of the event at
// token t, -1 if it is not a date that is announced.
func (r *claimReader) announced(t int) int {
	named := false
	for i := t - 1; i >= 0 && i > t-2*nearWords && r.tokens[i].sentence == r.tokens[t].sentence; i-- {
		switch w := withoutConjunction(r.tokens[i].fold); {
		case w == "موعد" || w == "تاريخ" || w == "مواعيد" || w == "بموعد" || w == "الموعد" || w == "التاريخ":
			named = true
		case r.tokens[i].event.class == "announce" && named:
			return i
		case r.tokens[i].event.class != "":
			return -1
		}
	}
	return -1
}

// qualified reports whether an adjective of the event at token n stands right
// before token i: «الانتخابات المقررة في».
func (r *claimReader) qualified(n, i int) bool {
	for k := max(n+1, i-2); k < i; k++ {
		if r.tokens[k].cue.place == "beside" {
			return true
		}
	}
	return false
}

// takesPart reports whether what is named at token i takes part in the event at
// token t, or is where it happens, and does not only set its scene: «على خلفية
// …», «وفق …». The nearest preposition before it decides, in the clause that
// begins with token first.
func (r *claimReader) takesPart(t, i, first int) bool {
	if !r.binds(t, i, false) {
		return false
	}
	for k := i - 1; k >= first && k >= i-2*nearWords && k != t; k-- {
		w := withoutConjunction(r.tokens[k].fold)
		if r.tokens[k].kind != arabic.Word || r.tokens[k].date >= 0 {
			return true
		}
		if k > first && r.lex.settings[withoutConjunction(r.tokens[k-1].fold)+" "+r.tokens[k].fold] || r.lex.settings[w] {
			return false
		}
		if isPreposition(w) || r.tokens[k].event.verb != "" && r.tokens[k].event.noun == "" {
			return true
		}
	}
	return true
}

// inTitle reports whether mention m only stands in the title of the person named
// behind it: «رئيس حركة النهضة راشد …».
func (r *claimReader) inTitle(m int) bool {
	all := r.doc.Mentions
	if m+1 >= len(all) || all[m+1].Type != corpus.TypePerson || all[m].Type == corpus.TypePerson || all[m+1].Start-all[m].End > len("  ،") {
		return false
	}
	return strings.Contains(all[m+1].Role, all[m].Span.Of(r.doc.Text))
}

// fullEnd gives the end of the clause from token first to before end without
// words that only lead to the next one: «بعد | أن», «من المقرر | أن», «وذلك».
func (r *claimReader) fullEnd(first, end int) int {
	for end > first {
		x := r.tokens[end-1]
		switch {
		case x.kind == arabic.Punct && !(r.pairs[end-1] >= first && r.pairs[end-1] < end):
		case x.kind == arabic.Word && (r.lex.tails[x.fold] || r.lex.tails[withoutConjunction(x.fold)]) && x.date < 0:
		case x.inCue && end < len(r.tokens) && r.lex.breaks[withoutConjunction(r.tokens[end].fold)] == "that":
		default:
			return end
		}
		end--
	}
	return end
}

// attributed gives the first token from t+1 to before end at which a source is
// named: «وفق ما», «بحسب تعبيره»; else end.
func (r *claimReader) attributed(t, end int) int {
	for i := t + 1; i+1 < end; i++ {
		if attributions[r.tokens[i].fold] == attrNone {
			continue
		}
		next := r.tokens[i+1].fold
		if mark := reporting().marks[next]; next == "ما" || next == "حد" || mark == "own" {
			return i
		}
	}
	return end
}
