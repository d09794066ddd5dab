// Package build turns a folder of sources into a website: it runs the stages
// in order, holds all concurrency, reads the configuration and reports.
//
// Run reads as the table of contents of the program. A stage returns what it
// found; only this package assigns it.
package build
