package cache

import (
	"html/template"
	"math"
	"testing"
)

type sample struct {
	Name  string
	inner *sample // not exported, and told all the same
	List  []int
	Any   any
	Map   map[string]int
	Func  func()
	F     float64
}

// TestDigestTells holds that values that differ in one thing have digests of
// their own, and equal ones the same.
func TestDigestTells(t *testing.T) {
	values := []func() any{
		func() any { return nil },
		func() any { return "" },
		func() any { return template.HTML("") },
		func() any { return 0 },
		func() any { return int64(0) },
		func() any { return false },
		func() any { return true },
		func() any { return sample{} },
		func() any { return &sample{} },
		func() any { return sample{Name: "a"} },
		func() any { return sample{inner: &sample{}} },
		func() any { return sample{inner: &sample{Name: "a"}} },
		func() any { return sample{List: []int{}} },
		func() any { return sample{List: []int{0}} },
		func() any { return sample{List: []int{0, 0}} },
		func() any { return sample{Any: 1} },
		func() any { return sample{Any: "1"} },
		func() any { return sample{Any: template.HTML("1")} },
		func() any { return sample{Any: []any{nil}} },
		func() any { return sample{Map: map[string]int{}} },
		func() any { return sample{Map: map[string]int{"a": 1, "b": 2, "c": 3}} },
		func() any { return sample{Map: map[string]int{"a": 2, "b": 1, "c": 3}} },
		func() any { return sample{F: math.Copysign(0, -1)} },
		func() any { return []string{"ab", ""} },
		func() any { return []string{"a", "b"} },
		func() any { return []string{"", "ab"} },
		func() any { return [2]string{"", "ab"} },
	}
	seen := map[Key]any{}
	for _, make := range values {
		k, ok := Digest(make())
		if again, _ := Digest(make()); !ok || again != k {
			t.Errorf("Digest(%#v) = %v, %v, and then %v", make(), k, ok, again)
		}
		if other, twice := seen[k]; twice {
			t.Errorf("Digest(%#v) = Digest(%#v)", make(), other)
		}
		seen[k] = make()
	}
}

func TestDigestRefuses(t *testing.T) {
	ring := &sample{}
	ring.inner = ring
	for name, v := range map[string]any{
		"a function": sample{Func: func() {}}, "a ring": ring,
		"a channel": make(chan int), "keys that are no words": map[int]int{1: 1},
	} {
		if k, ok := Digest(v); ok {
			t.Errorf("Digest of %s = %v, want none", name, k)
		}
	}
}
