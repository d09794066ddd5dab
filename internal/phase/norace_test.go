//go:build !race

package phase

// scale is how many documents the smaller affair of the test of growth has.
const scale = 100
