package annotate

import (
	"strings"

	"mojaz/internal/arabic"
)

// complement is where what is stated begins.
type complement struct {
	lead   int // the word that leads to it: أنّ، إلى، a colon, its own first word
	start  int // its first word
	skip   int // bytes of that word that do not belong to it: the ب of «بإنهاء»
	noun   bool
	quote  bool // it begins with a quotation
	figure bool // it is a figure: «37 خرقا»
}

// complement looks from word i on, the first behind a reporting word, for what
// that word takes. The speaker and remarks aside may stand between.
//
// It is wrong where a relative clause of the speaker has an أنّ of its own
// behind a verb that reporting_governors.txt does not know.
func (r *statementReader) complement(i int, takes reportTakes) (complement, bool) {
	if i >= len(r.words) {
		return complement{}, false
	}
	end := min(r.word(i-1).ends, i+lookAhead)
	for j := i; j < end; j++ {
		w := r.words[j]
		if r.quotes(j) {
			if takes&someNoun == 0 && r.speech(i, j) {
				return complement{lead: j, start: j, quote: true}, true
			}
			j = w.close
			continue
		}
		if c, ok := r.begins(i, j, takes); ok {
			return c, true
		}
		if w.stops() || j > i && (r.another(j) || takes&takesClause == 0 && r.saying(j)) {
			break
		}
	}
	return complement{}, false
}

// nearBy is how many words can stand between a verb and what it takes with ب;
// further off it rather belongs to another word.
const nearBy = 12

// another reports whether another verb of reporting takes over at word j: a
// past form behind a pause or a conjunction.
func (r *statementReader) another(j int) bool {
	f, ok := r.words[j].form(r.text)
	return ok && f.tense == tensePast && !f.homograph && !f.passes && (r.words[j].conj || r.word(j-1).pauses())
}

// saying reports whether a participle with أن stands at word j, which says what a verb that
// takes no أن only leads to: «ورد المتحدث | قائلا إن».
func (r *statementReader) saying(j int) bool {
	f, ok := r.words[j].form(r.text)
	if particleOf[r.word(j+1).base] != 0 {
		j++
	}
	return ok && f.tense == tenseParticiple && (r.word(j+1).that() || r.word(j+1).byThat())
}

// participleIn reports whether a participle of reporting stands among words i to j, which takes
// what is behind it: «طالبت النقابة بقانون جديد متهمة الوزارة بـ"التلكؤ"».
func (r *statementReader) participleIn(i, j int) bool {
	for ; i < j; i++ {
		if f, ok := r.words[i].form(r.text); ok && f.tense == tenseParticiple {
			return true
		}
	}
	return false
}

