//go:build race

package crossref_test

// castDocuments is the size of the smaller affair in tests of linear time: the
// race detector makes each step ten times as long.
const castDocuments = 20
