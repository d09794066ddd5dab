package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestClick clicks on a link that moves before it rests, on one that takes only the
// second click, and on one that leads nowhere.
func TestClick(t *testing.T) {
	tab, dir := open(t), t.TempDir()
	if err := tab.Do(Desk(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ script, fails string }{
		"moves":   {script: "const push = document.createElement('p'); push.style.height = '3000px'; setTimeout(() => a.before(push), 60)"},
		"loses":   {script: "a.addEventListener('click', (e) => e.preventDefault(), { once: true })"},
		"nowhere": {script: "a.addEventListener('click', (e) => e.preventDefault())", fails: "lead nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<!doctype html><title>a</title><body><a id=a href='#goal'>a</a><script>" + c.script + "</script>"
			if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := tab.Do(chromedp.Navigate(fromDisk(dir) + name + ".html")); err != nil {
				t.Fatal(err)
			}
			err := tab.Click("#a")
			at, lost := ask(tab, chromedp.Location())
			if lost != nil {
				t.Fatal(lost)
			}
			if c.fails == "" && (err != nil || !strings.HasSuffix(at, "#goal")) {
				t.Errorf("the click leads to %s (%v)", at, err)
			}
			if c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails)) {
				t.Errorf("the click leads to %s (%v), want an error that it leads nowhere", at, err)
			}
		})
	}
}
