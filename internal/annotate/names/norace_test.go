//go:build !race

package names

// times is how often the tests of linear time repeat a mark.
const times = 50_000