// begins reports whether what is stated begins at word j.
func (r *statementReader) begins(i, j int, takes reportTakes) (complement, bool) {
	w := r.words[j]
	switch {
	case w.is(":") && j-i <= 30 && (r.word(j+1).kind != arabic.Punct || quoteMarkFamily(r.word(j+1)) >= 0):
		return complement{lead: j, start: j + 1, quote: r.quotes(j + 1)}, j+1 < len(r.words)
	case w.that() && !w.conj:
		return r.clauseAt(i, j, takes)
	case w.byThat() && takes != 0:
		return complement{lead: j, start: j + 1, quote: r.quotes(j + 1)}, takes&takesBy != 0 || takes&takesClause != 0 && j-i <= nearBy
	case takes&particleOf[w.base] != 0 && !w.conj:
		return r.behindParticle(i, j, takes)
	case takes&takesBy != 0 && j-i <= nearBy && w.base == "ب" && !w.conj && r.quotes(j+1) && r.rests(i, j) && !r.participleIn(i, j):
		return complement{lead: j, start: j + 1, quote: true}, true // «برر القرار بـ"صعوبات أمنية"»
	case takes&takesFigure != 0 && j-i <= nearBy && (j == i || r.phraseEnds(i-1, j)) && r.recorded(j):
		return complement{lead: j, start: j, noun: true, figure: true}, true
	case takes&takesBy != 0 && takes&clauseOnly == 0 && j-i <= nearBy && strings.HasPrefix(w.fold, "ب") && r.rests(i, j):
		return r.byNoun(j, takes)
	case takes&takesNoun != 0 && w.base == "ما" && j > i && r.rests(i, j) && r.word(j+1).kind == arabic.Word:
		return complement{lead: j, start: j, noun: true}, true // «نفى ما تردد»
	case takes&takesNoun != 0 && j > i && w.head == headReport && w.definite && !w.led && relatives[r.word(j+1).base] && r.rests(i, j):
		return complement{lead: j, start: j, noun: true}, true // «نفت الإدارة الخبر الذي …»
	case takes&takesNoun != 0 && j > i && r.isRumour(j) && r.rests(i, j):
		return complement{lead: j, start: j, noun: true}, true // «نفى المدير خبر إغلاق المقر»
	case takes&takesNoun != 0 && j > i && r.isAct(j) && r.rests(i, j):
		return complement{lead: j, start: j, noun: true}, !r.thatSoon(j + 1)
	case takes&takesNoun != 0 && w.base == "اي" && r.isObject(j+1) && r.rests(i, j):
		return complement{lead: j, start: j, noun: true}, !r.thatSoon(j + 1) // «نفى أي خفض للعملة»
	case takes&takesNoun != 0 && r.isObject(j) && (j == i && !r.opensName(j) || j > i && r.rests(i, j)):
		return complement{lead: j, start: j, noun: true}, reporting().objects[w.base] || !r.thatSoon(j+1)
	}
	return complement{}, false
}

// isRumour reports whether word j is news of an action, in one phrase with that.
func (r *statementReader) isRumour(j int) bool {
	w, next := r.words[j], r.word(j+1)
	switch w.base {
	case "خبر", "اخبار", "انباء", "اشاعه", "اشاعات", "شايعه", "شايعات":
		return !w.conj && !w.led && r.word(j-1).head != headOutlet && (r.isObject(j+1) || r.actionShape(next.bare) || reporting().objects[next.bare] || claimWords().events.names(next.base))
	case "تقارير", "معلومات":
		f, told := next.form(r.text)
		return !w.conj && !w.led && told && f.takes&(takesAbout|takesClause|takesBy) != 0 // «كذبت تقارير تحدثت عن …»
	}
	return false
}

var particleOf = map[string]reportTakes{"الي": takesTo, "علي": takesOn, "عن": takesAbout, "من": takesOf}

// clauseAt reads أنّ at word j, of what is looked for from word i on. Behind a
// particle that the verb does not take, and behind a word that takes أن itself, it
// leads to nothing stated.
func (r *statementReader) clauseAt(i, j int, takes reportTakes) (complement, bool) {
	p := r.word(j - 1)
	if takes&takesClause == 0 || reporting().governors[p.base] || reporting().governors[p.bare] || p.base == "في" {
		return complement{}, false
	}
	if particleOf[p.base] != 0 && takes&particleOf[p.base] == 0 {
		return complement{}, false
	}
	if j > i && r.thatOfAnother(j) {
		return complement{}, false
	}
	if p.conj && p.head == headNone && j > 0 && r.word(j-2).kind != arabic.Punct && p.base == "و" {
		return complement{}, false
	}
	return complement{lead: j, start: j + 1, quote: r.quotes(j + 1)}, j+1 < len(r.words)
}

// thatOfAnother reports whether the أنّ at word j is what the reporting verb right before it
// takes, and not one further off: «استنكرت الوزارة النشر، وفق البيان الذي أضاف أن»، «القبض على
// رجل يعتقد أنه».
func (r *statementReader) thatOfAnother(j int) bool {
	f, told := r.word(j - 1).form(r.text)
	return told && (f.tense == tensePresent || f.tense == tensePast && !f.homograph)
}

