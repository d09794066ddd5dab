package crossref

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// bodies joins the names of one organisation, facility or place.
func (c *casting) bodies() {
	for _, k := range []kind{kindBody, kindFacility, kindPlace} {
		names := c.names(k)
		c.otherNames(k)
		c.respelled(names)
		if k != kindPlace {
			c.withoutHeads(names)
			c.longerBodies(names)
		}
	}
	c.epithets()
}

// otherNames joins those whose name a text gives in brackets behind another:
// where one document has «حلف شمال الأطلسي (ناتو)», the «ناتو» of the others.
func (c *casting) otherNames(k kind) {
	means := map[string][]int{}
	byKey := map[string][]int{}
	for i := range c.nodes {
		n := &c.nodes[i]
		if n.kind != k {
			continue
		}
		byKey[n.key] = append(byKey[n.key], i)
		doc := &c.a.Documents[n.doc]
		for _, m := range n.mentions {
			if mention := doc.Mentions[m]; mention.Rule == "brackets" {
				key := c.spell(k, surface(doc, mention)).key
				means[key] = append(means[key], i)
			}
		}
	}
	for _, i := range c.names(k) {
		if j := c.only(means[c.nodes[i].key]); j >= 0 {
			c.join(j, i, "brackets")
		}
	}
}

// foreignLetters is how many letters but the long vowels inside its words a name must
// have to be taken for a foreign one.
const foreignLetters = 5

// respelled joins the spellings of one foreign name, in which long vowels are a
// matter of taste: «بتروفيل» and «بيتروفيل», «سان بطرسبرغ» and «سان بطرسبورغ». The
// first letter of a word and its last count as they are. A name with an article or a
// word that says what it is is Arabic: «حزب العمل» is not «حزب العمال». It is wrong for
// two names that a vowel alone tells apart.
func (c *casting) respelled(names []int) {
	first := map[string]int{}
	for _, k := range names {
		words := c.nodes[k].words
		if slices.ContainsFunc(words, definite) || len(words) > 1 && c.words.heads[words[0]] != "" {
			continue
		}
		bones := ""
		for _, w := range words {
			bones += boned(w)
		}
		if utf8.RuneCountInString(bones) >= foreignLetters {
			c.joinFirst(first, bones, k, "spelling")
		}
	}
}

// boned gives a word without the long vowels inside it.
func boned(w string) string {
	letters := []rune(w)
	inside := letters[min(1, len(letters)):max(min(1, len(letters)), len(letters)-1)]
	bones := slices.DeleteFunc(slices.Clone(inside), func(r rune) bool {
		return r == arabic.Alef || r == arabic.Waw || r == arabic.Yeh
	})
	if len(letters) < 2 {
		return w
	}
	return string(letters[0]) + string(bones) + string(letters[len(letters)-1])
}

// withoutHeads joins «النهضة» to «حركة النهضة» where the dossier knows one such
// body alone: not where there is «قناة القدس» beside «حركة القدس».
func (c *casting) withoutHeads(names []int) {
	headed := map[string][]int{}
	for _, k := range names {
		if rest := c.headless(k); rest != "" {
			headed[rest] = append(headed[rest], k)
		}
	}
	for _, k := range names {
		if j := c.only(headed[c.nodes[k].key]); j >= 0 {
			c.join(j, k, "head left out")
		}
	}
}

// headless gives the key of a name without the word that only says what it is,
// "" where it has none.
func (c *casting) headless(k int) string {
	n := &c.nodes[k]
	if len(n.words) < 2 {
		return ""
	}
	class := c.words.heads[n.words[0]]
	if class == "" || (class == "site") != (n.kind == kindFacility) {
		return ""
	}
	rest := n.words[1:]
	if class == "firm" && definite(rest[0]) {
		return "" // «شركة الحرة» is not the broadcaster
	}
	key := bare(rest[0]) + strings.Join(rest[1:], "")
	if rest[0] == "الله" || len(key) < 6 {
		return ""
	}
	if a, ok := c.words.aliases[key]; ok {
		return a
	}
	return key
}

// longerBodies joins the clipped name of a body to the one longer name that
// begins with it: of three words or more anywhere, of two where a document has
// both, or where what is left out is but a nationality, or one adjective of a
// building («مطار بغداد الدولي»). The names of bodies
// that every country has are left as they are: «الهيئة العليا المستقلة» may be
// that for elections here and that for the press there.
func (c *casting) longerBodies(names []int) {
	begins := map[string][]int{}
	for _, k := range names {
		w := c.nodes[k].words
		key := bare(w[0])
		for _, next := range w[1:] {
			begins[key] = append(begins[key], k)
			key += next
		}
	}
	lands := c.lands()
	for _, k := range names {
		if len(c.nodes[k].words) < 2 {
			continue
		}
		j := c.longest(begins[c.words.letters(c.nodes[k].name)])
		if j >= 0 && c.clipped(k, j, lands) {
			c.join(j, k, "clipped name")
		}
	}
}

