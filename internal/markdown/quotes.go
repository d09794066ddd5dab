package markdown

import (
	"strings"

	"mojaz/internal/corpus"
)

// writableQuote gives a statement as it can be written: on one line, with a
// known mode, polarity and kind of speaker. A speaker who is said to be named
// but is not among names is an unnamed one. ok is false when nothing is said.
func writableQuote(q corpus.Quote, names map[string]bool) (_ corpus.Quote, ok bool) {
	q.Text = flat(q.Text)
	q.Speaker, q.Verb, q.ReportedBy = oneLine(q.Speaker), oneLine(q.Verb), oneLine(q.ReportedBy)
	if modeWords.word(q.Mode) == "" {
		q.Mode = corpus.ModeIndirect
	}
	if polarityWords.word(q.Polarity) == "" {
		q.Polarity = corpus.Asserts
	}
	switch {
	case kindWords.word(q.Kind) != "":
	case q.Kind == corpus.SpeakerNamed && names[q.Speaker]:
	case q.Speaker == "":
		q.Kind = corpus.SpeakerAuthor
	default:
		q.Kind = corpus.SpeakerUnnamed
	}
	return q, q.Text != ""
}

// formatQuotes writes the section التصريحات.
func formatQuotes(w *strings.Builder, quotes []corpus.Quote, names map[string]bool) {
	head := "\n## " + titleQuotes + "\n"
	for _, q := range quotes {
		if q, ok := writableQuote(q, names); ok {
			w.WriteString(head + "\n" + formatQuote(q) + "\n")
			head = ""
		}
	}
}

// formatQuote writes one statement without a line end: its words, and who says
// them.
func formatQuote(q corpus.Quote) string {
	speaker, verb := formatSpeaker(q), ""
	if q.Verb != "" {
		// A comma in a verb would be the one before it.
		verb = "، " + strings.ReplaceAll(escapeText(q.Verb, false), "،", "&#x60c;")
	} else if q.Kind != corpus.SpeakerNamed && strings.Contains(speaker, "،") {
		verb = "،"
	}
	return "> " + escapeText(q.Text, true) + "\n\n— " + speaker + verb + " (" + manner(q) + ")" + citations([]string{q.Cite})
}

// formatSpeaker writes who speaks: a wikilink, words of the text, or, where
// there are none, the word for the kind of speaker.
func formatSpeaker(q corpus.Quote) string {
	switch {
	case q.Kind == corpus.SpeakerNamed:
		return formatWikilink(q.Speaker, "")
	case q.Speaker == "":
		return kindWords.word(q.Kind)
	}
	return escapeText(q.Speaker, false)
}

// manner writes what stands in the brackets: mode, polarity, kind of speaker,
// and who reports it.
func manner(q corpus.Quote) string {
	items := []string{modeWords.word(q.Mode)}
	if q.Polarity != corpus.Asserts {
		items = append(items, polarityWords.word(q.Polarity))
	}
	if q.Kind != corpus.SpeakerNamed && q.Speaker != "" {
		items = append(items, kindWords.word(q.Kind))
	}
	if q.ReportedBy != "" {
		items = append(items, via+escapeBrackets(escapeBefore(q.ReportedBy, ")")))
	}
	return strings.Join(items, "، ")
}

// via stands before the outlet or agency that reports a statement.
const via = "عبر "

// escapeBrackets puts a backslash before the round brackets of s unless each
// that opens is closed.
func escapeBrackets(s string) string {
	depth, balanced := 0, true
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		balanced = balanced && depth >= 0
	}
	if balanced && depth == 0 {
		return s
	}
	return strings.NewReplacer("(", `\(`, ")", `\)`).Replace(s)
}
