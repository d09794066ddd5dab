package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestStore(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "not", "there", "yet"))
	k := KeyOf("a", "b")
	if v, ok := s.Get(k); ok {
		t.Fatalf("Get of an empty store = %q, want nothing", v)
	}
	for _, want := range []string{"", "one", "another"} {
		s.Put(k, []byte(want))
		if v, ok := s.Get(k); !ok || string(v) != want {
			t.Errorf("Get after Put(%q) = %q, %v", want, v, ok)
		}
	}
	if v, ok := s.Get(KeyOf("ab")); ok {
		t.Errorf("Get of another key = %q, want nothing", v)
	}
	if err := s.Sweep(0); err != nil {
		t.Errorf("Sweep = %v", err)
	}
	if _, ok := s.Get(k); !ok {
		t.Error("Sweep(0) removed an entry that was used")
	}
}

func TestNoStore(t *testing.T) {
	var s *Store
	s.Put(KeyOf("a"), []byte("v"))
	if _, ok := s.Get(KeyOf("a")); ok {
		t.Error("a nil store keeps something")
	}
	if err := s.Sweep(0); err != nil {
		t.Errorf("Sweep of a nil store = %v", err)
	}
}

func TestKeyOf(t *testing.T) {
	seen := map[Key]string{}
	for _, parts := range [][]string{nil, {""}, {"", ""}, {"ab"}, {"a", "b"}, {"b", "a"}, {"ab", ""}, {"", "ab"}} {
		k := KeyOf(parts...)
		if other, twice := seen[k]; twice {
			t.Errorf("KeyOf(%q) = KeyOf of %s", parts, other)
		}
		seen[k] = fmt.Sprintf("%q", parts)
	}
}

// TestCorrupt alters, cuts and lengthens an entry at every byte.
func TestCorrupt(t *testing.T) {
	s := Open(t.TempDir())
	k := KeyOf("a")
	s.Put(k, []byte("a value of some length"))
	whole, err := os.ReadFile(s.file(k))
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, b []byte) {
		t.Helper()
		if err := os.WriteFile(s.file(k), b, 0o644); err != nil {
			t.Fatal(err)
		}
		if v, ok := s.Get(k); ok {
			t.Errorf("%s: Get = %q, want nothing", what, v)
		}
	}
	for i := range whole {
		altered := bytes.Clone(whole)
		altered[i] ^= 1
		try(fmt.Sprintf("byte %d altered", i), altered)
		try(fmt.Sprintf("cut to %d bytes", i), whole[:i])
	}
	try("one byte more", append(bytes.Clone(whole), 0))
	try("twice", append(bytes.Clone(whole), whole...))

	other := KeyOf("b")
	if err := os.MkdirAll(filepath.Dir(s.file(other)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.file(other), whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if v, ok := s.Get(other); ok {
		t.Errorf("the entry of another key: Get = %q, want nothing", v)
	}
	s.Put(k, []byte("new"))
	if v, ok := s.Get(k); !ok || string(v) != "new" {
		t.Errorf("Get after an entry was mended = %q, %v", v, ok)
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	old := Open(dir)
	now := time.Now()
	for i := range 4 {
		k := KeyOf(fmt.Sprint(i))
		old.Put(k, make([]byte, 1000))
		if err := os.Chtimes(old.file(k), now, now.Add(-time.Duration(i)*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	strangers := []string{"README", "ab/notes.txt", "ab/" + KeyOf("x").String()[2:], "folder/" + KeyOf("y").String(), "ab/new-1"}
	for _, name := range strangers {
		writeOld(t, filepath.Join(dir, name), 0)
	}
	writeOld(t, filepath.Join(dir, "ab/new-2"), 2*abandoned)

	s := Open(dir)
	s.Get(KeyOf("3"))
	if err := s.Sweep(int64(1500 + headSize)); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false, false, true} { // the newest unused one has room
		if _, got := Open(dir).Get(KeyOf(fmt.Sprint(i))); got != want {
			t.Errorf("entry %d is there = %v, want %v", i, got, want)
		}
	}
	for _, name := range strangers {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s, which is no entry, is gone", name)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "ab/new-2")); err == nil {
		t.Error("what a killed writer left is still there")
	}
}

func writeOld(t *testing.T, name string, age time.Duration) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, make([]byte, 5000), 0o644); err != nil {
		t.Fatal(err)
	}
	when := time.Now().Add(-age)
	if err := os.Chtimes(name, when, when); err != nil {
		t.Fatal(err)
	}
}

// TestUnwritable puts a file where the folder of the store would be.
func TestUnwritable(t *testing.T) {
	name := filepath.Join(t.TempDir(), "cache")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s := Open(name)
	s.Put(KeyOf("a"), []byte("v"))
	if _, ok := s.Get(KeyOf("a")); ok {
		t.Error("a store without a folder keeps something")
	}
	if s.Sweep(0) == nil {
		t.Error("Sweep = nil, want what kept the entry from being written")
	}
}

// TestTogether writes and reads the same entries from several stores at once.
func TestTogether(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			s := Open(dir)
			for i := range 200 {
				k, want := KeyOf(fmt.Sprint(i%20)), bytes.Repeat([]byte{byte(i % 20)}, 3000)
				s.Put(k, want)
				if got, ok := s.Get(k); ok && !bytes.Equal(got, want) {
					t.Errorf("Get(%d) gives other bytes than were put", i%20)
				}
			}
			if err := s.Sweep(1 << 20); err != nil {
				t.Errorf("Sweep = %v", err)
			}
		})
	}
	group.Wait()
	for i := range 20 {
		if _, ok := Open(dir).Get(KeyOf(fmt.Sprint(i))); !ok {
			t.Errorf("entry %d is gone", i)
		}
	}
}

func TestProgram(t *testing.T) {
	if p := Program(); len(p) != 2*len(Key{}) || p != Program() {
		t.Errorf("Program() = %q, want a hash, and always the same", p)
	}
	if b := bytesOfProgram(); len(b) != 2*len(Key{}) {
		t.Errorf("bytesOfProgram() = %q, want a hash", b)
	}
}
