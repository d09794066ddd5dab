package search

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// shown is what the page shows of an answer.
type shown struct {
	Status  string
	Address string
	Titles  []string
	Links   []string // of passages
	Lit     []string
	Offers  []string
	Open    string // aria-expanded
	Active  string // what the active option says
	Focus   string // the element that has the focus
}

const look = `(() => {
	const all = (s) => [...document.querySelectorAll(s)];
	const input = document.querySelector('input');
	return {
		Status: document.querySelector('[role=status]').textContent,
		Address: location.href.split('/').pop(),
		Titles: all('.result h2').map((e) => e.textContent),
		Links: all('.result li a').map((e) => e.getAttribute('href')),
		Lit: [...new Set(all('mark').map((e) => e.textContent))],
		Offers: all('[role=listbox]:not([hidden]) [role=option]').map((e) => e.textContent),
		Open: input.getAttribute('aria-expanded'),
		Active: document.getElementById(input.getAttribute('aria-activedescendant'))?.textContent ?? '',
		Focus: document.activeElement.localName,
	};
})()`

// until looks at the page again and again until it is as it should be.
func (p *page) until(what string, ok func(shown) bool) shown {
	p.t.Helper()
	var s shown
	for range 100 {
		if p.eval(look, &s); ok(s) {
			return s
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.t.Fatalf("never %s: %+v", what, s)
	return s
}

func (p *page) keys(keys string) { p.t.Helper(); p.do(chromedp.KeyEvent(keys)) }

// ask types a query into the empty field and ends it with Enter.
func (p *page) ask(query string) shown {
	p.t.Helper()
	p.eval(`{ const i = document.querySelector('input'); i.value = ''; i.focus(); }`, nil)
	p.eval(`document.querySelector('[role=status]').textContent = '?'`, nil)
	p.do(chromedp.SendKeys(chromedp.CSS("input"), query+"\r"))
	return p.until("answered "+query, func(s shown) bool { return s.Status != "?" && strings.HasPrefix(s.Address, "search.html#q=") })
}

func affair() []Document {
	doc := func(url, title string, paragraphs ...string) Document {
		d := Document{URL: url, Title: title, Outlet: "وكالة", Date: "٣١ آب ٢٠٢٥", Kind: "briefing"}
		for i, text := range paragraphs {
			d.Paragraphs = append(d.Paragraphs, Paragraph{"p" + string(rune('1'+i)), text})
		}
		return d
	}
	sudani := Name{"محمد شياع السوداني", "a/entities/al-sudani.html", "PER"}
	docs := []Document{
		doc("a/briefings/1.html", "الانسحاب من العراق", "بدأت القوات الأمريكية انسحابها سنة ٢٠٠٨.", "وقالت NATO إنها باقية في مستشفى ابن سينا."),
		doc("a/briefings/2.html", "زيارة إلى بغداد", "وصل محمد السوداني، ثم غادر الدولي العام.", "انتهى التحالف بين الحزبين، وبقي القانون الدولي."),
		doc("a/briefings/3.html", "بيان مشترك", "قال محمد شياع السوداني إن التحالف الدولي باق.", "كل شيء آخر \"كما هو\" & <b>لا يتغير</b>."),
		doc("a/briefings/4.html", "التحالف في عام", "ملخص قصير."),
	}
	docs[2].Names = []Name{sudani, {"التحالف الدولي", "a/entities/coalition.html", "ORG"}}
	return docs
}

// TestFinds asks from a disk as a reader does.
func TestFinds(t *testing.T) {
	p := openSite(t, affair())
	p.visit(p.address())
	for _, c := range []struct {
		query, titles, lit, links string
	}{
		{"قوات امريكيه", "الانسحاب من العراق", "القوات الأمريكية", "a/briefings/1.html#p1"},
		{"2008", "الانسحاب من العراق", "٢٠٠٨", "a/briefings/1.html#p1"},
		{"nato", "الانسحاب من العراق", "NATO", "a/briefings/1.html#p2"},
		{"المستشفي", "الانسحاب من العراق", "مستشفى", "a/briefings/1.html#p2"},
		// Words side by side win over words apart.
		{"التحالف الدولي", "بيان مشترك|زيارة إلى بغداد", "التحالف الدولي", "a/briefings/3.html#p1 a/briefings/2.html#p2"},
		{"«التحالف الدولي»", "بيان مشترك", "التحالف الدولي", "a/briefings/3.html#p1"},
		// A title wins over a text.
		{"تحالف", "التحالف في عام|بيان مشترك|زيارة إلى بغداد", "التحالف", "a/briefings/4.html#p1 a/briefings/3.html#p1 a/briefings/2.html#p2"},
		// A name wins over its words.
		{"محمد السوداني", "زيارة إلى بغداد|بيان مشترك", "محمد السوداني", "a/briefings/2.html#p1 a/briefings/3.html#p1"},
		{"السودا", "بيان مشترك|زيارة إلى بغداد", "السوداني", "a/briefings/3.html#p1 a/briefings/2.html#p1"}, // not typed out
		{"لا يتغير", "بيان مشترك", "يتغير", "a/briefings/3.html#p2"},
		{"دبابة", "", "", ""},
	} {
		s := p.ask(c.query)
		if s.Status == "" || (s.Status == "لا نتائج") != (c.titles == "") {
			t.Errorf("%s: the status says %q", c.query, s.Status)
		}
		if got := strings.Join(s.Titles, "|"); got != c.titles {
			t.Errorf("%s: found %q, want %q", c.query, got, c.titles)
		}
		if got := strings.Join(s.Lit, " "); got != c.lit {
			t.Errorf("%s: lit %q, want %q", c.query, got, c.lit)
		}
		if got := strings.Join(s.Links, " "); got != c.links {
			t.Errorf("%s: leads to %q, want %q", c.query, got, c.links)
		}
	}
}

// TestParticles: a particle without the article is taken off where the words of the
// site tell that it is one, and lit with its word.
func TestParticles(t *testing.T) {
	p := openSite(t, withParticles())
	p.visit(p.address())
	for _, c := range []struct {
		query, status, lit string
		titles             int
	}{
		{"الميناء", "٤ نتائج", "الميناء لميناء", 4},
		{"لميناء", "٤ نتائج", "الميناء لميناء", 4},
		{"الحرية", "٣ نتائج", "الحرية", 3}, // not البحرية, nor بحرية
		{"بحرية", "نتيجة واحدة", "بحرية البحرية", 1},
	} {
		p.ask(c.query)
		p.eval(`scrollTo(0, document.body.scrollHeight)`, nil)
		s := p.until("showed all of "+c.query, func(s shown) bool { return len(s.Titles) == c.titles })
		if s.Status != c.status || strings.Join(s.Lit, " ") != c.lit {
			t.Errorf("%s: %s, lit %q, want %s, %q", c.query, s.Status, s.Lit, c.status, c.lit)
		}
	}
}

func withParticles() (out []Document) {
	for i := range 4 {
		text := "وصلت السفن إلى الميناء. يحيا شعار الحرية."
		if i == 3 {
			text = "أبحرت لميناء آخر قوات بحرية من البحرية."
		}
		out = append(out, Document{URL: "a/" + string(rune('a'+i)) + ".html", Title: "خبر", Paragraphs: []Paragraph{{"p1", text}}})
	}
	return out
}

func TestParticlesJoined(t *testing.T) {
	a := posting{term: "ميناء", noun: true}
	b := posting{term: "لميناء"}
	a.write([]placed{{0, []int{3, 40, 900}, true}, {7, []int{32}, false}, {300, []int{33}, false}})
	b.write([]placed{{2, []int{5}, false}, {7, []int{31, 50}, true}})
	a.take(&b, "ل")
	a.settle()
	var got []placed
	for d := range a.each {
		d.places = slices.Clone(d.places)
		got = append(got, d)
	}
	want := []placed{{0, []int{3, 40, 900}, true}, {2, []int{5}, false}, {7, []int{31, 32, 50}, true}, {300, []int{33}, false}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(placed{})); diff != "" || a.docs != 4 || a.particles != "ل" || b.docs != 0 {
		t.Errorf("joined %d documents, particles %q, left %d (-want +got):\n%s", a.docs, a.particles, b.docs, diff)
	}
}
