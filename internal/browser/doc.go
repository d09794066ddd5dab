// Package browser turns a finished site into the list of what a reader's browser
// would stumble over: it opens every page in Chromium, follows every link, and
// notes broken links and fragments, messages on the console, requests that fail
// or leave the site, and pages wider than a phone.
//
// Its tests run it over the shipped example, from disk and over HTTP, and over a
// dossier that wishes the reader ill, and have the Nu HTML checker and Firefox
// judge it as well. What they need, scripts/test installs and scripts/judges/fetch
// fetches; without it they fail, and go test -short leaves them out. Pictures of
// the main pages are taken with
//
//	go test ./internal/browser -shots DIR
package browser
