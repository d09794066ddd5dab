package main

import (
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// mounted makes a folder on a disk of its own, of 16 MiB, or ends the test where
// that is not permitted.
func mounted(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=16m"); err != nil {
		t.Skipf("not tested: %s (no file system may be mounted here: %v; run as root)", t.Name(), err)
	}
	t.Cleanup(func() { unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

// TestDiskFull builds on a disk with ever more room left, from none to enough.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	p := newPlace(t, mounted(t))
	failed := 0
	for _, kib := range []int64{0, 4, 8, 16, 32, 48, 64, 128, 256, 512, 1024, 2048, 4096} {
		p.change()
		p.fill(kib << 10)
		if p.starve(p.command("--quiet"), "no space left on device") {
			failed++
		}
		p.makeRoom()
	}
	p.unharmed()
	counted(t, "full-disks", failed)
	if failed < 5 {
		t.Errorf("only %d builds met a full disk", failed)
	}
}

// fill fills the disk but for so many bytes.
func (p *place) fill(left int64) {
	p.Helper()
	var disk unix.Statfs_t
	if err := unix.Statfs(p.dir, &disk); err != nil {
		p.Fatal(err)
	}
	free := int64(disk.Bavail) * int64(disk.Bsize)
	f, err := os.Create(p.ballast())
	if err != nil {
		p.Fatal(err)
	}
	err = unix.Fallocate(int(f.Fd()), 0, 0, max(free-left, 1))
	if err := errors.Join(err, f.Close()); err != nil {
		p.Fatal(err)
	}
}

// TestReadOnlyDisk builds where nothing can be written.
func TestReadOnlyDisk(t *testing.T) {
	t.Parallel()
	p := newPlace(t, mounted(t))
	p.change()
	remount := func(flags uintptr) {
		t.Helper()
		if err := unix.Mount("", p.dir, "", unix.MS_REMOUNT|flags, ""); err != nil {
			t.Fatal(err)
		}
	}
	remount(unix.MS_RDONLY)
	defer remount(0) // for what else is to be cleared away
	before := p.whole()
	out, err := p.command("--quiet").CombinedOutput()
	if err == nil {
		t.Errorf("a build on a read-only disk = nil, want an error")
	}
	t.Logf("it said: %s", out)
	p.eitherVersion()
	remount(0)
	p.survives(before)
	counted(t, "read-only", 1)
}
