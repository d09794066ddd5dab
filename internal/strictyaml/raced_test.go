//go:build race

package strictyaml

// raced says that the tests run with the race detector.
const raced = true
