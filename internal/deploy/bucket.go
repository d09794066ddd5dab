package deploy

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
	"gocloud.dev/blob/memblob"
	_ "gocloud.dev/blob/s3blob" // s3://
	"gocloud.dev/gcerrors"

	"mojaz/internal/wording"
)

// Bucket is a host as this package needs it: files by their path, each written
// whole or not at all.
type Bucket interface {
	// List gives every file.
	List(ctx context.Context) (map[string]Object, error)
	// Read gives a file; the error is fs.ErrNotExist where there is none.
	Read(ctx context.Context, path string) ([]byte, error)
	// Write puts a file in the place of what was there.
	Write(ctx context.Context, path string, b []byte) error
	// Delete removes a file; one that is gone already is no error.
	Delete(ctx context.Context, path string) error
}

// Object is what a host tells of a file without giving it.
type Object struct {
	Size int64
	MD5  []byte // nil where the host does not know it
}

// store is a bucket of gocloud.dev.
type store struct{ b *blob.Bucket }

// secretive matches the names of parameters that would put a secret into a
// command line, where every user of the computer can read it: "secret_key_path".
var secretive = regexp.MustCompile(`(?i)secret|password|token|access_?key`)

// Open opens a host: the path of a folder, or the URL of a bucket, such as
// "s3://name?region=eu-central-1&prefix=site/". A folder that is not there is
// made, unless dry is set; then it is empty. Whose the caller is comes from the
// environment, as the store's own programs read it, and never from the URL.
// Close the host after use.
func Open(ctx context.Context, to string, dry bool) (Bucket, io.Closer, error) {
	b, err := open(ctx, to, dry)
	if err != nil {
		return nil, nil, wording.Errorf("%s: %w", redacted(to), err)
	}
	return store{b}, b, nil
}

func open(ctx context.Context, to string, dry bool) (*blob.Bucket, error) {
	if !strings.Contains(to, "://") {
		return openFolder(to, dry)
	}
	u, err := url.Parse(to)
	if err != nil {
		return nil, wording.Errorf("this is no URL")
	}
	if u.User != nil {
		return nil, wording.Errorf("credentials belong into the environment, not into the URL")
	}
	for name := range u.Query() {
		if secretive.MatchString(name) {
			return nil, wording.Errorf("credentials belong into the environment, not into the URL: %s", name)
		}
	}
	if u.Scheme == fileblob.Scheme && u.RawQuery == "" {
		return openFolder(filePath(u), dry)
	}
	if !blob.DefaultURLMux().ValidBucketScheme(u.Scheme) {
		return nil, wording.Errorf("%s:// is none of %s", u.Scheme, strings.Join(blob.DefaultURLMux().BucketSchemes(), ", "))
	}
	return blob.OpenBucket(ctx, to)
}

// redacted gives a URL without what may be secret in it.
func redacted(to string) string {
	if before, after, found := strings.Cut(to, "://"); found {
		where, _, _ := strings.Cut(after, "?")
		return before + "://" + where[strings.LastIndexByte(where, '@')+1:]
	}
	return to
}

// filePath gives the path in a file URL: "file:///srv/site", and, as gocloud.dev
// has it, "file://./site" for a path from here.
func filePath(u *url.URL) string {
	if u.Host == "." || os.PathSeparator != '/' {
		return filepath.FromSlash(cmp.Or(strings.TrimPrefix(u.Path, "/"), "."))
	}
	return u.Path
}

// openFolder opens a folder. Its files are put beside their place first and then
// renamed, so that a file is never half there.
func openFolder(dir string, dry bool) (*blob.Bucket, error) {
	if _, err := os.Stat(dir); dry && errors.Is(err, fs.ErrNotExist) {
		return memblob.OpenBucket(nil), nil
	}
	return fileblob.OpenBucket(dir, &fileblob.Options{
		CreateDir: !dry, NoTempDir: true, Metadata: fileblob.MetadataDontWrite,
	})
}

func (s store) List(ctx context.Context) (map[string]Object, error) {
	out := map[string]Object{}
	list := s.b.List(nil)
	for {
		o, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out[o.Key] = Object{Size: o.Size, MD5: o.MD5}
	}
}

func (s store) Read(ctx context.Context, path string) ([]byte, error) {
	b, err := s.b.ReadAll(ctx, path)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, wording.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	return b, err
}

func (s store) Write(ctx context.Context, path string, b []byte) error {
	return s.b.WriteAll(ctx, path, b, &blob.WriterOptions{
		ContentType: contentType(path), CacheControl: cacheControl(path),
	})
}

func (s store) Delete(ctx context.Context, path string) error {
	err := s.b.Delete(ctx, path)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil
	}
	return err
}
