package annotate

import (
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"strings"
)

// claimClause is a run of tokens, [first, end), that a mark, a conjunction, أن
// or a relative pronoun begins.
type claimClause struct {
	first, end int
	kind       string // what begins it: "that", "relative", "adverb", "verb" or ""
	follows    bool   // the clause before it is of the same sentence
}

// maxClause is the most tokens that a clause has; a longer one is cut. It keeps
// the work on a text without marks linear.
const maxClause = 60

// cutClauses cuts the block into clauses.
func (r *claimReader) cutClauses() {
	open, commas := 0, 0
	close := func(i int, kind string) {
		if i > open {
			r.clauses[len(r.clauses)-1].end = i
			r.clauses = append(r.clauses, claimClause{first: i, end: len(r.tokens), kind: kind})
		} else {
			r.clauses[len(r.clauses)-1].kind = kind
		}
		open, commas = i, 0
	}
	r.clauses = []claimClause{{end: len(r.tokens)}}
	inside := -1 // the mark that closes a bracket or a short quotation
	for i := range r.tokens {
		t := r.tokens[i]
		newSentence := i > 0 && t.sentence != r.tokens[i-1].sentence
		kind := r.breaksAt(i)
		if i > inside {
			inside = r.marked(i)
		}
		switch {
		case i <= inside && i-open < maxClause:
		case newSentence:
			close(i, kind)
		case kind != "", i-open >= maxClause:
			close(i, kind)
			r.clauses[len(r.clauses)-1].follows = len(r.clauses) > 1
		case t.kind == arabic.Punct && r.betweenDigits(i):
		case isComma(t.raw) && r.parenthesis(i, open, commas):
			commas++
		case t.kind == arabic.Punct && (endsClause(t.raw) || isDash(t.raw) && r.apart(i)):
			close(i+1, "")
			r.clauses[len(r.clauses)-1].follows = true
		}
	}
	if last := len(r.clauses) - 1; r.clauses[last].first >= len(r.tokens) {
		r.clauses = r.clauses[:last]
	}
}

// breaksAt gives the kind of clause that begins at token i, or "".
func (r *claimReader) breaksAt(i int) string {
	t := r.tokens[i]
	if t.kind != arabic.Word || t.date >= 0 {
		return ""
	}
	for _, w := range []string{t.fold, withoutConjunction(t.fold)} {
		if kind := r.lex.breaks[w]; kind != "" && !r.isAside(i) && !(w == "مع" && !r.isNounOrThat(i+1)) {
			return kind
		}
	}
	if r.reportsAnew(i) {
		return "verb"
	}
	lone := i > 0 && (r.tokens[i-1].fold == "و") && t.event.prefix == ""
	counts := i+1 < len(r.tokens) && r.tokens[i+1].kind == arabic.Numeric // «وقتل 12»
	if (t.event.conjunction || lone) && t.event.verb != "" && (t.event.noun == "" || counts) {
		return "verb"
	}
	if rest := withoutConjunction(t.fold); rest != t.fold && (r.lex.light[rest] != "" || r.lex.light[strings.TrimPrefix(rest, "س")] != "") {
		return "verb"
	}
	return ""
}

// isNounOrThat reports whether what stands at token i makes a clause of مع before
// it: «مع تصاعد الهجمات», «مع أن», and not «مع الوزير».
func (r *claimReader) isNounOrThat(i int) bool {
	return i < len(r.tokens) && (r.tokens[i].event.noun == "noun" || r.lex.breaks[r.tokens[i].fold] == "that")
}

// reportsAnew reports whether another report begins at token i: و and a verb,
// «وأكد الأهالي», or a participle, «مشددا على».
func (r *claimReader) reportsAnew(i int) bool {
	rest := strings.TrimPrefix(r.tokens[i].fold, "و")
	f, ok := reporting().forms[rest]
	if ok && f.tense == tenseParticiple && i+1 < len(r.tokens) && strings.HasSuffix(rest, "ا") {
		switch next := r.tokens[i+1].fold; {
		case r.lex.breaks[next] == "that", next == "علي", next == "الي", next == "في":
			return true
		}
	}
	return ok && rest != r.tokens[i].fold && f.tense == tensePast && !f.homograph && !f.light
}

