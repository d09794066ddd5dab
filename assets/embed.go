// Package assets holds the program's own style sheets, fonts and pictures. A
// file of the same name in the user's assets folder takes its place.
package assets

import "embed"

// FS holds css/, fonts/, icons/, js/ and favicon.svg.
//
//go:embed css fonts icons js favicon.svg
var FS embed.FS
