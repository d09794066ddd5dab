package score

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// Write prints the sheet of every document and of all as aligned columns, then
// the confusion of types, and what was merged, is new or dangles.
func (r *Result) Write(w io.Writer) error {
	for _, s := range append(r.Docs, r.Total) {
		if err := s.writeTable(w); err != nil {
			return err
		}
	}
	r.writeConfusion(w)
	writeList(w, "pairs of not_the_same that were merged", r.Merged)
	writeList(w, "predicted relations that the gold does not list", r.NewRelations)
	writeList(w, "dangling annotations", r.Dangling)
	return nil
}

// writeTable prints one sheet.
func (s *Sheet) writeTable(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "%s\tP\tR\tF1\tacc\tcounts\n", s.Name)
	for _, m := range s.Rows {
		fmt.Fprintf(tw, "  %s\t%s\t%s\t%s\t%s\t%s\n", m.Name,
			cell(m.P()), cell(m.R()), cell(m.F1()), cell(m.Acc()), m.counts())
	}
	fmt.Fprintln(tw)
	return tw.Flush()
}

// cell shows a figure, or a dash when there is none.
func cell(v float64, ok bool) string {
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%.3f", v)
}

// counts shows the sums behind a measure.
func (m *Measure) counts() string {
	switch {
	case m.Kind == kindAcc:
		return fmt.Sprintf("%g of %g", m.PNum, m.PDen)
	case m.Kind == kindCount:
		return fmt.Sprintf("%g bad of %g", m.PDen-m.PNum, m.PDen)
	case m.Kind == kindInfo:
		return fmt.Sprintf("%g of %g", m.PNum, m.PDen)
	case strings.HasPrefix(m.Name, "entities."):
		return fmt.Sprintf("pred %g gold %g", m.PDen, m.RDen)
	case m.PNum == m.RNum:
		return fmt.Sprintf("%g pred %g gold %g", m.PNum, m.PDen, m.RDen)
	}
	return fmt.Sprintf("%g/%g pred %g/%g gold", m.PNum, m.PDen, m.RNum, m.RDen)
}

// writeConfusion prints gold types against predicted types.
func (r *Result) writeConfusion(w io.Writer) {
	columns := map[string]bool{}
	for _, row := range r.Confusion {
		for t := range row {
			columns[t] = true
		}
	}
	preds := slices.Sorted(maps.Keys(columns))
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "gold type \\ predicted\t%s\t\n", strings.Join(preds, "\t"))
	for _, gold := range slices.Sorted(maps.Keys(r.Confusion)) {
		fmt.Fprint(tw, gold)
		for _, p := range preds {
			fmt.Fprintf(tw, "\t%d", r.Confusion[gold][p])
		}
		fmt.Fprint(tw, "\t\n")
	}
	tw.Flush()
}

// writeList prints a titled list with its length.
func writeList(w io.Writer, title string, items []string) {
	fmt.Fprintf(w, "\n%s: %d\n", title, len(items))
	for _, it := range items {
		fmt.Fprintf(w, "  %s\n", it)
	}
}
