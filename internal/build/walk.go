package build

import (
	"bytes"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"mojaz/internal/corpus"
	"mojaz/internal/publish"
	"mojaz/internal/site"
	"mojaz/internal/wording"
)

// firstPage is where a walk begins; notFound, which a host shows in the place of
// what is not there, needs no link and is no way to others.
const firstPage, notFound = "index.html", "404.html"

// walker follows the links of a site.
type walker struct {
	mu       sync.Mutex
	pages    map[string]*webPage
	problems []corpus.Problem
}

// webPage is a page as a walker sees it.
type webPage struct {
	links []string // as they are written
	ids   map[string]bool
	seen  bool
}

func newWalker() *walker { return &walker{pages: map[string]*webPage{}} }

// add takes in a file of the site. What is no page (a table, a picture, an
// archive) is not looked at. It may be called from several goroutines.
func (w *walker) add(f publish.File) {
	if path.Ext(f.Path) != ".html" {
		return
	}
	p := readPage(f.Bytes)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pages[f.Path] = p
}

// walk follows the links between the pages of a site from its first one, and
// reports those that lead nowhere and the pages that none leads to.
func (w *walker) walk() []corpus.Problem {
	w.follow(firstPage)
	for _, name := range slices.Sorted(maps.Keys(w.pages)) {
		if !w.pages[name].seen && name != notFound {
			w.report(name, "no link leads to this page", "link to it in a template")
		}
	}
	return w.problems
}

// follow walks from one page to all that can be reached from it.
func (w *walker) follow(start string) {
	for todo := []string{start}; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		p := w.pages[name]
		if p == nil || p.seen {
			continue
		}
		p.seen = true
		for _, link := range p.links {
			if to, ok := w.target(name, link); ok {
				todo = append(todo, to)
			}
		}
	}
}

// target gives the page to which a link of another page leads; ok is false
// where it leads out of the site, or nowhere, which is reported.
func (w *walker) target(from, link string) (to string, ok bool) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return "", false
	}
	to = from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	p := w.pages[to]
	switch {
	case path.Ext(to) != ".html" || strings.HasPrefix(to, site.ArchivesFolder+"/"):
		return "", false
	case p == nil:
		w.report(from, wording.Of("links to %q, which is not there", link), "")
		return "", false
	case u.Fragment != "" && !p.ids[u.Fragment]:
		w.report(from, wording.Of("links to %q, but that page has no such place", link), "")
	}
	return to, true
}

func (w *walker) report(page string, message, hint wording.Text) {
	w.problems = append(w.problems, corpus.Problem{
		Severity: corpus.Warning, Path: path.Join("public", page), Message: message, Hint: hint,
	})
}

// readPage lists the links and the ids of a page.
func readPage(page []byte) *webPage {
	p := &webPage{ids: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		tag, more := z.TagName()
		follows := map[string]string{"a": "href", "form": "action", "area": "href"}[string(tag)]
		for more {
			var key, value []byte
			key, value, more = z.TagAttr()
			switch {
			case string(key) == "id":
				p.ids[string(value)] = true
			case follows != "" && string(key) == follows && !strings.HasPrefix(string(value), "#:~:"):
				p.links = append(p.links, string(value))
			}
		}
	}
	return p
}
