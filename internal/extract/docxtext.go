package extract

import (
	"encoding/xml"
	"strings"
)

// wordReader writes the text of a part of a Word file to a sheet.
type wordReader struct {
	sheet  *sheet
	styles map[string]int
	skip   int // depth inside an element that is left out
	run    bool
	hidden bool         // the run is not shown
	typing bool         // inside the characters of a run
	open   []*wordBlock // paragraphs: a text box stands inside one
	tables []*wordTable
}

// wordBlock is a paragraph.
type wordBlock struct {
	text    strings.Builder
	heading int
	item    bool
}

// wordTable is a table of which a row is read.
type wordTable struct {
	row  [][]*wordBlock
	cell []*wordBlock
}

// leftOut are the elements whose text is not that of the document: changes that
// were tracked, the codes of fields, the second form of a drawing, formulas.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "instrText": true, "delInstrText": true,
	"rPrChange": true, "pPrChange": true, "tblPrChange": true, "sectPr": true, "Fallback": true, "oMath": true,
}

func (w *wordReader) start(e xml.StartElement) error {
	if w.skip > 0 || leftOut[e.Name.Local] || e.Name.Local == "footnote" && attr(e, "type") != "" {
		w.skip++
		return nil
	}
	switch e.Name.Local {
	case "p":
		w.open = append(w.open, &wordBlock{})
	case "r":
		w.run, w.hidden = true, false
	case "t":
		w.typing = e.Name.Space != "a" && e.Name.Space != "m" // a chart's, a formula's
	case "tbl":
		w.tables = append(w.tables, &wordTable{})
	default:
		w.property(e.Name.Local, attr(e, "val"))
	}
	return nil
}

// property reads an element without text of its own.
func (w *wordReader) property(name, value string) {
	p := w.paragraph()
	if p == nil {
		return
	}
	switch name {
	case "pStyle":
		p.heading = max(p.heading, w.styles[value])
	case "outlineLvl":
		p.heading = max(p.heading, outline(value))
	case "numPr":
		p.item = true
	case "vanish":
		w.hidden = w.run && value != "0" && value != "false"
	case "tab", "br", "cr", "noBreakHyphen":
		if mark := map[string]string{"tab": "\t", "noBreakHyphen": "-"}[name]; w.run && !w.hidden {
			if mark == "" {
				mark = "\n"
			}
			p.text.WriteString(mark)
		}
	}
}

// paragraph is the one being read, nil between paragraphs.
func (w *wordReader) paragraph() *wordBlock {
	if len(w.open) == 0 {
		return nil
	}
	return w.open[len(w.open)-1]
}

func (w *wordReader) text(s string) error {
	p := w.paragraph()
	if w.skip > 0 || !w.typing || w.hidden || p == nil {
		return nil
	}
	if p.text.Len() > maxText {
		return errTooMuch
	}
	p.text.WriteString(s)
	return nil
}

func (w *wordReader) end(name string) error {
	if w.skip > 0 {
		w.skip--
		return nil
	}
	switch name {
	case "t":
		w.typing = false
	case "r":
		w.run, w.hidden = false, false
	case "p":
		if p := w.paragraph(); p != nil {
			w.open = w.open[:len(w.open)-1]
			w.put(p)
		}
	case "tc", "tr", "tbl":
		w.endTable(name)
	}
	return nil
}

// put adds a paragraph to the cell of a table, or to the sheet.
func (w *wordReader) put(p *wordBlock) {
	if n := len(w.tables); n > 0 {
		w.tables[n-1].cell = append(w.tables[n-1].cell, p)
		return
	}
	w.sheet.block(p.heading, p.item, p.text.String())
}

// endTable ends a cell, a row or a table. A row of which one cell alone holds
// something is laid out as a table and is none: its paragraphs stay what they
// are.
func (w *wordReader) endTable(name string) {
	n := len(w.tables)
	if n == 0 {
		return
	}
	t := w.tables[n-1]
	switch name {
	case "tc":
		t.row, t.cell = append(t.row, t.cell), nil
	case "tbl":
		w.tables = w.tables[:n-1]
	case "tr":
		row := t.row
		t.row = nil
		w.endRow(row)
	}
}

func (w *wordReader) endRow(row [][]*wordBlock) {
	var cells []string
	var only []*wordBlock
	filled := 0
	for _, cell := range row {
		var words []string
		for _, p := range cell {
			words = append(words, p.text.String())
		}
		text := oneLine(strings.Join(words, " "))
		if cells = append(cells, text); text != "" {
			filled, only = filled+1, cell
		}
	}
	outer := w.tables
	w.tables = w.tables[:len(w.tables)-1]
	switch {
	case filled == 1:
		for _, p := range only {
			w.put(p)
		}
	case len(w.tables) > 0: // a table inside a cell
		p := &wordBlock{}
		p.text.WriteString(strings.Join(cells, " "))
		w.put(p)
	default:
		w.sheet.row(cells)
	}
	w.tables = outer
}
