//go:build race

package annotate_test

// times is how often the tests of linear time repeat a mark: the race detector
// makes each step ten times as long.
const times = 5_000
