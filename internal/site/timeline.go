package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
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
	Moments []*Moment
}

// Moment is a date and all that is dated to it.
type Moment struct {
	ID   string // "m3", counted through the page
	Date Day
	// Future says that it is still to come.
	Future bool
	Told   []*Told // by publication
	// Again is sentences that stand at an earlier moment of the page and name this
	// one as well.
	Again []Again
}

// Told is a sentence that names dates. It stands at the first of them on a page.
type Told struct {
	ID     string // "t12", counted through the page
	Quoted Quoted
	Dated
	Also []Dated // the other dates that it names, in order of time
}

// Dated is a date that a sentence names.
type Dated struct {
	Words    string // the date as the text has it
	Relation string // "", "in", "by", "until", "since", "before" or "after"
	// Ahead says that the sentence was published before the date had passed: a plan
	// or an expectation then, whatever came of it.
	Ahead bool
	// Plain says that the words name the year, so that nothing has to be added.
	Plain bool
	At    Link // to its moment on the page
}

// Again leads to a sentence that stands elsewhere on the page.
type Again struct {
	Quoted Quoted
	Dated
	There Link // to the sentence, called after the moment where it stands
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
		Dossier: dossierLink(path, r.Dossier),
		AsOf:    s.day(r.asOf(s)), Count: s.number(len(all)),
		Pager: s.pager(first, n, pagesOf(len(all), timelinePaged)),
	}
	v.Description = dossierTitle(r.Dossier)
	t := teller{site: s, page: v, there: map[corpus.Passage]*onPage{}}
	for _, d := range part(all, n, timelinePaged) {
		if q, ok := s.quoted(path, r, d.passage); ok {
			t.tell(q, d, ahead(d.Value, r.Briefings[d.place].Published))
		}
	}
	return v
}

// teller puts sentences on a page of the timeline.
type teller struct {
	*site
	page         *Timeline
	moments, all int                        // so far
	there        map[corpus.Passage]*onPage // what stands on the page
}

// onPage is a sentence on the page, and the moment where it stands.
type onPage struct {
	*Told
	at Link
}

// tell puts a sentence at one of its dates: in full at the first, and from then on
// as a way there.
func (t *teller) tell(q Quoted, d datedWords, ahead bool) {
	m := t.moment(d.Value)
	date := Dated{
		Words: shown(d.words), Relation: string(d.Rel), Ahead: ahead, Plain: namesYear(d.words, d.Value),
		At: Link{Title: m.Date.Text, RelPermalink: "#" + m.ID},
	}
	if before, ok := t.there[d.passage]; ok {
		before.Also = append(before.Also, date)
		m.Again = append(m.Again, Again{Quoted: q, Dated: date, There: Link{Title: before.at.Title, RelPermalink: "#" + before.ID}})
		return
	}
	t.all++
	full := &Told{ID: "t" + strconv.Itoa(t.all), Quoted: q, Dated: date}
	t.there[d.passage] = &onPage{full, date.At}
	m.Told = append(m.Told, full)
}

// namesYear reports whether words hold the year with which a date begins.
func namesYear(words, value string) bool {
	first, _, _ := calendar.Bounds(value)
	year, _, _ := strings.Cut(first, "-")
	return strings.Contains(arabic.Digits(words), year)
}

// moment gives the moment of a date, the last or a new one.
func (t *teller) moment(value string) *Moment {
	s, v := t.site, t.page
	year, _, _ := calendar.Bounds(value)
	year, _, _ = strings.Cut(year, "-")
	if n := len(v.Years); n == 0 || v.Years[n-1].ID != "y"+year {
		v.Years = append(v.Years, TimelineYear{ID: "y" + year, Text: s.digits(strings.TrimLeft(year, "0"))})
	}
	y := &v.Years[len(v.Years)-1]
	if n := len(y.Moments); n == 0 || y.Moments[n-1].Date.Value != value {
		t.moments++
		y.Moments = append(y.Moments, &Moment{ID: "m" + strconv.Itoa(t.moments), Date: s.day(value), Future: ahead(value, v.AsOf.Value)})
	}
	return y.Moments[len(y.Moments)-1]
}

// ahead reports whether the last day of a date comes after the last day of
// another.
func ahead(date, of string) bool {
	_, last, ok := calendar.Bounds(date)
	_, now, known := calendar.Bounds(of)
	return ok && known && last > now
}
