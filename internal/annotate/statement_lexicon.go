package annotate

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/reporting_*.txt
var reportingFiles embed.FS

// reportTakes is a set of the things that can stand behind a reporting verb,
// besides a quotation, which can stand behind all of them.
type reportTakes uint16

const (
	takesClause reportTakes = 1 << iota // أنّ or إنّ
	takesNoun                           // a noun of action: «إنهاء»
	takesTo                             // إلى
	takesOn                             // على
	takesAbout                          // عن
	takesOf                             // من
	takesBy                             // ب
	clauseOnly                          // behind a particle only أنّ, no noun
	anyNoun                             // behind a particle any noun
	someNoun                            // behind a particle a noun without the article
	takesFigure                         // a figure: «37 خرقا»
)

// reportVerb is one entry of reporting_verbs.txt.
type reportVerb struct {
	takes     reportTakes
	polarity  corpus.Polarity
	homograph bool // its letters are also those of a common other word
	weak      bool // it reports only of a subject that is known to speak
	light     bool // it reports only with a noun of reporting behind it
	passes    bool // it passes on what another says: «نقلت … عن»
	within    bool // it reports what stands in a text: «جاء في بيان»
	accuses   bool // it has an object besides: «اتهم فلانا بأنه»
	spoken    bool // it reports only a quotation: «زادت: "…"»
	tells     bool // its object is who was told: «أبلغ المجلس أن»
	decides   bool // it is what somebody does, which a report can tell: «أكد أن اللجنة قررت»
	frame     frame
}

// reportTense tells the forms of a verb apart.
type reportTense uint8

const (
	tensePast reportTense = iota
	tensePresent
	tenseParticiple
)

// reportForm is a word that reports.
type reportForm struct {
	*reportVerb
	tense     reportTense
	feminine  bool
	masculine bool
}

// headKind is the kind of a noun at the head of a speaker.
type headKind uint8

const (
	headNone    headKind = iota
	headPerson           // «وزير»
	headUnnamed          // «مصدر»
	headBody             // «وزارة»
	headOutlet           // «صحيفة»
	headReport           // «تقرير»
	headDeal             // «اتفاق»
)

var headKinds = map[string]headKind{
	"person": headPerson, "unnamed": headUnnamed, "body": headBody,
	"outlet": headOutlet, "report": headReport, "deal": headDeal,
}

// wordSet is a set of folded words.
type wordSet map[string]bool

// reportLexicon is what the data files hold, folded. It is read-only.
type reportLexicon struct {
	forms map[string]reportForm
	nouns map[string]corpus.Polarity
	heads map[string]headKind

	breaks, adverbs, occasions, openers, governors, objects, things, light, stances, given wordSet

	excludes wordSet // forms of verbs marked so

	marks  map[string]string // of reporting_marks.txt
	author [][]string        // phrases, longest first where one begins another
	begins wordSet           // the first words of author
}

// reporting gives the lexicon.
var reporting = sync.OnceValue(func() *reportLexicon {
	l := &reportLexicon{
		forms:     map[string]reportForm{},
		nouns:     map[string]corpus.Polarity{},
		heads:     map[string]headKind{},
		marks:     map[string]string{},
		breaks:    reportingSet("breaks"),
		adverbs:   reportingSet("adverbs"),
		occasions: reportingSet("occasions"),
		openers:   reportingSet("openers"),
		governors: reportingSet("governors"),
		objects:   reportingSet("objects"),
		things:    reportingSet("things"),
		light:     reportingSet("light"),
		stances:   reportingSet("stances"),
		given:     reportingSet("given"),
		excludes:  wordSet{},
		begins:    wordSet{},
	}
	for _, e := range reportingEntries("verbs") {
		l.addVerb(strings.Split(arabic.Fold(e), ";"))
	}
	for _, e := range reportingEntries("nouns") {
		word, mark, _ := strings.Cut(arabic.Fold(e), ";")
		l.nouns[word] = reportPolarity(mark)
	}
	for _, e := range reportingEntries("heads") {
		word, kind, _ := strings.Cut(arabic.Fold(e), " ")
		l.addHead(word, headKinds[kind])
	}
	for _, e := range reportingEntries("marks") {
		word, mark, _ := strings.Cut(arabic.Fold(e), " ")
		l.marks[word] = mark
	}
	for _, e := range reportingEntries("author") {
		words := strings.Fields(arabic.Fold(e))
		l.author = append(l.author, words)
		l.begins[words[0]] = true
	}
	return l
})

