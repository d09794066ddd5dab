//go:build race

package markdown

// raced says that the tests run with the race detector.
const raced = true
