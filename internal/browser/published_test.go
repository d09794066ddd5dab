package browser

import (
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// base is where the published site says that it is.
const base = "https://site.example/mojaz/"

// published is the site of the shipped dossiers as it goes to a domain, built
// once.
var published = sync.OnceValues(func() (string, error) {
	dir, err := scratch()
	if err != nil {
		return "", err
	}
	seeds, err := filepath.Abs("../../seeds")
	if err != nil {
		return "", err
	}
	return makeSite(filepath.Join(dir, "published"), seeds, "base_url: "+base+"\n")
})

// address matches an absolute address of the site in any of its files:
// `https://site.example/mojaz/index.html#p1`.
var address = regexp.MustCompile(regexp.QuoteMeta(base) + "[^\\s\"'<>\\\\,;)\x60]*")

// relative matches an address in a file of data that climbs out of its folder:
// `../../affair/index.html#p1`.
var relative = regexp.MustCompile(`(?:\.\./)+[^\s"'<>\\,;)]+\.[a-z]+(?:#[^\s"'<>\\,;)]*)?`)

// anchored matches the ids of a page.
var anchored = regexp.MustCompile(`\sid="?([^"\s>]+)`)

// textFiles are those that can hold an address, by their endings.
var textFiles = []string{".html", ".atom", ".json", ".jsonl", ".csv", ".ics", ".xml", ".txt", ".webmanifest"}

// deadEnds gives every address in a file of the site that leads to no file or no
// place of it, as "file: address", sorted.
func deadEnds(site fs.FS) (out []string, seen int, err error) {
	ids := map[string][]string{}
	err = fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !slices.Contains(textFiles, path.Ext(name)) {
			return err
		}
		b, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		text := strings.ReplaceAll(string(b), "\r\n ", "") // a calendar breaks its lines
		found := address.FindAllString(text, -1)
		if path.Ext(name) != ".html" { // browsers follow the links of pages
			for _, link := range relative.FindAllString(text, -1) {
				found = append(found, base+path.Join(path.Dir(name), link))
			}
		}
		for _, link := range found {
			seen++
			if fault := leadsTo(site, link, ids); fault != "" {
				out = append(out, name+": "+fault)
			}
		}
		return nil
	})
	slices.Sort(out)
	return slices.Compact(out), seen, err
}

// leadsTo says what is wrong with an address of the site, "" if nothing. ids
// remembers those of the pages that were read.
func leadsTo(site fs.FS, link string, ids map[string][]string) string {
	u, err := url.Parse(html.UnescapeString(link))
	if err != nil {
		return fmt.Sprintf("%s: %v", link, err)
	}
	file := strings.TrimPrefix(u.Path, "/mojaz/")
	if file == "" {
		return "" // the site itself
	}
	b, err := fs.ReadFile(site, file)
	if err != nil {
		return link + ": no such file"
	}
	if _, known := ids[file]; !known {
		for _, m := range anchored.FindAllStringSubmatch(string(b), -1) {
			ids[file] = append(ids[file], html.UnescapeString(m[1]))
		}
	}
	if u.Fragment != "" && !slices.Contains(ids[file], u.Fragment) {
		return link + ": no such place"
	}
	return ""
}

// TestAddresses follows every address in every file of the site, at a domain and
// without one.
func TestAddresses(t *testing.T) {
	for name, make := range map[string]func() (string, error){"at a domain": published, "at none": shipped} {
		t.Run(name, func(t *testing.T) {
			dir, err := make()
			if err != nil {
				t.Fatal(err)
			}
			dead, seen, err := deadEnds(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range dead {
				t.Error(d)
			}
			t.Logf("%d addresses", seen)
			if seen < 100 {
				t.Errorf("%d addresses were found, want hundreds", seen)
			}
		})
	}
}