// behindParticle reads what stands behind إلى، على، عن or من at word j: أنّ, a
// quotation, or a noun that can be stated.
func (r *statementReader) behindParticle(i, j int, takes reportTakes) (complement, bool) {
	n := r.word(j + 1)
	switch {
	case n.that():
		return complement{lead: j, start: j + 2, quote: r.quotes(j + 2)}, j+2 < len(r.words)
	case takes&clauseOnly != 0 || !r.rests(i, j):
		return complement{}, false
	case r.quotes(j+1) && (n.close-j > longQuote || n.close-j > 2 && takes&(takesAbout|someNoun) != 0 && r.words[j].base == "عن"):
		return complement{lead: j, start: j + 1, quote: true}, true
	case r.isObject(j + 1), takes&anyNoun != 0 && r.anyNoun(n), takes&someNoun != 0 && r.someNoun(j+1), n.definite && r.actionShape(n.bare):
		return complement{lead: j, start: j + 1, noun: true}, reporting().objects[n.base] || n.definite || !r.thatSoon(j+2)
	}
	return complement{}, false
}

// isObject reports whether word j is a noun that can be what is stated: a noun
// of action or judgement without an article.
func (r *statementReader) isObject(j int) bool {
	w := r.word(j)
	if w.kind != arabic.Word || w.definite || w.led || w.conj || r.personAt(j) {
		return false // «أسامة» has the form of «إعادة»
	}
	lex := reporting()
	if lex.things[w.base] || lex.breaks[w.base] {
		return false
	}
	stem, _ := withoutPronoun(w.base)
	if runes(stem) < 3 {
		stem = "" // «سنة» is no «سنّه»
	}
	return lex.objects[w.base] || w.head == headNone && (lex.objects[stem] || r.actionShape(w.base))
}

// isAct reports whether word j is a noun of action with the article that can be
// the object of a verb: «لم تستبعد الوزارة اللجوء إلى …».
func (r *statementReader) isAct(j int) bool {
	w := r.words[j]
	after := reporting().adverbs[r.word(j-1).base] || reporting().adverbs[r.word(j-1).bare]
	return w.definite && !w.led && !w.conj && w.head == headNone && (reporting().objects[w.bare] || after && r.actionShape(w.bare))
}

// thatSoon reports whether أنّ follows within the phrase that word j is in: a
// word that only looks like a noun of action is then part of the speaker's name.
func (r *statementReader) thatSoon(j int) bool {
	end := min(len(r.words), j+10)
	for ; j < end && r.words[j].kind != arabic.Punct; j++ {
		if r.words[j].that() {
			return !r.words[j].conj && !reporting().governors[r.words[j-1].base] && !r.thatOfAnother(j)
		}
	}
	return r.thatBehindPause(j)
}

// thatBehindPause reports whether أنّ stands straight behind a pause from word j
// on, before another report or the end of the sentence: «أكدت فلانة، خلال ندوة في قضية
// اغتيال فلان، مساء أمس، أن …».
func (r *statementReader) thatBehindPause(j int) bool {
	for end := min(r.word(j).ends, j+lookAhead/2); j < end; j++ {
		w := r.words[j]
		if w.that() && !w.conj && r.words[j-1].pauses() {
			return true
		}
		if _, told := w.form(r.text); told || w.that() || w.stops() || r.quotes(j) {
			return false
		}
	}
	return false
}

// opensName reports whether word j, straight behind a verb, rather opens the
// name of its subject.
func (r *statementReader) opensName(j int) bool {
	if r.words[j].head != headNone {
		return true
	}
	_, ok := r.mentionAt(j)
	return ok
}

