package clean

import "strings"

// outlet is an entry of the list of well-known outlets.
type outlet struct {
	name   string // as people write it
	agency bool   // others print what it reports
}

// outlets maps the folded names and by-names of well-known outlets.
var outlets = readOutlets()

// readOutlets reads entries such as "الشرق الأوسط = صحيفة الشرق الأوسط", with
// "* " before an agency.
func readOutlets() map[string]outlet {
	out := map[string]outlet{}
	for _, e := range entries("outlets.txt") {
		e, agency := strings.CutPrefix(e, "* ")
		names := strings.Split(e, " = ")
		for _, n := range names {
			out[norm(n)] = outlet{names[0], agency}
		}
	}
	return out
}

// kinds of outlet, which stand before a name and are no part of it.
var outletNouns = readSet("outletnouns.txt")

// outletName takes the kind of outlet off a name: "صحيفة", "شركة", "موقع".
func outletName(s string) string {
	s = strings.Trim(s, " \"«»“”'’‘.،,:-–—|()[]/©ـ")
	for {
		first, rest, ok := strings.Cut(s, " ")
		if _, known := outlets[norm(s)]; known || !ok || !outletNouns[norm(first)] {
			return s
		}
		s = strings.Trim(rest, " \"«»“”'’‘")
	}
}

// isOutlet reports whether s is a well-known outlet.
func isOutlet(s string) bool {
	_, ok := outlets[norm(outletName(s))]
	return ok
}
