package site

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// Timeline is a page of what the briefings of a dossier date, in order of time.
type Timeline struct {
	Base
	Dossier Link // to the dossier's page
	AsOf    Day  // from which past and future are judged
	Count   Number
	Years   []TimelineYear
	Pager   []Link // nil if there is one page
}

// TimelineYear is what is dated to one year.
type TimelineYear struct {
	ID      string // "y2025"
	Text    string // "٢٠٢٥"
	Moments []Moment
}

// Moment is a date and all that is dated to it.
type Moment struct {
	Date Day
	// Future says that it is still to come.
	Future bool
	Told   []Told // by publication
}

// Told is a sentence that names a date.
type Told struct {
	Quoted   Quoted
	Words    string // the date as the text has it
	Relation string // "", "in", "by", "until", "since", "before" or "after"
	// Ahead says that it was published before the date had passed: a plan or an
	// expectation then, whatever came of it.
	Ahead bool
}

// timelinePaged is how many sentences a page of the timeline holds.
const timelinePaged = 150

func timelinePath(dossier string) string { return Folder(dossier) + "/timeline.html" }

// datedWords is a date of a paragraph with the sentence around it.
type datedWords struct {
	corpus.Date
	words   string
	passage corpus.Passage
	place   int // of the briefing in the dossier
}

// dated lists the dates of a dossier's paragraphs that have a place on the axis
// of time, in order. Lengths, what recurs, and times without a beginning or an
// end are left out, and a date that a paragraph names twice is there once.
func (r *register) dated() []datedWords {
	var out []datedWords
	for i := range r.Briefings {
		b := &r.Briefings[i]
		for j := range b.Paragraphs {
			p := &b.Paragraphs[j]
			seen := map[string]bool{}
			for _, d := range p.Dates {
				first, last, ok := calendar.Bounds(d.Value)
				if !ok || first == "" || last == "" || d.Timex != corpus.TimexDate || !d.Valid(len(p.Text)) {
					continue
				}
				w := datedWords{Date: d, words: d.Of(p.Text), place: i}
				w.passage = corpus.Passage{Doc: b.ID, Cite: p.ID, Text: sentence(p.Text, d.Span)}
				if key := d.Value + "|" + w.passage.Text; !seen[key] {
					seen[key] = true
					out = append(out, w)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b datedWords) int {
		return cmp.Or(calendar.Compare(a.Value, b.Value), cmp.Compare(a.place, b.place))
	})
	return out
}

// timeline makes page n, counted from 1, of a dossier's timeline.
func (s *site) timeline(r *register, n int) *Timeline {
	first := timelinePath(r.Overview.Dossier)
	path, all := pagePath(first, n), r.times
	v := &Timeline{
		Base:    s.base("timeline", path, r.Dossier),
		Dossier: Link{Title: dossierTitle(r.Dossier), RelPermalink: link(path, dossierPath(r.Overview.Dossier))},
		AsOf:    s.day(r.asOf(s)), Count: s.number(len(all)),
		Pager: s.pager(first, n, pagesOf(len(all), timelinePaged)),
	}
	v.Description = dossierTitle(r.Dossier)
	for _, d := range part(all, n, timelinePaged) {
		q, ok := s.quoted(path, r, d.passage)
		if !ok {
			continue
		}
		told := Told{Quoted: q, Words: shown(d.words), Relation: string(d.Rel), Ahead: ahead(d.Value, r.Briefings[d.place].Published)}
		m := v.moment(s, d.Value)
		m.Future = ahead(d.Value, v.AsOf.Value)
		m.Told = append(m.Told, told)
	}
	return v
}

// moment gives the moment of a date, the last or a new one.
func (v *Timeline) moment(s *site, value string) *Moment {
	year, _, _ := calendar.Bounds(value)
	year, _, _ = strings.Cut(year, "-")
	if n := len(v.Years); n == 0 || v.Years[n-1].ID != "y"+year {
		v.Years = append(v.Years, TimelineYear{ID: "y" + year, Text: s.digits(strings.TrimLeft(year, "0"))})
	}
	y := &v.Years[len(v.Years)-1]
	if n := len(y.Moments); n == 0 || y.Moments[n-1].Date.Value != value {
		y.Moments = append(y.Moments, Moment{Date: s.day(value)})
	}
	return &y.Moments[len(y.Moments)-1]
}

// ahead reports whether the last day of a date comes after the last day of
// another.
func ahead(date, of string) bool {
	_, last, ok := calendar.Bounds(date)
	_, now, known := calendar.Bounds(of)
	return ok && known && last > now
}