// isAside reports whether token i begins what is no clause: «ما زال», «ما بعد».
func (r *claimReader) isAside(i int) bool {
	if i+1 >= len(r.tokens) {
		return false
	}
	next := r.tokens[i+1]
	return next.cue.words > 1 && next.cue.place == "before" ||
		r.tokens[i].fold == "ما" && (next.fold == "بعد" || next.fold == "قبل" || next.fold == "بين")
}

// parenthesis reports whether the comma at token i only sets off when or where:
// a date or such a preposition follows, or it closes what such a comma opened
// behind a verb («استؤنفت، في شباط، المحادثات», «قررت الشركة، أمس، إغلاق المصنع»).
func (r *claimReader) parenthesis(i, open, commas int) bool {
	if i+1 >= len(r.tokens) {
		return false
	}
	next := r.tokens[i+1]
	switch next.fold {
	case "في", "منذ", "خلال", "بحلول", "اي":
		return true
	case "حتي":
		return i+2 < len(r.tokens) && r.tokens[i+2].date >= 0
	}
	if next.fold != "علي" && attributions[next.fold] != attrNone {
		return r.closedAside(i)
	}
	closes := strings.HasPrefix(next.fold, articleFold) || next.event.noun == "noun" && next.event.prefix == "" ||
		r.isBearer(i+1) && i > 0 && r.tokens[i-1].date >= 0 || // «أرجأ القاضي، أمس، جميع الجلسات»
		next.fold == "علي" && i+2 < len(r.tokens) && r.tokens[i+2].event.noun == "noun" // «اتفق الطرفان، أمس، على خفض …»
	return next.date >= 0 || commas > 0 && i-open <= mostAside && closes
}

// closedAside reports whether the naming of a source behind the comma at token i ends in
// a comma and an event's noun, so that it stands between a verb and what that governs:
// «قرر القاضي، بحسب مصدر قضائي، إخلاء سبيل خمسة».
func (r *claimReader) closedAside(i int) bool {
	for k := i + 1; k+1 < len(r.tokens) && k <= i+mostAside && r.tokens[k].sentence == r.tokens[i].sentence; k++ {
		if isComma(r.tokens[k].raw) {
			next := r.tokens[k+1]
			return next.event.noun == "noun" && next.event.verb == "" && next.event.prefix == ""
		}
	}
	return false
}

// mostAside is how many tokens of a clause may stand before the comma that closes an
// aside: the verb, who acts with title and name, and when.
const mostAside = 18

// betweenDigits reports whether the mark at token i stands in a number or a
// result: «5,6», «1 - 1».
func (r *claimReader) betweenDigits(i int) bool {
	return (isComma(r.tokens[i].raw) && !r.apart(i) || isDash(r.tokens[i].raw)) && i > 0 && i+1 < len(r.tokens) &&
		r.tokens[i-1].kind == arabic.Numeric && r.tokens[i+1].kind == arabic.Numeric
}

// apart reports whether blanks stand on both sides of token i.
func (r *claimReader) apart(i int) bool {
	return i > 0 && i+1 < len(r.tokens) && r.tokens[i-1].End < r.tokens[i].Start && r.tokens[i].End < r.tokens[i+1].Start
}

// trim gives the tokens of c without marks and conjunctions at its ends.
func (r *claimReader) trim(c claimClause) (first, end int) {
	first, end = c.first, c.end
	for first < end && (r.tokens[first].kind == arabic.Punct || r.lex.breaks[withoutConjunction(r.tokens[first].fold)] == "that" ||
		r.tokens[first].fold == "و" || r.tokens[first].fold == "او") {
		first++
	}
	for end > first && r.tokens[end-1].kind == arabic.Punct && r.pairs[end-1] < first {
		end--
	}
	return first, end
}

// supposes reports whether block i is an item of a list below a line that
// speaks of scenarios. Paragraphs may stand between, other headings not.
func supposes(doc corpus.Document, i int) bool {
	if !isItem(doc.Blocks[i].Of(doc.Text)) {
		return false
	}
	for j := i - 1; j >= 0 && j > i-16; j-- {
		s := doc.Blocks[j].Of(doc.Text)
		if isItem(s) || len(s) > 150 || strings.HasSuffix(s, ".") {
			continue
		}
		return strings.Contains(arabic.Fold(s), "سيناريو")
	}
	return false
}

func isItem(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "•") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "*")
}
