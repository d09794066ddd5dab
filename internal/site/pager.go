package site

import (
	"strconv"
	"strings"
)

// pagePath names page n, counted from 1, of what begins at first:
// "d/agreement.html", "d/agreement-2.html".
func pagePath(first string, n int) string {
	if n == 1 {
		return first
	}
	return strings.TrimSuffix(first, ".html") + "-" + strconv.Itoa(n) + ".html"
}

// pagesOf says how many pages n things need of which one page holds most; one
// for nothing.
func pagesOf(n, most int) int { return max(1, (n+most-1)/most) }

// part gives the things of page n, counted from 1.
func part[T any](all []T, n, most int) []T {
	return all[min(len(all), (n-1)*most):min(len(all), n*most)]
}

// pager leads from one page of what begins at first to the others; nil if there
// is only one.
func (s *site) pager(first string, n, pages int) []Link {
	if pages == 1 {
		return nil
	}
	from := pagePath(first, n)
	var out []Link
	for i := 1; i <= pages; i++ {
		out = append(out, Link{Title: s.number(i).Text, RelPermalink: link(from, pagePath(first, i)), Current: i == n})
	}
	return out
}
