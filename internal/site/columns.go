package site

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// columnsMost is how many columns of sources a phase map has at most. With more
// sources it groups them, rather than shrink.
const columnsMost = 8

// Column is a source of a phase map, or several of one outlet or time.
type Column struct {
	// Publisher is the outlet, "" where there is none or there are several; then
	// Date tells them apart.
	Publisher string
	Date      Day // of publication, or the time that the group is of
	// RelPermalink leads to the briefing, "" for a group of several.
	RelPermalink string
	Sources      Number // how many there are
	Rest         bool   // all sources that have no column of their own
}

// grouping gives each document the number of its column.
type grouping struct {
	of      map[corpus.DocID]int
	columns [][]*noted
	key     []string
	by      string // "document", "publisher", "month", "year" or "rest"
}

// group chooses the finest way to group the sources that speak of phases into
// few columns: each by itself, by outlet, by month, by year, and in the end the
// outlets that say most and a last column for the rest.
func (r *register) group() grouping {
	told := r.telling()
	ways := []struct {
		by  string
		key func(b *noted) string
	}{
		{"document", func(b *noted) string { return string(b.ID) }},
		{"publisher", func(b *noted) string { return b.Publisher }},
		{"month", func(b *noted) string { return b.Published[:min(7, len(b.Published))] }},
		{"year", func(b *noted) string { return b.Published[:min(4, len(b.Published))] }},
	}
	for _, w := range ways {
		if g := groupBy(told, w.key); len(g.columns) <= columnsMost && (len(g.columns) > 1 || len(told) < 2) {
			g.by = w.by
			return g
		}
	}
	return mostSaid(groupBy(told, ways[1].key), r)
}

// telling lists the briefings that hold evidence of a phase, as in the dossier;
// of a dossier with few, all.
func (r *register) telling() []*noted {
	says := map[corpus.DocID]bool{}
	for i := range r.Phases {
		for _, e := range r.Phases[i].Evidence {
			says[e.At.Doc] = true
		}
	}
	var out []*noted
	for i := range r.Briefings {
		if b := r.briefings[r.Briefings[i].ID]; says[b.ID] || len(r.Briefings) <= columnsMost {
			out = append(out, b)
		}
	}
	return out
}

func groupBy(all []*noted, key func(*noted) string) grouping {
	g := grouping{of: map[corpus.DocID]int{}}
	at := map[string]int{}
	for _, b := range all {
		k := key(b)
		n, known := at[k]
		if !known {
			n = len(g.columns)
			at[k], g.columns, g.key = n, append(g.columns, nil), append(g.key, k)
		}
		g.columns[n] = append(g.columns[n], b)
		g.of[b.ID] = n
	}
	return g
}

// mostSaid keeps the columns of g that hold most evidence and joins the rest.
func mostSaid(g grouping, r *register) grouping {
	weight := make([]int, len(g.columns))
	for i := range r.Phases {
		for _, e := range r.Phases[i].Evidence {
			if n, ok := g.of[e.At.Doc]; ok {
				weight[n]++
			}
		}
	}
	order := make([]int, len(g.columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	kept := order[:min(len(order), columnsMost-1)]
	slices.Sort(kept)
	out := grouping{of: map[corpus.DocID]int{}, by: "rest"}
	for _, n := range kept {
		out.columns, out.key = append(out.columns, g.columns[n]), append(out.key, g.key[n])
	}
	var rest []*noted
	for n := range g.columns {
		if !slices.Contains(kept, n) {
			rest = append(rest, g.columns[n]...)
		}
	}
	if rest == nil {
		out.by = "publisher"
	} else {
		out.columns, out.key = append(out.columns, rest), append(out.key, "")
	}
	for n, bs := range out.columns {
		for _, b := range bs {
			out.of[b.ID] = n
		}
	}
	return out
}

// columns puts the columns of g in words.
func (s *site) columns(from string, g grouping) []Column {
	var out []Column
	for i, bs := range g.columns {
		c := Column{Sources: s.number(len(bs))}
		switch {
		case g.by == "rest" && i == len(g.columns)-1:
			c.Rest = true
		case g.by == "document" || len(bs) == 1:
			c.Publisher, c.Date = shown(bs[0].Publisher), s.day(bs[0].Published)
			c.RelPermalink = s.page(from, bs[0])
		case g.by == "month" || g.by == "year":
			c.Date = s.day(g.key[i])
		default:
			c.Publisher = shown(g.key[i])
		}
		out = append(out, c)
	}
	return out
}

// phaseID names the element of a phase.
func phaseID(id string) string { return "phase-" + id }

// pageOfPhase gives the page that holds phase i of a dossier.
func (r *register) pageOfPhase(i int) string {
	return pagePath(phasesPath(r.Overview.Dossier), r.phasePage[i])
}

// evidencePaged is how many passages a page of phases holds, evidenceShown how
// many of one phase.
const (
	evidencePaged = 180
	evidenceShown = 40
)

// paged gives each phase the number of its page, so that none holds too much.
func paged(phases []corpus.Phase[corpus.Passage]) []int {
	var out []int
	page, held := 1, 0
	for i := range phases {
		n := min(len(phases[i].Evidence), evidenceShown)
		for _, d := range phases[i].Disputes {
			n += min(len(d.Sides), sidesShown)
		}
		if held > 0 && held+n > evidencePaged {
			page, held = page+1, 0
		}
		held += n
		out = append(out, page)
	}
	return out
}

// sourceName names a source in a list.
func (s *site) sourceName(from string, b *noted) SourceName {
	return SourceName{Publisher: shown(b.Publisher), Title: shown(b.Title), Date: s.day(b.Published), RelPermalink: s.page(from, b)}
}

// SourceName names a source in a list.
type SourceName struct {
	Publisher    string // "" when not known
	Title        string // of its briefing
	Date         Day    // of publication
	RelPermalink string // leads to its briefing
}
