package archive

import (
	"bytes"
	"cmp"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mojaz/internal/publish"
)

// Volume is what is bound into one file: the finished pages of a dossier, or of
// the whole site.
type Volume struct {
	Name     string // of the file, without its ending: "iraq-coalition"
	Title    string // of the dossier, or of the site
	Site     string // the site's title
	Language string // of the site's own words, a BCP 47 tag
	AsOf     string // EDTF, or ""
	BaseURL  string // the site's full address with a last slash, or ""

	Pages []Page
	// Files are the other files of the site. Those that pages need go along:
	// style sheets, fonts, icons, scripts.
	Files []publish.File
	// Style is a style sheet for this form of the site: all of a book's, and
	// what a single file has beside the site's own.
	Style []byte
	// Script is the script of a single file, which works without: Unscripted is the
	// style sheet for that, an element that the script removes by its id.
	Script, Unscripted []byte
	// Index are the scripts of a search index over the pages, in their order. A
	// single file without them leaves out the page that searches.
	Index []publish.File
	// Cover is a picture for the shelf of a reading program, PNG, or nil.
	Cover []byte
}

// Page is a finished page of the site.
type Page struct {
	publish.File
	Kind string // its template: "briefing"
}

// leaf is a page that has been read.
type leaf struct {
	Page
	title     string // what its first heading says
	lang, dir string
	body      *html.Node
	main      *html.Node            // body where there is none
	ids       map[string]*html.Node // of main
}

// read parses a page. What the parser cannot make sense of it mends, as a
// browser does.
func read(p Page) (*leaf, error) {
	doc, err := html.Parse(bytes.NewReader(p.Bytes))
	if err != nil {
		return nil, err
	}
	l := &leaf{Page: p, ids: map[string]*html.Node{}}
	title := ""
	walk(doc, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Html:
			l.lang, l.dir = attr(n, "lang"), attr(n, "dir")
		case atom.Title:
			if n.Namespace == "" {
				title = cmp.Or(title, words(n))
			}
		case atom.Body:
			l.body = n
		case atom.Main:
			l.main = n
		}
		return true
	})
	if l.main == nil {
		l.main = l.body
	}
	walk(l.main, func(n *html.Node) bool {
		if id := attr(n, "id"); id != "" && l.ids[id] == nil {
			l.ids[id] = n
		}
		if n.DataAtom == atom.H1 {
			l.title = cmp.Or(l.title, words(n))
		}
		return true
	})
	l.title = cmp.Or(l.title, title, p.Path)
	return l, nil
}

// place is where a link leads.
type place struct {
	path     string // of a file of the site, "" for an address out of it
	fragment string
	address  string // as it is written, for one out of the site
}

// resolve tells where a link on the page at from leads.
func resolve(from, href string) place {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil {
		return place{}
	}
	if u.Scheme != "" || u.Host != "" {
		return place{address: u.String()}
	}
	if u.Path == "" {
		return place{path: from, fragment: u.Fragment}
	}
	to := path.Join(path.Dir(from), u.Path)
	if to == ".." || strings.HasPrefix(to, "../") || strings.HasPrefix(u.Path, "/") {
		return place{}
	}
	return place{path: to, fragment: u.Fragment}
}

// outside gives the address of a place for readers who have the volume alone, ""
// if there is none.
func (v *Volume) outside(to place) string {
	if to.path != "" {
		if v.BaseURL == "" {
			return ""
		}
		return v.BaseURL + (&url.URL{Path: to.path, Fragment: to.fragment}).String()
	}
	if scheme, _, _ := strings.Cut(to.address, ":"); scheme == "https" || scheme == "http" || scheme == "mailto" {
		return to.address
	}
	return ""
}

// relative gives the way from one file to another, both below one root.
func relative(from, to string) string {
	f, t := strings.Split(from, "/"), strings.Split(to, "/")
	same := 0
	for same < len(f)-1 && same < len(t)-1 && f[same] == t[same] {
		same++
	}
	return strings.Repeat("../", len(f)-1-same) + strings.Join(t[same:], "/")
}
