package build

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"mojaz/internal/seeds"
	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// The files of a new dossier. In the first, %s is the title.
var (
	//go:embed starter/dossier.yaml
	starterCard string
	//go:embed starter/lexicon.yaml
	starterLexicon string
	//go:embed starter/mojaz.yaml
	starterConfig string
)

// firstSteps tells somebody with an empty folder what to do.
const firstSteps = `begin with:
  build new my-dossier                      make a folder for one affair
  build import FILE... --into my-dossier    copy its documents there
  build                                     make the briefings and the site`

// New makes the folder of a dossier below opt.Seeds, with a commented
// dossier.yaml and lexicon.yaml, and the configuration if there is none yet. It
// gives their paths, "seeds/x/dossier.yaml". A folder that is there already is
// left alone, which is an error.
func New(opt Options, dossier string) ([]string, error) {
	if safe := safeName(dossier); safe != dossier {
		return nil, wording.Errorf("%q cannot be the name of a folder everywhere; %q can", dossier, safe)
	}
	if err := os.MkdirAll(opt.Seeds, 0o755); err != nil {
		return nil, err
	}
	names, err := folderNames(opt.Seeds)
	if err != nil {
		return nil, err
	}
	if taken := names[seeds.Caseless(dossier)]; taken != "" {
		return nil, wording.Errorf("%s is there already, and nothing was changed", path.Join("seeds", taken))
	}
	dir := filepath.Join(opt.Seeds, dossier)
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	var out []string
	for _, f := range []struct{ name, text string }{
		{"dossier.yaml", fmt.Sprintf(starterCard, strconv.Quote(dossier))},
		{"lexicon.yaml", starterLexicon},
	} {
		if err := place(dir, f.name, []byte(f.text)); err != nil {
			return out, err
		}
		out = append(out, path.Join("seeds", dossier, f.name))
	}
	err = place(filepath.Dir(opt.Config), filepath.Base(opt.Config), []byte(starterConfig))
	switch {
	case errors.Is(err, fs.ErrExist):
		return out, nil
	case err != nil:
		return out, err
	}
	return append(out, opt.Config), nil
}

// folderNames lists what is in a folder, by its caseless name.
func folderNames(dir string) (map[string]string, error) {
	entries, err := os.ReadDir(dir)
	out := map[string]string{}
	for _, e := range entries {
		out[seeds.Caseless(e.Name())] = e.Name()
	}
	return out, err
}

// existingDossier gives the folder of a dossier that is there, or says which
// ones are.
func existingDossier(opt Options, dossier string) (string, error) {
	entries, err := os.ReadDir(opt.Seeds)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && e.Name() == dossier {
			return filepath.Join(opt.Seeds, dossier), nil
		}
		if e.IsDir() && e.Name()[0] != '.' {
			names = append(names, e.Name())
		}
	}
	if near := strictyaml.Nearest(dossier, names); near != "" {
		return "", wording.Errorf("no dossier %q; did you mean %q?", dossier, near)
	}
	return "", wording.Errorf("no dossier %q; build new %s makes it", dossier, dossier)
}

// place writes a file that must not be there yet, whole or not at all: a crash
// leaves at most a hidden file, which no build reads.
func place(dir, name string, b []byte) error {
	f, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b)
	if err := errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	target := filepath.Join(dir, name)
	err = os.Link(f.Name(), target)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// No links on this file system: between the look and the renaming somebody
	// else could make the file, which nobody does in a dossier of one's own.
	if _, err := os.Lstat(target); err == nil {
		return fs.ErrExist
	}
	return os.Rename(f.Name(), target)
}
