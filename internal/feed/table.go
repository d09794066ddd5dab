package feed

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// byteOrderMark tells spreadsheets that the table is UTF-8, without which they
// show Arabic as noise.
const byteOrderMark = "\ufeff"

// Table gives a table as comma-separated values (RFC 4180) in UTF-8, with a byte
// order mark and a row of names. A cell that a spreadsheet would take for a
// formula gets an apostrophe before it: words of a source are never run.
func Table(names []string, rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.Write(names); err != nil {
		return nil, err
	}
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = harmless(cell)
		}
		if err := w.Write(safe); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// harmless marks what a spreadsheet would run; see OWASP, "CSV injection".
func harmless(cell string) string {
	if strings.HasPrefix(cell, "-") && number(cell[1:]) {
		return cell
	}
	if cell != "" && strings.ContainsRune("=+-@\t\r\n|%", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// number reports whether s is written in digits with at most one point.
func number(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.") == "" && strings.Count(s, ".") <= 1
}
