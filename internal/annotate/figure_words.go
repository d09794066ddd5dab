package annotate

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/figure_units.txt
var figureUnitsFile string

//go:embed data/figure_scales.txt
var figureScalesFile string

//go:embed data/figure_bounds.txt
var figureBoundsFile string

//go:embed data/figure_labels.txt
var figureLabelsFile string

//go:embed data/figure_heads.txt
var figureHeadsFile string

//go:embed data/figure_reach.txt
var figureReachFile string

//go:embed data/figure_stops.txt
var figureStopsFile string

//go:embed data/figure_others.txt
var figureOthersFile string

//go:embed data/figure_changes.txt
var figureChangesFile string

// articleFold is the article, folded.
const articleFold = string(arabic.Alef) + string(arabic.Lam)

// figureUnit is a counted noun or a unit. kind is that of figure_units.txt.
type figureUnit struct {
	kind     string
	singular bool
}

// figureScale is a word that scales a number or stands for one.
type figureScale struct {
	kind     string
	min, max float64
}

// figureLexicon is what the data files of figures say, keyed by folded words.
type figureLexicon struct {
	units         map[string]figureUnit
	scales        map[string]figureScale // kinds scale and part
	vague         map[string]figureScale
	before, after map[string]corpus.Bound // by words joined with a blank
	fillers       map[string]bool
	labels        map[string]bool
	heads         map[string]bool
	reach         map[string]bool
	stops         map[string]bool
	others        map[string]bool
	changes       map[string]bool
	cues          map[string]string // kinds by words joined with a blank
}

// maxBoundWords is the number of words of the longest bound.
const maxBoundWords = 5

var figureWords = sync.OnceValue(func() *figureLexicon {
	l := &figureLexicon{
		labels: foldedSet(figureLabelsFile), heads: foldedSet(figureHeadsFile), reach: foldedSet(figureReachFile),
		stops: foldedSet(figureStopsFile), others: foldedSet(figureOthersFile), changes: foldedSet(figureChangesFile),
	}
	l.readUnits()
	l.readScales()
	l.readBounds()
	l.readCues()
	return l
})

// foldedSet gives the entries of a word list, folded.
func foldedSet(file string) map[string]bool {
	m := map[string]bool{}
	for _, e := range arabic.List(file) {
		m[arabic.Fold(e)] = true
	}
	return m
}

// unitRank orders the kinds of a word that stands twice: the highest wins.
var unitRank = map[string]int{"count": 1, "point": 2, "page": 3, "money": 4, "measure": 4, "time": 5}

func (l *figureLexicon) readUnits() {
	l.units = map[string]figureUnit{}
	for _, e := range arabic.List(figureUnitsFile) {
		kind, words, _ := strings.Cut(e, " ")
		if unitRank[kind] == 0 {
			panic("annotate: figure_units.txt: " + e) // the file is part of the program
		}
		for i, w := range strings.Fields(words) {
			if w = arabic.Fold(w); unitRank[l.units[w].kind] < unitRank[kind] {
				l.units[w] = figureUnit{kind, i == 0}
			}
		}
	}
}

func (l *figureLexicon) readScales() {
	l.scales, l.vague = map[string]figureScale{}, map[string]figureScale{}
	for _, e := range arabic.List(figureScalesFile) {
		f := strings.Fields(e)
		least, err1 := strconv.ParseFloat(f[1], 64)
		most, err2 := strconv.ParseFloat(f[2], 64)
		if err1 != nil || err2 != nil || len(f) != 4 {
			panic("annotate: figure_scales.txt: " + e) // the file is part of the program
		}
		m := l.scales
		if f[0] == "vague" {
			m = l.vague
		}
		m[arabic.Fold(f[3])] = figureScale{f[0], least, most}
	}
}

func (l *figureLexicon) readBounds() {
	l.before, l.after, l.fillers = map[string]corpus.Bound{}, map[string]corpus.Bound{}, map[string]bool{}
	for _, e := range arabic.List(figureBoundsFile) {
		f := strings.SplitN(e, " ", 3)
		words := arabic.Fold(f[2])
		switch f[1] {
		case "before":
			l.before[words] = corpus.Bound(f[0])
		case "after":
			l.after[words] = corpus.Bound(f[0])
		case "filler":
			l.fillers[words] = true
		default:
			panic("annotate: figure_bounds.txt: " + e) // the file is part of the program
		}
	}
}

// unit looks up a folded word as it stands, then without the alef of the
// accusative, then without the article.
func (l *figureLexicon) unit(w string) (u figureUnit, ok bool) {
	for _, w := range []string{w, strings.TrimSuffix(w, string(arabic.Alef)), strings.TrimPrefix(w, articleFold)} {
		if u, ok = l.units[w]; ok {
			return u, true
		}
	}
	return u, false
}

// isDual reports whether a folded word is the dual of a noun that is counted or
// measured, and not its sound plural as well.
func (l *figureLexicon) isDual(w string) bool {
	if _, known := l.units[w]; known {
		return false
	}
	stem, ok := strings.CutSuffix(w, "ين")
	if !ok {
		if stem, ok = strings.CutSuffix(w, "ان"); !ok {
			return false
		}
	}
	feminine := strings.TrimSuffix(stem, "ت") + string(arabic.Heh)
	for _, s := range []string{stem, feminine} {
		if u := l.units[s]; u.singular && len(s) > len("كلم") && (u.kind == "count" || u.kind == "measure" || u.kind == "money") {
			return s == stem || strings.HasSuffix(stem, "ت")
		}
	}
	return false
}

// head gives the prefix, folded, of a word that names a quantity: «و» of «وعددها».
func (l *figureLexicon) head(raw, fold string) (prefix string, ok bool) {
	for _, s := range arabic.Splits(fold) {
		if l.heads[s.Rest] || l.heads[withoutPossessive(s.Rest)] && hasPronoun(raw) {
			return s.Prefix, true
		}
	}
	return "", false
}

// hasPronoun reports whether a noun can end in a pronoun of the third person.
// The spelling of ة tells it from ه, where a text keeps them apart.
func hasPronoun(raw string) bool {
	return !strings.HasSuffix(raw, string(arabic.TehMarbuta)) && withoutPossessive(arabic.Fold(raw)) != arabic.Fold(raw)
}

// pronouns are the suffixes of the third person, folded, the longest first.
var pronouns = []string{"هما", "ها", "هم", "هن", "ه"}

// withoutPossessive gives a folded noun without a pronoun of the third person
// written to it, the ت before it as the ه that it is alone.
func withoutPossessive(w string) string {
	for _, p := range pronouns {
		if stem, ok := strings.CutSuffix(w, p); ok && stem != "" {
			if body, ok := strings.CutSuffix(stem, "ت"); ok {
				return body + string(arabic.Heh)
			}
			return stem
		}
	}
	return w
}

// in reports whether set holds a folded word, as it stands or behind و or ف.
func in(set map[string]bool, w string) bool {
	if set[w] {
		return true
	}
	for _, conj := range []string{string(arabic.Waw), string(arabic.Feh)} {
		if rest, ok := strings.CutPrefix(w, conj); ok && set[rest] {
			return true
		}
	}
	return false
}
