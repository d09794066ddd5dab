package crossref

import "slices"

// officesOf gives the words of each role that names an office.
func officesOf(roles []string) (out [][]string) {
	for _, r := range roles {
		if w := officeWords(r); len(w) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// officeWords gives the words of a role that say which office it is: those that
// are more than courtesy, without articles.
func officeWords(role string) (out []string) {
	l := entityWords()
	for _, w := range l.fold(role) {
		if !l.courtesies[w] {
			out = append(out, bare(w))
		}
	}
	return out
}

// agree reports whether some office of the one is some office of the other: the
// words of one are all among those of the other, «الرئيس» and «الرئيس الأميركي».
// It is wrong for the presidents of two countries where only one is said to be
// of what.
func agree(a, b [][]string) bool { return agreeOn(a, b, 1) }

// agreeOn is agree for offices of at least so many words.
func agreeOn(a, b [][]string, least int) bool {
	for _, x := range a {
		for _, y := range b {
			if sameOffice(x, y, least) {
				return true
			}
		}
	}
	return false
}

// sameOffice reports whether the words of one office are among those of the
// other, and both open with the same.
func sameOffice(a, b []string, least int) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least || a[0] != b[0] {
		return false
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}
