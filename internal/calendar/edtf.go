package calendar

import (
	"cmp"
	"strconv"
	"strings"
)

// Valid reports whether s is an EDTF value of the kinds that the package
// documentation lists.
func Valid(s string) bool {
	if strings.HasPrefix(s, "P") {
		_, ok := parseLength(s)
		return ok
	}
	_, ok := parseSpan(s)
	return ok
}

// Bounds gives the first and the last day that s can mean, as YYYY-MM-DD. The
// bound at an open end is "". ok is false for lengths and for what is not
// valid.
func Bounds(s string) (first, last string, ok bool) {
	sp, ok := parseSpan(s)
	if !ok {
		return "", "", false
	}
	if !sp.openFrom {
		first = sp.from.first().String()
	}
	if !sp.openTo {
		last = sp.to.last().String()
	}
	return first, last, true
}

// Compare orders values by their first day and then by their last. An open
// beginning is earlier than every day, an open end later; lengths and invalid
// values come last, in the order of their text.
func Compare(a, b string) int {
	a1, a2, aok := Bounds(a)
	b1, b2, bok := Bounds(b)
	if !aok || !bok {
		return cmp.Or(boolCompare(bok, aok), cmp.Compare(a, b))
	}
	return cmp.Or(cmp.Compare(a1, b1), boolCompare(a2 == "", b2 == ""), cmp.Compare(a2, b2), cmp.Compare(a, b))
}

// boolCompare puts false before true.
func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// parseSpan reads everything but lengths.
func parseSpan(s string) (span, bool) {
	from, to, isInterval := strings.Cut(s, "/")
	if !isInterval {
		p, ok := parsePoint(from)
		return span{from: p, to: p}, ok
	}
	sp := span{openFrom: isOpen(from), openTo: isOpen(to)}
	ok1, ok2 := sp.openFrom, sp.openTo
	if !ok1 {
		sp.from, ok1 = parsePoint(from)
	}
	if !ok2 {
		sp.to, ok2 = parsePoint(to)
	}
	inOrder := sp.openFrom || sp.openTo || !sp.to.last().before(sp.from.first())
	return sp, ok1 && ok2 && !(sp.openFrom && sp.openTo) && inOrder
}

func isOpen(s string) bool { return s == ".." || s == "" }

// parsePoint reads a year, month or day with its qualifier.
func parsePoint(s string) (point, bool) {
	var p point
	if body, ok := strings.CutSuffix(s, "~"); ok {
		s, p.approx = body, true
	} else if body, ok := strings.CutSuffix(s, "?"); ok {
		s, p.unsure = body, true
	}
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return point{}, false
	}
	digits := strings.TrimRight(parts[0], "X")
	p.masked = 4 - len(digits)
	if p.masked > 2 || p.masked > 0 && len(parts) > 1 {
		return point{}, false
	}
	var ok bool
	if p.y, ok = number(digits, 0, 9999); !ok {
		return point{}, false
	}
	for range p.masked {
		p.y *= 10
	}
	return p, p.parseRest(parts[1:])
}

// parseRest reads the month and the day of p, of which "XX" says that there is
// one that is not known.
func (p *point) parseRest(parts []string) (ok bool) {
	if len(parts) == 0 || len(parts) == 1 && parts[0] == "XX" || len(parts) == 2 && parts[0] == "XX" && parts[1] == "XX" {
		return true
	}
	if p.m, ok = number2(parts[0], 12); !ok || len(parts) == 1 {
		return ok
	}
	if parts[1] == "XX" {
		return true
	}
	p.d, ok = number2(parts[1], daysIn(p.y, p.m))
	return ok
}

// number2 reads exactly two digits between 1 and limit.
func number2(s string, limit int) (int, bool) {
	if len(s) != 2 {
		return 0, false
	}
	return number(s, 1, limit)
}

// number reads ASCII digits alone.
func number(s string, low, high int) (int, bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && low <= n && n <= high
}
