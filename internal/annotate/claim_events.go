package annotate

import (
	_ "embed"
	"slices"
	"strings"

	"mojaz/internal/arabic"
)

//go:embed data/events.txt
var eventsFile string

// tanwin are the marks that only a noun bears.
const tanwin = string(arabic.Fathatan) + "\u064C\u064D"

// eventForm is one reading of a folded word as an event.
type eventForm struct {
	class  string
	kind   string // of events.txt: past, present, noun, part
	future bool   // س stands before it
	needs  bool   // an object of the class must follow
	opens  bool   // a verb only where its clause begins
	exact  string // letters that the word must have as they stand, "" if any do
	listed bool   // the form stands in the data as it is
	owned  bool   // the pronoun ه was added
}

// eventWord is what a word of a text says of an event: its readings as a verb
// and as a noun, each "" when it has none.
type eventWord struct {
	class, verb, noun string // of one class; verb is past or present, noun is noun or part
	future            bool
	opens             bool   // a verb only where its clause begins
	prefix            string // the particles written to it, as they stand
	article, particle bool   // the prefix has ال; it has ب ل ك
	conjunction       bool   // the prefix has و or ف
}

// eventLexicon holds the inflected forms of events.txt by folded word.
//
// Endings are added when the file is read, so that a word of a text is looked
// up and never stemmed: past takes ت وا ا تا نا ن, present ي ت ن before its
// stem, س before these, and ون وا ان ا ين ن behind, nouns the tanwin's alef, ات
// and pronouns, participles the plurals. A form that stands in the file wins over
// one that was made of another class («تراجع» over the feminine of «يراجع»).
type eventLexicon struct {
	forms   map[string][]eventForm
	objects map[string]map[string]bool // by class: what must follow
	before  map[string]map[string]bool // by class: what may stand before instead
	without map[string]map[string]bool // by class: what must not follow
	bare    map[string]map[string]bool // by class: what must not follow a noun at once
	next    map[string]map[string]bool // by class: what must not follow at once
	now     map[string]map[string]bool // the same behind a verb in the present
}

func readEvents() *eventLexicon {
	l := &eventLexicon{
		forms: map[string][]eventForm{}, objects: map[string]map[string]bool{}, before: map[string]map[string]bool{}, without: map[string]map[string]bool{}, bare: map[string]map[string]bool{},
		next: map[string]map[string]bool{}, now: map[string]map[string]bool{},
	}
	for _, e := range arabic.List(eventsFile) {
		f := strings.Fields(e)
		for _, w := range f[2:] {
			l.enter(f[0], f[1], w)
		}
	}
	return l
}

// enter puts the forms of one word of the file into the lexicon.
func (l *eventLexicon) enter(class, kind, w string) {
	form := eventForm{class: class, kind: kind}
	w, form.needs = strings.CutPrefix(w, "?")
	w, form.opens = strings.CutPrefix(w, "~")
	if rest, exact := strings.CutPrefix(w, "="); exact {
		w, form.exact = rest, strings.TrimPrefix(rest, "ي") // of every person
	}
	w = arabic.Fold(w)
	switch kind {
	case "past":
		l.add(w, form, "", "ت", "وا", "ا", "تا", "نا", "ن")
	case "present":
		stem := strings.TrimPrefix(w, "ي")
		for _, person := range []string{"ي", "ت", "ن"} {
			l.add(person+stem, form, "", "ون", "وا", "ان", "ا", "ين", "ن")
			form.future = true
			l.add("س"+person+stem, form, "", "ون", "ان", "ن")
			form.future = false
		}
	case "noun":
		l.add(w, form, "", "ا", "ات", "ها", "هم", "هما", "نا")
		if stem, ok := strings.CutSuffix(w, string(arabic.Heh)); ok {
			l.add(stem, form, "ات", "تها", "ته", "تهم", "تهما")
		} else {
			form.owned = true
			l.add(w, form, string(arabic.Heh))
		}
	case "still":
		form.kind = "noun"
		l.add(w, form, "", "ا", "ها", "هم", "هما")
	case "part":
		l.add(w, form, "", "ا", "ه", "ون", "ين", "ات", "ان")
	case "only":
		form.kind = "past"
		if strings.HasPrefix(w, "ي") {
			form.kind = "present"
		} else if strings.HasPrefix(w, articleFold) {
			w, form.kind = strings.TrimPrefix(w, articleFold), "noun"
		}
		l.add(w, form, "")
	case "object":
		mark(l.objects, class, w)
	case "before":
		mark(l.before, class, w)
	case "without":
		mark(l.without, class, w)
	case "bare":
		mark(l.bare, class, w)
	case "next":
		mark(l.next, class, w)
	case "now":
		mark(l.now, class, w)
	default:
		panic("annotate: events.txt: " + class + " " + kind) // the file is part of the program
	}
}

