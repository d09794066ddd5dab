package feed

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// Place is a page in a site map.
type Place struct {
	URL     string // absolute
	Changed string // EDTF of a whole day, "" if not known
}

// placesPerMap is how many pages one site map may hold, after sitemaps.org.
const placesPerMap = 50_000

// File is a file by its name.
type File struct {
	Name  string
	Bytes []byte
}

// Sitemap gives sitemap.xml after sitemaps.org, or, of more pages than one may
// hold, an index under that name and its parts. base is the address of the
// site, ending in "/".
func Sitemap(base string, places []Place) []File {
	if len(places) <= placesPerMap {
		return []File{{"sitemap.xml", sitemap(places)}}
	}
	var parts []File
	var index strings.Builder
	index.WriteString(xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for n := 1; len(places) > 0; n++ {
		part := places[:min(len(places), placesPerMap)]
		places = places[len(part):]
		name := "sitemap-" + strconv.Itoa(n) + ".xml"
		parts = append(parts, File{name, sitemap(part)})
		index.WriteString("<sitemap><loc>" + escaped(base+name) + "</loc></sitemap>\n")
	}
	index.WriteString("</sitemapindex>\n")
	return append([]File{{"sitemap.xml", []byte(index.String())}}, parts...)
}

func sitemap(places []Place) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, p := range places {
		b.WriteString("<url><loc>" + escaped(p.URL) + "</loc>")
		if t, ok := day(p.Changed); ok && len(p.Changed) == len("2006-01-02") {
			b.WriteString("<lastmod>" + t.Format("2006-01-02") + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

// Robots gives robots.txt, which lets all in; base is the address of the site,
// or "" when it is not known.
func Robots(base string) []byte {
	out := "User-agent: *\nAllow: /\n"
	if base != "" {
		out += "Sitemap: " + base + "sitemap.xml\n"
	}
	return []byte(out)
}
