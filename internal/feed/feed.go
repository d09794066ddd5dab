// Package feed turns lists of pages, events and records into the files that
// other programs read: Atom and JSON feeds, calendars, tables, site maps.
//
// It knows no dossier: whoever calls it says what stands where. Every output
// is the same for the same input, on any day.
package feed

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"time"

	"github.com/gorilla/feeds"

	"mojaz/internal/calendar"
)

// Channel is a feed without its items.
type Channel struct {
	ID          string // an absolute IRI that never changes
	Title       string
	Description string
	Author      string
	URL         string // of the page that shows the same; relative to the feed where no base address is known
	Self        string // of the feed itself
	Updated     string // EDTF; the newest item's date
	Language    string // BCP 47
}

// Item is one entry of a feed.
type Item struct {
	ID        string // an absolute IRI that never changes
	Title     string
	URL       string
	Author    string
	Summary   string // plain text
	Published string // EDTF; the first day that it may mean is taken
}

// Atom gives an Atom feed (RFC 4287). Items keep their order.
func Atom(c Channel, items []Item) ([]byte, error) {
	f := feeds.AtomFeed{
		Xmlns:    "http://www.w3.org/2005/Atom",
		Title:    c.Title,
		Subtitle: c.Description,
		Id:       c.ID,
		Updated:  instant(c.Updated, ""),
		Author:   &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: cmp.Or(c.Author, c.Title)}},
	}
	var entries []*feeds.AtomEntry
	for _, i := range items {
		e := &feeds.AtomEntry{
			Title:     i.Title,
			Id:        i.ID,
			Links:     []feeds.AtomLink{{Href: i.URL, Rel: "alternate"}},
			Published: instant(i.Published, c.Updated),
			Updated:   instant(i.Published, c.Updated),
			Summary:   &feeds.AtomSummary{Content: i.Summary, Type: "text"},
		}
		if i.Author != "" {
			e.Author = &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: i.Author}}
		}
		entries = append(entries, e)
	}
	links := []feeds.AtomLink{{Href: c.URL, Rel: "alternate"}, {Href: c.Self, Rel: "self", Type: "application/atom+xml"}}
	text, err := feeds.ToXML(&atom{AtomFeed: f, Links: links, Entries: entries, Language: c.Language})
	if err != nil {
		return nil, fmt.Errorf("atom feed %s: %w", c.ID, err)
	}
	return []byte(text + "\n"), nil
}

// atom is an Atom feed with what the library leaves out, and the entries after
// it, where they must be.
type atom struct {
	feeds.AtomFeed
	Links    []feeds.AtomLink   // the library has room for one
	Entries  []*feeds.AtomEntry `xml:"entry"`
	Language string             `xml:"xml:lang,attr,omitempty"`
}

// FeedXml gives the element to encode.
func (a *atom) FeedXml() interface{} { return a }

// jsonFeed is a feed after https://www.jsonfeed.org/version/1.1/.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Description string       `json:"description,omitempty"`
	HomePage    string       `json:"home_page_url,omitempty"`
	Self        string       `json:"feed_url,omitempty"`
	Language    string       `json:"language,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	Title     string       `json:"title,omitempty"`
	Text      string       `json:"content_text"`
	Published string       `json:"date_published,omitempty"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
}

// JSON gives a JSON Feed, version 1.1. Items keep their order.
func JSON(c Channel, items []Item) ([]byte, error) {
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: c.Title, Description: c.Description,
		HomePage: c.URL, Self: c.Self, Language: c.Language, Authors: authors(c.Author), Items: []jsonItem{},
	}
	for _, i := range items {
		item := jsonItem{ID: i.ID, URL: i.URL, Title: i.Title, Text: cmp.Or(i.Summary, i.Title), Authors: authors(i.Author)}
		if i.Published != "" {
			item.Published = instant(i.Published, c.Updated)
		}
		f.Items = append(f.Items, item)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(f)
	return b.Bytes(), err
}

func authors(name string) []jsonAuthor {
	if name == "" {
		return nil
	}
	return []jsonAuthor{{name}}
}

// instant gives the first moment of an EDTF date, or of another where it has
// none, as RFC 3339: feeds know no day without a moment. Where no date is known
// it is the beginning of 1970, which a reader of feeds puts last.
func instant(edtf, otherwise string) string {
	t, ok := day(edtf)
	if !ok {
		t, ok = day(otherwise)
	}
	if !ok {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format(time.RFC3339)
}

// day gives the first day that an EDTF date may mean.
func day(edtf string) (time.Time, bool) {
	first, _, ok := calendar.Bounds(edtf)
	if !ok {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, first)
	return t, err == nil
}

// bounds gives the first and the last day that an EDTF date may mean. Of a date
// with an open end, the other end is both.
func bounds(edtf string) (first, last time.Time, ok bool) {
	from, to, ok := calendar.Bounds(edtf)
	if !ok || from == "" && to == "" {
		return first, last, false
	}
	first, err := time.Parse(time.DateOnly, cmp.Or(from, to))
	if err != nil {
		return first, last, false
	}
	last, err = time.Parse(time.DateOnly, cmp.Or(to, from))
	return first, last, err == nil
}