// generic reports whether every country or town has a body of such a name:
// «وزارة الخارجية»، «وكالة الأنباء».
func (c *casting) generic(words []string) bool {
	if len(words) > 1 && c.words.heads[words[0]] != "" && c.words.generic[bare(words[1])] {
		return true
	}
	return c.words.generic[bare(words[0])]
}

// longest gives that of the nodes whose name begins with the names of all
// others, -1 if there is none or two bodies share a beginning.
func (c *casting) longest(nodes []int) int {
	best := -1
	for _, k := range nodes {
		if best < 0 || len(c.nodes[k].words) > len(c.nodes[best].words) {
			best = k
		}
	}
	for _, k := range nodes {
		if c.root(k) != c.root(best) && !strings.HasPrefix(strings.Join(c.nodes[best].words, ""), strings.Join(c.nodes[k].words, "")) {
			return -1
		}
	}
	return best
}

// clipped reports whether node k may be named by the beginning of node j's name.
func (c *casting) clipped(k, j int, lands map[string]bool) bool {
	n, more := &c.nodes[k], c.nodes[j].words[len(c.nodes[k].words):]
	if c.generic(n.words) {
		return false
	}
	// «الحزب الديمقراطي» may be that of any country, «فيلق القدس» is one.
	plain := definite(n.words[0]) && len(n.words) == 2
	one := len(more) == 1 && (!plain && national(more[0], lands) || n.kind == kindFacility && definite(more[0]))
	return one || len(n.words) >= 3 || c.meet(k, j)
}

// meet reports whether some document names both.
func (c *casting) meet(k, j int) bool {
	docs := map[int]bool{}
	for _, i := range c.named[c.nodes[k].id] {
		docs[c.nodes[i].doc] = true
	}
	return slices.ContainsFunc(c.named[c.nodes[j].id], func(i int) bool { return docs[c.nodes[i].doc] })
}

// lands gives the stems of the names of places, as nationalities have them:
// «ايران» for «الإيراني», «سور» for «السوري».
func (c *casting) lands() map[string]bool {
	out := map[string]bool{}
	for i := range c.nodes {
		if n := &c.nodes[i]; n.kind == kindPlace && len(n.words) == 1 {
			out[landStem(bare(n.words[0]))] = true
		}
	}
	return out
}

// landStem gives the name of a land without the end that its nationality lacks.
func landStem(w string) string {
	for _, end := range []string{"يا", "يه", "ا", "ه"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) >= 6 {
			return stem
		}
	}
	return w
}

// national reports whether a folded word is the nationality of one of lands.
func national(w string, lands map[string]bool) bool {
	w = bare(w)
	for _, end := range []string{"يه", string(arabic.Yeh)} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			return lands[stem]
		}
	}
	return false
}

// epithets joins two names of one sentence where the text says that the one is
// the other: «سيف الله بن حسين المكنى أبو عياض».
func (c *casting) epithets() {
	for d := range c.docs {
		doc := &c.a.Documents[d]
		of := make([]int, len(doc.Mentions))
		for i := range of {
			of[i] = -1
		}
		for _, k := range c.docs[d] {
			for _, m := range c.nodes[k].mentions {
				of[m] = k
			}
		}
		for i := 1; i < len(of); i++ {
			j, k := of[i-1], of[i]
			if j >= 0 && k >= 0 && c.nodes[j].kind == c.nodes[k].kind && c.words.epithet(doc.Text[doc.Mentions[i-1].End:doc.Mentions[i].Start]) {
				c.join(j, k, "epithet")
				c.bynames = append(c.bynames, j, k)
			}
		}
	}
}

// epithet reports whether what stands between two names says that they are one.
func (l *entityLists) epithet(between string) bool {
	const longest = 60 // bytes
	if len(between) > longest || strings.ContainsAny(between, ".\n") {
		return false
	}
	said := false
	for _, t := range arabic.Tokens(between) {
		w := arabic.Fold(t.Of(between))
		switch {
		case l.epithets[w]:
			said = true
		case t.Kind == arabic.Punct, w == "ب", w == "باسم", w == "ايضا", w == "او", w == "ما", w == "بما":
		default:
			return false
		}
	}
	return said
}
