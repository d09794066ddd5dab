package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// titleHolder is one who is named with a title, or a body by its name.
type titleHolder struct {
	corpus.Mention
	words []string // of the title, folded and bare, without particles
	of    string   // the name of whose kin m is, of those under a word of kin
}

// titleHolders are those whom a document names with a title, and its bodies, by the first
// word of it, in the order of the text.
type titleHolders map[string][]titleHolder

// mostHolders is how many are kept under one word, which bounds what a title is compared with.
const mostHolders = 24

// readTitleHolders lists the people of a document by their titles and its bodies by their names.
func readTitleHolders(doc corpus.Document) titleHolders {
	out, last := titleHolders{}, ""
	for _, m := range doc.Mentions {
		title := m.Role
		if m.Type == corpus.TypeOrganisation {
			title = m.Name
		}
		if kin := kinBefore(doc.Text, m); kin != "" && len(out[kin]) < mostHolders {
			out[kin] = append(out[kin], titleHolder{Mention: m, of: last})
		}
		if m.Type == corpus.TypePerson {
			last = m.Name
		}
		words := titleWords(strings.Fields(title))
		if len(words) == 0 || len(words) == 1 && m.Type == corpus.TypeOrganisation {
			words = headBefore(doc.Text, m)
		}
		if len(words) > 0 && len(out[words[0]]) < mostHolders && !out.has(words, m) {
			out[words[0]] = append(out[words[0]], titleHolder{Mention: m, words: words})
		}
	}
	return out
}

// headBefore gives the noun that says what kind of body m is, where it stands right before a
// name that does not tell: «تنظيم القاعدة».
func headBefore(text string, m corpus.Mention) []string {
	if m.Type != corpus.TypeOrganisation {
		return nil
	}
	before := strings.TrimRight(text[max(0, m.Start-48):m.Start], " \"«“")
	w := readReportWord(before[strings.LastIndexAny(before, " \n،.")+1:], arabic.Word)
	if w.head != headBody || w.definite {
		return nil
	}
	return []string{w.bare}
}

// kinBefore gives, of a person with a word of kin with a pronoun right before the name, «والده
// سالم», that word without the pronoun and a mark that no title has.
func kinBefore(text string, m corpus.Mention) string {
	if m.Type != corpus.TypePerson {
		return ""
	}
	before := strings.TrimRight(text[max(0, m.Start-32):m.Start], " ")
	w := readReportWord(before[strings.LastIndexAny(before, " \n،.")+1:], arabic.Word)
	for _, pronoun := range []string{"ها", "هم", "ه"} {
		if kin, ok := strings.CutSuffix(w.base, pronoun); ok && reporting().marks[kin] == "kin" {
			return kin + kinMark
		}
	}
	return ""
}

// kinMark ends the key of those who are named as somebody's kin.
const kinMark = "ه…"

// kin gives the person whom the document names, before byte at, as the kin of this kind of the
// one called name, who is named last before: «أوقفت خليل ووالده بشير».
func (h titleHolders) kin(word, name string, at int) (corpus.Mention, bool) {
	for _, t := range h[word+kinMark] {
		if t.Start < at && withoutArticles(t.of) == withoutArticles(name) && t.Name != name {
			return t.Mention, true
		}
	}
	return corpus.Mention{}, false
}

// withoutArticles folds a name and takes the articles off: «سلمان العبيدي» is «سلمان عبيدي».
func withoutArticles(name string) string {
	words := strings.Fields(arabic.Fold(name))
	for i, w := range words {
		words[i] = strings.TrimPrefix(w, articleFold)
	}
	return strings.Join(words, " ")
}

// has reports whether m is there already with the title words.
func (h titleHolders) has(words []string, m corpus.Mention) bool {
	return slices.ContainsFunc(h[words[0]], func(t titleHolder) bool { return t.Name == m.Name && slices.Equal(t.words, words) })
}

// titleWords gives the words of a title bare, without the particles between them.
func titleWords(fields []string) (out []string) {
	for _, f := range fields {
		w := readReportWord(f, arabic.Word)
		switch {
		case w.base == "في" || w.base == "باسم" || w.base == "من" || w.base == "عن" || w.base == "لدي":
		case placeBy(w):
			out = append(out, strings.TrimPrefix(w.fold, "ب"))
		case strings.HasPrefix(w.bare, "لل"):
			out = append(out, strings.TrimPrefix(w.bare, "لل"))
		default:
			out = append(out, w.bare)
		}
	}
	return out
}

// former are words of a title that its bearer has no longer.
var former = wordSet{"سابق": true, "سابقه": true, "اسبق": true, "راحل": true, "راحله": true, "مستقيل": true}

// fits reports whether the words of a title can mean t: they are all of its title, or its
// title and more, which is of no other nation.
func (t titleHolder) fits(words []string) bool {
	gone := func(w string) bool { return former[w] }
	if slices.ContainsFunc(t.words, gone) != slices.ContainsFunc(words, gone) {
		return false
	}
	if within(words, t.words) {
		return true
	}
	return len(t.words) > 1 && within(t.words, words) && !slices.ContainsFunc(words, func(w string) bool {
		return mentionWords().nationality(nameFold(w)) && !slices.Contains(t.words, w)
	})
}

// within reports whether all words of a are in b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// meant gives the one whom the words of a title at byte at mean: the one before it with just
// that title, else the only one before it whom it fits, else, of more words than one, the only
// one behind it.
func (h titleHolders) meant(words []string, at int) (corpus.Mention, bool) {
	var before, behind, same []corpus.Mention
	note := func(list []corpus.Mention, m corpus.Mention) []corpus.Mention {
		if slices.ContainsFunc(list, func(o corpus.Mention) bool { return o.Name == m.Name }) {
			return list
		}
		return append(list, m)
	}
	for _, t := range h[words[0]] {
		switch {
		case !t.fits(words):
		case t.Start > at:
			behind = note(behind, t.Mention)
		default:
			before = note(before, t.Mention)
			if len(words) == len(t.words) {
				same = note(same, t.Mention)
			}
		}
	}
	switch {
	case len(same) == 1 && len(words) > 1:
		return same[0], true
	case len(before) == 1:
		return before[0], true
	case len(before) == 0 && len(behind) == 1 && len(words) > 1:
		return behind[0], true
	}
	return corpus.Mention{}, false
}

// ruled reports whether the first of the words of a title, which has no article, has one by what
// it rules: «مدير المصنع», not «مدير بالمصنع» and not «متحدث باسم المصنع», who can be anybody.
func ruled(fields []string) bool {
	if len(fields) < 2 {
		return false
	}
	w := readReportWord(fields[1], arabic.Word)
	return !w.led && !placeBy(w) && !reporting().breaks[w.base] && !withBy(w)
}

// titled gives the one person or body of the document that the title s means: of one word
// only where that has the article.
func (m *statementMemory) titled(text string, s corpus.Span, w reportWord) (corpus.Mention, bool) {
	words := titleWords(strings.Fields(plainWords(text, s)))
	if len(words) == 0 || !w.definite && !ruled(strings.Fields(plainWords(text, s))) {
		return corpus.Mention{}, false
	}
	return m.titles.meant(words, s.Start)
}
