//go:build !race

package build

// times is how often TestReadRepeated repeats a mark.
const times = 50_000
