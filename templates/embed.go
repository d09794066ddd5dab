// Package templates holds the program's own templates and translations. A file
// of the same name in the user's templates folder takes its place.
package templates

import "embed"

// FS holds baseof.html, a template for each kind of page, _partials/ and i18n/.
//
//go:embed *.html all:_partials i18n
var FS embed.FS
