package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// English writes a value in English with Western digits: "31 August 2025", "16 to
// 31 March 2024", "since 2014", "until 2026", "about 2014", "6 months", "the
// 1990s". What is not valid is given back as it is.
func English(edtf string) string {
	if amounts, ok := parseLength(edtf); ok {
		parts := make([]string, len(amounts))
		for i, a := range amounts {
			parts[i] = englishAmount(a)
		}
		return englishAbout(strings.HasSuffix(edtf, "~")) + strings.Join(parts, " and ")
	}
	sp, ok := parseSpan(edtf)
	if !ok {
		return edtf
	}
	return englishSpan(sp)
}

// englishSpan is Style.span in English.
func englishSpan(sp span) string {
	switch {
	case sp.openFrom:
		return "until " + englishPoint(sp.to)
	case sp.openTo:
		return "since " + englishPoint(sp.from)
	case sp.from == sp.to:
		return englishPoint(sp.from)
	}
	return sp.shortFrom(englishPoint(sp.from)) + " to " + englishPoint(sp.to)
}

func englishAbout(yes bool) string {
	if yes {
		return "about "
	}
	return ""
}

// englishPoint writes a year, month or day.
func englishPoint(p point) string {
	s := englishAbout(p.approx)
	switch {
	case p.masked == 1:
		s += fmt.Sprintf("the %ds", p.y/10*10)
	case p.masked == 2:
		s += "the " + ordinal(p.y/100+1) + " century"
	default:
		if p.d > 0 {
			s += strconv.Itoa(p.d) + " "
		}
		if p.m > 0 {
			s += time.Month(p.m).String() + " "
		}
		s += strconv.Itoa(p.y)
	}
	if p.unsure {
		s += " (?)"
	}
	return s
}

// ordinal writes "1st", "2nd", "11th", "21st".
func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

var englishUnits = map[unit]string{
	second: "second", minute: "minute", hour: "hour", day: "day", week: "week", month: "month", year: "year",
}

// englishAmount writes "1 month", "6 months", "1.5 years".
func englishAmount(a amount) string {
	s := strconv.FormatFloat(a.n, 'f', -1, 64) + " " + englishUnits[a.u]
	if a.n != 1 {
		s += "s"
	}
	return s
}
