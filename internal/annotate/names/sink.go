package names

import (
	"fmt"
	"strings"

	"mojaz/internal/perceptron"
)

type feature = perceptron.Feature

// sink collects the features of one token.
type sink struct {
	features []feature
	only     groups // those that are collected
	// trace, if not nil, keeps the names of features for a reader: the names
	// of their templates and parts.
	trace *trace
}

// trace holds the readable name of each feature of a sink.
type trace struct {
	names []string
	atoms map[feature]string
}

// add notes a feature: a template and the parts that fill it.
func (s *sink) add(t template, parts ...feature) {
	f := t.hash
	for _, p := range parts {
		f = perceptron.Join(f, p)
	}
	s.features = append(s.features, f)
	if s.trace != nil {
		s.trace.add(t.name, parts)
	}
}

func (t *trace) add(template string, parts []feature) {
	name := []string{template}
	for _, p := range parts {
		if s, ok := t.atoms[p]; ok {
			name = append(name, s)
		} else {
			name = append(name, fmt.Sprint(int(p-small)))
		}
	}
	t.names = append(t.names, strings.Join(name, " "))
}

// text gives the atom of a string.
func (s *sink) text(of string) feature {
	f := perceptron.Text(of)
	if s.trace != nil {
		s.trace.atoms[f] = of
	}
	return f
}

// key gives the atom of a word's folded form, stem that of its base.
func (s *sink) key(w *word) feature {
	if s.trace != nil {
		s.trace.atoms[w.key] = w.fold
	}
	return w.key
}

func (s *sink) stem(w *word) feature {
	if s.trace != nil {
		s.trace.atoms[w.stem] = w.base
	}
	return w.stem
}

// small is added to numbers so that none is zero, which [perceptron.Join]
// would lose.
const small = 1 << 20

func num[T ~int | ~uint8 | ~uint16](n T) feature { return feature(n) + small }

func flag(b bool) feature {
	if b {
		return num(1)
	}
	return num(0)
}
