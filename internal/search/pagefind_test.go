package search

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The flags of TestPagefind; scripts/bench-search sets them.
var (
	pagefind = flag.String("pagefind", "", "the program pagefind, to measure side by side with")
	corpus   = flag.String("corpus", "", "documents for that: .jsonl.gz with id, title, time and text")
	atMost   = flag.Int("pages", 1000, "how many of them")
)

// queries are what readers of news ask for: names, places, phrases, a year, a
// Latin word; of one to four words, rare and frequent.
var queries = []string{
	"تونس", "البنك المركزي", "الإرهاب", "رئيس الجمهورية الباجي قايد السبسي", "مهرجان قرطاج",
	"ليبيا", "2016", "الاتحاد العام التونسي للشغل", "facebook", "محاكمة", "غلاء الأسعار", "انتخابات",
	"زلزال", "الفوسفاط قفصة", "كأس العالم", "وزير التربية",
}

// TestPagefind measures both over the same pages: the time to index them, files,
// and the bytes that queries take over HTTP, with the compression that static
// hosts have. Pagefind's own interface is left out, ours is not.
func TestPagefind(t *testing.T) {
	if *pagefind == "" {
		t.Skip("no -pagefind to measure with: see scripts/bench-search")
	}
	docs := readCorpus(t)
	dir := writeSite(t, slices.Values(docs))
	start := time.Now()
	ours := len(Build(slices.Values(docs), Options{}))
	tookOurs := time.Since(start)
	writePages(t, dir, docs)
	start = time.Now()
	out, err := exec.Command(*pagefind, "--site", dir, "--output-subdir", "pagefind").CombinedOutput()
	tookTheirs := time.Since(start)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	theirs := count(t, filepath.Join(dir, "pagefind"))
	t.Logf("%d pages         ours     pagefind  ratio", len(docs))
	tell := func(what string, a, b float64) { t.Logf("%-18s %9.6g %9.6g   %.2f", what, a, b, a/b) }
	tell("indexing, ms", float64(tookOurs.Milliseconds()), float64(tookTheirs.Milliseconds()))
	tell("files", float64(ours+1), float64(theirs)) // and the script
	tell("first query, bytes", mean(queryBytes(t, dir, true, 1)), mean(queryBytes(t, dir, false, 1)))
	tell("next query, bytes", mean(queryBytes(t, dir, true, 0)), mean(queryBytes(t, dir, false, 0)))
}

// readCorpus reads documents, the oldest first, as a site has them.
func readCorpus(t *testing.T) (out []Document) {
	t.Helper()
	f, err := os.Open(*corpus)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(z)
	for len(out) < *atMost {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		var d struct{ ID, Title, Time, Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		doc := Document{URL: "pages/" + d.ID + ".html", Title: d.Title, Outlet: "الجريدة", Date: d.Time[:10], Kind: "briefing"}
		for p := range strings.Lines(d.Text) {
			if p = strings.TrimSpace(p); p != "" {
				doc.Paragraphs = append(doc.Paragraphs, Paragraph{fmt.Sprintf("p%d", len(doc.Paragraphs)+1), p})
			}
		}
		out = append(out, doc)
	}
	slices.SortStableFunc(out, func(a, b Document) int { return strings.Compare(a.Date, b.Date) })
	return out
}

// writePages writes the documents as pages that pagefind can index.
func writePages(t *testing.T, dir string, docs []Document) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, "pages"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		var b strings.Builder
		fmt.Fprintf(&b, "<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8><title>%s</title></head><body><main data-pagefind-body><h1>%[1]s</h1>", html.EscapeString(d.Title))
		fmt.Fprintf(&b, "<p data-pagefind-meta=date>%s</p>", d.Date)
		for _, p := range d.Paragraphs {
			fmt.Fprintf(&b, "<p id=%s>%s</p>\n", p.ID, html.EscapeString(p.Text))
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(d.URL)), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func count(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// host serves files as static hosts do, compressed where that is usual, and
// counts the bytes of those that search.
type host struct {
	dir   string
	mu    sync.Mutex
	bytes int
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile(filepath.Join(h.dir, filepath.FromSlash(path.Clean(r.URL.Path))))
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	switch path.Ext(r.URL.Path) {
	case ".js":
		w.Header().Set("Content-Type", "text/javascript")
		b = gzipped(w, b)
	case ".html", ".css", ".json":
		b = gzipped(w, b)
	}
	if strings.Contains(r.URL.Path, "search") && !strings.HasSuffix(r.URL.Path, ".html") || strings.Contains(r.URL.Path, "pagefind") {
		h.mu.Lock()
		h.bytes += len(b)
		h.mu.Unlock()
	}
	w.Write(b)
}

func gzipped(w http.ResponseWriter, b []byte) []byte {
	w.Header().Set("Content-Encoding", "gzip")
	var z bytes.Buffer
	zip := gzip.NewWriter(&z)
	zip.Write(b)
	zip.Close()
	return z.Bytes()
}

// taken gives the bytes since it was last asked.
func (h *host) taken() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := h.bytes
	h.bytes = 0
	return n
}

const theirPage = `<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>x</title>
<meta name=viewport content="width=device-width"><script type=module>
import * as pagefind from "./pagefind/pagefind.js";
self.ask = async (q) => {
	const found = await pagefind.search(q);
	return (await Promise.all(found.results.slice(0, 5).map((r) => r.data()))).map((r) => r.url);
};
</script>`

// queryBytes gives the bytes of each query: of a reader's first, or of one after
// another one, with five results.
func queryBytes(t *testing.T, dir string, ours bool, first int) (out []int) {
	t.Helper()
	p := &page{t: t, dir: dir}
	p.start()
	h := &host{dir: dir}
	server := httptest.NewServer(h)
	defer server.Close()
	name := "search.html"
	if !ours {
		name = "theirs.html"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(theirPage), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(q string) (urls []string) {
		quoted, _ := json.Marshal(q)
		for p.eval(`typeof ask`, new(any)); ; time.Sleep(10 * time.Millisecond) {
			var kind string
			if p.eval(`typeof ask`, &kind); kind == "function" {
				break
			}
		}
		p.eval(`ask(`+string(quoted)+`)`, &urls)
		return urls
	}
	open := func() {
		if _, _, err := p.tab.Visit(server.URL + "/" + name); err != nil {
			t.Fatal(err)
		}
		if ours {
			p.eval(`{ self.ask = async (q) => {
				await inside.openIndex("search/");
				const a = await inside.rankQuery(await inside.parseQuery(q));
				const shown = await Promise.all(a.docs.slice(0, 5).map(async (d) => inside.showText(await inside.documentText(d), a.weights)));
				return shown.map((d) => d.url);
			} }`, nil)
		}
	}
	open()
	ask("حديقة")
	for _, q := range queries {
		if first > 0 {
			h.taken()
			open()
		} else {
			// Each is the second query of a visit.
			open()
			ask("حديقة")
			h.taken()
		}
		urls := ask(q)
		n := h.taken()
		if first == 0 {
			t.Logf("  ours %-5t %6d bytes, %d results: %s", ours, n, len(urls), q)
		}
		out = append(out, n)
	}
	return out
}

func mean(ns []int) float64 {
	sum := 0
	for _, n := range ns {
		sum += n
	}
	return float64(sum) / float64(len(ns))
}
