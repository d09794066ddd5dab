package search

// Document is what can be found: a page of the site with its paragraphs.
type Document struct {
	URL    string // from the site's own folder: "a/briefings/x.html"
	Title  string
	Outlet string // "" when not known
	Date   string // in words, as pages show it; "" when not known
	Kind   string // what the page is, for style sheets: "briefing"

	Paragraphs []Paragraph
	Names      []Name // of whom and what the document speaks, each once
}

// Paragraph is a passage that a result can show and lead to. What a reader may
// not be shown does not belong here.
type Paragraph struct {
	ID   string // of its element on the page: "p12"
	Text string
}

// Name is a person, an organisation or a place with a page or an entry of its
// own.
type Name struct {
	Name string
	URL  string // from the site's own folder
	Type string // "PER", "ORG", …: shown by the page in its own words
}

// File is a file of the index, to be written beside the page that searches.
type File struct {
	Path  string // below the folder of the index: "t3.js"
	Bytes []byte
}
