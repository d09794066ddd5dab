package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"slices"
	"sync"
)

// deepest is how far pointers and lists are followed. What is nested deeper is
// taken to be a ring.
const deepest = 100

// errNoDigest says that a value holds what has no bytes to hash.
var errNoDigest = errors.New("holds a function, a channel, a ring, or a map of other than words")

// Digest hashes all that a value holds, what pointers lead to and fields that
// are not exported included; ok is false for a value that cannot be told by what
// it holds. Two values of one type with the same digest look the same to whoever
// reads them. An empty list and none are told apart. Digests may be compared
// only within one [Program].
func Digest(v any) (k Key, ok bool) {
	w := writers.Get().(*writer)
	defer writers.Put(w)
	w.b = w.b[:0]
	if w.any(reflect.ValueOf(v), 0) != nil {
		return Key{}, false
	}
	return sha256.Sum256(w.b), true
}

// writers are kept for their room: a site has thousands of values to hash.
var writers = sync.Pool{New: func() any { return new(writer) }}

// writer writes values one after another, each so that its end can be told.
type writer struct{ b []byte }

func (w *writer) size(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *writer) text(s string) {
	w.size(len(s))
	w.b = append(w.b, s...)
}

// any writes a value with the name of its type, which is not known from outside.
func (w *writer) any(v reflect.Value, depth int) error {
	if !v.IsValid() {
		w.text("")
		return nil
	}
	t := v.Type()
	w.text(t.PkgPath())
	w.text(t.String())
	return w.value(v, depth)
}

func (w *writer) value(v reflect.Value, depth int) error {
	if depth > deepest {
		return errNoDigest
	}
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.size(map[bool]int{true: 1}[v.Bool()])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.b = binary.AppendVarint(w.b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		w.b = binary.AppendUvarint(w.b, v.Uint())
	case reflect.Float32, reflect.Float64:
		w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(v.Float()))
	case reflect.Struct:
		for i := range v.NumField() {
			if err := w.value(v.Field(i), depth+1); err != nil {
				return err
			}
		}
	case reflect.Slice, reflect.Array:
		return w.list(v, depth+1)
	case reflect.Map:
		return w.table(v, depth+1)
	case reflect.Pointer, reflect.Interface:
		return w.behind(v, depth+1)
	default:
		if v.Kind() != reflect.Func && v.Kind() != reflect.Chan || !v.IsNil() {
			return errNoDigest
		}
		w.size(0)
	}
	return nil
}

// list writes a list; one that is nil is not one that is empty.
func (w *writer) list(v reflect.Value, depth int) error {
	if v.Kind() == reflect.Slice && v.IsNil() {
		w.size(0)
		return nil
	}
	w.size(v.Len() + 1)
	for i := range v.Len() {
		if err := w.value(v.Index(i), depth); err != nil {
			return err
		}
	}
	return nil
}

// table writes a map in the order of its keys, which must be words.
func (w *writer) table(v reflect.Value, depth int) error {
	if v.IsNil() {
		w.size(0)
		return nil
	}
	if v.Type().Key().Kind() != reflect.String {
		return errNoDigest
	}
	w.size(v.Len() + 1)
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int {
		return bytes.Compare([]byte(a.String()), []byte(b.String()))
	})
	for _, k := range keys {
		w.text(k.String())
		if err := w.value(v.MapIndex(k), depth); err != nil {
			return err
		}
	}
	return nil
}

// behind writes what a pointer or an interface leads to.
func (w *writer) behind(v reflect.Value, depth int) error {
	if v.IsNil() {
		w.size(0)
		return nil
	}
	w.size(1)
	if v.Kind() == reflect.Interface {
		return w.any(v.Elem(), depth)
	}
	return w.value(v.Elem(), depth)
}