func mark(m map[string]map[string]bool, class, w string) {
	if m[class] == nil {
		m[class] = map[string]bool{}
	}
	m[class][w] = true
}

// add enters w with each ending. The first, empty one is the form of the file.
func (l *eventLexicon) add(w string, form eventForm, endings ...string) {
	for _, e := range endings {
		form.listed = e == "" && (form.kind != "present" || strings.HasPrefix(w, "ي"))
		l.forms[w+e] = append(l.forms[w+e], form)
	}
}

// names reports whether a folded word is a noun of an event.
func (l *eventLexicon) names(w string) bool {
	return slices.ContainsFunc(l.forms[w], func(f eventForm) bool { return f.kind == "noun" && f.class != notEvent })
}

// notEvent is the class of words that look like a form of an event and are none:
// «انطلاقا من».
const notEvent = "none"

// word reads a word of a text, with or without particles written to it. fold is
// its folded form; stands says of each reading whether what follows allows it.
func (l *eventLexicon) word(raw, fold string, stands func(eventForm) bool) eventWord {
	if !slices.ContainsFunc(arabic.Splits(fold), func(s arabic.Split) bool { return len(l.forms[s.Rest]) > 0 }) {
		return eventWord{}
	}
	for _, s := range arabic.Splits(raw) {
		forms := l.forms[arabic.Fold(s.Rest)]
		if len(forms) == 0 {
			continue
		}
		w := eventWord{prefix: s.Prefix}
		p := arabic.Fold(s.Prefix)
		w.article = strings.HasSuffix(p, articleFold) || strings.HasSuffix(p, "لل")
		p = strings.TrimSuffix(p, articleFold)
		w.conjunction = strings.HasPrefix(p, "و") || strings.HasPrefix(p, "ف")
		w.particle = strings.ContainsAny(p, "بلك")
		if w.read(forms, raw, stands); w.class == notEvent {
			return eventWord{}
		} else if w.class != "" {
			return w
		}
	}
	return eventWord{}
}

// read takes the readings that the particles, the spelling of the word and what
// follows allow, all of one class: that of a form of the file, else of the first.
func (w *eventWord) read(forms []eventForm, raw string, stands func(eventForm) bool) {
	for _, listed := range []bool{true, false} {
		for _, f := range forms {
			if f.listed != listed || w.class != "" && f.class != w.class || !w.spells(f, raw) || !stands(f) {
				continue
			}
			w.class = f.class
			verb := f.verbal()
			if verb && w.verb == "" {
				w.verb, w.future, w.opens = f.kind, f.future, f.opens
			}
			if !verb && w.noun == "" {
				w.noun = f.kind
			}
		}
	}
}

func (f eventForm) verbal() bool { return f.kind == "past" || f.kind == "present" }

// spells reports whether raw, with the particles that w has, can be the form.
func (w *eventWord) spells(f eventForm, raw string) bool {
	switch {
	case f.owned && strings.HasSuffix(raw, string(arabic.TehMarbuta)):
		return false // «وقفة» is not «وقفه»
	case f.exact != "" && !strings.Contains(raw, f.exact):
		return false
	case !f.verbal():
		return true
	}
	return !strings.ContainsAny(raw, tanwin) && !w.article && !(w.particle && f.kind == "past")
}

// particles gives the length of what is written to the word before its article.
// In «للانسحاب» the particle has swallowed the article, so both stay.
func (w eventWord) particles() int {
	if !w.article {
		return len(w.prefix)
	}
	if i := strings.IndexFunc(w.prefix, func(c rune) bool { return c == arabic.Alef || c == arabic.AlefWasla }); i >= 0 {
		return i
	}
	return strings.IndexRune(w.prefix, 'ل')
}
