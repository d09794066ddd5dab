package calendar

import (
	"maps"
	"slices"
	"sync"
)

// monthName is an entry of data/months.txt.
type monthName struct {
	hijri    bool
	number   int    // 1 to 12
	strength string // sure, weak, strict
}

func readMonth(f []string) monthName {
	return monthName{hijri: f[0] == "hijri", number: readInt(f[1:]), strength: f[3]}
}

// regionNames gives for each region the twelve names that it writes.
var regionNames = sync.OnceValue(func() map[string]*[12]string {
	out := map[string]*[12]string{}
	for _, f := range lines("months", 4) {
		if f[2] == "variant" {
			continue
		}
		if out[f[2]] == nil {
			out[f[2]] = new([12]string)
		}
		out[f[2]][readInt(f[1:])-1] = f[4]
	}
	return out
})

// sortedKeys keeps the order of maps out of what is built from them.
func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }
