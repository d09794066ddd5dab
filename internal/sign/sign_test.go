package sign

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aead.dev/minisign"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/scrypt"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
)

// keys makes a pair of keys in a folder of their own, the private one under a
// password if there is one.
func keys(t *testing.T, password string) (private, public string) {
	t.Helper()
	pub, key, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	text, err := key.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	if password != "" {
		text = locked(t, text, password)
	}
	private = filepath.Join(t.TempDir(), "site.key")
	if err := os.WriteFile(private, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return private, pub.String()
}

// locked puts a private key under a password in the form of minisign, with less
// work for whoever guesses than minisign itself demands: that takes a gigabyte.
// https://jedisct1.github.io/minisign/#secret-key-format
func locked(t *testing.T, text []byte, password string) []byte {
	t.Helper()
	comment, encoded, _ := strings.Cut(string(text), "\n")
	b, err := base64.StdEncoding.DecodeString(strings.TrimSpace(encoded))
	if err != nil {
		t.Fatal(err)
	}
	copy(b[2:], "Sc")
	salt, secret := b[6:38], b[54:]
	binary.LittleEndian.PutUint64(b[38:], 1<<15)
	binary.LittleEndian.PutUint64(b[46:], 1<<21)
	tag := blake2b.Sum256(append([]byte("Ed"), secret[:72]...))
	copy(secret[72:], tag[:])
	stream, err := scrypt.Key([]byte(password), salt, 1<<10, 8, 1, len(secret))
	if err != nil {
		t.Fatal(err)
	}
	subtle.XORBytes(secret, secret, stream)
	return []byte(comment + "\n" + base64.StdEncoding.EncodeToString(b) + "\n")
}

// site makes a small site and gives its folder.
func site(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	files := []publish.File{{Path: "index.html", Bytes: []byte("page")}}
	if _, err := publish.Folder(dir, append(files, archive.Sums(files))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSite(t *testing.T) {
	for _, password := range []string{"", "سر"} {
		dir, other := site(t), site(t)
		private, public := keys(t, password)
		for _, d := range []string{dir, other} {
			if err := Site(d, private, password); err != nil {
				t.Fatal(err)
			}
		}
		one, err := os.ReadFile(filepath.Join(dir, Name))
		if err != nil {
			t.Fatal(err)
		}
		two, err := os.ReadFile(filepath.Join(other, Name))
		if err != nil || string(one) != string(two) {
			t.Errorf("two signatures of one site differ: %q, %q, %v", one, two, err)
		}
		if faults, err := Check(os.DirFS(dir), public); err != nil || len(faults) > 0 {
			t.Errorf("Check = %v, %v, want nothing", faults, err)
		}
		if err := Site(dir, private, password); err != nil {
			t.Errorf("signing again: %v", err)
		}
	}
}

func TestCheckFinds(t *testing.T) {
	private, public := keys(t, "")
	_, stranger := keys(t, "")
	dir := site(t)
	check := func(what, key string, want ...archive.Fault) {
		t.Helper()
		got, err := Check(os.DirFS(dir), key)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", what, err, diff)
		}
	}
	check("unsigned", public, archive.Fault{Path: Name, What: "missing"})
	if err := Site(dir, private, ""); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "site.pub")
	write(t, file, "untrusted comment: a key\n"+public+"\n")
	check("a key in a file", file)
	check("another key", stranger, archive.Fault{Path: archive.SumsName, What: "not signed with this key"})
	write(t, filepath.Join(dir, archive.SumsName), strings.Repeat("0", 64)+"  index.html\n")
	check("another list", public, archive.Fault{Path: archive.SumsName, What: "not signed with this key"})
	if _, err := Check(os.DirFS(dir), "RWQ"); err == nil {
		t.Error("Check took half a key")
	}
}

func TestSiteRefuses(t *testing.T) {
	dir := site(t)
	private, _ := keys(t, "")
	closed, _ := keys(t, "secret")
	text, err := os.ReadFile(private)
	if err != nil {
		t.Fatal(err)
	}
	repository := t.TempDir()
	write(t, filepath.Join(repository, ".git", "HEAD"), "")
	write(t, filepath.Join(repository, "keys", "site.key"), string(text))
	inSite := site(t)
	write(t, filepath.Join(inSite, "site.key"), string(text))
	altered := site(t)
	write(t, filepath.Join(altered, "index.html"), "another page")
	for _, tt := range []struct{ dir, key, password, want string }{
		{dir, filepath.Join(repository, "keys", "site.key"), "", "must not lie in a repository"},
		{inSite, filepath.Join(inSite, "site.key"), "", "must not lie in the site"},
		{altered, private, "", "changed: index.html"},
		{dir, closed, "", PasswordVariable},
		{dir, closed, "wrong", "site.key"},
		{t.TempDir(), private, "", "there is no list of hashes"},
	} {
		err := Site(tt.dir, tt.key, tt.password)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Site(%q, %q) = %v, want %q", tt.dir, tt.key, err, tt.want)
		}
		if _, err := os.Stat(filepath.Join(tt.dir, Name)); err == nil {
			t.Errorf("Site(%q, %q) left a signature", tt.dir, tt.key)
		}
	}
}

func TestKept(t *testing.T) {
	dir := site(t)
	private, _ := keys(t, "")
	sums := archive.Sums([]publish.File{{Path: "index.html", Bytes: []byte("page")}})
	if kept, lost := Kept(dir, sums); kept != nil || lost {
		t.Errorf("Kept(unsigned) = %v, %t, want nothing", kept, lost)
	}
	if err := Site(dir, private, ""); err != nil {
		t.Fatal(err)
	}
	if kept, lost := Kept(dir, sums); len(kept) != 1 || kept[0].Path != Name || lost {
		t.Errorf("Kept(signed) = %v, %t, want the signature", kept, lost)
	}
	if kept, lost := Kept(dir, archive.Sums(nil)); kept != nil || !lost {
		t.Errorf("Kept(another site) = %v, %t, want it lost", kept, lost)
	}
}
