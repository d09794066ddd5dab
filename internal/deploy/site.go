package deploy

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// Site takes the finished site in a folder for a deploy: until release is called
// no build changes it. A folder that is not as it was built is refused, for then
// nobody can say what would be deployed. A signature of the hashes may be there.
func Site(dir string) (site fs.FS, release func(), err error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, nil, wording.Errorf("there is no site: build it first: %w", err)
	}
	release, err = publish.Lock(filepath.Dir(filepath.Clean(dir)))
	if err != nil {
		return nil, nil, err
	}
	site = os.DirFS(dir)
	if err := whole(site); err != nil {
		release()
		return nil, nil, wording.Errorf("%s: %w", dir, err)
	}
	return site, release, nil
}

// whole compares a site with its own list of hashes.
func whole(site fs.FS) error {
	faults, _, err := archive.Verify(site)
	if err != nil {
		return err
	}
	for _, f := range faults {
		if !publish.Litter(path.Base(f.Path)) {
			return wording.Errorf("%s: the folder is not as it was built; build it again", f)
		}
	}
	return nil
}
