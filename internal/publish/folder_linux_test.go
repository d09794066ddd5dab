package publish

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

var kills = flag.Int("kills", 40, "how often TestKilled kills a build, for each way to switch")

// TestMain runs the test binary as the build that another test kills or starves.
func TestMain(m *testing.M) {
	if dir := os.Getenv("PUBLISH_FOR_EVER"); dir != "" {
		publishForEver(dir, swaps[os.Getenv("PUBLISH_SWAP")])
	}
	if dir := os.Getenv("PUBLISH_STARVED"); dir != "" {
		publishStarved(dir)
	}
	os.Exit(m.Run())
}

// generation is a site whose every file says which generation it is of, with
// some files that all generations share.
func generation(n int) []File {
	var files []File
	for i := range 30 {
		files = append(files, File{fmt.Sprintf("p%d/index.html", i), fmt.Appendf(nil, "generation %d", n)})
		files = append(files, File{fmt.Sprintf("p%d/same.html", i), []byte("generation *")})
	}
	return append(files, File{fmt.Sprintf("only-%d.html", n), fmt.Appendf(nil, "generation %d", n)})
}

func publishForEver(dir string, swap exchanger) {
	for n := 0; ; n++ {
		if _, err := folder(dir, generation(n%2), swap); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// whole fails the test unless dir holds one generation and nothing else.
func whole(t *testing.T, dir string) {
	t.Helper()
	got := contentOf(t, dir)
	if len(got) != 61 {
		t.Errorf("the site has %d files, want 61", len(got))
	}
	seen := map[string]bool{}
	for _, text := range got {
		if text != "generation *" {
			seen[text] = true
		}
	}
	if len(seen) != 1 {
		t.Errorf("the site is a mixture of %v, want one generation", seen)
	}
}

func TestKilled(t *testing.T) {
	for name, swap := range swaps {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			if _, err := folder(dir, generation(0), swap); err != nil {
				t.Fatal(err)
			}
			for range *kills {
				killOne(t, dir, name)
				if name == "two steps" { // no promise but that the next run mends it
					if err := recoverSite(dir); err != nil {
						t.Fatal(err)
					}
				}
				whole(t, dir)
			}
			if _, err := folder(dir, generation(2), swap); err != nil {
				t.Fatal(err)
			}
			content(t, dir)
			whole(t, dir)
			t.Logf("counted: switches-killed %d", *kills)
		})
	}
}

// killOne starts a build in another process and kills it at a random moment.
func killOne(t *testing.T, dir, swap string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "PUBLISH_FOR_EVER="+dir, "PUBLISH_SWAP="+swap)
	var out strings.Builder
	cmd.Stderr = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(10+rand.IntN(150)) * time.Millisecond)
	cmd.Process.Kill()
	cmd.Wait()
	if out.Len() > 0 {
		t.Fatalf("the build said: %s", &out)
	}
}

// big is a site that a starved process cannot write whole.
func big() []File {
	return site("a.html", "small", "b.html", strings.Repeat("x", 1<<20))
}

// publishStarved publishes while no file may be longer than 64 KiB.
func publishStarved(dir string) {
	signal.Ignore(syscall.SIGXFSZ)
	limit := unix.Rlimit{Cur: 64 << 10, Max: 64 << 10}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	_, err := Folder(dir, big())
	fmt.Println(err)
	if !errors.Is(err, unix.EFBIG) {
		os.Exit(1)
	}
	os.Exit(0)
}

// A write that the system cuts short leaves the old site, and nothing beside it.
func TestStarved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("a.html", "old"))
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "PUBLISH_STARVED="+dir)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "is as it was: ") {
		t.Errorf("a starved Folder said %q (%v), want an error that says what became of the site", out, err)
	}
	if got := content(t, dir)["a.html"]; got != "old" {
		t.Errorf("the site holds %q, want the old one", got)
	}
}

// mountTiny mounts a file system of 256 KiB, or ends the test where that is not
// permitted.
func mountTiny(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("no file system may be mounted here: %v", err)
	}
	t.Cleanup(func() { unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

func TestDiskFull(t *testing.T) {
	dir := filepath.Join(mountTiny(t), "public")
	publishTo(t, dir, site("a.html", "old"))
	if _, err := Folder(dir, big()); !errors.Is(err, unix.ENOSPC) {
		t.Errorf("Folder on a full disk = %v, want ENOSPC", err)
	}
	if got := content(t, dir)["a.html"]; got != "old" {
		t.Errorf("the site holds %q, want the old one", got)
	}
}

// A file system without links gets a copy that keeps its time of change.
func TestCarryCopies(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "absent", "from"), filepath.Join(dir, "to")
	if err := carry(from, to); err == nil {
		t.Fatalf("carry of an absent file = nil, want an error")
	}
	tiny := mountTiny(t)
	from = filepath.Join(dir, "from")
	if err := os.WriteFile(from, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	to = filepath.Join(tiny, "to") // another file system: no link can lead there
	if err := carry(from, to); err != nil {
		t.Fatal(err)
	}
	was, _ := os.Stat(from)
	is, err := os.Stat(to)
	if err != nil || !is.ModTime().Equal(was.ModTime()) {
		t.Errorf("the copy's time is %v (%v), want %v", is.ModTime(), err, was.ModTime())
	}
}

func TestMountPoint(t *testing.T) {
	dir := mountTiny(t)
	_, err := Folder(dir, site("a.html", "1"))
	if err == nil || !strings.Contains(err.Error(), "is a mount point and cannot be switched: publish to a folder inside it") {
		t.Errorf("Folder(a mount point) = %v, want an error that says so", err)
	}
}

// A folder whose parent may not be written to is left alone.
func TestReadOnlyParent(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	publishTo(t, dir, site("a.html", "old"))
	for name, mode := range map[string]os.FileMode{filepath.Dir(parent): 0o755, parent: 0o555} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(parent, 0o755)
	if os.Geteuid() == 0 { // root may write anywhere; this thread is nobody for a while
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		const nobody = 65534
		unix.SetfsuidRetUid(nobody)
		defer unix.SetfsuidRetUid(0)
	}
	if got := publishTo(t, dir, site("a.html", "old")); got.Unchanged != 1 {
		t.Errorf("a run without changes = %+v, want one unchanged file", got)
	}
	_, err := Folder(dir, site("a.html", "new"))
	if !errors.Is(err, os.ErrPermission) {
		t.Errorf("Folder beside a locked door = %v, want permission denied", err)
	}
	if got := contentOf(t, dir)["a.html"]; got != "old" {
		t.Errorf("the site holds %q, want the old one", got)
	}
}
