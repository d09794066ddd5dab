package site

import (
	"fmt"
	"strconv"
)

// Strip draws when the briefings of a dossier were published, on one axis of
// time. Places are shares of its length, "37.5%", from the side where reading
// begins, so the drawing mirrors itself with the page.
type Strip struct {
	Years []StripYear
	Marks []StripMark
}

// StripYear is the beginning of a year on a Strip.
type StripYear struct {
	At   string // "37.5%"
	Text string // "٢٠٢٥"
}

// StripMark is a briefing on a Strip.
type StripMark struct {
	At string // where its date begins
	// Width is the length of the date, "0%" for a day; a month or a year is drawn
	// as long as it is.
	Width    string
	ID       string // of the briefing
	Date     Day
	Inferred bool
}

// strip draws the cards that have a plain date; nil if they are fewer than two.
func (s *site) strip(cards []BriefingCard) *Strip {
	type placed struct {
		card     *BriefingCard
		from, to float64
	}
	var all []placed
	first, last := 0.0, 0.0
	for i := range cards {
		from, to, ok := extent(cards[i].Date.Datetime)
		if !ok {
			continue
		}
		if len(all) == 0 {
			first, last = from, to
		}
		first, last = min(first, from), max(last, to)
		all = append(all, placed{&cards[i], from, to})
	}
	if len(all) < 2 || first == last {
		return nil
	}
	// A margin keeps the marks at both ends whole.
	margin := (last - first) / 20
	first, last = first-margin, last+margin
	share := func(years float64) string { return fmt.Sprintf("%.2f%%", 100*years/(last-first)) }
	v := &Strip{}
	step := max(1, int(last-first)/8)
	for y := int(last); float64(y) > first; y -= step {
		v.Years = append(v.Years, StripYear{share(float64(y) - first), s.digits(strconv.Itoa(y))})
	}
	for _, p := range all {
		v.Marks = append(v.Marks, StripMark{
			At: share(p.from - first), Width: share(p.to - p.from),
			ID: p.card.ID, Date: p.card.Date, Inferred: p.card.Inferred,
		})
	}
	return v
}

// extent gives the beginning and the end of a plain date in years: "2025-07" is
// 2025.5 to 2025.58. A day has no length.
func extent(date string) (from, to float64, ok bool) {
	if date == "" {
		return 0, 0, false
	}
	part := func(a, b int) float64 { n, _ := strconv.Atoi(date[a:b]); return float64(n) }
	switch from = part(0, 4); len(date) {
	case 4:
		return from, from + 1, true
	case 7:
		from += (part(5, 7) - 1) / 12
		return from, from + 1.0/12, true
	}
	from += (part(5, 7)-1)/12 + (part(8, 10)-1)/372
	return from, from, true
}
