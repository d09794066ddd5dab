package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
)

// revision is counted up by hand where a value's meaning changes and nothing
// else would tell.
const revision = "1"

// Program names the program that is running: two that could work out different
// values have different names. One built from a committed state or a published
// version is named by its build information, which holds the compiler, all
// libraries and the revision; any other by its own bytes. It is "" where neither
// can be had, and then nothing should be kept.
var Program = sync.OnceValue(func() string {
	if info, ok := debug.ReadBuildInfo(); ok && published(info) {
		return KeyOf(revision, info.String()).String()
	}
	return bytesOfProgram()
})

// published reports whether build information tells all that a program was made
// of.
func published(info *debug.BuildInfo) bool {
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	for _, d := range info.Deps {
		if d.Replace != nil && d.Replace.Sum == "" && !strings.HasPrefix(d.Replace.Path, "./") {
			return false // a folder out of the repository, which may hold anything
		}
	}
	return info.Main.Sum != "" || set["vcs.revision"] != "" && set["vcs.modified"] == "false"
}

// bytesOfProgram hashes the program's own file.
func bytesOfProgram() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	io.WriteString(h, revision)
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
