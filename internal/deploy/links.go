package deploy

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// referring are the attributes that lead from a page to a file.
var referring = map[string]bool{"href": true, "src": true, "poster": true, "data": true}

// links lists the files of the site that a page refers to, sorted, each once.
// Addresses from the root of a domain are not followed: where the site stands
// below it is not known. Neither is a srcset, which the site does not use.
func links(name string, page []byte) []string {
	var out []string
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			slices.Sort(out)
			return slices.Compact(out)
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		for more := true; more; {
			var key, value []byte
			if key, value, more = tokens.TagAttr(); !referring[string(key)] {
				continue
			}
			if to, ok := target(name, string(value)); ok {
				out = append(out, to)
			}
		}
	}
}

// target gives the path in the site that an address on a page leads to.
func target(page, address string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || u.Path[0] == '/' {
		return "", false
	}
	to := path.Join(path.Dir(page), u.Path)
	if strings.HasSuffix(u.Path, "/") || to == "." || strings.HasSuffix(u.Path, "/.") {
		to = path.Join(to, "index.html")
	}
	return to, to != page && !strings.HasPrefix(to, "../")
}
