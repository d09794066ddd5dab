//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestReadOnlyTarget builds where public/, or the folder that holds it, may not
// be changed.
func TestReadOnlyTarget(t *testing.T) {
	t.Parallel()
	p := newPlace(t, t.TempDir())
	p.change()
	before := p.whole()
	public := filepath.Join(p.dir, "public")
	if err := os.Chmod(public, 0o555); err != nil {
		t.Fatal(err)
	}
	out, err := p.command("--quiet").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "read-only") {
		t.Errorf("a build into a read-only folder: %v\n%s", err, out)
	}
	if err := os.Chmod(public, 0o755); err != nil {
		t.Fatal(err)
	}
	p.survives(before)
	counted(t, "read-only", 1)
}

// TestTwoBuilds begins a build while another is held up in its middle. Then the
// first is killed, and its lock file stays.
func TestTwoBuilds(t *testing.T) {
	t.Parallel()
	p := newPlace(t, t.TempDir())
	before, first := p.heldUp()
	defer first.Process.Kill()
	second := p.command("--quiet")
	out, err := second.CombinedOutput()
	says := regexp.MustCompile(fmt.Sprintf(`is being built by process %d since \S+: wait for it, or stop it`, first.Process.Pid))
	if err == nil || second.ProcessState.ExitCode() != 2 || !says.Match(out) {
		t.Errorf("the second build: %v, want exit code 2 and %q:\n%s", err, says, out)
	}
	first.Process.Kill()
	first.Wait()
	if pid := fmt.Sprint(first.Process.Pid, " "); !strings.HasPrefix(p.read(".mojaz.lock"), pid) {
		t.Errorf("the lock file holds %q, want it to begin with %q: nothing stale is tried", p.read(".mojaz.lock"), pid)
	}
	p.survives(before)
	counted(t, "two-at-once", 1)
}

// heldUp starts a build that changes something and stops its process while it
// holds the lock. One that was done before it could be stopped is followed by the
// next. It gives the hashes of the site as it was.
func (p *place) heldUp() (before string, build *exec.Cmd) {
	p.Helper()
	for range 100 {
		p.change()
		before = p.whole()
		build = p.command("--quiet")
		if err := build.Start(); err != nil {
			p.Fatal(err)
		}
		pid := fmt.Sprint(build.Process.Pid, " ")
		for deadline := time.Now().Add(10 * time.Second); !strings.HasPrefix(p.read(".mojaz.lock"), pid) && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		build.Process.Signal(unix.SIGSTOP)
		if strings.HasPrefix(p.read(".mojaz.lock"), pid) && p.whole() == before {
			return before, build
		}
		build.Process.Signal(unix.SIGCONT)
		build.Wait()
		p.build()
	}
	p.Fatal("no build could be stopped while it held the lock")
	return "", nil
}
