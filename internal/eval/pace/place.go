package main

import (
	"bufio"
	"compress/gzip"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// place is a folder with seeds/, and what is made of them.
type place struct {
	settings
	dir       string
	documents int
}

// source gives the path of a document's file.
func (p *place) source(i int) string {
	dossier := 0
	if p.per > 0 {
		dossier = i / p.per
	}
	return filepath.Join(p.dir, "seeds", fmt.Sprintf("d%03d", dossier), fmt.Sprintf("%05d.txt", i))
}

// seeds writes the first documents of the corpus, set as a page is: title, day,
// text.
func (p *place) seeds() error {
	f, err := os.Open(p.ant)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	made := 0
	for ; made < p.documents && lines.Scan(); made++ {
		var t struct{ Title, Time, Text string }
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return err
		}
		text := t.Title + "\n" + t.Time[:min(len(t.Time), len("2006-01-02"))] + "\n" + t.Text + "\n"
		if err := write(p.source(made), text); err != nil {
			return err
		}
	}
	p.documents = made
	archives := "archives: [" + p.archives + "]\n"
	if err := write(filepath.Join(p.dir, "mojaz.yaml"), archives); err != nil {
		return err
	}
	return lines.Err()
}

func write(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

// peer is the site that Hugo makes of content/: a frame, a page, a list, and what
// every site has around them.
//
//go:embed all:hugo
var peer embed.FS

// renderWithHugo renders content/ with Hugo, from nothing.
func (p *place) renderWithHugo() (*cost, error) {
	if p.hugo == "" {
		return nil, nil
	}
	dir := filepath.Join(p.dir, "hugo")
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	site, err := fs.Sub(peer, "hugo")
	if err != nil {
		return nil, err
	}
	if err := os.CopyFS(dir, site); err != nil {
		return nil, err
	}
	if err := p.copyContent(filepath.Join(dir, "content")); err != nil {
		return nil, err
	}
	return measure(dir, p.hugo, "--quiet", "--minify", "--cacheDir", filepath.Join(dir, "cache"))
}

// copyContent copies content/ for Hugo, to which index.md would be a page of its
// folder's alone.
func (p *place) copyContent(to string) error {
	from := filepath.Join(p.dir, "content")
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		below := strings.TrimPrefix(name, from)
		if filepath.Base(below) == "index.md" {
			below = filepath.Join(filepath.Dir(below), "_index.md")
		}
		return write(filepath.Join(to, below), string(b))
	})
}
