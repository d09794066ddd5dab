//go:build race

package search

// times is how often TestRepeated repeats a mark: the race detector makes each
// step ten times as long.
const times = 5_000
