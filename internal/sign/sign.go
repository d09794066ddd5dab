// Package sign turns the list of hashes of a site into a signature, and checks
// one. The form is that of minisign (Ed25519 over BLAKE2b): the program of that
// name makes the keys, and checks what is signed here.
//
// The list holds the hash of every file, so its signature is one of the whole
// site. A private key never comes near the site: one that lies in the folder, or
// in a Git repository, is refused.
package sign

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"aead.dev/minisign"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// Name is the name of the signature, beside the list of hashes.
const Name = archive.SignatureName

// PasswordVariable names the variable of the environment that opens a private
// key under a password.
const PasswordVariable = "MOJAZ_KEY_PASSWORD"

// Site signs the site in a folder, with the private key in a file, and puts the
// signature beside the list of hashes. A folder that is not as its list says is
// refused. The same site and key give the same signature: it holds no time.
func Site(dir, keyFile, password string) error {
	key, err := privateKey(dir, keyFile, password)
	if err != nil {
		return err
	}
	unlock, err := publish.Lock(filepath.Dir(filepath.Clean(dir)))
	if err != nil {
		return err
	}
	defer unlock()
	faults, _, err := archive.Verify(os.DirFS(dir))
	if err != nil {
		return err
	}
	for _, f := range faults {
		if !publish.Litter(filepath.Base(f.Path)) {
			return wording.Errorf("%s: not signed, for the folder is not as it was built: %s", dir, f)
		}
	}
	list, err := os.ReadFile(filepath.Join(dir, archive.SumsName))
	if err != nil {
		return err
	}
	signature := hashed(list).SignWithComments(key, "file:"+archive.SumsName, "signature of the hashes of a site")
	return publish.Add(dir, publish.File{Path: Name, Bytes: signature})
}

// hashed gives a message that is signed by its hash, as minisign does unless told
// otherwise.
func hashed(message []byte) *minisign.Reader {
	r := minisign.NewReader(bytes.NewReader(message))
	if _, err := io.Copy(io.Discard, r); err != nil {
		panic(err) // bytes in memory can be read
	}
	return r
}

// privateKey reads a private key from a place where one may lie.
func privateKey(dir, file, password string) (key minisign.PrivateKey, err error) {
	if file, err = filepath.Abs(file); err != nil {
		return key, err
	}
	if file, err = filepath.EvalSymlinks(file); err != nil {
		return key, err
	}
	if site, err := filepath.Abs(dir); err == nil && strings.HasPrefix(file, site+string(os.PathSeparator)) {
		return key, wording.Errorf("%s: a private key must not lie in the site: keep it elsewhere", file)
	}
	for up := filepath.Dir(file); ; up = filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(up, ".git")); err == nil {
			return key, wording.Errorf("%s: a private key must not lie in a repository: keep it elsewhere", file)
		}
		if up == filepath.Dir(up) {
			break
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return key, err
	}
	switch {
	case !minisign.IsEncrypted(text):
		err = key.UnmarshalText(text)
	case password == "":
		err = wording.Errorf("the key is under a password: set %s", PasswordVariable)
	default:
		key, err = minisign.DecryptKey(password, text)
	}
	if err != nil {
		return key, wording.Errorf("%s: %w", file, err)
	}
	return key, nil
}

// Check compares the signature of a copy of a site with a public key, a file or
// the key itself ("RWQ…"). A fault says that there is no signature, or that the
// list of hashes was not signed with that key; an error, that the key is none.
func Check(copy fs.FS, publicKey string) ([]archive.Fault, error) {
	key, err := parsePublic(publicKey)
	if err != nil {
		return nil, err
	}
	list, err := fs.ReadFile(copy, archive.SumsName)
	if err != nil {
		return nil, err
	}
	signature, err := fs.ReadFile(copy, Name)
	if errors.Is(err, fs.ErrNotExist) {
		return []archive.Fault{{Path: Name, What: "missing"}}, nil
	}
	if err != nil {
		return nil, err
	}
	if !hashed(list).Verify(key, signature) && !minisign.Verify(key, list, signature) {
		return []archive.Fault{{Path: archive.SumsName, What: "not signed with this key"}}, nil
	}
	return nil, nil
}

// parsePublic reads a public key from a file, or from the words themselves.
func parsePublic(given string) (key minisign.PublicKey, err error) {
	text, err := os.ReadFile(given)
	if err != nil {
		text = []byte(given)
	}
	if key.UnmarshalText(bytes.TrimSpace(text)) != nil {
		if err != nil {
			return key, wording.Errorf("%s: neither the file of a public key nor one itself", given)
		}
		return key, wording.Errorf("%s: no public key", given)
	}
	return key, nil
}

// Kept gives the signature of the site that stands in dir if it is one of sums
// too. lost reports that there is one, and that it is of another site.
func Kept(dir string, sums publish.File) (kept []publish.File, lost bool) {
	signature, err := os.ReadFile(filepath.Join(dir, Name))
	if err != nil {
		return nil, false
	}
	old, err := os.ReadFile(filepath.Join(dir, sums.Path))
	if err != nil || !bytes.Equal(old, sums.Bytes) {
		return nil, true
	}
	return []publish.File{{Path: Name, Bytes: signature}}, false
}
