package markdown

import (
	"cmp"
	"strconv"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// annotate sets on d what a case says was found in it, a line each, parted by
// strokes. Words are looked for after those of the line of the same kind before:
//
//	date 2025-09 | words
//	mention PER | words | name | role
//	statement named direct asserts | words | verb | words for the speaker | name | reported by
//	figure 2500 2500 about 2025-09 | words | what | unit | scope
func annotate(t *testing.T, d *corpus.Document, found string) {
	at := map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(found), "\n") {
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		head := append(strings.Fields(fields[0]), "", "", "", "")
		fields = append(fields[1:], "", "", "", "", "")
		s := wordsIn(t, d.Text, fields[0], at[head[0]])
		at[head[0]] = s.End
		switch head[0] {
		case "date":
			d.Dates = append(d.Dates, corpus.Date{Span: s, Value: head[1], Timex: corpus.TimexDate})
		case "mention":
			d.Mentions = append(d.Mentions, corpus.Mention{Span: s, Type: corpus.EntityType(head[1]), Name: cmp.Or(fields[1], fields[0]), Role: fields[2]})
		case "statement":
			st := corpus.Statement{Span: s, SpeakerKind: corpus.SpeakerKind(head[1]), Mode: corpus.Mode(head[2]), Polarity: corpus.Polarity(head[3])}
			st.Verb, st.Speaker = wordsIn(t, d.Text, fields[1], 0), wordsIn(t, d.Text, fields[2], 0)
			st.SpeakerName, st.ReportedBy = cmp.Or(fields[3], fields[2]), fields[4]
			d.Statements = append(d.Statements, st)
		case "figure":
			fig := corpus.Figure{Span: s, Bound: corpus.Bound(strings.Trim(head[3], "-")), AsOf: head[4], What: fields[1], Unit: fields[2], Scope: fields[3]}
			fig.Min, _ = strconv.ParseFloat(head[1], 64)
			fig.Max, _ = strconv.ParseFloat(head[2], 64)
			d.Figures = append(d.Figures, fig)
		default:
			t.Fatalf("what is %q?", head[0])
		}
	}
}

// wordsIn gives the first place of words after a byte of a text, a line end
// taken for a space.
func wordsIn(t *testing.T, text, words string, from int) corpus.Span {
	if words == "" {
		return corpus.Span{}
	}
	i := strings.Index(flat(text[from:]), words)
	if i < 0 {
		t.Fatalf("%q does not stand in the source after byte %d", words, from)
	}
	return corpus.Span{Start: from + i, End: from + i + len(words)}
}
