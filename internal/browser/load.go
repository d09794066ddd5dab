package browser

import (
	_ "embed"

	"github.com/chromedp/chromedp"
)

//go:embed load.js
var load string

// Load tells how the open page came to be shown.
type Load struct {
	Shift  float64  `json:"shift"`  // how far things moved, by the measure that Chromium uses; 0 is not at all
	Moved  []string `json:"moved"`  // what moved
	Paint  float64  `json:"paint"`  // ms until the first words, 0 if there were none yet
	Early  []string `json:"early"`  // names of the fonts that the page asks for before it needs them
	Blocks []string `json:"blocks"` // scripts that the page waits for
}

// Load looks at how the open page came to be shown so far.
func (t *Tab) Load() (Load, error) {
	return ask(t, chromedp.Evaluate[Load](load, chromedp.EvalAwaitPromise))
}
