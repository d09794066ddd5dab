package browser

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

//go:embed keyboard.js
var focused string

// Focus is the element that the next key goes to.
type Focus struct {
	Address string  `json:"address"` // of the page
	Name    string  `json:"name"`    // "a.proof"
	Text    string  `json:"text"`    // its name for a reader
	Href    string  `json:"href"`    // absolute, "" for what is no link
	Main    bool    `json:"main"`    // in the page's main part
	Table   bool    `json:"table"`   // in a table
	Ring    float64 `json:"ring"`    // the width of its outline, 0 for none
	Seen    bool    `json:"seen"`    // in the window
	Bare    bool    `json:"bare"`    // nothing lies over it
}

// fault says why a reader who uses only keys would lose sight of the focus, "" if
// they would not.
func (f Focus) fault() string {
	where := fmt.Sprintf("the focus on %s (%q)", f.Name, f.Text)
	switch {
	case f.Text == "":
		return where + " is on something without a name"
	case !f.Seen:
		return where + " is outside the window"
	case !f.Bare:
		return where + " is covered"
	case f.Ring < 1:
		return where + " is not shown"
	}
	return ""
}

// onBody reports whether nothing on the page has the focus.
func (f Focus) onBody() bool { name, _, _ := strings.Cut(f.Name, "."); return name == "body" }

// Press presses keys, one after another, and gives what has the focus then.
func (t *Tab) Press(keys string) (Focus, error) {
	if err := t.Do(chromedp.KeyEvent(keys)); err != nil {
		return Focus{}, err
	}
	return ask(t, chromedp.Evaluate[Focus](focused))
}

// Open presses Enter, waits for the page that it leads to, and gives its address.
func (t *Tab) Open() (string, error) {
	here, err := ask(t, chromedp.Location())
	if err != nil {
		return "", err
	}
	if err := t.Do(chromedp.KeyEvent(kb.Enter)); err != nil {
		return "", err
	}
	if _, err := t.arrive(here); err != nil {
		return "", err
	}
	return ask(t, chromedp.Location())
}

// Back goes to the page before, as the browser's own key does, and gives its
// address. A page may come back from the browser's memory and then loads nothing.
func (t *Tab) Back() (string, error) {
	history, err := ask(t, chromedp.NavigationEntries())
	if err != nil || history.CurrentIndex == 0 {
		return "", fmt.Errorf("no page before this one (%w)", err)
	}
	before := history.Entries[history.CurrentIndex-1]
	if err := t.Do(call(page.NavigateToHistoryEntry, page.NavigateToHistoryEntryParams{EntryID: before.ID})); err != nil {
		return "", err
	}
	now := ""
	for range 100 {
		if now, err = ask(t, chromedp.Location()); err != nil || now == before.URL {
			break
		}
		time.Sleep(settle)
	}
	return now, err
}
