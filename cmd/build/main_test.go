package main

import (
	"crypto/rand"
	"log"
	"os"
	"path/filepath"
	"testing"

	"aead.dev/minisign"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"build":  func() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) },
		"newkey": newKey,
	})
}

// newKey writes a new pair of keys to NAME.key and NAME.pub: none may be kept in a
// repository, not even for tests.
func newKey() {
	public, private, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	text, err := private.MarshalText()
	if err == nil {
		err = os.WriteFile(os.Args[1]+".key", text, 0o600)
	}
	if err == nil {
		err = os.WriteFile(os.Args[1]+".pub", []byte(public.String()+"\n"), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// TestScripts runs the program as a person would, from the shell. EXAMPLE is
// the folder of the shipped example's sources.
func TestScripts(t *testing.T) {
	example, err := filepath.Abs("../../seeds")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLE", example)
			return nil
		},
	})
}
