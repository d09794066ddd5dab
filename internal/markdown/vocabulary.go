package markdown

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// vocabulary is the words that stand in a file for the values of a type. Of two
// words for one value the first is written.
type vocabulary[T ~string] []entry[T]

type entry[T ~string] struct {
	value T
	word  string
}

// word gives the word for a value, "" if there is none.
func (v vocabulary[T]) word(value T) string {
	for _, e := range v {
		if e.value == value {
			return e.word
		}
	}
	return ""
}

// value gives the value that a word stands for, compared after folding.
func (v vocabulary[T]) value(word string) (T, bool) {
	folded := strings.TrimSpace(arabic.Fold(word))
	for _, e := range v {
		if folded != "" && arabic.Fold(e.word) == folded {
			return e.value, true
		}
	}
	return "", false
}

// words lists the words that are written.
func (v vocabulary[T]) words() []string {
	var out []string
	for i, e := range v {
		if i == 0 || e.value != v[i-1].value {
			out = append(out, e.word)
		}
	}
	return out
}

// The words of the sections التصريحات, الأرقام and الأعلام.
var (
	typeWords = vocabulary[corpus.EntityType]{
		{corpus.TypePerson, "شخص"},
		{corpus.TypeOrganisation, "جهة"},
		{corpus.TypeGeopolitical, "دولة أو مدينة"},
		{corpus.TypeGeopolitical, "دولة"},
		{corpus.TypeGeopolitical, "مدينة"},
		{corpus.TypeLocation, "مكان"},
		{corpus.TypeFacility, "منشأة"},
		{corpus.TypeEvent, "حدث"},
		{corpus.TypeMisc, "أخرى"},
	}
	modeWords = vocabulary[corpus.Mode]{
		{corpus.ModeDirect, "مباشر"},
		{corpus.ModeIndirect, "غير مباشر"},
		{corpus.ModeMixed, "مختلط"},
	}
	polarityWords = vocabulary[corpus.Polarity]{
		{corpus.Denies, "ينفي"},
		{corpus.NotDenies, "لا ينفي"},
		{corpus.NotExcludes, "لا يستبعد"},
	}
	kindWords = vocabulary[corpus.SpeakerKind]{
		{corpus.SpeakerUnnamed, "مصدر غير مسمّى"},
		{corpus.SpeakerDocument, "وثيقة"},
		{corpus.SpeakerAuthor, "بصوت الصفحة"},
	}
	boundWords = vocabulary[corpus.Bound]{
		{corpus.BoundAbout, "نحو"},
		{corpus.BoundAtLeast, "أكثر من"},
		{corpus.BoundAtMost, "أقل من"},
	}
)
