package browser

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

//go:embed axe.js
var runAxe string

// Barriers is what axe-core says of a page under WCAG 2.2, levels A and AA.
type Barriers struct {
	Violations []Barrier `json:"violations"`
	Unsure     []Barrier `json:"unsure"` // what a person has to look at
}

// Barrier is one rule of axe-core and where the page breaks it.
type Barrier struct {
	Rule   string   `json:"rule"` // "color-contrast"
	Help   string   `json:"help"`
	Count  int      `json:"count"`
	Places []string `json:"places"` // the first three, each with what is wrong
}

func (b Barrier) String() string {
	return fmt.Sprintf("%s (%s), %d times: %s", b.Rule, b.Help, b.Count, strings.Join(b.Places, "; "))
}

// Barriers runs axe-core, the text of whose script is given, in the page that is
// open. The page's own policy does not hold for what DevTools run.
func (t *Tab) Barriers(axe string) (Barriers, error) {
	if _, err := ask(t, chromedp.Evaluate[bool](axe+"\n;true")); err != nil {
		return Barriers{}, err
	}
	return ask(t, chromedp.Evaluate[Barriers](runAxe, chromedp.EvalAwaitPromise))
}
