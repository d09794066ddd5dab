package extract

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// box is a rectangle on a page, in points from its left upper corner.
type box struct{ left, top, right, bottom float64 }

func (b box) height() float64 { return b.bottom - b.top }
func (b box) width() float64  { return b.right - b.left }

// over gives how much two boxes have in common from left to right.
func (b box) over(c box) float64 { return min(b.right, c.right) - max(b.left, c.left) }

// level reports whether two boxes stand on one line.
func (b box) level(c box) bool {
	return min(b.bottom, c.bottom)-max(b.top, c.top) > 0.6*min(b.height(), c.height())
}

// around gives the smallest box that holds both.
func (b box) around(c box) box {
	return box{min(b.left, c.left), min(b.top, c.top), max(b.right, c.right), max(b.bottom, c.bottom)}
}

// pdfWord is a word as it stands on a page. Its characters are in the order in
// which they are seen, from left to right, unless the file says otherwise.
type pdfWord struct {
	box
	text string
}

// pdfLine is a line of words.
type pdfLine struct {
	box
	words []pdfWord
	row   bool // of a table
	rtl   bool // read from the right
	n     int  // its place on the page

	size float64  // the height of most of its words
	base float64  // where most of them end below
	text string   // in logical order; see order
	cols []string // the cells of a row
}

// pdfPage is a page with its lines, after lay in the order of reading.
type pdfPage struct {
	width, height float64
	lines         []*pdfLine
}

// maxPages is how many pages of a file are read.
const maxPages = 20_000

// readLayout reads what pdftotext -bbox-layout writes: page, line and
// word elements among others, and what the file says of itself in meta elements.
func readLayout(layout []byte, s *sheet) []pdfPage {
	r := layoutReader{sheet: s}
	z := html.NewTokenizer(bytes.NewReader(layout))
	for len(r.pages) <= maxPages {
		switch z.Next() {
		case html.ErrorToken:
			r.finish()
			return r.pages
		case html.TextToken:
			if r.words || r.title {
				r.now.WriteString(html.UnescapeString(string(z.Raw())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			r.start(string(name), attributes(z, more))
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(string(name))
		}
	}
	return r.pages
}

// attributes reads those of a tag.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	out := map[string]string{}
	for n := 0; more && n < 16; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		out[string(key)] = string(value)
	}
	return out
}

type layoutReader struct {
	sheet        *sheet
	pages        []pdfPage
	word         pdfWord
	words, title bool // inside a word, inside the title
	now          strings.Builder
	created      string
	printed      bool // by a browser
}

func (r *layoutReader) page() *pdfPage { return &r.pages[len(r.pages)-1] }

func (r *layoutReader) start(name string, attrs map[string]string) {
	at := box{number(attrs["xmin"]), number(attrs["ymin"]), number(attrs["xmax"]), number(attrs["ymax"])}
	switch {
	case name == "title":
		r.title = true
		r.now.Reset()
	case name == "meta":
		r.about(attrs["name"], attrs["content"])
	case name == "page":
		r.pages = append(r.pages, pdfPage{width: number(attrs["width"]), height: number(attrs["height"])})
	case len(r.pages) == 0:
	case name == "line":
		r.page().lines = append(r.page().lines, &pdfLine{box: at})
	case name == "word":
		r.words, r.word = true, pdfWord{box: at}
		r.now.Reset()
	}
}

func (r *layoutReader) end(name string) {
	switch {
	case name == "title" && r.title:
		r.title = false
		r.sheet.tell(aboutTitle, realTitle(r.now.String()))
	case name == "word" && r.words:
		r.words = false
		if r.word.text = strings.TrimSpace(r.now.String()); r.word.text == "" {
			return
		}
		if n := len(r.page().lines); n > 0 {
			l := r.page().lines[n-1]
			l.words = append(l.words, r.word)
		}
	}
}

// browsers are names in the fields of files that a browser printed. The day of
// printing says nothing of what is printed.
var browsers = []string{"Skia/PDF", "Mozilla/", "Chrome", "WebKit", "wkhtmltopdf"}

// about reads a field of what the file says of itself.
func (r *layoutReader) about(name, value string) {
	switch name {
	case "Author":
		r.sheet.tell(aboutAuthor, value)
	case "CreationDate":
		r.created = value
	case "Creator", "Producer":
		for _, b := range browsers {
			r.printed = r.printed || strings.Contains(value, b)
		}
	}
}

func (r *layoutReader) finish() {
	if !r.printed {
		r.sheet.tell(aboutCreated, realDate(r.created))
	}
}

// number reads a coordinate; what is none is 0.
func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != f || f > 1e6 || f < -1e6 {
		return 0
	}
	return f
}
