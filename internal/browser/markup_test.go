package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/golden"
)

// excusedFile lists what the Nu HTML checker says and we do not follow.
const excusedFile = "testdata/markup/excused.txt"

// message is one of the Nu HTML checker.
type message struct {
	Type    string `json:"type"`    // "error", "info", "non-document-error"
	SubType string `json:"subType"` // "warning"
	URL     string `json:"url"`
	Line    int    `json:"lastLine"`
	Message string `json:"message"`
	Extract string `json:"extract"`
}

// nu has the Nu HTML checker read all pages below some folders, in one run.
func nu(t *testing.T, dirs ...string) []message {
	t.Helper()
	jar := judge(t, nuFile)
	if _, err := exec.LookPath("java"); err != nil {
		t.Fatal("JAVA IS NOT INSTALLED, so no markup was checked. Install it (scripts/test does, on Debian), or run go test -short.")
	}
	cmd := exec.Command("java", "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar,
		"--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always")
	cmd.Args = append(cmd.Args, dirs...)
	var answer, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &answer, &trouble
	if err := cmd.Run(); err != nil {
		t.Fatalf("the Nu HTML checker: %v\n%s", err, trouble.Bytes())
	}
	var said struct {
		Messages []message `json:"messages"`
	}
	if err := json.Unmarshal(answer.Bytes(), &said); err != nil {
		t.Fatalf("the Nu HTML checker: %v\n%s%s", err, trouble.Bytes(), answer.Bytes())
	}
	return said.Messages
}

// excuse is a pattern of messages that are not followed.
type excuse struct {
	pattern *regexp.Regexp
	used    int
}

// excuses reads the list. A pattern without a reason above it is not excused.
func excuses(t *testing.T) (list []*excuse) {
	t.Helper()
	b, err := os.ReadFile(excusedFile)
	if err != nil {
		t.Fatal(err)
	}
	reason := false
	lines := bufio.NewScanner(bytes.NewReader(b))
	for lines.Scan() {
		switch line := lines.Text(); {
		case line == "":
			reason = false
		case strings.HasPrefix(line, "#"):
			reason = true
		case !reason:
			t.Fatalf("%s: %q has no reason above it", excusedFile, line)
		default:
			list = append(list, &excuse{pattern: regexp.MustCompile("^(" + line + ")$")})
		}
	}
	return list
}

// TestMarkup has the Nu HTML checker read every page of the example and of the
// dossier of many documents: no error.
func TestMarkup(t *testing.T) {
	dir, crowd := example(t), large(t)
	list := excuses(t)
	errors, warnings, excused := map[string][]message{}, map[string]int{}, 0
	for _, m := range nu(t, dir, filepath.Join(crowd, "bridge"), filepath.Join(crowd, "terms.html")) {
		i := slices.IndexFunc(list, func(e *excuse) bool { return e.pattern.MatchString(m.Message) })
		switch {
		case i >= 0:
			list[i].used++
			excused++
		case m.Type == "info":
			warnings[m.Message]++
		default:
			errors[m.Message] = append(errors[m.Message], m)
		}
	}
	for text, all := range errors {
		var where []string
		for _, m := range all[:min(len(all), 8)] {
			where = append(where, fmt.Sprintf("%s:%d", pageName(m.URL, dir, crowd), m.Line))
		}
		t.Errorf("%d times, on %s: %s\n%s", len(all), strings.Join(where, ", "), text, strings.TrimSpace(all[0].Extract))
	}
	for _, e := range list {
		if e.used == 0 {
			t.Errorf("%s: no message is like %q any more", excusedFile, e.pattern)
		}
	}
	t.Logf("%d pages, %d messages excused, warnings: %v", len(htmlFiles(t, dir))+len(htmlFiles(t, filepath.Join(crowd, "bridge")))+1, excused, warnings)
}

// pageName gives a page that has an address on disk its path below one of dirs.
func pageName(address string, dirs ...string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	for _, dir := range dirs {
		if rest, ok := strings.CutPrefix(u.Path, filepath.ToSlash(dir)+"/"); ok {
			return rest
		}
	}
	return u.Path
}

// TestMarkupCatches shows the checker pages that are wrong.
func TestMarkupCatches(t *testing.T) {
	golden.Run(t, "testdata/markup/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "page.html"), []byte(c.Input("page.html")), 0o644); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, m := range nu(t, dir) {
			if m.Type == "error" {
				out = append(out, fmt.Sprintf("%d: %s", m.Line, m.Message))
			}
		}
		c.Check("errors", strings.Join(out, "\n"))
	})
}
