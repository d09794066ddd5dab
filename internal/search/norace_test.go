//go:build !race

package search

// times is how often TestRepeated repeats a mark.
const times = 50_000
