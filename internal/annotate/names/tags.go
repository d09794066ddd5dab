package names

import (
	"strings"

	"mojaz/internal/perceptron"
)

// Kind is what a name is the name of, in the classes of ANERcorp.
type Kind string

// The kinds of name. A place that acts («قالت بغداد») is still a Place; a
// facility is a Place; events, currencies, works and makes are Misc.
const (
	Person       Kind = "PERS"
	Place        Kind = "LOC"
	Organisation Kind = "ORG"
	Misc         Kind = "MISC"
)

// Kinds lists the kinds in the order in which tags and figures stand.
var Kinds = []Kind{Person, Place, Organisation, Misc}

// outside is the tag of a word in no name. The tags B-x and I-x of kind number
// k are 1+2k and 2+2k.
const outside = 0

// Tagset gives the tags O, B-PERS, I-PERS, … in which I-x stands only behind
// B-x or I-x.
func Tagset() perceptron.Tagset {
	t := perceptron.Tagset{Names: []string{"O"}}
	for _, k := range Kinds {
		t.Names = append(t.Names, "B-"+string(k), "I-"+string(k))
	}
	t.May = func(prev, tag int) bool {
		return !inside(tag) || prev != perceptron.Start && insideOf(prev) == tag
	}
	return t
}

// inside reports whether tag goes on with a name.
func inside(tag int) bool { return tag != outside && tag%2 == 0 }

// insideOf gives the tag I-x for either tag of kind x.
func insideOf(tag int) int { return (tag + 1) / 2 * 2 }

// kindOf gives the kind of a tag that is not outside.
func kindOf(tag int) Kind { return Kinds[(tag-1)/2] }

// ParseTag gives the number of a tag such as "B-LOC", ok is false for any
// other string.
func ParseTag(s string) (tag int, ok bool) {
	if s == "O" {
		return outside, true
	}
	mark, kind, found := strings.Cut(s, "-")
	for i, k := range Kinds {
		if found && string(k) == kind && (mark == "B" || mark == "I") {
			tag = 1 + 2*i
			if mark == "I" {
				tag++
			}
			return tag, true
		}
	}
	return 0, false
}
