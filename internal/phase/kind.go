package phase

import "mojaz/internal/corpus"

// kindOf judges where a phase stands in time on the day now: from its bounds,
// and where they do not tell, from what is said of it last.
func kindOf(c *cluster, first, last string, now days) corpus.PhaseKind {
	start, end := parseDays(first), parseDays(last)
	switch {
	case c.item:
		return corpus.PhaseScenario
	case end.known && end.to < now.from:
		return corpus.PhasePast
	case start.known && start.from > now.to:
		return corpus.PhasePlanned
	case start.known && end.known:
		return corpus.PhaseCurrent
	}
	if !start.known && !end.known && c.tells(corpus.StatusDenied) {
		return corpus.PhaseScenario
	}
	switch last := c.lastStatus(now); {
	case end.known && (last == corpus.StatusOngoing || last == corpus.StatusDone):
		return corpus.PhaseCurrent
	case end.known:
		return corpus.PhasePlanned
	case start.known && last == corpus.StatusDone:
		return corpus.PhasePast
	case start.known, last == corpus.StatusOngoing:
		return corpus.PhaseCurrent
	case last == corpus.StatusPlanned:
		return corpus.PhasePlanned
	case last == corpus.StatusDone:
		return corpus.PhasePast
	}
	return corpus.PhaseScenario
}

// stale is after how many days what was said to go on is no more known to.
const stale = 120

// lastStatus is the status that the newest fact gives; of one document, that of
// the first that does not deny. What went on long before the day now is done.
func (c *cluster) lastStatus(now days) corpus.Status {
	last := c.facts[0]
	for _, f := range c.facts {
		if f.doc > last.doc || last.status == corpus.StatusDenied && f.doc == last.doc {
			last = f
		}
	}
	if last.status == corpus.StatusOngoing && last.told.known && now.known && now.from-last.told.to > stale {
		return corpus.StatusDone
	}
	return last.status
}
