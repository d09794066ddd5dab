package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// section is the figures of one set of data.
type section struct {
	title   string
	figures []figure
	absent  string // why there are none, "" when there are
	prefix  string // of the names of figures that are absent
}

// figure is one line of the report.
type figure struct {
	name    string             // "dates.value"
	stat    string             // the one that counts: "f1", or "acc", the share of right answers
	stats   map[string]float64 // by "p", "r", "f1", "acc"; 0 to 1
	n       int                // what was judged: items that the gold has, or cases
	absent  string             // why there is no figure, "" when there is one
	floor   value
	ceiling value
	meaning string
	// interval is the uncertainty of the value, " [0.476, 0.571]", "" where it is
	// not known.
	interval string
}

// value is a figure that may not be there.
type value struct {
	v  float64
	ok bool
}

// known is a value that is there.
func known(v float64) value { return value{v, true} }

// none stands where there is no value.
const none = "–"

func (v value) String() string {
	if !v.ok {
		return none
	}
	return fmt.Sprintf("%.3f", v.v)
}

// get gives one of the figure's values.
func (f figure) get(stat string) value {
	v, ok := f.stats[stat]
	return value{v, ok}
}

// cells are the columns of the figure.
func (f figure) cells() []string {
	p, r := f.get("p"), f.get("r")
	if f.absent != "" {
		p, r = value{}, value{}
	}
	return []string{f.name, f.stat, f.shown(f.get(f.stat)) + f.interval, p.String(), r.String(),
		f.size(), f.floor.String(), f.ceiling.String()}
}

// shown is a value of the figure, or why there is none.
func (f figure) shown(v value) string {
	if f.absent != "" {
		return f.absent
	}
	return v.String()
}

// size is n, or a dash where nothing was judged.
func (f figure) size() string {
	if f.n == 0 {
		return none
	}
	return strconv.Itoa(f.n)
}

// columns are the heads of the cells.
var columns = []string{"figure", "stat", "value", "P", "R", "n", "floor", "ceiling"}

// print writes a section as aligned columns.
func (s section) print(w io.Writer) error {
	fmt.Fprintln(w, s.title)
	if s.absent != "" {
		_, err := fmt.Fprintf(w, "  %s\n\n", s.absent)
		return err
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "  "+strings.Join(columns, "\t"))
	for _, f := range s.figures {
		fmt.Fprintln(tw, "  "+strings.Join(f.cells(), "\t"))
	}
	fmt.Fprintln(tw)
	return tw.Flush()
}

// shortfalls lists the minima, "dates.value.f1=0.9,dangling.acc=1", that are not
// reached. A figure that was not measured falls short.
func shortfalls(sections []section, minima string) ([]string, error) {
	var out []string
	for item := range strings.SplitSeq(minima, ",") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		key, wantText, _ := strings.Cut(item, "=")
		want, err := strconv.ParseFloat(wantText, 64)
		dot := strings.LastIndex(key, ".")
		if err != nil || dot < 0 {
			return nil, fmt.Errorf("-min: cannot use %q", item)
		}
		f := find(sections, key[:dot])
		if f == nil || !slices.Contains([]string{"p", "r", "f1", "acc"}, key[dot+1:]) {
			return nil, fmt.Errorf("-min: there is no figure %q", key)
		}
		if got := f.get(key[dot+1:]); !got.ok || got.v < want {
			out = append(out, fmt.Sprintf("%s is %s, wanted %g", key, f.shown(got), want))
		}
	}
	return out, nil
}

// find gives the figure of a name, or nil. One of an absent section has no
// values.
func find(sections []section, name string) *figure {
	for _, s := range sections {
		if s.absent != "" && strings.HasPrefix(name, s.prefix) {
			return &figure{name: name, absent: s.absent}
		}
		for i := range s.figures {
			if s.figures[i].name == name {
				return &s.figures[i]
			}
		}
	}
	return nil
}
