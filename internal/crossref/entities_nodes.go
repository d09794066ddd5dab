package crossref

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// kind is what an entity can be without becoming another: types of one kind
// can mean the same.
type kind string

// kindOf gives the kind of a type: where a government ends and its land begins
// is not for us to say.
func kindOf(t corpus.EntityType) kind {
	if t == corpus.TypeGeopolitical {
		return kind(corpus.TypeLocation)
	}
	return kind(t)
}

// Kinds with rules of their own.
const (
	kindPerson   = kind(corpus.TypePerson)
	kindBody     = kind(corpus.TypeOrganisation)
	kindFacility = kind(corpus.TypeFacility)
	kindPlace    = kind(corpus.TypeLocation)
)

// node is one who is named by one name in one document.
type node struct {
	doc      int // index into Affair.Documents
	kind     kind
	name     string // the fullest of the document, as it is written
	mentions []int
	roles    []string   // each once, in order
	offices  [][]string // the words of the roles that name an office
	apart    bool       // a guide took its mentions from another: name says how they are called
	spelling
}

// spelling is how a name is compared.
type spelling struct {
	// key is equal for spellings of one name, of a person without articles; id
	// tells those of different kinds apart.
	key, id string
	// sound is equal for what are likely to be spellings of a foreign name.
	sound string
	// units are the parts of a person's name: «عبد الله» is one.
	units []string
	words []string // folded
}

// surname reports whether n is a person named by one part of a name.
func (n *node) surname() bool { return n.kind == kindPerson && len(n.units) == 1 }

// read adds the nodes of document number i.
func (c *casting) read(i int) {
	doc := &c.a.Documents[i]
	at := map[string]int{}
	for k := range doc.Mentions {
		m := &doc.Mentions[k]
		s := c.spell(kindOf(m.Type), m.Name)
		if s.key == "" {
			continue
		}
		j, ok := at[s.id]
		if !ok {
			j = c.add(node{doc: i, kind: kindOf(m.Type), name: m.Name, spelling: s})
			at[s.id] = j
		}
		n := &c.nodes[j]
		n.mentions = append(n.mentions, k)
		if m.Role != "" && !slices.Contains(n.roles, m.Role) {
			n.roles = append(n.roles, m.Role)
			if o := c.officeWords(m.Role); len(o) > 0 {
				n.offices = append(n.offices, o)
			}
		}
	}
}

// spell tells how a name of that kind is compared. What it has read it
// remembers.
func (c *casting) spell(k kind, name string) spelling {
	at := named{k, name}
	s, ok := c.spelled[at]
	if !ok {
		s = c.words.spell(k, name)
		s.id = string(k) + " " + s.key
		c.spelled[at] = s
	}
	return s
}

// named is a name of a kind.
type named struct {
	kind kind
	name string
}

// spell tells how a name of that kind is compared.
func (l *entityLists) spell(k kind, name string) spelling {
	s := spelling{words: l.fold(name)}
	if k == kindPerson {
		s.units = l.units(s.words)
		s.key = strings.Join(s.units, "")
		if len(s.units) > 0 {
			s.sound = l.sound(s.units, slices.ContainsFunc(s.words, definite))
		}
		return s
	}
	s.key = l.letters(name)
	if a, ok := l.aliases[s.key]; ok {
		s.key = a
	}
	if k == kindPlace {
		s.key = openEnd(s.key)
	}
	s.sound = s.key
	return s
}

// definite reports whether a folded word has the article.
func definite(w string) bool { return bare(w) != w }

// openEnd gives the name of a place without the heh or alef that it may end
// with: سورية and سوريا.
func openEnd(key string) string {
	last, n := utf8.DecodeLastRuneInString(key)
	if rest := key[:len(key)-n]; (last == arabic.Heh || last == arabic.Alef) && utf8.RuneCountInString(rest) >= 4 {
		return rest + string(arabic.Alef)
	}
	return key
}

// units parts a person's name: «محمد عبد العزيز نور الدين» has three units.
// Articles are dropped, for papers do not agree about them: «الهادي مجدوب» and
// «هادي المجدوب» are one. Two people who differ by an article alone become one.
func (l *entityLists) units(words []string) []string {
	var out []string
	lead := ""
	for i, w := range words {
		switch {
		case l.tails[w] && len(out) > 0 && lead == "":
			out[len(out)-1] += bare(w)
		case l.leads[w] && i+1 < len(words):
			lead += leading(w)
		default:
			out = append(out, lead+l.joint(w))
			lead = ""
		}
	}
	return out
}

// leading gives one form to the forms of a word before a name.
func leading(w string) string {
	switch w {
	case "ابو", "ابي", "ابا":
		return "بو"
	case "ابن":
		return "بن"
	}
	return w
}

// joint gives one word of a name without the articles at its start and inside
// it: «عبدالله»، «نورالدين»، «بالحاج» beside «بلحاج».
func (l *entityLists) joint(w string) string {
	w = bare(w)
	if rest, ok := strings.CutPrefix(w, "عبدال"); ok && utf8.RuneCountInString(rest) >= 2 {
		w = "عبد" + spelledAs(l, rest)
	}
	if rest, ok := strings.CutPrefix(w, "بال"); ok && utf8.RuneCountInString(rest) >= 3 {
		w = "بل" + rest
	}
	if rest, ok := strings.CutSuffix(w, "الدين"); ok && rest != "" {
		w = rest + "دين"
	}
	return strings.TrimSuffix(w, "ء")
}

// spelledAs gives the one spelling of a word.
func spelledAs(l *entityLists, w string) string {
	if s, ok := l.spellings[w]; ok {
		return s
	}
	return w
}

// sound gives a form in which the spellings of a foreign name are equal: no
// long vowels but the first letter, no letter twice, one g. A part in which a
// vowel tells two names apart stays as it is, and so does one that has few
// letters else, or the g of a name that looks Arabic. It is wrong for two
// people of one given name whose family names are rare and differ by a vowel.
func (l *entityLists) sound(units []string, arab bool) string {
	arab = arab || l.vowels[units[0]] || strings.ContainsAny(strings.Join(units, ""), arabLetters)
	least := 3 // letters that must remain
	if arab || len(units) == 1 {
		least = 4
	}
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = u
		if l.vowels[u] {
			continue
		}
		if s := unvoiced(u, arab); utf8.RuneCountInString(s) >= least {
			out[i] = s
		}
	}
	return strings.Join(out, " ")
}

// unvoiced gives a part of a name without its long vowels, but for the first
// letter.
func unvoiced(u string, arab bool) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range u {
		twice := r == last
		last = r
		if b.Len() > 0 && (r == arabic.Alef || r == arabic.Waw || r == arabic.Yeh) || twice {
			continue
		}
		if !arab {
			switch r {
			case 'غ':
				r = 'ج'
			case 'ط':
				r = 'ت'
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
