package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// workflows gives the blocks of YAML of docs/hosting.md: those for GitHub, GitLab and
// Forgejo.
func workflows(t *testing.T) (out []string) {
	t.Helper()
	text, err := os.ReadFile("../../docs/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		out = append(out, m[1])
	}
	if len(out) != 3 {
		t.Fatalf("docs/hosting.md shows %d workflows, want three", len(out))
	}
	return out
}

// commands gives what a workflow runs, in order.
func commands(t *testing.T, workflow string) (out []string) {
	t.Helper()
	var w struct {
		Jobs struct {
			Site struct{ Steps []struct{ Run string } }
		}
		Pages struct{ Script string }
	}
	if err := yaml.Unmarshal([]byte(workflow), &w); err != nil {
		t.Fatalf("%v\n%s", err, workflow)
	}
	for _, s := range w.Jobs.Site.Steps {
		if s.Run != "" {
			out = append(out, s.Run)
		}
	}
	if w.Pages.Script != "" {
		out = append(out, w.Pages.Script)
	}
	if len(out) == 0 {
		t.Fatalf("a workflow runs nothing:\n%s", workflow)
	}
	return out
}

// TestWorkflows runs what the workflows of docs/hosting.md run, but for the build
// itself, of which a site of this package takes the place; its flags are looked up.
// The branch that is pushed must hold the site, and nothing that a host of pages
// leaves out.
func TestWorkflows(t *testing.T) {
	help, err := exec.Command("go", "run", "mojaz/cmd/build", "--help").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, help)
	}
	for _, w := range workflows(t) {
		dir := filepath.Dir(served(t))
		remote := filepath.Join(t.TempDir(), "remote.git")
		pushed := false
		for _, c := range commands(t, w) {
			if flags, ok := strings.CutPrefix(c, "build "); ok {
				for _, flag := range strings.Fields(flags) {
					if !strings.Contains(string(help), flag) {
						t.Errorf("%s: there is no flag %s", c, flag)
					}
				}
				continue
			}
			if !pushed {
				run(t, dir, "", "git init -q --bare "+remote)
			}
			pushed = true
			run(t, dir, remote, c)
		}
		if !pushed {
			continue
		}
		for name := range strings.Lines(run(t, dir, "", "git --git-dir "+remote+" ls-tree -r --name-only pages")) {
			if strings.Contains("/"+name, "/_") {
				t.Errorf("%q begins with an underscore, which some hosts leave out", name)
			}
		}
		if got := run(t, dir, "", "git --git-dir "+remote+" show pages:404.html"); got == "" {
			t.Error("the branch has no 404.html")
		}
	}
}

// run runs a line of a workflow in a folder and gives what it prints.
func run(t *testing.T, dir, remote, line string) string {
	t.Helper()
	cmd := exec.Command("sh", "-ec", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PAGES_REMOTE="+remote, "GIT_CONFIG_GLOBAL="+os.DevNull)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
	return string(out)
}
