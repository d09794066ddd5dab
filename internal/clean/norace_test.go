//go:build !race

package clean

// times is how often TestRepeated repeats a mark.
const times = 50_000
