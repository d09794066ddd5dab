//go:build !race

package calendar_test

// times is how often the tests of linear time repeat a mark.
const times = 50_000
