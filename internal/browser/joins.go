package browser

import (
	_ "embed"

	"github.com/chromedp/chromedp"
)

//go:embed joins.js
var joins string

// Joins tells of the words that an element begins or ends in.
type Joins struct {
	Parted int      `json:"parted"` // how many there are
	Apart  []string `json:"apart"`  // those whose letters do not join there, as "element: word"
}

// Joins measures the words of the open page. Wrong where a word has no joining
// letter at the change of element: then nothing can come apart.
func (t *Tab) Joins() (Joins, error) { return ask(t, chromedp.Evaluate[Joins](joins)) }
