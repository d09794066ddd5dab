package site

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"slices"
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
	"mojaz/internal/feed"
)

// The files of feeds and calendars, in data/ for the whole site and in the
// dossier's folder of data/ for one.
const (
	atomName     = "feed.atom"
	jsonFeedName = "feed.json"
	calendarName = "timeline.ics"
)

// newerFirst orders dates, the latest first and none last.
func newerFirst(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(b, a)
	}
	return calendar.Compare(b, a)
}

// feedItems is how many of the newest briefings a feed holds.
const feedItems = 50

// dossierFeeds makes the Atom and JSON feeds of each dossier, and a calendar of its
// days to come. Without a base URL their links are relative to the feed.
func (s *site) dossierFeeds() ([]File, error) {
	var out []File
	for i := range s.in.Dossiers {
		d := &s.in.Dossiers[i]
		folder := dataPath(d.Overview.Dossier, "")
		about := channel{dossierPath(d.Overview.Dossier), dossierTitle(d), d.Overview.Description}
		files, err := s.feeds(folder, about, s.feedItems(folder+atomName, newestBriefings(d, feedItems)))
		if err != nil {
			return nil, err
		}
		days, err := s.calendar(d)
		if err != nil {
			return nil, err
		}
		out = append(append(out, files...), days...)
	}
	return out, nil
}

// newestBriefings gives the n newest briefings of d. Of one day's, the one that stands
// first comes first; those without a date come last.
func newestBriefings(d *corpus.Dossier, n int) []*corpus.Briefing {
	all := make([]*corpus.Briefing, len(d.Briefings))
	for i := range d.Briefings {
		all[i] = &d.Briefings[i]
	}
	slices.SortStableFunc(all, func(a, b *corpus.Briefing) int { return newerFirst(a.Published, b.Published) })
	return all[:min(len(all), n)]
}

// siteFeeds makes the feeds of the whole site.
func (s *site) siteFeeds() ([]File, error) {
	var all []feed.Item
	for _, f := range s.fronts() {
		all = append(all, f.Items...)
	}
	slices.SortStableFunc(all, func(a, b feed.Item) int { return newerFirst(a.Published, b.Published) })
	about := channel{homePath, cmp.Or(s.in.Config.Title, "mojaz"), s.in.Config.Description}
	return s.feeds(dataFolder, about, all[:min(len(all), feedItems)])
}

// dataFolder holds what other programs read.
const dataFolder = "data/"

// channel is what a feed tells of itself.
type channel struct{ page, title, description string }

// dataPath names a file among the records of a dossier.
func dataPath(dossier, name string) string { return dataFolder + Folder(dossier) + "/" + name }

// feeds makes both feeds of items, the newest first, in a folder.
func (s *site) feeds(folder string, about channel, items []feed.Item) ([]File, error) {
	head := func(name string) feed.Channel {
		c := feed.Channel{
			ID: stableID(folder), Title: shown(about.title), Description: shown(about.description), Language: sourceLanguage,
			URL: s.address(folder+name, about.page), Self: s.address(folder+name, folder+name),
		}
		if len(items) > 0 {
			c.Updated = items[0].Published
		}
		return c
	}
	atom, err := feed.Atom(head(atomName), items)
	if err != nil {
		return nil, err
	}
	json, err := feed.JSON(head(jsonFeedName), items)
	return []File{{folder + atomName, atom}, {folder + jsonFeedName, json}}, err
}

// feedItems makes the items of briefings in a feed; all feeds of one folder lead
// to a page in the same way.
func (s *site) feedItems(from string, briefings []*corpus.Briefing) []feed.Item {
	var out []feed.Item
	for _, b := range briefings {
		path := briefingPath(keyOf(b))
		item := feed.Item{
			ID: stableID(path), Title: shown(b.Title), Author: shown(b.Publisher),
			URL: s.address(from, path), Published: b.Published,
		}
		var points []string
		for _, c := range b.Summary {
			points = append(points, shown(c.Text))
		}
		item.Summary = strings.Join(points, "\n")
		out = append(out, item)
	}
	return out
}

// address leads from a file of the site to a page: in full where the site's
// address is known, else relative.
func (s *site) address(from, to string) string {
	if base := s.in.Config.base(); base != "" {
		return base + link(homePath, to)
	}
	return link(from, to)
}

// stableID makes an IRI that stays the same wherever the site is published: a
// name-based UUID (RFC 9562, version 5) in a namespace of this program.
func stableID(path string) string {
	sum := sha1.Sum([]byte("mojaz\x00" + path))
	u := sum[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	h := hex.EncodeToString(u)
	return "urn:uuid:" + strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}

// calendar makes the calendar of what sources of d have announced for a day that
// is still to come: of each phase its end, or its start where no end is known.
// A dossier without such a phase has none.
func (s *site) calendar(d *corpus.Dossier) ([]File, error) {
	asOf := cmp.Or(s.in.Config.AsOf, d.Overview.AsOf, newest(d.Briefings))
	path := dataPath(d.Overview.Dossier, calendarName)
	published := map[corpus.DocID]string{}
	for i := range d.Briefings {
		published[d.Briefings[i].ID] = d.Briefings[i].Published
	}
	var events []feed.Event
	pages := paged(d.Phases)
	for i, p := range d.Phases {
		day := cmp.Or(p.End, p.Start)
		if p.Kind == corpus.PhasePast || day == "" || calendar.Compare(day, asOf) <= 0 || len(p.Evidence) == 0 {
			continue
		}
		e := feed.Event{
			ID: strings.TrimPrefix(stableID(path+"#"+p.ID), "urn:uuid:"), Title: shown(p.Label), Date: day,
			Details: s.says(d, p), Stated: published[p.Evidence[len(p.Evidence)-1].At.Doc],
			Tentative: p.Kind == corpus.PhaseScenario || p.EndInferred || len(p.Disputes) > 0,
		}
		if s.in.Config.base() != "" { // a calendar has no place of its own to be relative to
			e.URL = s.address(path, pagePath(phasesPath(d.Overview.Dossier), pages[i])) + "#" + phaseID(p.ID)
		}
		events = append(events, e)
	}
	if len(events) == 0 {
		return nil, nil
	}
	ics, err := feed.Calendar(shown(dossierTitle(d)), sourceLanguage, events)
	return []File{{path, ics}}, err
}

// says gives what the sources say of a phase, each with its outlet.
func (s *site) says(d *corpus.Dossier, p corpus.Phase[corpus.Passage]) string {
	outlets := map[corpus.DocID]string{}
	for i := range d.Briefings {
		outlets[d.Briefings[i].ID] = d.Briefings[i].Publisher
	}
	var out []string
	for _, e := range p.Evidence {
		line := "«" + e.At.Text + "»"
		if o := outlets[e.At.Doc]; o != "" {
			line = o + ": " + line
		}
		out = append(out, shown(line))
	}
	return strings.Join(out, "\n")
}
