package markdown

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The columns of the table in الأرقام, in the order in which they are written.
const (
	columnWhat  = "المقدار"
	columnValue = "القيمة"
	columnUnit  = "الوحدة"
	columnScope = "النطاق"
	columnAsOf  = "التاريخ"
	columnText  = "في النص"
	columnCite  = "الموضع"
)

// quantityLayout is the layout of الأرقام.
var quantityLayout = layout{
	columns:  []string{columnWhat, columnValue, columnUnit, columnScope, columnAsOf, columnText, columnCite},
	required: []string{columnValue, columnText, columnCite},
}

// writableQuantity gives a figure as it can be written: each part on one line,
// the range in order, without a date that is none. ok is false when there is
// no number or no words.
func writableQuantity(q corpus.Quantity) (_ corpus.Quantity, ok bool) {
	q.What, q.Unit, q.Scope, q.Text = flat(q.What), flat(q.Unit), flat(q.Scope), flat(q.Text)
	q.Min, q.Max = min(q.Min, q.Max), max(q.Min, q.Max)
	if boundWords.word(q.Bound) == "" {
		q.Bound = ""
	}
	if q.AsOf != "" && wrongDate(q.AsOf) != "" {
		q.AsOf = ""
	}
	return q, q.Text != "" && finite(q.Min) && finite(q.Max)
}

// formatQuantities writes the section الأرقام.
func formatQuantities(w *strings.Builder, quantities []corpus.Quantity) {
	head := "\n## " + titleQuantities + "\n\n" + quantityLayout.head()
	for _, q := range quantities {
		q, ok := writableQuantity(q)
		if !ok {
			continue
		}
		w.WriteString(head)
		head = ""
		cells := []string{
			escapeCell(q.What), formatValue(value{q.Min, q.Max, q.Bound}), escapeCell(q.Unit), escapeCell(q.Scope),
			q.AsOf, escapeCell(q.Text), citation(q.Cite),
		}
		w.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
}

// readQuantities reads the section الأرقام: the rows of its tables.
func (f *File) readQuantities(p part) {
	for _, n := range p.blocks {
		if t, ok := n.(*extast.Table); ok {
			for _, r := range f.source.rows(t, quantityLayout) {
				f.addQuantity(r)
			}
			continue
		}
		f.source.report(corpus.Warning, max(n.Pos(), 0), "only a table can stand in "+titleQuantities, wording.Of("begin it with %s and leave no line blank", quantityLayout.titles()))
	}
}

// addQuantity reads a row. One that cites no paragraph, or holds no number or
// no words of the text, is left out.
func (f *File) addQuantity(r row) {
	words := r.cells[columnText]
	if len(words.source) > maxLine {
		f.source.report(corpus.Warning, words.inFile(0), wording.Of("a figure of more than %d bytes", maxLine), "shorten it; it is left out")
		return
	}
	words.passage = readLine(words.source)
	f.reportSlips(words)
	f.linksIn(words)
	q := corpus.Quantity{What: r.text(columnWhat), Unit: r.text(columnUnit), Scope: r.text(columnScope), Text: words.text}
	var cites, counts bool
	q.Cite, cites = f.citeIn(r.cells[columnCite], q.Text)
	q.Min, q.Max, q.Bound, counts = f.valueIn(r.cells[columnValue])
	q.AsOf = f.source.dateIn(r.cells[columnAsOf])
	if q.Text == "" {
		f.source.report(corpus.Warning, words.inFile(0), "a figure without its words", "write the words of the text under "+columnText)
	}
	if cites && counts && q.Text != "" {
		f.Quantities, f.quantities = append(f.Quantities, q), append(f.quantities, words)
	}
}

// citeIn reads the citation in a cell.
func (f *File) citeIn(l located, text string) (id string, ok bool) {
	rest, cites := cutCitations(l.source)
	if rest != "" && len(cites) > 0 {
		f.source.report(corpus.Warning, l.inFile(0), "words beside a citation are not kept", wording.Of("keep the citation alone, %s", citation(cites[0].id)))
	}
	return f.oneCite(l, cites, quoted{"figure", text})
}

// valueIn reads the value in a cell.
func (f *File) valueIn(l located) (least, most float64, bound corpus.Bound, ok bool) {
	text := readLine(l.source).text
	v, wrong := parseValue(text)
	if wrong != "" {
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("«%s» is not a value: %s", oneLine(text), wrong), valueHint)
	}
	return v.min, v.max, v.bound, wrong == ""
}

// dateIn reads the date in a cell, "" if it holds none that can be.
func (s *source) dateIn(l located) string {
	date := arabic.Digits(oneLine(readLine(l.source).text))
	if date == "" {
		return ""
	}
	if wrong := wrongDate(date); wrong != "" {
		s.report(corpus.Warning, l.inFile(0), wording.Of("%q is not a date: %s", date, wrong), hintOf(date))
		return ""
	}
	return date
}
