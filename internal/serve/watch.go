package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"mojaz/internal/build"
	"mojaz/internal/wording"
)

const (
	// quiet is how long nothing may happen until a change is over: an editor
	// saves in several steps, and a copy of many files takes its time.
	quiet = 40 * time.Millisecond
	// patience ends the waiting where something happens all the time.
	patience = time.Second
)

// change is what happened since the last one.
type change struct {
	files map[string]bool // by absolute path
	whole bool            // more may have happened than files tell
}

func rootsOf(opt build.Options) []string {
	return []string{opt.Seeds, opt.Config, opt.Content, opt.Templates, opt.Assets}
}

// watcher turns what happens on the disk into changes.
type watcher struct {
	*fsnotify.Watcher
	roots []string
}

// watch gives the changes below roots, those that come together as one, until
// ctx ends. A root need not be there yet.
func watch(ctx context.Context, roots []string) (<-chan change, error) {
	f, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, hinted(err)
	}
	w := watcher{Watcher: f}
	for _, r := range roots {
		if r == "" {
			continue
		}
		if r, err = filepath.Abs(r); err != nil {
			return nil, err
		}
		w.roots = append(w.roots, r)
		// The folder above tells when a root comes or goes.
		if err := errors.Join(w.add(filepath.Dir(r)), w.tree(r)); err != nil {
			f.Close()
			return nil, hinted(err)
		}
	}
	out := make(chan change)
	go w.run(ctx, out)
	return out, nil
}

// hinted says what to do where the system refuses to watch.
func hinted(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		return wording.Errorf("%w (the system's limit of watched folders is reached: close other programs that watch, or raise fs.inotify.max_user_watches and max_user_instances)", err)
	}
	return err
}

// add watches one folder, if it is there.
func (w *watcher) add(dir string) error {
	err := w.Add(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// tree watches a folder and all below it but hidden ones. Links are not
// followed.
func (w *watcher) tree(dir string) error {
	return filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // gone again, or not ours to read: a build says so
		case !e.IsDir():
			return nil
		case p != dir && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		}
		return w.add(p)
	})
}

// run gathers events and hands them on when they have come to rest. It never
// blocks: while a build goes on, changes add up.
func (w *watcher) run(ctx context.Context, out chan<- change) {
	defer w.Close()
	pending := change{files: map[string]bool{}}
	var since time.Time // of the first event that is pending, zero if none is
	rest := time.NewTimer(quiet)
	rest.Stop()
	var ready chan<- change // out, once the pending change is at rest
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok || !w.counts(e) {
				continue
			}
			if since.IsZero() {
				since = time.Now()
			}
			pending.files[e.Name] = true
			ready = nil
			rest.Reset(max(0, min(quiet, patience-time.Since(since))))
		case <-w.Errors:
			// Too much happened at once, and some of it was lost.
			pending.whole, since = true, time.Now()
			rest.Reset(quiet)
		case <-rest.C:
			ready = out
		case ready <- pending:
			pending, since, ready = change{files: map[string]bool{}}, time.Time{}, nil
		}
	}
}

// counts reports whether an event may change the site, and watches a folder that
// came to be. What an editor leaves behind while it saves counts for nothing.
func (w *watcher) counts(e fsnotify.Event) (counts bool) {
	if e.Op == fsnotify.Chmod {
		return false
	}
	for _, r := range w.roots {
		below, inside := strings.CutPrefix(e.Name, r)
		if !inside || below != "" && below[0] != filepath.Separator || passing(below) {
			continue
		}
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() && e.Has(fsnotify.Create) {
			_ = w.tree(e.Name) // a folder that cannot be watched is seen at the next start
		}
		counts = true
	}
	return counts
}

// passing reports whether a path below a root is a hidden file or one that an
// editor makes for a moment.
func passing(below string) bool {
	for _, part := range strings.Split(below, string(filepath.Separator)) {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "#") || strings.HasSuffix(part, "~") ||
			strings.HasSuffix(part, ".swp") || part == "4913" { // Vim asks with a file 4913 whether it may write
			return true
		}
	}
	return false
}
