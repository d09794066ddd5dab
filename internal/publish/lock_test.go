package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

func TestLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	unlock, err := Lock(dir, dir, filepath.Join(dir, "..", "folder")) // one folder, three names
	if err != nil {
		t.Fatal(err)
	}
	_, err = Lock(dir)
	want := regexp.MustCompile(fmt.Sprintf(`^%s is being built by process %d since \d{4}-\d\d-\d\dT\S+: wait for it, or stop it$`,
		regexp.QuoteMeta(dir), os.Getpid()))
	if err == nil || !want.MatchString(err.Error()) {
		t.Errorf("Lock while held = %v, want an error like %s", err, want)
	}
	unlock()
	again, err := Lock(dir)
	if err != nil {
		t.Fatalf("Lock after unlock = %v, want no error", err)
	}
	again()
	again() // harmless
}

// Of two folders the second may be held: the first is given back.
func TestLockAllOrNothing(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		unlock, err := Lock(pair[1])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Lock(a, b); err == nil {
			t.Fatalf("Lock(a, b) while one is held = nil, want an error")
		}
		free, err := Lock(pair[0])
		if err != nil {
			t.Fatalf("the other folder is still held: %v", err)
		}
		free()
		unlock()
	}
}

// The file that a killed build leaves is no lock.
func TestLockTakesOverStale(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, lockName), []byte("1 2020-01-01T00:00:00Z\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	unlock, err := Lock(dir)
	if err != nil {
		t.Fatalf("Lock over a stale file = %v, want no error", err)
	}
	unlock()
}

func TestHolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lock")
	for content, want := range map[string]string{
		"":                          "another process",
		"12":                        "another process",
		"x 2020":                    "another process",
		"12 2020-01-01T00:00:00Z\n": "process 12 since 2020-01-01T00:00:00Z",
	} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := holder(file).String(); got != want {
			t.Errorf("holder of %q = %q, want %q", content, got, want)
		}
	}
}
