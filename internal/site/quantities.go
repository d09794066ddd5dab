package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Quantities is a page of the quantities that a dossier's briefings state.
type Quantities struct {
	Base
	Dossier Link // to the dossier's page
	Count   Number
	Series  []Series // the longest first
	Pager   []Link   // nil if there is one page
}

// Series is figures of one thing, over time and across sources.
type Series struct {
	ID   string // "series-3", counted through the dossier
	What string // what is counted, as the fullest of them has it
	// Figures are in order of time; each cites its briefing.
	Figures []SeriesFigure
	// Chart draws them; nil if fewer than two have a number and a date.
	Chart *Chart
}

// SeriesFigure is a figure with the source that states it.
type SeriesFigure struct {
	Figure
	Source SourceName
	Cite   Cite
}

// Chart draws numbers over time as the page runs: from right to left on an Arabic
// one. Places are shares of its width and height, "37.5%", from the top left.
type Chart struct {
	Points   []ChartPoint
	Low, Top string // the numbers at the lower and the upper edge
	From, To string // the first and the last date
}

// ChartPoint is a figure on a Chart. Of a range, Y is its upper end and Y2 its lower.
type ChartPoint struct {
	X, Y, Y2 string
	Label    string
}

// quantitiesPaged is how many series a page holds.
const quantitiesPaged = 100

func quantitiesPath(dossier string) string { return Folder(dossier) + "/figures.html" }

// counted is a figure of a briefing, with the series it belongs to.
type counted struct {
	*corpus.Quantity
	b     *noted
	index int // in Briefing.Quantities
	next  int // the figure that stands for its series, itself if it is the one
}

// series lists the figures of a dossier as series: figures of what is called
// the same, of the same scope, and those that a relation says are of one thing.
// What is called by its unit alone («12 جندياً») joins nothing by its name.
func (r *register) series() [][]counted {
	var all []counted
	at := map[string]int{}                        // by name and scope
	beside := map[corpus.DocID]map[string][]int{} // by the paragraph
	for i := range r.Briefings {
		b := r.briefings[r.Briefings[i].ID]
		beside[b.ID] = map[string][]int{}
		for j := range b.Quantities {
			q, n := &b.Quantities[j], len(all)
			all = append(all, counted{q, b, j, n})
			beside[b.ID][q.Cite] = append(beside[b.ID][q.Cite], n)
			what := arabic.Fold(q.What)
			if what == "" || what == arabic.Fold(q.Unit) {
				continue
			}
			key := what + "|" + arabic.Fold(q.Scope)
			if first, ok := at[key]; ok {
				all[n].next = first
			} else {
				at[key] = n
			}
		}
	}
	r.joinFigures(all, beside)
	return grouped(all)
}

// joinFigures joins the figures of the two passages of each relation that
// compares figures.
func (r *register) joinFigures(all []counted, beside map[corpus.DocID]map[string][]int) {
	in := func(p corpus.Passage) (int, bool) {
		for _, n := range beside[p.Doc][p.Cite] {
			if strings.Contains(p.Text, all[n].Text) {
				return n, true
			}
		}
		return 0, false
	}
	for i := range r.Briefings {
		for _, x := range r.Briefings[i].Relations {
			if !strings.Contains(x.Rule, "figure") {
				continue
			}
			a, ok := in(x.A)
			b, also := in(x.B)
			if ok && also {
				a, b = head(all, a), head(all, b)
				all[max(a, b)].next = min(a, b)
			}
		}
	}
}

// head finds the figure that stands for the series of figure n.
func head(all []counted, n int) int {
	for all[n].next != n {
		all[n].next = all[all[n].next].next
		n = all[n].next
	}
	return n
}

