package search

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"mojaz/internal/browser"
)

// TestSuggests walks the list of names by keyboard.
func TestSuggests(t *testing.T) {
	p := openSite(t, affair())
	p.visit(p.address())
	p.do(chromedp.SendKeys(chromedp.CSS("input"), "السو"))
	s := p.until("offered a name", func(s shown) bool { return len(s.Offers) == 1 })
	if want := "محمد شياع السوداني شخص"; s.Offers[0] != want || s.Open != "true" || s.Active != "" {
		t.Errorf("after السو the list says %q, expanded %s, active %q, want %q, true and none", s.Offers, s.Open, s.Active, want)
	}
	p.keys(kb.ArrowDown)
	p.until("chose the name", func(s shown) bool { return s.Active == s.Offers[0] && s.Focus == "input" })
	p.keys(kb.ArrowDown)
	p.until("went back to the field", func(s shown) bool { return s.Active == "" })
	p.keys(kb.ArrowUp)
	p.until("chose the last name", func(s shown) bool { return s.Active != "" })
	p.keys(kb.Escape)
	p.until("closed the list", func(s shown) bool { return len(s.Offers) == 0 && s.Open == "false" && s.Active == "" })

	p.keys("د")
	p.until("offered again", func(s shown) bool { return len(s.Offers) == 1 })
	p.keys(kb.ArrowDown)
	p.eval(`navigation.addEventListener('navigate', (e) => { self.gone = e.destination.url; e.preventDefault(); })`, nil)
	p.keys(kb.Enter)
	var gone string
	p.eval(`self.gone`, &gone)
	if !strings.HasSuffix(gone, "/a/entities/al-sudani.html") {
		t.Errorf("Enter on the name leads to %q, want its page", gone)
	}
}

// TestAddress: a query stands in the address, so it can be sent, and the way back
// leads to the one before.
func TestAddress(t *testing.T) {
	p := openSite(t, affair())
	for _, query := range []string{"?q=", "#q="} {
		p.visit(p.address() + query + url.QueryEscape("المستشفى"))
		p.until("answered "+query, func(s shown) bool { return slices.Equal(s.Titles, []string{"الانسحاب من العراق"}) })
	}
	p.visit("about:blank")
	p.visit(p.address())
	p.ask("المستشفى")
	p.ask("nato 2008")
	p.ask("دبابة")
	for _, back := range []string{"nato 2008", "المستشفى"} {
		p.eval(`history.back()`, nil)
		p.until("went back to "+back, func(s shown) bool {
			var value string
			p.eval(`document.querySelector('input').value`, &value)
			return value == back && slices.Equal(s.Titles, []string{"الانسحاب من العراق"})
		})
	}
}

// TestTypes: a reader who stops typing is answered, and a count is told in the
// plural that it has in Arabic.
func TestTypes(t *testing.T) {
	p := openSite(t, many())
	p.visit(p.address())
	p.do(chromedp.SendKeys(chromedp.CSS("input"), "التحالف"))
	s := p.until("answered without Enter", func(s shown) bool { return len(s.Titles) > 0 })
	if s.Status != "١٢٠ نتيجة" || s.Address != "search.html" {
		t.Errorf("the status says %q and the address %q", s.Status, s.Address)
	}
	for query, want := range map[string]string{"دبابة": "لا نتائج", "وحيد": "نتيجة واحدة", "مثنى": "نتيجتان", "ثلاثة": "٣ نتائج", "عشرة": "١١ نتيجة"} {
		if s := p.ask(query); s.Status != want {
			t.Errorf("%s: the status says %q, want %q", query, s.Status, want)
		}
	}
	s = p.ask("التحالف")
	for range 3 { // more come into sight, up to a number
		p.eval(`scrollTo(0, document.body.scrollHeight)`, nil)
		s = p.until("showed more", func(n shown) bool { return len(n.Titles) > len(s.Titles) || len(n.Titles) == 9 })
	}
	p.do(chromedp.Click(chromedp.CSS(".more")))
	s = p.until("showed more when asked", func(s shown) bool { return len(s.Titles) == 12 && s.Focus == "a" })
	if len(slices.Compact(slices.Sorted(slices.Values(s.Links)))) != 12 {
		t.Errorf("12 results lead to %v", s.Links)
	}
}

// many are documents of which a term has as many as its plural needs.
func many() (out []Document) {
	for i := range 120 {
		text := "اجتمع التحالف اليوم في مقره، وتحدث طويلاً عن أمور كثيرة لا تخص أحداً."
		for _, w := range []struct {
			word string
			most int
		}{{"وحيد", 1}, {"مثنى", 2}, {"ثلاثة", 3}, {"عشرة", 11}} {
			if i < w.most {
				text += " " + w.word
			}
		}
		out = append(out, Document{URL: "a/" + string(rune('a'+i%26)) + strings.Repeat("x", i/26) + ".html", Title: "خبر", Paragraphs: []Paragraph{{"p1", text}}})
	}
	return out
}

// TestWithoutScripts: what needs a script is not shown, and the index of terms is
// in reach.
func TestWithoutScripts(t *testing.T) {
	p := openSite(t, affair())
	p.do(browser.Scripts(false))
	p.visit(p.address())
	var s struct{ Field, Words, Way bool }
	p.eval(`({
		Field: document.querySelector('input').checkVisibility(),
		Words: document.querySelector('noscript').textContent.includes('كشاف'),
		Way: document.querySelector('main a[href="terms.html"]').checkVisibility(),
	})`, &s)
	if s.Field || !s.Words || !s.Way {
		t.Errorf("without scripts: field %t, words %t, way to the index of terms %t, want only the last two", s.Field, s.Words, s.Way)
	}
}
