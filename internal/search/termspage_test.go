package search

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mojaz/internal/engine"
)

// The view model of the index of terms, and what the frame needs.
type (
	termsModel struct {
		Lang, Dir, Root string
		Site            struct{ Title string }

		Pager   []letterLink  // pages of a long letter: none here
		Letters []letterLink  // all letters, on whatever page they stand
		Groups  []letterGroup // those of this page
	}
	letterLink struct {
		Title, RelPermalink string
		Current             bool // stands on this page
	}
	letterGroup struct {
		ID, Letter string
		Entries    []entryModel
	}
	entryModel struct {
		Word, RelPermalink, Type string
		Places                   []placeModel
		More                     number // places that are not listed
	}
	placeModel struct{ Title, Outlet, Date, RelPermalink, Label string }
)

// termsPage makes the view model as package site would: every letter on one page,
// and so many places of an entry.
func termsPage(letters []Letter, most int) termsModel {
	m := termsModel{Lang: "ar", Dir: "rtl"}
	for i, l := range letters {
		g := letterGroup{ID: "l" + string(rune('a'+i)), Letter: l.Letter}
		m.Letters = append(m.Letters, letterLink{l.Letter, "#" + g.ID, false})
		for _, e := range l.Entries {
			entry := entryModel{Word: e.Word, RelPermalink: e.URL, Type: e.Type}
			if n := len(e.Places) - most; n > 0 {
				entry.More, e.Places = number{n, "٣"}, e.Places[:most]
			}
			for _, p := range e.Places {
				entry.Places = append(entry.Places, placeModel{p.Title, p.Outlet, p.Date, p.URL, "¶" + strings.TrimPrefix(p.ID, "p")})
			}
			g.Entries = append(g.Entries, entry)
		}
		m.Groups = append(m.Groups, g)
	}
	return m
}

// writeTermsPage writes the index of terms of documents into a folder.
func writeTermsPage(t *testing.T, dir string, docs []Document) string {
	t.Helper()
	e, err := engine.New(engine.Options{Templates: templates(t), Assets: assets(t), Title: "موجز"})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	html, err := e.Render("terms", termsPage(Terms(ReadAll(docs)), 2))
	if err != nil {
		t.Fatal(err)
	}
	if ps := e.Problems(); len(ps) > 0 {
		t.Errorf("terms.html: %v", ps)
	}
	if err := os.WriteFile(filepath.Join(dir, "terms.html"), html, 0o644); err != nil {
		t.Fatal(err)
	}
	return string(html)
}

func TestTermsPage(t *testing.T) {
	html := writeTermsPage(t, t.TempDir(), documents())
	for _, want := range []string{
		`<a href="iraq/entities/baghdad.html"><bdi>بغداد</bdi></a>`, `#p`, "بلد أو مدينة", "٣ مواضع أخرى",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("terms.html has no %q", want)
		}
	}
}
