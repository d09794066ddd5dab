package feed

import (
	"bytes"
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"
)

// Event is something that happens on a day or for several.
type Event struct {
	ID      string // unique and for ever the same
	Title   string
	Details string // plain text
	URL     string // of the page that tells of it, "" for none
	Date    string // EDTF; its first to its last day. An open end is left out, a length is no date
	Stated  string // EDTF: when a source said so last
	// Tentative says that it is expected or may be, not fixed.
	Tentative bool
}

// longestEvent is how many days an event may take in a calendar. What is known
// only to the year would fill all of it, and stands on its last day instead.
const longestEvent = 31

// Calendar gives an iCalendar file (RFC 5545) of all-day events, in their order.
// An event without a day is left out.
func Calendar(name, language string, events []Event) ([]byte, error) {
	cal := ics.NewCalendarFor("mojaz")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(name)
	cal.SetXWRCalName(name)
	for _, e := range events {
		first, last, ok := days(e.Date)
		if !ok {
			continue
		}
		v := cal.AddEvent(e.ID)
		v.SetDtStampTime(stamp(e.Stated, first))
		v.SetAllDayStartAt(first)
		v.SetAllDayEndAt(last.AddDate(0, 0, 1)) // the end is not part of it
		v.SetSummary(e.Title, &ics.KeyValues{Key: "LANGUAGE", Value: []string{language}})
		v.SetDescription(e.Details)
		if e.URL != "" {
			v.SetURL(e.URL)
		}
		status := ics.ObjectStatusConfirmed
		if e.Tentative {
			status = ics.ObjectStatusTentative
		}
		v.SetStatus(status)
		v.SetTimeTransparency(ics.TransparencyTransparent)
	}
	var b bytes.Buffer
	if err := cal.SerializeTo(&b, ics.WithNewLineWindows); err != nil {
		return nil, fmt.Errorf("calendar %s: %w", name, err)
	}
	return b.Bytes(), nil
}

// days gives the first and the last day that an event takes in a calendar.
func days(edtf string) (first, last time.Time, ok bool) {
	first, last, ok = bounds(edtf)
	if ok && last.Sub(first) > longestEvent*24*time.Hour {
		first = last
	}
	return first, last, ok
}

// stamp gives the moment at which an event was last said: the program knows no
// other, for it has no clock.
func stamp(stated string, otherwise time.Time) time.Time {
	if t, ok := day(stated); ok {
		return t
	}
	return otherwise
}
