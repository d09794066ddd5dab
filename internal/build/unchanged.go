package build

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mojaz/internal/archive"
	"mojaz/internal/cache"
	"mojaz/internal/publish"
)

// A build is a function of what it reads, and its outcome lies on disk. So one
// that finds every byte of both as the last one left it has nothing to do, and
// says what the last one said. Bytes are compared, never times: a file that was
// copied or touched is the same, and one that was changed back is too.

// ground gives the folders and files that this build reads or writes, by their
// standing names.
func (r *run) ground() map[string]string {
	out := map[string]string{"seeds": r.opt.Seeds, "content": r.opt.Content, "config": r.opt.Config}
	if r.opt.Site {
		maps.Copy(out, map[string]string{
			"public": r.opt.Public, "templates": r.opt.Templates, "assets": r.opt.Assets,
			// See package engine: words that a library looks for.
			"inflections": "inflections.json", "acronyms": "acronyms.json",
		})
	}
	return out
}

// standingKey names the outcome of a build that stands on s, by all options but
// where things lie; ok is false where an option has no bytes to tell it by.
func (r *run) standingKey(s standing) (k cache.Key, ok bool) {
	o := r.opt
	o.Seeds, o.Content, o.Public, o.Templates, o.Assets, o.Config, o.Cache, o.Progress = "", "", "", "", "", "", "", nil
	options, ok := cache.Digest(o)
	return s.key("build", cache.Program(), string(options[:]), leftovers(r.opt.Public), s.tool()), ok
}

// leftovers lists what a build that was killed left beside public/: the next one
// removes it.
func leftovers(public string) string {
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(public), "."+filepath.Base(public)+".*"))
	return strings.Join(left, "\n")
}

// unchanged reports whether all is as the last build left it, and then makes its
// report that of this one.
func (r *run) unchanged(ctx context.Context) bool {
	if r.cache == nil {
		return false
	}
	if r.before = stand(ctx, r.ground(), nil); r.before == nil {
		return false
	}
	var last Report
	if k, ok := r.standingKey(r.before); !ok || !r.recall(k, &last) {
		return false
	}
	r.report = last
	if r.opt.Site {
		r.report.Index = filepath.Join(r.opt.Public, "index.html")
	}
	return true
}

// settle keeps the report of a build that is done under what it stands on now,
// if nobody else changed anything while it went on and another build would do
// nothing. It ends the use of the cache.
func (r *run) settle(ctx context.Context) {
	if r.cache == nil {
		return
	}
	defer r.sweepCache() // of a build that did nothing, nothing would seem of use
	if r.before == nil {
		return
	}
	now := stand(ctx, r.ground(), r.before)
	r.rememberPages(now)
	r.rememberChapters(now)
	if now == nil || r.unsettled || !r.oursAlone(now, r.wrote, r.before, now) {
		return
	}
	next := r.report
	next.Content, next.Index = 0, ""
	next.Public = publish.Stats{Unchanged: next.Public.Unchanged + next.Public.Written}
	if k, ok := r.standingKey(now); ok {
		r.remember(k, &next)
	}
}

// oursAlone reports whether this build left what it wrote, and whether all that
// differs from before in some parts of what it stands on is what it wrote or
// removed.
func (r *run) oursAlone(now standing, wrote map[string]string, parts ...standing) bool {
	for name, hash := range wrote {
		if now[name].hash != hash {
			return false
		}
	}
	for _, all := range parts {
		for name, st := range all {
			_, wrote := r.wrote[name]
			switch first, below, _ := strings.Cut(name, "/"); {
			case wrote, now.same(r.before, name), st.mode.IsDir():
			case first == "public" && (below == "" || below == publish.Marker || now[name].mode == 0):
			case first == "content" && (below == "" || r.dropped(below, now)):
			default:
				return false
			}
		}
	}
	return true
}

// dropped reports whether a file of content/ is gone for its source is: it and
// what was last written of it were the same before.
func (r *run) dropped(below string, now standing) bool {
	below = strings.TrimPrefix(below, generated+"/")
	file, base := path.Join("content", below), path.Join("content", generated, below)
	_, left := now[file]
	_, known := now[base]
	return !left && !known && r.before[file].hash == r.before[base].hash
}

// wroteContent notes what content/ must hold after this build. Where an editor
// changed a file, the next build may have more to do: it finds the files that
// this one merged.
func (r *run) wroteContent(found []related, files []contentFile) {
	edits := slices.ContainsFunc(found, func(f related) bool { return len(f.guides) > 0 || len(f.corrections) > 0 })
	if r.report.Content == 0 {
		return // all of content/ must be as it was
	}
	r.unsettled = r.unsettled || edits
	for _, f := range files {
		sum := sha256.Sum256(f.bytes)
		r.wrote[path.Join("content", f.path)] = string(sum[:])
		r.wrote[path.Join("content", generated, f.path)] = string(sum[:])
	}
}

// wrotePublic notes what public/ must hold after this build.
func (r *run) wrotePublic(sums publish.File) {
	sum := sha256.Sum256(sums.Bytes)
	r.wrote[path.Join("public", archive.SumsName)] = string(sum[:])
	lines := bufio.NewScanner(bytes.NewReader(sums.Bytes))
	for lines.Scan() {
		digits, name, _ := strings.Cut(lines.Text(), "  ")
		if hash, err := hex.DecodeString(digits); err == nil {
			r.wrote[path.Join("public", name)] = string(hash)
		}
	}
}
