package site

import (
	"fmt"
	"hash/fnv"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/search"
)

// Search is the page that searches all briefings by a script.
type Search struct {
	Base
	Index   string // from the page to the folder of the index: "search/"
	Version string // changes when the index does
	Digits  string // of the site's own words: "arab" or "latn"
	// Counts has one number for each plural form, with "#" for its digits: zero,
	// one, two, few, many and other.
	Counts []Number
	Terms  string // leads to the index of terms
}

// Terms is a page of the index of names and notable words (كشاف), which needs no
// script.
type Terms struct {
	Base
	Letters []TermLetter // all letters, on whatever page they stand
	Groups  []TermGroup  // those of this page
	Pager   []Link       // the pages of this page's letter, nil if it has one
}

// TermLetter leads to a letter of the index.
type TermLetter struct {
	Title        string
	RelPermalink string
	Current      bool // stands on this page
}

// TermGroup is what begins with one letter, the article aside.
type TermGroup struct {
	ID      string // "letter-3"; a letter of several pages is a group on each
	Letter  string // "ع"
	Entries []TermEntry
}

// TermEntry is a name or a notable word.
type TermEntry struct {
	Word         string
	RelPermalink string // of a name's own page, "" for a word
	Type         string // of a name, as in Entity; "" for a word
	Places       []TermPlace
	More         Number // places that are not listed
}

// TermPlace leads to the first passage of a briefing that has the entry.
type TermPlace struct {
	Title, Outlet, Date string // of the briefing
	RelPermalink        string
	Label               string // "¶١٢", "" for the briefing as a whole
}

// The most lines of an index on one page, entries and their places, and places of
// an entry.
const (
	termsPaged  = 600
	placesShown = 12
)

// searchIndex makes the files that the page of search loads.
func (s *site) searchIndex() []File {
	var out []File
	for _, f := range search.Build(s.searched(), search.Options{}) {
		out = append(out, File{searchFolder + f.Path, f.Bytes})
	}
	return out
}

// searched gives every briefing as search has read it: those of a dossier one
// after the other, by date, so that neighbours share a file of the index.
func (s *site) searched() (parts []search.Part) {
	for _, f := range s.fronts() {
		parts = append(parts, f.Searched...)
	}
	return parts
}

func (s *site) searchDocument(of *corpus.Dossier, b *corpus.Briefing) search.Document {
	r, words := s.register(of), shown
	if limits(of, b) != "" {
		words = seen
	}
	d := search.Document{
		URL: briefingPath(keyOf(b)), Title: shown(b.Title), Outlet: shown(b.Publisher), Date: s.day(b.Published).Text, Kind: "briefing",
	}
	for i := range b.Paragraphs {
		d.Paragraphs = append(d.Paragraphs, search.Paragraph{ID: b.Paragraphs[i].ID, Text: words(b.Paragraphs[i].Text)})
	}
	there := map[string]bool{}
	for _, n := range b.Names {
		_, e, ok := r.who(n)
		if !ok || e == nil || e.Type == corpus.TypeNone || there[e.Name] {
			continue
		}
		there[e.Name] = true
		d.Names = append(d.Names, search.Name{Name: shown(e.Name), URL: entityPath(b.Dossier, string(e.ID)), Type: string(e.Type)})
	}
	return d
}

// seen is shown for what [withhold] gave, with an ellipsis for each run of
// withheld letters.
func seen(text string) string {
	var b strings.Builder
	for i := strings.IndexFunc(text, withheld); i >= 0; i = strings.IndexFunc(text, withheld) {
		b.WriteString(shown(text[:i]) + "…")
		text = strings.TrimLeftFunc(text[i:], withheld)
	}
	b.WriteString(shown(text))
	return b.String()
}

func (s *site) search() *Search {
	v := &Search{
		Base: s.base("search", searchPath, nil), Index: searchFolder, Version: s.searchVersion(),
		Digits: s.style.Digits, Terms: termsPath,
	}
	for _, n := range []int{0, 1, 2, 3, 11, 100} {
		v.Counts = append(v.Counts, Number{n, "#"})
	}
	return v
}

// searchVersion changes with whatever can be found.
func (s *site) searchVersion() string {
	sum := fnv.New64a().Sum64() // of nothing
	for i, p := range s.searched() {
		if i == 0 {
			sum = p.Sum
		} else {
			sum = sum*31 ^ p.Sum
		}
	}
	return fmt.Sprintf("%08x", sum>>32)
}

func (s *site) termGroup(from, id string, l search.Letter) TermGroup {
	g := TermGroup{ID: id, Letter: shown(l.Letter)}
	for _, e := range l.Entries {
		t := TermEntry{Word: shown(e.Word), Type: e.Type, More: s.number(max(0, len(e.Places)-placesShown))}
		if e.URL != "" {
			t.RelPermalink = link(from, e.URL)
		}
		for _, p := range e.Places[:min(len(e.Places), placesShown)] {
			page, fragment, _ := strings.Cut(p.URL, "#")
			place := TermPlace{Title: p.Title, Outlet: p.Outlet, Date: p.Date, RelPermalink: link(from, page)}
			if fragment != "" {
				place.RelPermalink += "#" + fragment
				place.Label = s.pilcrow(fragment)
			}
			t.Places = append(t.Places, place)
		}
		g.Entries = append(g.Entries, t)
	}
	return g
}