// reportingEntries gives the lines of data/reporting_<name>.txt.
func reportingEntries(name string) []string {
	b, err := reportingFiles.ReadFile("data/reporting_" + name + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	return arabic.List(string(b))
}

func reportingSet(name string) wordSet {
	s := wordSet{}
	for _, e := range reportingEntries(name) {
		s[arabic.Fold(e)] = true
	}
	return s
}

// reportParticles are the words of the field «what it takes».
var reportParticles = map[string]reportTakes{
	"ان": takesClause, "اسم": takesNoun, "الي": takesTo, "علي": takesOn,
	"عن": takesAbout, "من": takesOf, "ب": takesBy, "رقم": takesFigure,
}

// addVerb adds the forms of one entry, its fields folded.
func (l *reportLexicon) addVerb(f []string) {
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	v := &reportVerb{polarity: corpus.Asserts}
	for _, t := range strings.Fields(f[3]) {
		v.takes |= reportParticles[strings.TrimRight(t, "+!?")]
		switch t[len(t)-1] {
		case '+':
			v.takes |= clauseOnly
		case '!':
			v.takes |= anyNoun
		case '?':
			v.takes |= someNoun
		}
	}
	if len(f) > 4 {
		v.polarity = reportPolarity(f[4])
		v.homograph = strings.Contains(f[4], "homograph")
		v.weak = strings.Contains(f[4], "weak")
		v.light = strings.Contains(f[4], "light")
		v.passes = strings.Contains(f[4], "passes")
		v.within = strings.Contains(f[4], "within")
		v.accuses = strings.Contains(f[4], "accuses")
		v.spoken = strings.Contains(f[4], "spoken")
		v.decides = strings.Contains(f[4], "decides")
		v.tells = strings.Contains(f[4], "tells")
		v.frame = frame(max(0, slices.Index(frameMarks[:], markOf(f[4]))))
	}
	if len(f) > 4 && strings.Contains(f[4], "excludes") {
		for _, w := range []string{f[1], "ت" + strings.TrimPrefix(f[1], "ي")} {
			l.excludes[w] = true
		}
	}
	l.inflect(v, f[0], f[1], f[2])
}

// markOf gives the mark among marks that names a frame, or one that names none.
func markOf(marks string) string {
	for _, m := range strings.Fields(marks) {
		if slices.Contains(frameMarks[1:], m) {
			return m
		}
	}
	return "-"
}

// reportPolarity reads the mark of an entry. To rule a thing out is to deny it.
func reportPolarity(mark string) corpus.Polarity {
	if strings.Contains(mark, "denies") || strings.Contains(mark, "excludes") {
		return corpus.Denies
	}
	return corpus.Asserts
}

// inflect adds the third persons of v, and its participles. Verbs that end in
// a weak letter drop it: نفى، نفت، نفوا; ينفي، ينفون، ينف; نافيا، نافين.
func (l *reportLexicon) inflect(v *reportVerb, past, present, participle string) {
	he, she := reportForm{v, tensePast, false, true}, reportForm{v, tensePast, true, false}
	stem := weakStem(past, "ي", "ا")
	l.addForms(he, past, past+"ا", stem+"وا", stem+"ن")
	l.addForms(she, stem+"ت", stem+"تا")
	if plain := strings.TrimPrefix(present, "ي"); present != plain {
		he.tense, she.tense = tensePresent, tensePresent
		stem = weakStem(plain, "ي", "و")
		l.addForms(he, present, "ي"+stem+"ون", "ي"+plain+"ان")
		l.addForms(she, "ت"+plain, "ت"+plain+"ان")
		if v.polarity == corpus.Denies {
			l.addForms(he, "ي"+stem)
			l.addForms(she, "ت"+stem)
		}
	}
	if participle == "-" {
		return
	}
	he.tense, she.tense = tenseParticiple, tenseParticiple
	stem = strings.TrimSuffix(participle, "ا")
	l.addForms(he, participle, strings.TrimSuffix(stem, "ي")+"ين")
	l.addForms(she, stem+"ه", stem+"تين")
}

// weakStem takes one of two weak letters off the end of w.
func weakStem(w, a, b string) string {
	if stem, ok := strings.CutSuffix(w, a); ok {
		return stem
	}
	return strings.TrimSuffix(w, b)
}

// addForms adds words as forms f. The first entry of a word stays.
func (l *reportLexicon) addForms(f reportForm, words ...string) {
	for _, w := range words {
		if _, ok := l.forms[w]; !ok {
			l.forms[w] = f
		}
	}
}

// addHead adds a head, of a person the other genders and numbers, and of who is not
// named the accusative behind لكن and أن: «لكن مصدرا».
func (l *reportLexicon) addHead(word string, kind headKind) {
	words := []string{word}
	if kind == headUnnamed && !strings.HasSuffix(word, "ه") && !strings.HasSuffix(word, "ون") && !strings.HasSuffix(word, "ين") && !strings.HasSuffix(word, "ا") {
		words = append(words, word+"ا")
	}
	if kind == headPerson {
		stem := strings.TrimSuffix(word, "ه")
		words = append(words, stem+"ه", stem+"ون", stem+"ين", stem+"ات", stem+"ان")
	}
	for _, w := range words {
		if _, ok := l.heads[w]; !ok {
			l.heads[w] = kind
		}
	}
}
