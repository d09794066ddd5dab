package clean

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// head gathers what a page says of itself in elements that are not read. Each
// field holds the word of the best witness so far.
type head struct {
	title, site, author, published said
	// sheet says that they are the fields of a file that is no text itself.
	sheet bool
}

// said is a value and how good a witness it has, 0 for none.
type said struct {
	value string
	worth int
}

// maxJSON bounds the JSON-LD of a page in bytes, in all.
const maxJSON = 1 << 20

// hear takes value if it comes from a better witness than what was heard.
func (s *said) hear(value string, worth int) {
	if value = unescape(value); value != "" && worth > s.worth {
		*s = said{value, worth}
	}
}

// tag reads a tag's own attributes.
func (h *head) tag(t startTag) {
	switch t.tag {
	case atom.Meta:
		h.meta(t)
	case atom.Time:
		if v := t.attrs["datetime"]; v != "" {
			_, pub := t.attrs["pubdate"]
			h.published.hear(v, 30+10*b2i(pub || t.attrs["itemprop"] == "datePublished"))
		}
	}
}

// meta reads a meta element, by the names that pages give to what we want.
func (h *head) meta(t startTag) {
	v := t.attrs["content"]
	key := t.attrs["property"]
	if key == "" {
		key = t.attrs["name"]
	}
	if key == "" {
		key = t.attrs["itemprop"]
	}
	switch strings.ToLower(key) {
	case "og:title":
		h.title.hear(v, 80)
	case "twitter:title":
		h.title.hear(v, 60)
	case "headline", "dc.title", "title":
		h.title.hear(v, 50)
	case "og:site_name":
		h.site.hear(v, 80)
	case "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher":
		h.site.hear(v, 50)
	case "article:author_name", "author", "dc.creator", "parsely-author", "byl", "article:author":
		h.hearAuthor(v, 60)
	case "article:published_time":
		h.published.hear(v, 80)
	case "datepublished", "pubdate", "publishdate", "publish-date", "og:published_time", "dc.date.issued",
		"dc.date", "date", "article:published", "parsely-pub-date", "cxenseparse:recs:publishtime":
		h.published.hear(v, 60)
	}
}

// hearAuthor takes a name of an author, which is not an address.
func (h *head) hearAuthor(v string, worth int) {
	if !strings.Contains(v, "/") && !strings.Contains(v, "@") {
		h.author.hear(v, worth)
	}
}

// text reads the text of an element whose text is metadata.
func (h *head) text(e element, raw string) {
	switch e.meta {
	case "jsonld":
		h.jsonLD(raw)
	case "title":
		if e.zone == zoneNone {
			h.title.hear(raw, 30)
		}
	case "headline":
		h.title.hear(raw, 40)
	case "author":
		h.hearAuthor(raw, 50)
	case "byline":
		if len(wordsOf(raw)) >= 2 {
			h.hearAuthor(raw, 45)
		}
	case "publisher":
		h.site.hear(raw, 40)
	case "datePublished":
		h.published.hear(raw, 50)
	}
}

// finish takes the site's name off the title: "عنوان | موقع" with either side
// short, or equal to the name that the site gives itself.
func (h *head) finish() {
	title, site := splitTitle(h.title.value, h.site.value)
	h.title.value = title
	if h.site.value == "" {
		h.site = said{site, 20}
	}
}

// splitTitle parts a page's title from the name of its site. A part is taken
// for the name when it equals site; without site, when it stands after the
// last " | " or " - " and has at most four words. It is wrong for a title that
// ends in such a remark itself, so the name found that way is a weak one.
func splitTitle(title, site string) (rest, name string) {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		if head, tail, ok := strings.Cut(title, sep); ok && site != "" && norm(head) == norm(site) {
			return tail, site
		}
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		head, tail := title[:i], strings.TrimSpace(title[i+len(sep):])
		short := len(strings.Fields(tail)) <= 4 && len(strings.Fields(head)) >= 3
		if site != "" && norm(tail) == norm(site) || site == "" && short {
			return strings.TrimSpace(head), tail
		}
	}
	return title, ""
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
