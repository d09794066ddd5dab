package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// isolate finds the runs of Latin letters in text, which must not mix their
// order with the Arabic around them: "U.S. Central Command", "F-16",
// "COVID-19". A run begins and ends with a letter or digit, holds a letter, and
// has at most two blanks or marks between; a stop at its end is its own only
// after initials, "U.S.". A date or name that would cross the edge of a run is
// taken into it whole.
//
// It is wrong about other abbreviations at a run's end ("Inc."): their stop
// stays with the Arabic sentence, where it belongs in nearly all cases.
func isolate(text string, solid solid) []corpus.Span {
	var runs []corpus.Span
	for at := 0; at < len(text); {
		run := latinRun(text, at)
		if run.Empty() {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += max(size, run.End-at)
			continue
		}
		run = solid.widen(run)
		at = run.End
		for n := len(runs) - 1; n >= 0 && run.Start < runs[n].End; n-- {
			run.Start = min(run.Start, runs[n].Start)
			runs = runs[:n]
		}
		runs = append(runs, run)
	}
	return runs
}

// latinRun gives the run that begins at at. If none does, it is empty, and its
// End is where the next may begin. Digits begin a run only if a letter follows
// them at once ("4G"): a number before a Latin word may be the Arabic text's own.
func latinRun(text string, at int) corpus.Span {
	end, latin, joints := at, false, 0
scan:
	for i, r := range text[at:] {
		switch {
		case isLatin(r):
			latin = true
		case '0' <= r && r <= '9':
		case latin && unicode.Is(unicode.Mn, r):
		case latin && joints < 2 && joins(r):
			joints++
			continue
		default:
			break scan
		}
		end, joints = at+i+utf8.RuneLen(r), 0
	}
	if !latin {
		return corpus.Span{Start: end, End: end}
	}
	if initials(text[at:end]) && strings.HasPrefix(text[end:], ".") {
		end++
	}
	return corpus.Span{Start: at, End: end}
}

// initials reports whether a run ends as "U.S" does: stop, letter.
func initials(run string) bool {
	return len(run) > 2 && run[len(run)-2] == '.' && isLatin(rune(run[len(run)-1]))
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// joins reports whether r may stand between two words of one run.
func joins(r rune) bool {
	switch r {
	case ' ', '-', '.', '/', ':', '_', '@', '&', '\'', '’', '+', '#', '%', '?', '=', '~':
		return true
	}
	return false
}
