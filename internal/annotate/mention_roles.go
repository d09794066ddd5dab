package annotate

import (
	"cmp"

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
		if start > 0 && start < end && r.words[start-1].fold == "لدي" {
			continue // «المكلف بمهمة لدى وزير التربية فلان» is no minister
		}
		if start < end && (end == n.from || r.apposition(n.to) || start > 0 && r.lists.verbs[r.words[start-1].best.form]) {
			n.role = r.post(start, end)
		}
		n.role = cmp.Or(n.role, r.roleBehind(n.to))
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

// roleBehind gives the title between the commas behind a name that ends before
// word i: «…، رئيس الوزراء العراقي، …».
func (r *mentionReader) roleBehind(i int) string {
	if i+2 >= len(r.words) || i == 0 || r.words[i-1].ends <= i+2 || !r.words[i].is("،") && !r.words[i].is("(") || !r.title(i+1) || !r.words[i+1].bare() {
		return ""
	}
	end := i + 1
	for end < r.words[i].ends && end < i+longestTitle && r.words[end].kind == arabic.Word {
		end++
	}
	if end >= r.words[i].ends || r.words[end].kind != arabic.Punct || !closing[r.words[end].fold] {
		return ""
	}
	for k := i + 2; k < end; k++ {
		if !r.title(k) && !r.insideTitle(k, end+1, end+1) {
			return ""
		}
	}
	return r.written(i+1, end, r.words[i+1].best)
}

// closing are the marks that end a title behind a name.
var closing = map[string]bool{"،": true, ")": true, ".": true}
