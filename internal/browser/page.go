package browser

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed probe.js
var probe string

// Page is what the probe found in an open page.
type Page struct {
	Title       string   `json:"title"`
	Lang        string   `json:"lang"`
	Dir         string   `json:"dir"`
	Text        string   `json:"text"` // all that is shown, without a break between blocks
	IDs         []string `json:"ids"`
	Links       []string `json:"links"` // absolute
	Handlers    []string `json:"handlers"`
	Viewport    bool     `json:"viewport"` // fits itself to a phone
	Width       int      `json:"width"`    // of the window, in CSS pixels
	ScrollWidth int      `json:"scrollWidth"`
	Wide        []string `json:"wide"`   // some elements that stick out
	Family      string   `json:"family"` // the first font family of the body
	Fonts       []Font   `json:"fonts"`  // those that the style sheets declare
	Background  string   `json:"background"`
}

// Font is a face that a style sheet declares.
type Font struct {
	Family string `json:"family"`
	Status string `json:"status"` // "unloaded", "loading", "loaded", "error"
}

// faults gives what is wrong with the page by itself.
func (p Page) faults() (out []string) {
	if p.Title == "" {
		out = append(out, "no title")
	}
	if !p.Viewport {
		out = append(out, "no viewport with a least scale: a phone shows it small, or forgets the place of a link")
	}
	if p.Lang != "ar" || p.Dir != "rtl" {
		out = append(out, fmt.Sprintf("the root element says lang=%q dir=%q", p.Lang, p.Dir))
	}
	ids := slices.Sorted(slices.Values(p.IDs))
	for i := range ids {
		if i > 0 && ids[i] == ids[i-1] {
			out = append(out, "two elements have the id "+ids[i])
		}
	}
	for _, e := range p.Handlers {
		out = append(out, "inline event handler on "+e)
	}
	if p.ScrollWidth > p.Width {
		out = append(out, fmt.Sprintf("%d px wide in a window of %d px: %s", p.ScrollWidth, p.Width, strings.Join(p.Wide, ", ")))
	}
	return append(out, p.fontFaults()...)
}

// fontFaults gives the fonts that were needed and are not there. A face that no
// letter of the page needs stays unloaded, and rightly; but some face is needed.
func (p Page) fontFaults() (out []string) {
	loaded := len(p.Fonts) == 0
	for _, f := range p.Fonts {
		if f.Status == "error" {
			out = append(out, "font "+f.Family+" could not be loaded")
		}
		loaded = loaded || f.Status == "loaded"
	}
	if !loaded {
		out = append(out, "no font of the page was loaded")
	}
	return out
}
