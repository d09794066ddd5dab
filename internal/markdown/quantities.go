package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
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

var (
	columns  = []string{columnWhat, columnValue, columnUnit, columnScope, columnAsOf, columnText, columnCite}
	required = []string{columnValue, columnText, columnCite}
)

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
	head := "\n## " + titleQuantities + "\n\n| " + strings.Join(columns, " | ") + " |\n" + strings.Repeat("|---", len(columns)) + "|\n"
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
			f.readTable(t)
			continue
		}
		f.source.report(corpus.Warning, max(n.Pos(), 0), "only a table can stand in "+titleQuantities, "begin it with | "+strings.Join(columns, " | ")+" | and leave no line blank")
	}
}

// readTable reads one table. Its columns may stand in any order, and those that
// are not needed may be missing.
func (f *File) readTable(t *extast.Table) {
	head := t.FirstChild()
	at := f.readHead(head)
	for _, title := range required {
		if _, ok := at[title]; !ok {
			f.source.report(corpus.Warning, max(t.Pos(), 0), fmt.Sprintf("the table has no column «%s»", title), "begin it with | "+strings.Join(columns, " | ")+" |")
			return
		}
	}
	for row := head.NextSibling(); row != nil; row = row.NextSibling() {
		f.addQuantity(f.rowOf(row, at))
	}
}

// readHead gives the place of each column by its title.
func (f *File) readHead(head ast.Node) map[string]int {
	at := map[string]int{}
	i := 0
	for c := head.FirstChild(); c != nil; c = c.NextSibling() {
		l := f.source.join(c)
		title := oneLine(readLine(l.source).text)
		k := slices.IndexFunc(columns, func(known string) bool { return sameTitle(title, known) })
		switch {
		case k < 0:
			f.source.report(corpus.Warning, l.inFile(0), fmt.Sprintf("unknown column «%s»", title), suggest(title, columns, "write %s"))
		case hasKey(at, columns[k]):
			f.source.report(corpus.Warning, l.inFile(0), fmt.Sprintf("a second column «%s»", title), "take one of the two away")
		default:
			at[columns[k]] = i
		}
		i++
	}
	return at
}

// row is one row of the table: its cells by the titles of their columns.
type row struct {
	cells map[string]located
	at    int // of the row in the file
}

func (f *File) rowOf(n ast.Node, at map[string]int) row {
	r := row{cells: map[string]located{}, at: max(n.Pos(), 0)}
	var cells []located
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l := f.source.join(c)
		if c.Lines().Len() == 0 {
			l.joins = []step{{0, r.at}}
		}
		cells = append(cells, l)
	}
	for _, title := range columns {
		if i, ok := at[title]; ok && i < len(cells) {
			r.cells[title] = cells[i]
		} else {
			r.cells[title] = located{passage: &passage{}, joins: []step{{0, r.at}}}
		}
	}
	return r
}

// text gives the words of a cell.
func (r row) text(column string) string { return readLine(r.cells[column].source).text }

// addQuantity reads a row. One that cites no paragraph, or holds no number or
// no words of the text, is left out.
func (f *File) addQuantity(r row) {
	words := r.cells[columnText]
	if len(words.source) > maxLine {
		f.source.report(corpus.Warning, words.inFile(0), fmt.Sprintf("a figure of more than %d bytes", maxLine), "shorten it; it is left out")
		return
	}
	words.passage = readLine(words.source)
	f.reportSlips(words)
	f.linksIn(words)
	q := corpus.Quantity{What: r.text(columnWhat), Unit: r.text(columnUnit), Scope: r.text(columnScope), Text: words.text}
	var cites, counts bool
	q.Cite, cites = f.citeIn(r.cells[columnCite], q.Text)
	q.Min, q.Max, q.Bound, counts = f.valueIn(r.cells[columnValue])
	q.AsOf = f.dateIn(r.cells[columnAsOf])
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
		f.source.report(corpus.Warning, l.inFile(0), "words beside a citation are not kept", "keep the citation alone, "+citation(cites[0].id))
	}
	return f.oneCite(l, cites, quoted{"figure", text})
}

// valueIn reads the value in a cell.
func (f *File) valueIn(l located) (least, most float64, bound corpus.Bound, ok bool) {
	text := readLine(l.source).text
	v, wrong := parseValue(text)
	if wrong != "" {
		f.source.report(corpus.Warning, l.inFile(0), fmt.Sprintf("«%s» is not a value: %s", oneLine(text), wrong), valueHint)
	}
	return v.min, v.max, v.bound, wrong == ""
}

// dateIn reads the date in a cell, "" if it holds none that can be.
func (f *File) dateIn(l located) string {
	date := arabic.Digits(oneLine(readLine(l.source).text))
	if date == "" {
		return ""
	}
	if wrong := wrongDate(date); wrong != "" {
		f.source.report(corpus.Warning, l.inFile(0), fmt.Sprintf("%q is not a date: %s", date, wrong), dateHint)
		return ""
	}
	return date
}
