//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCutShort builds while the system lets no file grow beyond a size: a write
// stops in the middle, as on a full disk, of ever later files of a build. It needs
// no rights.
func TestCutShort(t *testing.T) {
	t.Parallel()
	p := newPlace(t, t.TempDir())
	failed := 0
	for _, kib := range []int{0, 1, 2, 3, 4, 8, 16, 24, 32, 64, 128, 256} {
		p.change()
		if p.starve(p.limited(kib), "file too large") {
			failed++
		}
	}
	p.unharmed()
	counted(t, "full-disks", failed)
	if failed < 5 {
		t.Errorf("only %d builds met a limit", failed)
	}
}

// limited prepares a run in which no file grows beyond so many KiB.
func (p *place) limited(kib int) *exec.Cmd {
	// The unit of ulimit -f is half a KiB in a shell of POSIX; others count in KiB.
	cmd := exec.Command("/bin/sh", "-c", `trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"`, "sh", fmt.Sprint(2*kib), program, "--quiet")
	cmd.Dir = p.dir
	return cmd
}

// starve runs a build that may fail for want of room, and asks that it says so
// then, that nothing is harmed, and that the next build succeeds. It reports
// whether it failed.
func (p *place) starve(cmd *exec.Cmd, words string) bool {
	p.Helper()
	before := p.whole()
	out, err := cmd.CombinedOutput()
	if err == nil {
		p.done() // there was enough, or only the cache went without
		return false
	}
	if cmd.ProcessState.ExitCode() != 2 || !strings.Contains(string(out), words) {
		p.Errorf("a build without room: %v, want exit code 2 and %q:\n%s", err, words, out)
	}
	if left := p.whole(); left != before {
		p.Error("the build failed, and still public/ is another site")
	}
	p.eitherVersion()
	p.makeRoom()
	p.survives(before)
	return true
}

// makeRoom removes what fills the disk.
func (p *place) makeRoom() {
	p.Helper()
	if err := os.RemoveAll(p.ballast()); err != nil {
		p.Fatal(err)
	}
}

func (p *place) ballast() string { return filepath.Join(p.dir, "seeds", ".ballast") }
