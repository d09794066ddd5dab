package names

// far is the distance at which a word before is no longer told from none.
const far = 9

// state is what stands before a word in its sentence: how many words back the
// last word of each kind is, 0 for the word before, far for none.
type state struct {
	title, org, place, verb int
	quoted                  bool // inside quotation marks
}

// statesOf gives the state before each word. Titles and heads do not reach
// over a comma or a colon.
func statesOf(words []word) []state {
	out := make([]state, len(words))
	s := state{title: far, org: far, place: far, verb: far}
	for i := range words {
		w := &words[i]
		out[i] = s
		count(&s.title, w, listTitle)
		count(&s.org, w, listOrgHead)
		count(&s.place, w, listPlaceHead)
		count(&s.verb, w, listVerb)
		switch w.shape {
		case `"`:
			s.quoted = !s.quoted
		case "«", "\u201C":
			s.quoted = true
		case "»", "\u201D":
			s.quoted = false
		case ".", "،", ",", "؛", ":":
			s.title, s.org, s.place = far, far, far
		}
	}
	return out
}

// count sets n to zero at a word of the list, and else moves it on.
func count(n *int, w *word, in lists) {
	switch {
	case (w.lists|w.phrase)&in != 0:
		*n = 0
	case *n < far:
		*n++
	}
}
