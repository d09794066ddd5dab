package build

import (
	"strings"

	"mojaz/internal/cache"
	"mojaz/internal/seeds"
)

// extracted gives what keeps the texts that programs of the system took out of
// sources; nil without a cache.
func (r *run) extracted() func(key []string, make func() []byte) []byte {
	if r.cache == nil {
		return nil
	}
	return func(key []string, make func() []byte) []byte {
		k := cache.KeyOf(append([]string{cache.Program()}, key...)...)
		r.recalling(k)
		if b, ok := r.cache.Get(k); ok {
			return b
		}
		b := make()
		if b != nil {
			r.cache.Put(k, b)
		}
		return b
	}
}

// tool names the program of the system that sources of a standing need: with
// another one, or where one is missing, a build has another outcome.
func (s standing) tool() string {
	for name := range s {
		if !strings.HasPrefix(name, "seeds/") {
			continue
		}
		if tool := seeds.Tool(name); tool != "" {
			return tool // the same for all
		}
	}
	return ""
}