// actionShape reports whether a folded word without article has the form of a
// noun of action: إفعال، تفعيل، انفعال and افتعال، استفعال، تفاعل. Names can have
// these forms too; reporting_things.txt holds common ones.
func (r *statementReader) actionShape(w string) bool {
	if reporting().things[w] {
		return false
	}
	w, heh := withoutPronoun(w)
	l := []rune(w)
	n := len(l)
	switch {
	case n < 4:
		return false
	case strings.HasPrefix(w, "است"):
		return n >= 6 && l[n-2] == arabic.Alef || heh && n >= 5
	case l[0] == arabic.Alef && n == 6:
		return l[4] == arabic.Alef && (l[1] == 'ن' || l[2] == 'ت' || l[2] == 'ط' || l[2] == 'د')
	case l[0] == arabic.Alef:
		return n == 5 && l[3] == arabic.Alef || n == 4 && heh && l[2] == arabic.Alef
	case l[0] == 'ت' && n == 5:
		return l[3] == arabic.Yeh || l[2] == arabic.Alef
	}
	return l[0] == 'ت' && n == 4 && heh && l[3] == arabic.Yeh
}

// withoutPronoun takes a pronoun off the end of w; heh says that it was a heh,
// which can also be the end of the noun.
func withoutPronoun(w string) (stem string, heh bool) {
	for _, p := range []string{"هما", "هم", "ها"} {
		if stem, ok := strings.CutSuffix(w, p); ok {
			return stem, false
		}
	}
	return strings.CutSuffix(w, "ه")
}

// rests reports whether the phrase before word j, from word i on, is complete,
// so that another noun can begin: the word before is no particle and no noun
// that waits for another («رئيس لجنة | إعادة»).
func (r *statementReader) rests(i, j int) bool {
	if j == i {
		return true
	}
	p := r.words[j-1]
	lex := reporting()
	switch {
	case lex.occasions[p.base] && lex.occasions[r.words[j].base]:
		return false // «في ختام | اجتماع عقدته»
	case p.kind != arabic.Word || lex.occasions[p.base] || lex.adverbs[p.bare] || lex.adverbs[p.base]:
		return !p.is("/")
	case pronominal[p.base]:
		return true // «في بلاغ لها | عن تسجيل …»
	case lex.breaks[p.base] || lex.openers[p.base]:
		return false
	case !p.definite && joining[r.word(j-2).base] && j-2 >= i && !r.isObject(j-1):
		return false // «على هامش | افتتاحه»، «في قضية | اغتيال»
	case p.head != headNone && !p.definite, lex.objects[p.base] || r.isObject(j-1):
		return false
	}
	return true
}

// pronominal are the particles with a pronoun, which end a phrase.
var pronominal = wordSet{
	"له": true, "لها": true, "لهم": true, "لهما": true, "به": true, "بها": true, "فيه": true, "فيها": true,
	"عنه": true, "عنها": true, "معه": true, "معها": true, "عليه": true, "عليها": true, "اليه": true, "اليها": true,
}

// titled are nouns behind which a quotation is the title of something.
var titled = wordSet{
	"عنوان": true, "بعنوان": true, "شعار": true, "اسم": true, "باسم": true, "مسمي": true, "كتاب": true, "فيلم": true,
	"مسرحيه": true, "روايه": true, "معرض": true, "مهرجان": true, "مسلسل": true, "اغنيه": true,
}

// speech reports whether the quotation that opens at word j, in a phrase that
// begins at word i, is what is said, and not a name or a term: it stands at
// the beginning, behind a pause or is long.
func (r *statementReader) speech(i, j int) bool {
	n, p := r.words[j].close-j-1, r.word(j-1)
	after := r.word(r.words[j].close + 1)
	switch {
	case p.head == headOutlet || p.head == headBody || p.base == "ل" || p.base == "ب" || p.base == "لل":
		return false
	case after.that() || n < 2 || titled[p.base]:
		return false
	case j == i:
		return true
	case p.pauses():
		return n >= longQuote
	}
	return n > longQuote && !reporting().breaks[p.base]
}
