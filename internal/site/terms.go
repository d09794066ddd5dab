package site

import (
	"fmt"

	"mojaz/internal/search"
)

// termShare is what one page holds of one letter of the index of terms.
type termShare struct {
	letter  int // from 0
	entries []search.Entry
}

// termPlan shares the index of terms out: everything on one page, or, where that
// would have too many lines, each letter on one or more pages of its own.
func (s *site) termPlan() [][]termShare {
	var whole, out []termShare
	all := 0
	for i, l := range s.letters() {
		whole = append(whole, termShare{i, l.Entries})
		first, lines := 0, 0
		for j, e := range l.Entries {
			n := 1 + min(len(e.Places), placesShown)
			if lines += n; lines > termsPaged {
				out = append(out, termShare{i, l.Entries[first:j]})
				first, lines = j, n
			}
			all += n
		}
		out = append(out, termShare{i, l.Entries[first:]})
	}
	if all <= termsPaged {
		return [][]termShare{whole}
	}
	pages := make([][]termShare, len(out))
	for i := range out {
		pages[i] = out[i : i+1]
	}
	return pages
}

// termPages counts the pages of the index of terms.
func (s *site) termPages() int { return len(s.termPlan()) }

// terms makes page n, counted from 1, of the index of terms.
func (s *site) terms(n int) *Terms {
	path, plan := pagePath(termsPath, n), s.termPlan()
	v := &Terms{Base: s.base("terms", path, nil)}
	shares := plan[n-1]
	seen := map[int]bool{}
	for i, page := range plan {
		to := link(path, pagePath(termsPath, i+1))
		for _, share := range page {
			current := len(plan) > 1 && share.letter == shares[0].letter
			if current {
				v.Pager = append(v.Pager, Link{Title: s.number(len(v.Pager) + 1).Text, RelPermalink: to, Current: i == n-1})
			}
			if !seen[share.letter] {
				seen[share.letter] = true
				v.Letters = append(v.Letters, TermLetter{shown(s.letters()[share.letter].Letter), to + "#" + termID(share.letter), current})
			}
		}
	}
	if len(v.Pager) == 1 {
		v.Pager = nil
	}
	for _, share := range shares {
		l := search.Letter{Letter: s.letters()[share.letter].Letter, Entries: share.entries}
		v.Groups = append(v.Groups, s.termGroup(path, termID(share.letter), l))
	}
	return v
}

// termID is the id of a letter's group.
func termID(letter int) string { return fmt.Sprintf("letter-%d", letter+1) }
