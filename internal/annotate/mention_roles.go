package annotate

import (
	"cmp"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// roles finds the title beside each person: before the name, or else behind it
// and a comma.
func (r *mentionReader) roles() {
	for k := range r.found {
		n := &r.found[k]
		if n.typ != corpus.TypePerson || n.from == 0 {
			continue
		}
		end := n.from
		if r.words[end-1].is("،") && end > 1 && r.words[end-1].ends > end {
			end--
		}
		start := r.titleStart(end)
		switch k := r.kinStart(end); {
		case k < start && end < n.from && r.apposition(n.to):
			start = k // «والد الطبيبة، سالم،» is no doctor
		case k < start && start < end && end == n.from:
			continue // «شقيق النائب سالم»: either can be
		}
		if start > 0 && start < end && r.words[start-1].fold == "لدي" {
			continue // «المكلف بمهمة لدى وزير التربية فلان» is no minister
		}
		if start < end && (end == n.from || r.apposition(n.to) || start > 0 && r.lists.verbs[r.words[start-1].best.form]) {
			n.role = r.post(start, end)
		}
		if k := start - 1; !strings.Contains(n.role, " ") && k > 0 && start < end && r.words[k].is("،") && r.words[k].ends == r.words[start].ends && r.apposition(n.to) {
			if first := r.titleStart(k); first < k {
				n.role = r.post(first, k) // «رئيس الجمعية، الأستاذ سالم الكعبي،»
			}
		}
		if !strings.Contains(n.role, " ") {
			n.role = cmp.Or(r.roleBehind(n.to), n.role) // «المواطن سالم، والد التلميذة،»
		}
	}
}

// post gives the title of words from start to end without «السيد» and its like at
// its end, which tells of no post.
func (r *mentionReader) post(start, end int) string {
	for end > start && r.lists.honorifics[r.words[end-1].noun] {
		end--
	}
	if start == end {
		return ""
	}
	return r.written(start, end, r.words[start].best)
}

// apposition reports whether a comma stands at word i, as one does before the
// name: «الخبير الأمني، حميد العبيدي، أن». Without it the title before the comma
// belongs to the name only where a verb of saying opens it.
func (r *mentionReader) apposition(i int) bool {
	return i < len(r.words) && r.words[i].is("،")
}

// roleBehind gives the title behind a name that ends before word i: between commas, «…، رئيس
// الوزراء العراقي، …», or at once, «سامي الخطيب رئيس قسم الأطفال أن …».
func (r *mentionReader) roleBehind(i int) string {
	if i+2 >= len(r.words) || i == 0 || r.words[i-1].ends <= i+2 {
		return ""
	}
	if !r.words[i].is("،") && !r.words[i].is("(") {
		return r.roleAtOnce(i)
	}
	if !r.opensRole(i + 1) {
		return ""
	}
	end := i + 1
	for end < r.words[i].ends && end < i+longestTitle && r.words[end].kind == arabic.Word {
		end++
	}
	if end >= r.words[i].ends || r.words[end].kind != arabic.Punct || !closing[r.words[end].fold] {
		return ""
	}
	if r.roleEnd(i+2, end) < end {
		return ""
	}
	return r.written(i+1, end, r.words[i+1].best)
}

// opensRole reports whether a title, or a word of kin with more behind it, stands at word i
// without a clitic.
func (r *mentionReader) opensRole(i int) bool {
	w := &r.words[i]
	return w.bare() && (r.title(i) || r.lists.kinship[w.noun] && !w.definite)
}

// roleEnd gives the first of words from i to end that cannot stand in a title, or end.
func (r *mentionReader) roleEnd(i, end int) int {
	for k := i; k < end; k++ {
		if !r.title(k) && !r.insideTitle(k, end+1, end+1) {
			return k
		}
	}
	return end
}

// roleAtOnce gives the title without the article that stands at word i, right behind a name,
// with more words than one. One before another's name is that one's. It is wrong for one who
// does something to somebody who has only the title: «التقى سامي الخطيب رئيس القسم».
func (r *mentionReader) roleAtOnce(i int) string {
	if r.words[i].definite || !r.opensRole(i) {
		return ""
	}
	end := r.roleEnd(i+1, min(r.words[i].ends, i+longestTitle))
	if end < r.words[i].ends && r.words[end].person {
		return ""
	}
	for end > i && r.lists.titleWords[r.words[end-1].fold] {
		end-- // «في», which leads to what stands in no title
	}
	if end < i+2 {
		return ""
	}
	return r.written(i, end, r.words[i].best)
}

// closing are the marks that end a title behind a name.
var closing = map[string]bool{"،": true, ")": true, ".": true}
