package site

import (
	"strconv"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Base is what every page has.
type Base struct {
	// Kind names the page's template: "home", "dossier", "briefings", "phases",
	// "changes", "timeline", "agreement", "figures", "entities", "entity", "briefing",
	// "source", "search", "terms", "about" or "notfound".
	Kind string
	// Title is the page's title, "" where it is one of the site's own words.
	Title       string
	Description string // one or two sentences for search engines and previews
	Lang        string // of the site's own words, BCP 47: "ar"
	Dir         string // "rtl" or "ltr"
	// Path is the page's place from the site's own folder: "a/index.html".
	Path string
	// RelPermalink leads to this page from itself, so it is the file's name; in
	// every other struct it leads from the page shown to the thing described.
	RelPermalink string
	// Permalink is the page's full address, "" if the site's is not known.
	Permalink string
	// Root leads from the page to the site's own folder: "" or "../../". It
	// stands before what is addressed from there, such as a style sheet.
	Root string
	// Picture is the full address of the picture that stands for the page where
	// its address is shared, "" if there is none.
	Picture string
	// Feed leads to the Atom feed of the page's dossier, or of the site.
	Feed string
	// Structured is what the page is about in the vocabulary of schema.org, to be
	// written as JSON-LD; nil if there is nothing to say.
	Structured any
	Site       Site
	Nav        []Link // the one line at the top and at the foot
}

// Site is what all pages say of the site. It holds nothing that a new document
// would change, so that a document changes few pages.
type Site struct {
	Title       string // "" if the templates are to name it
	Description string
	BaseURL     string // "" or the full address, ending in "/"
}

// Link leads to another page, or to a place in one.
type Link struct {
	// Key names what it leads to where a template has a short word for it:
	// "home", "dossier", "phases", "timeline", "agreement", "figures", "entities",
	// "search", "about".
	Key          string
	Title        string
	RelPermalink string
	Current      bool // leads to the page it stands on
}

// Number is a count in the site's own digits.
type Number struct {
	Count int
	Text  string // "١٣"
}

// String gives the digits.
func (n Number) String() string { return n.Text }

// base makes what every page has. In of is the dossier the page belongs to, or
// nil.
func (s *site) base(kind, path string, of *corpus.Dossier) Base {
	c := s.in.Config
	b := Base{
		Kind: kind, Lang: c.language(), Dir: c.direction(),
		Path: path, RelPermalink: link(path, path), Root: root(path),
		Structured: s.pageData(kind, path, of),
		Site:       Site{Title: shown(c.Title), Description: shown(c.Description), BaseURL: c.base()},
	}
	if b.Site.BaseURL != "" {
		b.Permalink = b.Site.BaseURL + link(homePath, path)
	}
	b.Feed = link(path, "data/"+atomName)
	b.Nav = append(b.Nav, s.navLink(path, homePath, Link{Key: "home"}))
	if of != nil {
		b.Feed = link(path, dataPath(of.Overview.Dossier, atomName))
		b.Nav = append(b.Nav, s.navLink(path, dossierPath(of.Overview.Dossier), Link{Key: "dossier", Title: dossierTitle(of)}))
		b.Nav = append(b.Nav, s.relatedNav(path, s.register(of))...)
	}
	b.Nav = append(b.Nav, s.navLink(path, searchPath, Link{Key: "search"}), s.navLink(path, aboutPath, Link{Key: "about"}))
	return b
}

// relatedNav leads to the pages of what a dossier's briefings say together, those
// that are there.
func (s *site) relatedNav(path string, r *register) []Link {
	if r == nil {
		return nil
	}
	var out []Link
	name := r.Overview.Dossier
	if len(r.Phases) > 0 {
		out = append(out, s.navLink(path, phasesPath(name), Link{Key: "phases"}))
	}
	if len(r.times) > 0 {
		out = append(out, s.navLink(path, timelinePath(name), Link{Key: "timeline"}))
	}
	if r.hasAgreement() {
		out = append(out, s.navLink(path, agreementPath(name, ""), Link{Key: "agreement"}))
	}
	if len(r.counts) > 0 {
		out = append(out, s.navLink(path, quantitiesPath(name), Link{Key: "figures"}))
	}
	if len(r.cast.people) > 0 {
		out = append(out, s.navLink(path, entitiesPath(name), Link{Key: "entities"}))
	}
	return out
}

func (s *site) navLink(from, to string, l Link) Link {
	l.RelPermalink = link(from, to)
	l.Current = from == to
	return l
}

// dossierTitle gives a dossier's title, or its folder's name.
func dossierTitle(d *corpus.Dossier) string {
	if d.Overview.Title == "" {
		return shown(d.Overview.Dossier)
	}
	return shown(d.Overview.Title)
}

// dossierLink leads from a page to that of a dossier.
func dossierLink(from string, d *corpus.Dossier) Link {
	return Link{Title: dossierTitle(d), RelPermalink: link(from, dossierPath(d.Overview.Dossier))}
}

// number writes n in the site's digits.
func (s *site) number(n int) Number { return Number{n, s.digits(strconv.Itoa(n))} }

// digits writes ASCII digits of the site's own words as configured.
func (s *site) digits(t string) string {
	if s.style.Digits == "latn" {
		return t
	}
	return arabic.ToArabicDigits(t)
}
