package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// job is one thing that is measured; a nil cost says that it cannot be.
type job struct {
	name string
	do   func(p *place, round int) (*cost, error)
}

// jobs are done in this order in each round; the first is what the others are
// shares of.
var jobs = []job{
	{"cold build", func(p *place, _ int) (*cost, error) {
		for _, made := range []string{"content", "public", ".mojaz-cache", "templates"} {
			if err := os.RemoveAll(filepath.Join(p.dir, made)); err != nil {
				return nil, err
			}
		}
		return p.build()
	}},
	{"unchanged", func(p *place, _ int) (*cost, error) { return p.build() }},
	{"one document changed", func(p *place, round int) (*cost, error) {
		name := p.source(p.documents / 2)
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		b = fmt.Appendf(b, "وأكد المتحدث باسم الوزارة أن الاجتماع المقبل سيعقد في عام %d.\n", 2030+round)
		if err := os.WriteFile(name, b, 0o644); err != nil {
			return nil, err
		}
		return p.build()
	}},
	{"one template changed", func(p *place, round int) (*cost, error) {
		b, err := os.ReadFile("templates/briefing.html")
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Join(p.dir, "templates"), 0o755); err != nil {
			return nil, err
		}
		b = fmt.Appendf(b, "{{/* %d */}}\n", round)
		if err := os.WriteFile(filepath.Join(p.dir, "templates", "briefing.html"), b, 0o644); err != nil {
			return nil, err
		}
		return p.build()
	}},
	{"Hugo, the same content/", func(p *place, _ int) (*cost, error) { return p.renderWithHugo() }},
	{"without a cache, unchanged", func(p *place, _ int) (*cost, error) { return p.build("--no-cache") }},
}

// cost is what one run of a program took.
type cost struct{ wall, processor, memory float64 } // seconds, seconds, MB

func (c *cost) String() string {
	return fmt.Sprintf("%.2f s, %.2f s of the processor, %.0f MB", c.wall, c.processor, c.memory)
}

// build runs the program over the place.
func (p *place) build(more ...string) (*cost, error) {
	return measure(p.dir, p.program, append([]string{"--quiet"}, more...)...)
}

// measure runs a program in a folder.
func measure(dir, program string, args ...string) (*cost, error) {
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, tail(said.Bytes()))
	}
	c := cost{wall: time.Since(began).Seconds()}
	c.processor = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	if used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.memory = float64(used.Maxrss) / 1024 // Linux counts KiB
	}
	return &c, nil
}

// tail gives the end of what a program said.
func tail(b []byte) []byte { return b[max(0, len(b)-2000):] }

// median gives, of each kind of cost, the middle one.
func median(all []cost) (m cost) {
	if len(all) == 0 {
		return m
	}
	middle := func(of func(cost) float64) float64 {
		var values []float64
		for _, c := range all {
			values = append(values, of(c))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	m.wall = middle(func(c cost) float64 { return c.wall })
	m.processor = middle(func(c cost) float64 { return c.processor })
	m.memory = middle(func(c cost) float64 { return c.memory })
	return m
}

// files counts the files below a folder, hidden ones apart.
func files(dir string) (n int) {
	// A folder that is not there has none.
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name()[0] == '.' && d.IsDir():
			return fs.SkipDir
		case !d.IsDir():
			n++
		}
		return nil
	})
	return n
}
