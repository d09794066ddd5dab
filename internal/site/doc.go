// Package site turns briefings into view models and pages, and into the
// annotations that other programs read.
//
// A page is a pure function of its view model: [Pages] lists every page of a
// site with its path and kind, and [Page.Model] makes the one struct that the
// template of that kind is given. Nothing else reaches a template, so pages can
// be rendered in any order and side by side, and an unchanged model is an
// unchanged page. docs/templates.md lists the view models field by field.
//
// Every link in a view model is relative to the page that shows it, and ends in
// a file's name, so that the same bytes work on a domain, in a sub-folder and
// from a disk.
//
// The words of the site's own interface are not in here but in the templates'
// translations; what stands in a view model is content, a number in the
// configured digits, or a date in words.
package site
