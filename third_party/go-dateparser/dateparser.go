// Package dateparser stands in the place of go-dateparser, and finds no date.
//
// The library that tells a page's article from the rest (go-trafilatura) links a
// finder of dates (go-htmldate), which links go-dateparser for the dates that it
// finds by no other means. Package clean turns that finder off, for dates are found
// by package calendar; yet to be linked is enough for go-dateparser to build
// tables of all languages whenever the program starts, with 83 MB and half of the
// time that a start takes. go.mod puts this package in its place: it has the names
// that go-htmldate needs, and none is ever called.
package dateparser

import (
	"errors"
	"time"
)

// ParserType is a way to read a date.
type ParserType int

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of several dates is meant.
type PreferredDateSource int

// Past means the one that is over.
const Past PreferredDateSource = 0

// Configuration says how to read a date.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Date is a date that was found.
type Date struct{ Time time.Time }

// Parser reads dates.
type Parser struct{ ParserTypes []ParserType }

// errNone is what Parse always returns.
var errNone = errors.New("no date is looked for: see package calendar")

// Parse finds no date.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, errNone }
