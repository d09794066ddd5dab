package deploy

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// file is one file of the site as it is here.
type file struct {
	size  int64
	sum   string // SHA-256 in hexadecimal digits
	md5   [md5.Size]byte
	links []string // of a page
}

// host is what stands in a bucket before the work.
type host struct {
	bucket  Bucket
	objects map[string]Object
	ours    map[string]bool   // files that this program put there
	sums    map[string]string // hashes as the host's list has them; empty when they cannot be believed
	settled bool              // the last deploy came to its end
}

// Compare reads the site and the list of the host and says what is to be done.
// It changes nothing. It refuses a host that holds, where a file of the site
// belongs, another file that this program did not put there.
func Compare(ctx context.Context, site fs.FS, to Bucket, opt Options) (Plan, error) {
	p := Plan{site: site, options: opt}
	files, err := readSite(site)
	if err != nil {
		return p, err
	}
	h, err := readHost(ctx, to)
	if err != nil {
		return p, err
	}
	var changed, foreign []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		_, there := h.objects[name]
		same, err := h.same(ctx, name, files[name])
		if err != nil {
			return p, err
		}
		if same && !opt.Force {
			p.Unchanged++
			continue
		}
		if there && !same && !h.ours[name] && !opt.Adopt {
			foreign = append(foreign, name)
		}
		changed = append(changed, name)
	}
	if len(foreign) > 0 {
		return p, wording.Errorf("%s: there already, and not put there by this program (%d such files): choose another place, or say --adopt",
			foreign[0], len(foreign))
	}
	stale := h.stale(files)
	p.Strangers = h.strangers(files, stale)
	if len(changed) == 0 && len(stale) == 0 && h.settled {
		return p, nil
	}
	return p, p.order(ctx, work{files, h, changed, stale})
}

// readSite reads the files of the site. The marker is the folder's own.
func readSite(site fs.FS) (map[string]file, error) {
	out := map[string]file{}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == publish.Marker || publish.Litter(d.Name()) {
			return err
		}
		b, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		f := file{size: int64(len(b)), sum: hex.EncodeToString(sum[:]), md5: md5.Sum(b)}
		if isPage(name) {
			f.links = links(name, b)
		}
		out[name] = f
		return nil
	})
	if err == nil && len(out) == 0 {
		err = wording.Errorf("there is no site: build it first")
	}
	return out, err
}

// readHost reads what the host tells of itself.
func readHost(ctx context.Context, to Bucket) (host, error) {
	h := host{bucket: to, ours: map[string]bool{}, sums: map[string]string{}}
	var err error
	if h.objects, err = to.List(ctx); err != nil {
		return h, err
	}
	marker, err := readIf(ctx, to, publish.Marker)
	if err != nil {
		return h, err
	}
	list, err := readIf(ctx, to, archive.SumsName)
	if err != nil {
		return h, err
	}
	h.ours, h.settled = readMarker(marker)
	sums := readSums(list)
	if h.settled {
		h.sums = sums
	}
	for name := range sums { // a copy that another program brought there
		h.ours[name] = true
	}
	if len(sums) > 0 {
		h.ours[archive.SumsName] = true
	}
	return h, nil
}

// readIf reads a file that need not be there.
func readIf(ctx context.Context, to Bucket, name string) ([]byte, error) {
	b, err := to.Read(ctx, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// readSums reads a list of hashes. A line that is none is passed over: then that
// file is uploaded again.
func readSums(list []byte) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(string(list)) {
		if sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok && fs.ValidPath(name) {
			out[name] = sum
		}
	}
	return out
}

// same reports whether the host has a file already. What the host itself says
// comes first, then its list of hashes; where both are silent, the file is read.
// A store whose MD5 is not that of the file, as with some kinds of encryption,
// gets every file anew.
func (h host) same(ctx context.Context, name string, f file) (bool, error) {
	o, there := h.objects[name]
	if !there || o.Size != f.size {
		return false, nil
	}
	if len(o.MD5) > 0 {
		return bytes.Equal(o.MD5, f.md5[:]), nil
	}
	if sum, listed := h.sums[name]; listed {
		return sum == f.sum, nil
	}
	b, err := h.bucket.Read(ctx, name)
	return md5.Sum(b) == f.md5, err
}

// stray matches what a write to a folder leaves beside a file when it is killed.
var stray = regexp.MustCompile(`^(.+)\.[0-9a-f]{16}\.tmp$`)

// stale lists what this program put on the host and the site no longer has.
func (h host) stale(files map[string]file) (out []string) {
	for name := range h.objects {
		if _, stays := files[name]; stays || name == publish.Marker {
			continue
		}
		of := stray.FindStringSubmatch(name)
		if h.ours[name] || of != nil && (h.ours[of[1]] || of[1] == publish.Marker) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// strangers counts the files of the host that stay as they are.
func (h host) strangers(files map[string]file, stale []string) int {
	n := 0
	for name := range h.objects {
		if _, known := files[name]; !known && name != publish.Marker {
			n++
		}
	}
	return n - len(stale)
}

// unsettled is the line of a marker that says that the work goes on.
const unsettled = "# A deploy goes on, or was stopped."

// markerOf gives the marker of a host with files.
func markerOf(names []string, settled bool) []byte {
	note := ""
	if !settled {
		note = unsettled + "\n"
	}
	return publish.FormatMarker(names, note)
}

// readMarker gives the files that a marker lists, and whether it was written at
// the end of a deploy.
func readMarker(b []byte) (ours map[string]bool, settled bool) {
	ours, ok := publish.ParseMarker(b)
	if !ok {
		return map[string]bool{}, false
	}
	return ours, !bytes.Contains(b, []byte("\n"+unsettled+"\n"))
}
