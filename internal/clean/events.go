package clean

import (
	"strings"
	"time"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// event is something that everybody knows the date of.
type event struct {
	words []string // its folded name
	day   time.Time
	rule  string // of an event that recurs by rule, "" for one day
}

// events are the known events by the stem of the first word of their names.
var events = readEvents()

// readEvents reads entries such as "2023-10-07 طوفان الأقصى" and
// "us-election الانتخابات الرئاسية الأميركية".
func readEvents() map[string][]event {
	out := map[string][]event{}
	for _, e := range entries("events.txt") {
		when, name, _ := strings.Cut(e, " ")
		ev := event{words: wordsOf(name)}
		if day, err := time.Parse(time.DateOnly, when); err == nil {
			ev.day = day
		} else {
			ev.rule = when
		}
		key := arabic.Stem(ev.words[0])
		out[key] = append(out[key], ev)
	}
	return out
}

// days lists the days on which the event is or was.
func (e event) days() []time.Time {
	switch e.rule {
	case "":
		return []time.Time{e.day}
	case "us-election":
		var out []time.Time
		for y := 1992; y < 2060; y += 4 {
			out = append(out, electionDay(y))
		}
		return out
	}
	panic("clean: data/events.txt: unknown rule " + e.rule)
}

// electionDay is the Tuesday after the first Monday of November.
func electionDay(year int) time.Time {
	d := time.Date(year, time.November, 2, 0, 0, 0, 0, time.UTC)
	for d.Weekday() != time.Tuesday {
		d = d.AddDate(0, 0, 1)
	}
	return d
}

// namedEvent is an event that a sentence names.
type namedEvent struct {
	event
	span corpus.Span
}

// events finds the known events that the sentence names, clitics and spelling
// aside.
func (s *sentence) events() []namedEvent {
	var out []namedEvent
	seen := map[string]bool{}
	for i, w := range s.words {
		for _, e := range events[arabic.Stem(w)] {
			if name := strings.Join(e.words, " "); !seen[name] && s.names(e, i) {
				seen[name] = true
				out = append(out, namedEvent{e, s.span(i, i+len(e.words)-1)})
			}
		}
	}
	return out
}

// names reports whether e's name begins at token i.
func (s *sentence) names(e event, i int) bool {
	if i+len(e.words) > len(s.words) {
		return false
	}
	for k, w := range e.words {
		have := s.words[i+k]
		if have != w && (k > 0 || arabic.Stem(have) != arabic.Stem(w)) {
			return false
		}
	}
	return true
}

// bound reads the month, and perhaps the day, that is said to be past or to
// come as the event's own: «عملية … في 7 أكتوبر الماضي».
func (e namedEvent) bound(number, day int, where side) (clue, bool) {
	c := clue{spans: []corpus.Span{e.span}, weight: 3}
	for _, d := range e.days() {
		if int(d.Month()) != number || day > 0 && d.Day() != day {
			continue
		}
		m := monthOf(d.Year(), number)
		c.windows = append(c.windows, sidedClue(m, where, e.span).windows...)
	}
	return c, len(c.windows) > 0
}

// clues says that the text is no older than the event, if it happened once.
func (e namedEvent) clues() []clue {
	if e.rule != "" {
		return nil
	}
	return []clue{{spans: []corpus.Span{e.span}, weight: 0.8, since: monthOf(e.day.Year(), int(e.day.Month()))}}
}
