package crossref

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// tenures gives the roles of a party with the dates of publication between
// which sources give them. Words of respect and ranks alone are none.
func (c *casting) tenures(p *party) []corpus.Tenure[corpus.Ref] {
	var out []corpus.Tenure[corpus.Ref]
	at := map[string]int{}
	for _, k := range p.nodes {
		n := &c.nodes[k]
		doc := &c.a.Documents[n.doc]
		for _, i := range n.mentions {
			m := doc.Mentions[i]
			words := c.officeWords(m.Role)
			if len(words) == 0 {
				continue
			}
			key := strings.Join(words, " ")
			j, ok := at[key]
			if !ok {
				j = len(out)
				at[key] = j
				out = append(out, corpus.Tenure[corpus.Ref]{Role: m.Role, First: doc.Meta.Published, At: roleAt(doc, m)})
			}
			out[j].Last = doc.Meta.Published
			if earlier(doc.Meta.Published, out[j].First) {
				out[j].First, out[j].Role, out[j].At = doc.Meta.Published, m.Role, roleAt(doc, m)
			}
		}
	}
	out = slices.DeleteFunc(out, func(t corpus.Tenure[corpus.Ref]) bool { return c.saidMore(t.Role, at) })
	slices.SortStableFunc(out, func(x, y corpus.Tenure[corpus.Ref]) int {
		if x.First == "" || y.First == "" {
			return cmp.Compare(x.First, y.First)
		}
		return calendar.Compare(x.First, y.First)
	})
	return out
}

// saidMore reports whether a role of one word opens another role of more: beside
// «رئيس الحكومة», «الرئيس» says nothing.
func (c *casting) saidMore(role string, roles map[string]int) bool {
	words := c.officeWords(role)
	if len(words) > 1 {
		return false
	}
	for other := range roles {
		if strings.HasPrefix(other, words[0]+" ") {
			return true
		}
	}
	return false
}

// earlier reports whether one date of publication is known and earlier than the
// other, or the other is not known.
func earlier(x, y string) bool {
	return x != "" && (y == "" || calendar.Compare(x, y) < 0)
}

// roleAt gives the place of a mention with its role, or of the mention alone
// where the role's words are not next to it as they are told.
func roleAt(doc *corpus.Document, m corpus.Mention) corpus.Ref {
	const reach = 200 // bytes between the start of a role and the name
	ref := corpus.Ref{Doc: doc.ID, Span: m.Span}
	_, sentence := sentenceOf(doc, m.Span)
	from := max(sentence.Start, m.Start-reach)
	if i := strings.LastIndex(doc.Text[from:m.Start], m.Role); i >= 0 {
		ref.Start = from + i
		return ref
	}
	to := min(sentence.End, m.End+reach)
	if i := strings.Index(doc.Text[m.End:max(m.End, to)], m.Role); i >= 0 {
		ref.End = m.End + i + len(m.Role)
	}
	return ref
}