// grouped gives the series, the longest first, else in the order of their first
// figures, each in order of time.
func grouped(all []counted) [][]counted {
	place, out := map[int]int{}, [][]counted{}
	for n := range all {
		h := head(all, n)
		i, ok := place[h]
		if !ok {
			i = len(out)
			place[h], out = i, append(out, nil)
		}
		out[i] = append(out[i], all[n])
	}
	for _, one := range out {
		slices.SortStableFunc(one, func(a, b counted) int { return newerFirst(b.when(), a.when()) })
	}
	slices.SortStableFunc(out, func(a, b []counted) int { return len(b) - len(a) })
	return out
}

// when gives the date that a figure holds for, else the one it was published
// on.
func (c counted) when() string { return cmp.Or(c.AsOf, c.b.Published) }

// quantities makes page n, counted from 1, of a dossier's figures.
func (s *site) quantities(r *register, n int) *Quantities {
	first := quantitiesPath(r.Overview.Dossier)
	path := pagePath(first, n)
	v := &Quantities{
		Base:    s.base("figures", path, r.Dossier),
		Dossier: dossierLink(path, r.Dossier),
		Pager:   s.pager(first, n, pagesOf(len(r.counts), quantitiesPaged)),
	}
	v.Description = dossierTitle(r.Dossier)
	count := 0
	for _, one := range r.counts {
		count += len(one)
	}
	v.Count = s.number(count)
	for i, one := range part(r.counts, n, quantitiesPaged) {
		v.Series = append(v.Series, s.oneSeries(path, (n-1)*quantitiesPaged+i, one))
	}
	return v
}

// oneSeries shows series i of a dossier, counted from zero.
func (s *site) oneSeries(from string, i int, all []counted) Series {
	v := Series{ID: "series-" + strconv.Itoa(i+1), Chart: s.chart(all)}
	for j, c := range all {
		f := SeriesFigure{Figure: s.figure(c.index, *c.Quantity), Source: s.sourceName(from, c.b), Cite: s.cite(s.page(from, c.b), c.Cite)}
		f.ID = v.ID + "-" + strconv.Itoa(j+1)
		if len(f.What) > len(v.What) {
			v.What = f.What
		}
		v.Figures = append(v.Figures, f)
	}
	return v
}

// chart draws the figures that have a number and a date; nil if fewer than two
// differ in date.
func (s *site) chart(all []counted) *Chart {
	var a axis
	low, top, found := 0.0, 0.0, 0
	for _, c := range all {
		from, to, l, h, ok := c.drawn()
		if !ok {
			continue
		}
		if found++; found == 1 {
			a.first, a.last, low, top = from, to, l, h
		}
		a.first, a.last, low, top = min(a.first, from), max(a.last, to), min(low, l), max(top, h)
	}
	if found < 2 || a.first == a.last {
		return nil
	}
	a.backwards = s.in.Config.backwards()
	margin := (a.last - a.first) / 12
	a.first, a.last = a.first-margin, a.last+margin
	if low > 0 && low < top/2 || low == top {
		low = min(0, low) // a chart of amounts begins at nothing, unless all are near each other
	}
	v := &Chart{Low: s.quantity(low), Top: s.quantity(top)}
	height := func(f float64) string { return share(0.1 + 0.8*(top-f)/(top-low)) }
	for _, c := range all {
		from, to, l, h, ok := c.drawn()
		if !ok {
			continue
		}
		x, _ := a.place((from+to)/2, (from+to)/2)
		day := s.day(c.when())
		v.Points = append(v.Points, ChartPoint{x, height(h), height(l), shown(c.Text) + " · " + day.Text})
		if v.From == "" {
			v.From = day.Text
		}
		v.To = day.Text
	}
	return v
}

// drawn gives what a chart needs of a figure: its stretch of time, in years, and
// its ends. ok is false if it lacks a date or a number.
func (c counted) drawn() (from, to, low, high float64, ok bool) {
	from, to, ok = extent(datetime(c.when()))
	low, high = extremes(*c.Quantity)
	return from, to, low, high, ok && !math.IsNaN(low) && !vague(low, high)
}

// share writes a place on a chart.
func share(f float64) string { return strconv.FormatFloat(100*f, 'f', 2, 64) + "%" }
