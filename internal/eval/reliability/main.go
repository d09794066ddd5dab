// Command reliability measures what the program withstands: it runs the tests in
// which builds are killed and starved, edits merged, hostile documents built and
// opened and the fuzz laws tried, and adds up how often each of them tried.
//
//	go run ./internal/eval/reliability [-write] [-kills N] [-seconds N]
//
// The numbers are those that the tests themselves tell ("counted: kills 100"). If
// one of them fails, nothing is told. With -write they go into docs/reliability.md.
package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"text/template"
	"time"

	"golang.org/x/sync/errgroup"
)

const page = "docs/reliability.md"

//go:embed page.md.tmpl
var pageTemplate string

func main() {
	kills := flag.Int("kills", 200, "how often the program is killed")
	seconds := flag.Int("seconds", 10, "how long each fuzz law is tried")
	write := flag.Bool("write", false, "write "+page)
	flag.Parse()
	if err := run(*kills, *seconds, *write); err != nil {
		fmt.Fprintf(os.Stderr, "reliability: %v\n", err)
		os.Exit(1)
	}
}

// run tries everything and prints or writes the page.
func run(kills, seconds int, write bool) error {
	all := counts{"seconds": seconds}
	outs, err := each(tries(kills, seconds))
	if err != nil {
		return err
	}
	for _, out := range outs {
		if err := all.read(out); err != nil {
			return err
		}
	}
	text, err := all.page()
	if err != nil || !write {
		fmt.Print(string(text))
		return err
	}
	return os.WriteFile(page, text, 0o644)
}

// each runs commands side by side and gives what they printed.
func each(commands [][]string) ([]string, error) {
	outs := make([]string, len(commands))
	var g errgroup.Group
	for i, c := range commands {
		g.Go(func() error {
			began := time.Now()
			out, err := exec.Command(c[0], c[1:]...).CombinedOutput()
			outs[i] = string(out)
			if err != nil {
				return fmt.Errorf("%s: %w\n%s", strings.Join(c, " "), err, tail(out))
			}
			fmt.Fprintf(os.Stderr, "%s: %.0f s\n", strings.Join(c, " "), time.Since(began).Seconds())
			return nil
		})
	}
	return outs, g.Wait()
}

// tries lists the commands that count.
func tries(kills, seconds int) [][]string {
	test := func(pkg, name string, more ...string) []string {
		return append([]string{"go", "test", "-count=1", "-v", "-timeout=60m", "-run", name, "./internal/" + pkg}, more...)
	}
	return [][]string{
		test("merge", "^TestNothingLost$"),
		test("build", "^TestSavedWhileBuilding$"),
		test("publish", "^TestKilled$"),
		test("eval/reliability", "^Test(Killed|CutShort|DiskFull|ReadOnlyDisk|ReadOnlyTarget|TwoBuilds|Hostile)$", "-parallel", "8", "-kills", strconv.Itoa(kills)),
		test("browser", "^TestHostile$"),
		{"scripts/fuzz", strconv.Itoa(seconds)},
	}
}

// tail gives the end of what a command printed.
func tail(out []byte) []byte { return out[max(0, len(out)-4_000):] }

// counts are how often things were tried, by the names that tests give them.
type counts map[string]int

// read adds what a run counted: lines of tests with "counted: kills 100" and the
// last line of scripts/fuzz, "52 laws, 700401 executions, 0 failed".
func (c counts) read(out string) error {
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "--- SKIP") || strings.Contains(line, "not tested:") {
			return fmt.Errorf("not all was tried: %s", strings.TrimSpace(line))
		}
		name, number := "", ""
		if _, words, ok := strings.Cut(line, "counted: "); ok {
			name, number, _ = strings.Cut(strings.TrimSpace(words), " ")
		} else if n, rest, ok := strings.Cut(line, " laws, "); ok {
			executions, _, _ := strings.Cut(rest, " ")
			laws, err := strconv.Atoi(n)
			if err != nil {
				return fmt.Errorf("%q: %w", line, err)
			}
			c["laws"] += laws
			name, number = "executions", executions
		} else {
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		c[name] += n
	}
	return nil
}

// page makes the page; what nobody counted is an error.
func (c counts) page() ([]byte, error) {
	var b bytes.Buffer
	t, err := template.New("page").Funcs(template.FuncMap{"n": c.number}).Parse(pageTemplate)
	if err == nil {
		err = t.Execute(&b, nil)
	}
	return b.Bytes(), err
}

// number gives a count with its thousands apart: "1,234".
func (c counts) number(name string) (string, error) {
	n, ok := c[name]
	if !ok {
		return "", fmt.Errorf("nobody counted %q", name)
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s, nil
}
