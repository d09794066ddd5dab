package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// layout is the columns of a kind of table, in the order in which they are
// written, and those that must be there.
type layout struct{ columns, required []string }

// head writes the head of a table and the line below it.
func (t layout) head() string {
	return t.titles() + "\n" + strings.Repeat("|---", len(t.columns)) + "|\n"
}

// titles writes the line of the columns' titles.
func (t layout) titles() string { return "| " + strings.Join(t.columns, " | ") + " |" }

// row is one row of a table: its cells by the titles of their columns.
type row struct {
	cells map[string]located
	at    int // of the row in the file
}

// text gives the words of a cell.
func (r row) text(column string) string { return readLine(r.cells[column].source).text }

// rows reads a table. Its columns may stand in any order, and those that are not
// required may be missing.
func (s *source) rows(n *extast.Table, t layout) []row {
	head := n.FirstChild()
	at := s.readHead(head, t)
	for _, title := range t.required {
		if _, ok := at[title]; !ok {
			s.report(corpus.Warning, max(n.Pos(), 0), wording.Of("the table has no column «%s»", title), wording.Of("begin it with %s", t.titles()))
			return nil
		}
	}
	var out []row
	for c := head.NextSibling(); c != nil; c = c.NextSibling() {
		out = append(out, s.rowOf(c, t, at))
	}
	return out
}

// readHead gives the place of each column by its title.
func (s *source) readHead(head ast.Node, t layout) map[string]int {
	at := map[string]int{}
	i := 0
	for c := head.FirstChild(); c != nil; c = c.NextSibling() {
		l := s.join(c)
		title := oneLine(readLine(l.source).text)
		k := slices.IndexFunc(t.columns, func(known string) bool { return sameTitle(title, known) })
		switch {
		case k < 0:
			s.report(corpus.Warning, l.inFile(0), wording.Of("unknown column «%s»", title), suggest(title, t.columns, "write %s"))
		case hasKey(at, t.columns[k]):
			s.report(corpus.Warning, l.inFile(0), wording.Of("a second column «%s»", title), "take one of the two away")
		default:
			at[t.columns[k]] = i
		}
		i++
	}
	return at
}

func (s *source) rowOf(n ast.Node, t layout, at map[string]int) row {
	r := row{cells: map[string]located{}, at: max(n.Pos(), 0)}
	var cells []located
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l := s.join(c)
		if c.Lines().Len() == 0 {
			l.joins = []step{{0, r.at}}
		}
		cells = append(cells, l)
	}
	for _, title := range t.columns {
		if i, ok := at[title]; ok && i < len(cells) {
			r.cells[title] = cells[i]
		} else {
			r.cells[title] = located{passage: &passage{}, joins: []step{{0, r.at}}}
		}
	}
	return r
}
