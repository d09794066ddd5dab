package browser

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// formats checks the files that other programs read, by their endings.
var formats = map[string]func([]byte) error{
	".html":        linkedData,
	".atom":        atom,
	".xml":         wellFormed,
	".svg":         wellFormed,
	".json":        parses,
	".webmanifest": parses,
	".jsonl":       annotations,
	".csv":         table,
	".ics":         calendar,
}

// malformed gives the files of a site that programs cannot read, as "file: why",
// sorted, and how many of each format there are.
func malformed(site fs.FS) (out []string, seen map[string]int, err error) {
	seen = map[string]int{}
	err = fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		check := formats[path.Ext(name)]
		if err != nil || e.IsDir() || check == nil {
			return err
		}
		b, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		seen[path.Ext(name)]++
		if path.Base(name) == "feed.json" {
			check = jsonFeed
		}
		if err := check(b); err != nil {
			out = append(out, fmt.Sprintf("%s: %v", name, err))
		}
		return nil
	})
	slices.Sort(out)
	return out, seen, err
}

// block matches the linked data in a page.
var block = regexp.MustCompile(`(?s)<script type="?application/ld\+json"?>(.*?)</script>`)

// linkedData fails unless every block of JSON-LD says what its words mean and what
// kind of thing it tells of.
func linkedData(b []byte) error {
	for _, m := range block.FindAllSubmatch(b, -1) {
		var thing map[string]any
		if err := json.Unmarshal(m[1], &thing); err != nil {
			return fmt.Errorf("JSON-LD: %w", err)
		}
		if thing["@context"] != "https://schema.org" {
			return fmt.Errorf("JSON-LD of the context %v", thing["@context"])
		}
		things, isGraph := thing["@graph"].([]any)
		if !isGraph {
			things = []any{thing}
		}
		for _, one := range things {
			if one, ok := one.(map[string]any); !ok || one["@type"] == nil {
				return fmt.Errorf("JSON-LD without a type: %.80v", one)
			}
		}
	}
	return nil
}

func parses(b []byte) error {
	var any any
	return json.Unmarshal(b, &any)
}

func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	elements := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && elements > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := token.(xml.StartElement); ok {
			elements++
		}
	}
}

// atom fails unless a feed has what RFC 4287 asks for.
func atom(b []byte) error {
	type part struct {
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Title   string `xml:"http://www.w3.org/2005/Atom title"`
		Updated string `xml:"http://www.w3.org/2005/Atom updated"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		part
		Entries []part `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := errors.Join(wellFormed(b), xml.Unmarshal(b, &feed)); err != nil {
		return err
	}
	ids := map[string]bool{}
	for _, p := range append(feed.Entries, feed.part) {
		if p.ID == "" || p.Title == "" || p.Updated == "" || ids[p.ID] {
			return fmt.Errorf("an entry lacks something or is there twice: %+v", p)
		}
		ids[p.ID] = true
	}
	return nil
}

// jsonFeed fails unless a feed has what JSON Feed 1.1 asks for.
func jsonFeed(b []byte) error {
	var feed struct {
		Version, Title string
		Items          []struct{ ID, Content_text, Content_html string }
	}
	if err := json.Unmarshal(b, &feed); err != nil {
		return err
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Title == "" || len(feed.Items) == 0 {
		return fmt.Errorf("version %q, title %q, %d items", feed.Version, feed.Title, len(feed.Items))
	}
	ids := map[string]bool{}
	for _, i := range feed.Items {
		if i.ID == "" || i.Content_text+i.Content_html == "" || ids[i.ID] {
			return fmt.Errorf("an item lacks something or is there twice: %.200v", i)
		}
		ids[i.ID] = true
	}
	return nil
}

// annotations fails unless every line is a Web Annotation.
func annotations(b []byte) error {
	for i, line := range bytes.Split(bytes.TrimSuffix(b, []byte("\n")), []byte("\n")) {
		var one map[string]any
		if err := json.Unmarshal(line, &one); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		if one["@context"] != "http://www.w3.org/ns/anno.jsonld" || one["type"] != "Annotation" || one["id"] == nil || one["target"] == nil {
			return fmt.Errorf("line %d is no annotation", i+1)
		}
	}
	return nil
}

// table fails unless every row has as many cells as the head, and there is one.
func table(b []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
	if err == nil && len(rows) < 2 {
		return fmt.Errorf("%d rows", len(rows))
	}
	return err
}

// calendar fails unless a calendar has what RFC 5545 asks for.
func calendar(b []byte) error {
	if !utf8.Valid(b) || !bytes.HasSuffix(b, []byte("END:VCALENDAR\r\n")) {
		return errors.New("no calendar, or not in UTF-8")
	}
	var open []string
	has := map[string]bool{}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			return fmt.Errorf("a line of %d bytes, or broken inside a letter: %q", len(line), line)
		}
		key, value, _ := strings.Cut(line, ":")
		switch {
		case key == "BEGIN":
			open, has = append(open, value), map[string]bool{}
		case key == "END":
			if len(open) == 0 || open[len(open)-1] != value {
				return fmt.Errorf("END:%s ends nothing", value)
			}
			if value == "VEVENT" && !(has["UID"] && has["DTSTAMP"] && has["DTSTART"] && has["SUMMARY"]) {
				return fmt.Errorf("an event lacks something: %v", has)
			}
			open = open[:len(open)-1]
		default:
			name, _, _ := strings.Cut(key, ";")
			has[name] = true
		}
	}
	return nil
}

