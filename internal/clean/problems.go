package clean

import "mojaz/internal/corpus"

// problems tells what went wrong in cleaning src.
func problems(src corpus.Source, res Result) []corpus.Problem {
	kept := 0
	for _, l := range res.Lines {
		kept += b2i(l.Role.Kept())
	}
	switch {
	case len(res.Lines) == 0:
		return []corpus.Problem{{Severity: corpus.Warning, Path: src.Path,
			Message: "no text is left after cleaning", Hint: "the file holds only markup or blanks"}}
	case kept == 0:
		return []corpus.Problem{{Severity: corpus.Warning, Path: src.Path, Line: rawLine(src, res, 0),
			Message: "no line looks like text of an article", Hint: "all lines are kept as furniture of the page"}}
	}
	return nil
}

// rawLine gives the line of Raw on which line i of the text stands, 0 when it
// cannot be told.
func rawLine(src corpus.Source, res Result, i int) int {
	raw, ok := res.Origin.Raw(res.Lines[i].Span)
	if !ok {
		return 0
	}
	n := 1
	for _, c := range []byte(src.Raw[:raw.Start]) {
		n += b2i(c == '\n')
	}
	return n
}
