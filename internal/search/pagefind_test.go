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
	"strconv"
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
	dir := writeSite(t, docs)
	writePages(t, dir, docs)
	ours, tookOurs, tookTheirs := 0, time.Hour, time.Hour
	cpuOurs, cpuTheirs := time.Hour, time.Hour
	for range 3 { // the best of them, for the machine may be busy
		start, busy := time.Now(), cpu()
		ours = len(Build(ReadAll(docs), Options{}))
		tookOurs, cpuOurs = min(tookOurs, time.Since(start)), min(cpuOurs, cpu()-busy)
		cmd := exec.Command(*pagefind, "--site", dir)
		start = time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		tookTheirs = min(tookTheirs, time.Since(start))
		cpuTheirs = min(cpuTheirs, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
	theirs := count(t, filepath.Join(dir, "pagefind"))
	t.Logf("%d pages         ours     pagefind  ratio", len(docs))
	tell := func(what string, a, b float64) { t.Logf("%-18s %9.6g %9.6g   %.2f", what, a, b, a/b) }
	tell("indexing, ms", float64(tookOurs.Milliseconds()), float64(tookTheirs.Milliseconds()))
	tell("processor, ms", float64(cpuOurs.Milliseconds()), float64(cpuTheirs.Milliseconds()))
	tell("files", float64(ours+1), float64(theirs)) // and the script
	ourFirst, ourNext := newRival(t, dir, "search.html").bytes()
	theirFirst, theirNext := newRival(t, dir, "theirs.html").bytes()
	tell("first query, bytes", mean(ourFirst), mean(theirFirst))
	tell("next query, bytes", mean(ourNext), mean(theirNext))
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
	if r.URL.Path == "/favicon.ico" { // browsers ask when they find the time
		w.WriteHeader(http.StatusNoContent)
		return
	}
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

// theirPage offers ask(query), which gives the addresses of five results.
const theirPage = `<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>x</title>
<meta name=viewport content="width=device-width"><script type=module>
import * as pagefind from "./pagefind/pagefind.js";
self.ask = async (q, most = 5) => {
	const found = await pagefind.search(q);
	return (await Promise.all(found.results.slice(0, most).map((r) => r.data()))).map((r) => r.url);
};
</script>`

// ourAsk offers the same on our page.
const ourAsk = `self.ask = async (q, most = 5) => {
	await inside.openIndex("search/");
	const a = await inside.rankQuery(await inside.parseQuery(q));
	const shown = await Promise.all(a.docs.slice(0, most).map(async (d) => inside.showText(await inside.documentText(d), a.weights)));
	return shown.map((d) => d.url);
}`

// rival is one of the two, over HTTP.
type rival struct {
	*page
	name string // of its page
	host *host
	root string
	most int // results
}

func newRival(t *testing.T, dir, name string) *rival {
	t.Helper()
	r := &rival{&page{t: t, dir: dir}, name, &host{dir: dir}, "", 5}
	server := httptest.NewServer(r.host)
	t.Cleanup(server.Close)
	r.root = server.URL + "/"
	if err := os.WriteFile(filepath.Join(dir, "theirs.html"), []byte(theirPage), 0o644); err != nil {
		t.Fatal(err)
	}
	r.start()
	return r
}

// open opens the page anew.
func (r *rival) open() {
	r.t.Helper()
	if _, _, err := r.tab.Visit(r.root + r.name); err != nil {
		r.t.Fatal(err)
	}
	if r.name == "search.html" {
		r.eval(ourAsk, nil)
	}
}

func (r *rival) ask(q string) (urls []string) {
	r.t.Helper()
	quoted, err := json.Marshal(q)
	if err != nil {
		r.t.Fatal(err)
	}
	for kind := ""; kind != "function"; time.Sleep(5 * time.Millisecond) {
		r.eval(`typeof ask`, &kind) // a module comes when it comes
	}
	r.eval(`ask(`+string(quoted)+`, `+strconv.Itoa(r.most)+`)`, &urls)
	return urls
}

// bytes gives what each query takes: as a reader's first, and after another one.
func (r *rival) bytes() (first, next []int) {
	for _, q := range queries {
		r.open()
		r.host.taken()
		r.open()
		r.ask(q)
		first = append(first, r.host.taken())
		r.open()
		r.ask("حديقة")
		r.host.taken()
		found := r.ask(q)
		next = append(next, r.host.taken())
		r.t.Logf("  %-12s first %6d, next %6d bytes, %d of 5 results: %s", r.name, first[len(first)-1], next[len(next)-1], len(found), q)
	}
	return first, next
}

func mean(ns []int) float64 {
	sum := 0
	for _, n := range ns {
		sum += n
	}
	return float64(sum) / float64(len(ns))
}

// TestEqualFound asks for each word of each row of the table, over pages of one
// word each; and Pagefind too, if it is there, whose failures are only told.
func TestEqualFound(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	table := rows(t)
	for i, failed := range equalRows(t, table, true) {
		if failed != "" {
			t.Errorf("%v: %s", table[i].words, failed)
		}
	}
	if *pagefind == "" {
		return
	}
	passed := 0
	for _, failed := range equalRows(t, table, false) {
		if failed == "" {
			passed++
		} else {
			t.Logf("  pagefind: %s", failed)
		}
	}
	t.Logf("rows of the table that hold: ours %d, pagefind %d, of %d", len(table), passed, len(table))
}

// equalRows gives for each row what is wrong with it, "" for nothing.
func equalRows(t *testing.T, table []row, ours bool) (out []string) {
	var docs []Document
	for i, r := range table {
		for j, w := range r.words {
			docs = append(docs, Document{URL: fmt.Sprintf("pages/%d-%d.html", i, j), Title: "–", Paragraphs: []Paragraph{{"p1", w}}})
		}
	}
	dir := writeSite(t, docs)
	name := "search.html"
	if !ours {
		name = "theirs.html"
		writePages(t, dir, docs)
		if b, err := exec.Command(*pagefind, "--site", dir).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
	}
	rival := newRival(t, dir, name)
	rival.most = 50
	rival.open()
	for i, r := range table {
		out = append(out, rival.row(i, r))
	}
	return out
}

// row asks for the words of row i.
func (r *rival) row(i int, row row) string {
	for _, asked := range row.words {
		found := strings.Join(r.ask(asked), " ")
		for k, other := range row.words {
			has := strings.Contains(found, fmt.Sprintf("pages/%d-%d.html", i, k))
			if has != (row.equal || other == asked) {
				return fmt.Sprintf("%s finds %s: %t", asked, other, has)
			}
		}
	}
	return ""
}
