package browser

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// Report is what a crawl found.
type Report struct {
	Pages  map[string]Page // by path below the site's root
	Faults []string        // "page: what", sorted, each once
}

// crawl is one walk over a site.
type crawl struct {
	tab    *Tab
	root   string            // URL of the site's folder, with a last slash
	queue  []string          // paths below root
	from   map[string]string // path → the page that first linked to it
	points []pointer
	report Report
}

// pointer is a link to a place in a page.
type pointer struct{ page, target, fragment string }

// Crawl opens index.html below root, a URL that ends in a slash, then also, and
// every page of the site that they lead to. written lists the site's own .html
// files: one that no link reaches is a fault.
func (t *Tab) Crawl(root string, written, also []string) Report {
	t.keepTo(root)
	c := &crawl{tab: t, root: root, from: map[string]string{}, report: Report{Pages: map[string]Page{}}}
	c.push("", "index.html")
	for _, p := range also {
		c.push("", p)
	}
	for len(c.queue) > 0 {
		next := c.queue[0]
		c.queue = c.queue[1:]
		c.visit(next)
	}
	time.Sleep(300 * time.Millisecond) // for what the last page does late
	for _, f := range t.Faults() {
		c.fault("after the last page", "%s", f)
	}
	c.checkPointers()
	for _, name := range written {
		if _, ok := c.report.Pages[name]; !ok && c.from[name] == "" {
			c.fault(name, "no link leads here")
		}
	}
	slices.Sort(c.report.Faults)
	c.report.Faults = slices.Compact(c.report.Faults)
	return c.report
}

func (c *crawl) fault(page, format string, args ...any) {
	c.report.Faults = append(c.report.Faults, page+": "+fmt.Sprintf(format, args...))
}

// push queues a page that nobody has linked to before.
func (c *crawl) push(from, name string) {
	if _, known := c.from[name]; !known {
		c.from[name] = from
		c.queue = append(c.queue, name)
	}
}

// visit opens one page and takes up its links.
func (c *crawl) visit(name string) {
	if err := c.exists(name); err != nil {
		c.fault(cmp.Or(c.from[name], name), "broken link to %s", name)
		return
	}
	if path.Ext(name) != ".html" {
		return // the browser would save it
	}
	p, faults, err := c.tab.Visit(c.root + escape(name))
	if err != nil {
		c.fault(name, "does not open: %v", err)
		return
	}
	for _, f := range append(faults, p.faults()...) {
		c.fault(name, "%s", f)
	}
	c.report.Pages[name] = p
	for _, link := range p.Links {
		c.follow(name, link)
	}
}

// follow sorts a link: into the site, out of it by permission, or a fault.
func (c *crawl) follow(page, link string) {
	u, err := url.Parse(link)
	if err != nil {
		c.fault(page, "link to %q: not an address", link)
		return
	}
	home, _ := url.Parse(c.root)
	switch {
	case u.Scheme == home.Scheme && u.Host == home.Host:
	case u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto":
		return // another site: the reader may go there
	default:
		c.fault(page, "link of scheme %s", u.Scheme)
		return
	}
	target, ok := strings.CutPrefix(u.Path, home.Path)
	if !ok {
		c.fault(page, "link out of the site's folder: %s", u.Path)
		return
	}
	if target == "" || strings.HasSuffix(target, "/") {
		c.fault(page, "link to a folder, which shows no page from disk: %q", target)
		return
	}
	c.push(page, target)
	fragment, _, _ := strings.Cut(u.Fragment, ":~:")
	if fragment != "" {
		c.points = append(c.points, pointer{page, target, fragment})
	}
}

// checkPointers compares the fragments of all links with the ids of their pages.
func (c *crawl) checkPointers() {
	ids := map[string]map[string]bool{}
	for name, p := range c.report.Pages {
		ids[name] = map[string]bool{}
		for _, id := range p.IDs {
			ids[name][id] = true
		}
	}
	for _, p := range c.points {
		if here, ok := ids[p.target]; ok && !here[p.fragment] {
			c.fault(p.page, "nothing has the id of the link to %s#%s", p.target, p.fragment)
		}
	}
}

// exists reports an error unless the site has a file of that name.
func (c *crawl) exists(name string) error {
	if folder, ok := strings.CutPrefix(c.root, "file://"); ok {
		folder, err := url.PathUnescape(folder)
		if err != nil {
			return err
		}
		_, err = os.Stat(folder + name)
		return err
	}
	answer, err := http.Head(c.root + escape(name))
	if err != nil {
		return err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", answer.StatusCode)
	}
	return nil
}

// escape gives a path as it stands in a URL.
func escape(name string) string { return (&url.URL{Path: name}).EscapedPath() }
