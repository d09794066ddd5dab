//go:build !race

package crossref_test

// castDocuments is the size of the smaller affair in tests of linear time.
const castDocuments = 100
