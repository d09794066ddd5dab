package feed

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/golden"
)

// list is the input of a case: one item a line, fields apart by " | ".
func list(text string) (out [][]string) {
	for line := range strings.Lines(text) {
		out = append(out, strings.Split(strings.TrimRight(line, "\n"), " | "))
	}
	return out
}

func TestFeeds(t *testing.T) {
	golden.Run(t, "testdata/feed-*.txtar", func(t *testing.T, c *golden.Case) {
		var items []Item
		for _, f := range list(c.Input("items.txt")) {
			items = append(items, Item{ID: f[0], Published: f[1], Title: f[2], URL: f[3], Author: f[4], Summary: f[5]})
		}
		channel := Channel{ID: "urn:x:1", Title: "موجز <س> & ص", Description: "ملف", URL: "index.html", Self: "feed.atom", Updated: "2025-11-27", Language: "ar"}
		atom, err := Atom(channel, items)
		if err != nil {
			t.Fatal(err)
		}
		c.Check("atom", string(atom))
		wellFormed(t, atom)
		feed, err := JSON(channel, items)
		if err != nil {
			t.Fatal(err)
		}
		c.Check("json", string(feed))
		if !json.Valid(feed) {
			t.Errorf("JSON(…) = %s, want valid JSON", feed)
		}
	})
}

func wellFormed(t *testing.T, b []byte) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(string(b))); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in:\n%s", err, b)
		}
	}
}

func TestCalendar(t *testing.T) {
	golden.Run(t, "testdata/calendar-*.txtar", func(t *testing.T, c *golden.Case) {
		var events []Event
		for _, f := range list(c.Input("events.txt")) {
			events = append(events, Event{ID: f[0], Date: f[1], Stated: f[2], Title: f[3], Details: f[4], Tentative: f[5] == "tentative"})
		}
		cal, err := Calendar("ملف", "ar", events)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(string(cal), "\r\n") {
			if len(line) > 75 || strings.ContainsRune(line, '\ufffd') {
				t.Errorf("a line of %d bytes, want at most 75 and no cut letter: %q", len(line), line)
			}
		}
		c.Check("ics", strings.ReplaceAll(string(cal), "\r\n", "\n"))
	})
}

func TestTable(t *testing.T) {
	rows := [][]string{{"=HYPERLINK(1)", "-5", "-1+2"}, {"@x", "قال «نعم»، ثم \"لا\"", "سطر\nآخر"}, {"+1", "", "3.5"}}
	got, err := Table([]string{"أ", "ب", "ج"}, rows)
	if err != nil {
		t.Fatal(err)
	}
	rest, ok := strings.CutPrefix(string(got), "\ufeff")
	if !ok {
		t.Errorf("Table(…) = %q, want a byte order mark", got)
	}
	back, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"أ", "ب", "ج"}, {"'=HYPERLINK(1)", "-5", "'-1+2"}, {"'@x", "قال «نعم»، ثم \"لا\"", "سطر\nآخر"}, {"'+1", "", "3.5"}}
	if diff := cmp.Diff(want, back); diff != "" {
		t.Errorf("Table read back (-want +got):\n%s", diff)
	}
}

func TestSitemap(t *testing.T) {
	got := Sitemap("https://example.org/", []Place{{"https://example.org/a.html?x&y", "2025-11-27"}, {"https://example.org/b.html", "2025-11"}})
	want := xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/a.html?x&amp;y</loc><lastmod>2025-11-27</lastmod></url>
<url><loc>https://example.org/b.html</loc></url>
</urlset>
`
	if len(got) != 1 || string(got[0].Bytes) != want {
		t.Errorf("Sitemap(two places) = %s, want %s", got, want)
	}
	parts := Sitemap("https://example.org/", make([]Place, placesPerMap+1))
	if len(parts) != 3 || strings.Count(string(parts[0].Bytes), "<loc>") != 2 || strings.Count(string(parts[2].Bytes), "<loc>") != 1 {
		t.Errorf("Sitemap(%d places) = %d files, want an index and two parts", placesPerMap+1, len(parts))
	}
	for _, p := range parts {
		wellFormed(t, p.Bytes)
	}
}

func TestRobots(t *testing.T) {
	for base, want := range map[string]string{
		"":                     "User-agent: *\nAllow: /\n",
		"https://example.org/": "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n",
	} {
		if got := string(Robots(base)); got != want {
			t.Errorf("Robots(%q) = %q, want %q", base, got, want)
		}
	}
}

// Whatever a source says, a feed is well-formed and a calendar's lines are short.
func FuzzFeed(f *testing.F) {
	f.Add("عنوان", "2025-09", "نص; فيه, كل\nشيء")
	f.Add("<b>", "../2025", "]]>&\x00\u202e")
	f.Fuzz(func(t *testing.T, title, date, text string) {
		atom, err := Atom(Channel{ID: title, Title: title, Updated: date}, []Item{{ID: text, Title: title, Summary: text, Published: date}})
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, atom)
		cal, err := Calendar(title, "ar", []Event{{ID: "1", Title: title, Details: text, Date: date}})
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(cal), "BEGIN:VEVENT"); n > 1 {
			t.Errorf("Calendar(%q, %q) has %d events, want one at most", title, text, n)
		}
	})
}