// TestData reads what the site says to other programs.
func TestData(t *testing.T) {
	for name, make := range map[string]func() (string, error){"at a domain": published, "at none": shipped} {
		t.Run(name, func(t *testing.T) {
			dir, err := make()
			if err != nil {
				t.Fatal(err)
			}
			wrong, seen, err := malformed(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range wrong {
				t.Error(w)
			}
			for _, ext := range []string{".html", ".atom", ".json", ".jsonl", ".csv", ".ics"} {
				if seen[ext] == 0 {
					t.Errorf("the site has no file of %s", ext)
				}
			}
			for kind, name := range kinds(t, dir) {
				if kind != "notfound" && kind != "archive" && block.Find(read(t, dir, name)) == nil {
					t.Errorf("%s (%s) says nothing to programs", name, kind)
				}
			}
		})
	}
}

// TestSitemap: what the site tells search engines is every page, once: not what
// repeats them to be carried away.
func TestSitemap(t *testing.T) {
	dir, err := published()
	if err != nil {
		t.Fatal(err)
	}
	var sitemap struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Loc     []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(read(t, dir, "sitemap.xml"), &sitemap); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, name := range htmlFiles(t, dir) {
		if name != "404.html" && !strings.HasPrefix(name, archives) {
			want = append(want, base+name)
		}
	}
	slices.Sort(want)
	slices.Sort(sitemap.Loc)
	if diff := cmp.Diff(want, sitemap.Loc); diff != "" {
		t.Errorf("pages of the site map (-want +got):\n%s", diff)
	}
	if !bytes.Contains(read(t, dir, "robots.txt"), []byte("Sitemap: "+base+"sitemap.xml")) {
		t.Error("robots.txt does not name the site map")
	}
}

// TestDataCatches shows one wrong file of each format, and addresses that lead
// nowhere.
func TestDataCatches(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	site := fstest.MapFS{
		"a.html":           file(`<p id="p1"><a href="` + base + `b.html">b</a><script type="application/ld+json">{"@context":"https://schema.org"}</script>`),
		"data/a.atom":      file(`<feed xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>أ</title></feed>`),
		"data/a.csv":       file("a,b\n1\n"),
		"data/a.ics":       file("BEGIN:VCALENDAR\r\nURL:" + base + "a.html#p\r\n 2\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
		"data/a.json":      file(`{"url": "../a.html#p1", "next": "../c.html",}`),
		"data/a.jsonl":     file(`{"type": "Annotation"}`),
		"data/a.xml":       file(`<a><b></a>`),
		"data/b/feed.json": file(`{"version": "1"}`),
	}
	wrong, _, err := malformed(site)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range wrong { // why is for the one who reads it
		wrong[i], _, _ = strings.Cut(w, ": ")
	}
	want := []string{"a.html", "data/a.atom", "data/a.csv", "data/a.ics", "data/a.json", "data/a.jsonl", "data/a.xml", "data/b/feed.json"}
	if diff := cmp.Diff(want, wrong); diff != "" {
		t.Errorf("malformed (-want +got):\n%s", diff)
	}
	dead, _, err := deadEnds(site)
	if err != nil {
		t.Fatal(err)
	}
	want = []string{
		"a.html: " + base + "b.html: no such file",
		"data/a.ics: " + base + "a.html#p2: no such place",
		"data/a.json: " + base + "c.html: no such file",
	}
	if diff := cmp.Diff(want, dead); diff != "" {
		t.Errorf("dead ends (-want +got):\n%s", diff)
	}
}
