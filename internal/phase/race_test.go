//go:build race

package phase

// scale is how many documents the smaller affair of the test of growth has: the
// race detector makes each step ten times as long.
const scale = 80
