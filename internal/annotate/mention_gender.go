package annotate

import (
	_ "embed"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/mention_men.txt
var mentionMenFile string

// gender is what the words around a person's name say of it.
type gender uint8

const (
	genderUnknown gender = iota
	genderMale
	genderFemale
)

// genders says of each found person whether it is a man or a woman, where that can be told: by the
// office before the name («رئيسة الشبكة»), by a given name in ة, or by the verb of saying right
// before it, «أفاد الدرسي», «قالت الدرسي».
func (r *mentionReader) genders() {
	for i := range r.found {
		if n := &r.found[i]; n.typ == corpus.TypePerson {
			n.gender = r.gender(n)
		}
	}
}

// gender gives what is known of one name.
func (r *mentionReader) gender(n *foundName) gender {
	if office, _, _ := strings.Cut(n.role, " "); office != "" {
		return genderOf(strings.HasSuffix(arabic.Fold(office), heh))
	}
	given, _, more := strings.Cut(n.form, " ")
	if more && strings.HasSuffix(given, heh) {
		return genderOf(!r.lists.men[given])
	}
	if n.from == 0 {
		return genderUnknown
	}
	verb := strings.TrimPrefix(r.words[n.from-1].fold, "و")
	if f, ok := reporting().forms[verb]; ok && f.feminine != f.masculine {
		return genderOf(f.feminine)
	}
	return genderUnknown
}

// heh is the end of a folded noun in ة.
const heh = string(arabic.Heh)

func genderOf(female bool) gender {
	if female {
		return genderFemale
	}
	return genderMale
}

// against reports whether two names cannot be of one person.
func (g gender) against(h gender) bool {
	return g != genderUnknown && h != genderUnknown && g != h
}
