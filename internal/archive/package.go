package archive

import (
	"bytes"
	"crypto/sha1"
	"fmt"
	"path"
	"strings"

	"mojaz/internal/publish"
)

// mediaTypes are those of the files of a book, by their endings.
var mediaTypes = map[string]string{
	".xhtml": "application/xhtml+xml", ".css": "text/css", ".png": "image/png",
	".woff2": "font/woff2", ".woff": "font/woff", ".otf": "font/otf", ".ttf": "font/ttf",
}

// opf gives the package document: what the book is, its files, and the order of
// reading.
func (b *book) opf(files []publish.File) []byte {
	var out strings.Builder
	fmt.Fprintf(&out, `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s" dir="%s">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
`, text(b.Language), b.direction())
	b.metadata(&out)
	out.WriteString("</metadata>\n<manifest>\n")
	var spine []string
	for i, f := range files {
		id, properties := fmt.Sprintf("f%d", i+1), ""
		switch {
		case f.Path == "nav.xhtml":
			id, properties = "nav", ` properties="nav"`
		case f.Path == "cover.png":
			id, properties = "cover-image", ` properties="cover-image"`
		case path.Ext(f.Path) == ".xhtml" && bytes.Contains(f.Bytes, []byte("<svg")):
			properties = ` properties="svg"`
		}
		fmt.Fprintf(&out, "<item id=\"%s\" href=\"%s\" media-type=\"%s\"%s/>\n", id, text(f.Path), mediaTypes[path.Ext(f.Path)], properties)
		if path.Ext(f.Path) == ".xhtml" {
			spine = append(spine, id)
		}
	}
	fmt.Fprintf(&out, "</manifest>\n<spine page-progression-direction=\"%s\">\n", b.direction())
	for _, id := range spine {
		fmt.Fprintf(&out, "<itemref idref=\"%s\"/>\n", id)
	}
	out.WriteString("</spine>\n</package>\n")
	return []byte(out.String())
}

func (b *book) direction() string {
	if b.rtl {
		return "rtl"
	}
	return "ltr"
}

// metadata tells libraries what the book is and to whom it is accessible.
func (b *book) metadata(out *strings.Builder) {
	fmt.Fprintf(out, "<dc:identifier id=\"id\">urn:uuid:%s</dc:identifier>\n", b.uuid())
	fmt.Fprintf(out, "<dc:title>%s</dc:title>\n<dc:language>%s</dc:language>\n", text(b.Title), text(b.Language))
	fmt.Fprintf(out, "<dc:creator>%s</dc:creator>\n", text(b.Site))
	if b.BaseURL != "" {
		fmt.Fprintf(out, "<dc:source>%s</dc:source>\n", text(b.outside(place{path: b.order[0].Path})))
	}
	day := dayOf(b.AsOf)
	if day != "" {
		fmt.Fprintf(out, "<dc:date>%s</dc:date>\n", day)
	} else {
		day = epoch.Format("2006-01-02")
	}
	fmt.Fprintf(out, "<meta property=\"dcterms:modified\">%sT00:00:00Z</meta>\n", day)
	for _, m := range [][2]string{
		{"accessMode", "textual"}, {"accessMode", "visual"}, {"accessModeSufficient", "textual"},
		{"accessibilityFeature", "tableOfContents"}, {"accessibilityFeature", "readingOrder"},
		{"accessibilityFeature", "structuralNavigation"}, {"accessibilityFeature", "alternativeText"},
		{"accessibilityFeature", "displayTransformability"}, {"accessibilityFeature", "ARIA"},
		{"accessibilityHazard", "none"}, {"accessibilitySummary", b.say["accessibility"]},
	} {
		fmt.Fprintf(out, "<meta property=\"schema:%s\">%s</meta>\n", m[0], text(m[1]))
	}
	if b.Cover != nil {
		out.WriteString("<meta name=\"cover\" content=\"cover-image\"/>\n")
	}
}

// oneLine gives s without breaks, or other where nothing is left.
func oneLine(s, other string) string {
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		return s
	}
	return other
}

// dayOf gives the day with which an EDTF date begins, the first that it may mean,
// or "".
func dayOf(edtf string) string {
	digits := func(s string, n int) bool {
		return len(s) >= n && strings.Trim(s[:n], "0123456789") == ""
	}
	switch {
	case len(edtf) >= 10 && digits(edtf, 4) && edtf[4] == '-' && digits(edtf[5:], 2) && edtf[7] == '-' && digits(edtf[8:], 2):
		return edtf[:10]
	case len(edtf) >= 7 && digits(edtf, 4) && edtf[4] == '-' && digits(edtf[5:], 2) && edtf[5:7] <= "12":
		return edtf[:7] + "-01"
	case digits(edtf, 4):
		return edtf[:4] + "-01-01"
	}
	return ""
}

// bookSpace is the name space of the identifiers of books, made for this program.
var bookSpace = [16]byte{0x6d, 0x6f, 0x6a, 0x61, 0x7a, 0x2d, 0x45, 0x50, 0x95, 0x42, 0x2d, 0x62, 0x6f, 0x6f, 0x6b, 0x73}

// uuid gives an identifier that a dossier keeps as long as its name and its site
// do, a UUID of version 5 after RFC 9562.
func (b *book) uuid() string {
	name := b.BaseURL
	if name == "" {
		name = b.Site
	}
	sum := sha1.Sum(append(bookSpace[:], name+"\n"+b.Name...))
	u := sum[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
