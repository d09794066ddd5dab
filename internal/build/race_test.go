//go:build race

package build

// times is how often TestReadRepeated repeats a mark: the race detector makes
// each step ten times as long.
const times = 5_000
