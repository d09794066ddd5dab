package site

import (
	"cmp"
	"strconv"

	"mojaz/internal/corpus"
	"mojaz/internal/feed"
)

// table is a table of a dossier as it is filled.
type table struct {
	name  string
	names []string // of the columns; they are stable: new ones come last
	rows  [][]string
}

// tables makes, for each dossier, its statements, figures, phases and relations as
// tables for spreadsheets, each row with the passage it rests on and its
// address.
func (s *site) tables() ([]File, error) {
	var out []File
	for i := range s.in.Dossiers {
		d := &s.in.Dossiers[i]
		w := tabler{s, d, map[corpus.DocID]*corpus.Briefing{}}
		for j := range d.Briefings {
			w.briefings[d.Briefings[j].ID] = &d.Briefings[j]
		}
		for _, t := range []table{w.statements(), w.figures(), w.phases(), w.relations()} {
			if len(t.rows) == 0 {
				continue
			}
			b, err := feed.Table(t.names, t.rows)
			if err != nil {
				return nil, err
			}
			out = append(out, File{dataPath(d.Overview.Dossier, t.name), b})
		}
	}
	return out, nil
}

// tabler fills the tables of a dossier.
type tabler struct {
	*site
	d         *corpus.Dossier
	briefings map[corpus.DocID]*corpus.Briefing
}

// place gives the cells of a paragraph: its document, outlet, date and address.
func (w tabler) place(doc corpus.DocID, cite string) []string {
	url := w.address(dataPath(w.d.Overview.Dossier, ""), briefingPath(Key{w.d.Overview.Dossier, doc})) + "#" + cite
	publisher, published := "", ""
	if b := w.briefings[doc]; b != nil {
		publisher, published = shown(b.Publisher), b.Published
	}
	return []string{string(doc), publisher, published, cite, url}
}

// passageNames name the cells of a place.
var passageNames = []string{"document", "publisher", "published", "paragraph", "url"}

func (w tabler) statements() table {
	t := table{name: "statements.csv", names: append([]string{"speaker", "speaker_kind", "verb", "mode", "polarity", "reported_by", "text"}, passageNames...)}
	for i := range w.d.Briefings {
		for _, q := range w.d.Briefings[i].Quotes {
			t.rows = append(t.rows, append([]string{
				shown(q.Speaker), string(q.Kind), shown(q.Verb), string(q.Mode), string(q.Polarity), shown(q.ReportedBy), shown(q.Text),
			}, w.place(w.d.Briefings[i].ID, q.Cite)...))
		}
	}
	return t
}

func (w tabler) figures() table {
	t := table{name: "figures.csv", names: append([]string{"what", "min", "max", "bound", "unit", "scope", "as_of", "text"}, passageNames...)}
	for i := range w.d.Briefings {
		for _, q := range w.d.Briefings[i].Quantities {
			t.rows = append(t.rows, append([]string{
				shown(q.What), decimal(q.Min), decimal(q.Max), string(q.Bound), shown(q.Unit), shown(q.Scope), q.AsOf, shown(q.Text),
			}, w.place(w.d.Briefings[i].ID, q.Cite)...))
		}
	}
	return t
}

// decimal writes a number with the digits it needs.
func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func (w tabler) phases() table {
	t := table{name: "phases.csv", names: append([]string{"phase", "label", "kind", "start", "start_inferred", "end", "end_inferred", "status", "when", "speaker", "text"}, passageNames...)}
	for _, p := range w.d.Phases {
		for _, e := range p.Evidence {
			t.rows = append(t.rows, append([]string{
				p.ID, shown(p.Label), string(p.Kind), p.Start, strconv.FormatBool(p.StartInferred), p.End, strconv.FormatBool(p.EndInferred),
				string(e.Status), e.When, shown(e.Speaker), shown(e.At.Text),
			}, w.place(e.At.Doc, e.At.Cite)...))
		}
	}
	return t
}

func (w tabler) relations() table {
	names := append([]string{"relation", "rule", "about", "text"}, passageNames...)
	for _, n := range append([]string{"text"}, passageNames...) {
		names = append(names, "with_"+n)
	}
	t := table{name: "relations.csv", names: names}
	for i := range w.d.Briefings {
		for _, r := range w.d.Briefings[i].Relations {
			row := append([]string{string(r.Kind), r.Rule, shown(r.About), shown(r.A.Text)}, w.place(cmp.Or(r.A.Doc, w.d.Briefings[i].ID), r.A.Cite)...)
			row = append(append(row, shown(r.B.Text)), w.place(r.B.Doc, r.B.Cite)...)
			t.rows = append(t.rows, row)
		}
	}
	return t
}

// siteMap makes sitemap.xml and robots.txt of the pages of a site. Without a base
// URL there is no site map, since it may hold full addresses only.
func (s *site) siteMap() []File {
	base := s.in.Config.base()
	out := []File{{"robots.txt", feed.Robots(base)}}
	if base == "" {
		return out
	}
	var places []feed.Place
	add := func(path, published string) {
		if path != notFoundPath {
			places = append(places, feed.Place{URL: base + link(homePath, path), Changed: published})
		}
	}
	for _, p := range s.firstPages() {
		add(p.Path, "")
	}
	for _, f := range s.fronts() {
		for _, p := range f.Places {
			add(p.Path, p.Published)
		}
	}
	for _, p := range s.lastPages() {
		add(p.Path, "")
	}
	for _, f := range feed.Sitemap(base, places) {
		out = append(out, File{f.Name, f.Bytes})
	}
	return out
}
