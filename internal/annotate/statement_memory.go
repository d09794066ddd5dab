package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// statementMemory keeps who spoke before, so that «وأضاف» and «المصدر نفسه» find
// whom they mean.
type statementMemory struct {
	recent []speaker         // newest last
	names  map[string]string // names in full by their folded last word
	titles titleHolders
	block  int      // the index of the block being read
	topic  *speaker // of whom the sentence before speaks, if nobody spoke in it
	here   *speaker // of whom this sentence speaks
	spoken int      // statements before this sentence
}

// remembered is how many speakers are kept.
const remembered = 12

func newMemory(doc corpus.Document) statementMemory {
	return statementMemory{names: fullNames(doc), titles: readTitleHolders(doc)}
}

// say notes that s spoke.
func (m *statementMemory) say(s speaker) {
	s.block = m.block
	if s.full {
		addName(m.names, s.name)
	}
	m.recent = append(m.recent, s)
	if len(m.recent) > remembered {
		m.recent = slices.Clone(m.recent[1:])
	}
	m.topic = nil
}

// carry gives the one whom a verb without a subject means: of whom the sentence
// before spoke, else the last who spoke, in this block or the two before. The
// verb's gender must not speak against it.
func (m *statementMemory) carry(f reportForm) (speaker, bool) {
	if m.topic != nil {
		return *m.topic, true
	}
	for i := len(m.recent) - 1; i >= 0 && i >= len(m.recent)-3; i-- {
		s := m.recent[i]
		if m.block-s.block > 2 {
			break
		}
		if s.agrees(f) {
			return s, true
		}
	}
	return speaker{}, false
}

// agrees reports whether the gender of f can be that of s.
func (s speaker) agrees(f reportForm) bool {
	return s.feminine == s.masculine || s.feminine == f.feminine
}

// same gives the earlier speaker that a noun with the article means: of «المصدر»
// and «المسؤول» the last without a name, of «الوزير» the last with that title.
func (m *statementMemory) same(bare string, kind headKind) (speaker, bool) {
	for i := len(m.recent) - 1; i >= 0; i-- {
		s := m.recent[i]
		switch {
		case kind == headUnnamed && s.kind == corpus.SpeakerUnnamed && (generic[bare] && !crowd(s.head) || generic[s.head] && !crowd(bare)),
			s.head == bare, kind == headPerson && slices.Contains(s.phrase, bare):
			return s, true
		}
	}
	n := len(m.recent)
	for n > 0 && m.recent[n-1].kind == corpus.SpeakerDocument {
		n-- // a text is no «مصدر»
	}
	if n > 0 && m.block-m.recent[n-1].block <= 2 {
		last := m.recent[n-1]
		return last, bare == "مصدر" || bare == "مسؤول" && reporting().heads[last.head] == headPerson
	}
	return speaker{}, false
}

// generic are the nouns by which anybody without a name is meant again.
var generic = wordSet{"مصدر": true, "مصادر": true, "مسوول": true, "مسوولون": true}

// crowd reports whether a noun is of many, «محتجون» or «أهالي», who are never the one
// that spoke before.
func crowd(bare string) bool {
	return strings.HasSuffix(bare, "ون") || bare == "اهالي" || bare == "سكان" || bare == "عمال" || bare == "شهود"
}

// fullest gives the name in full of a surname.
func (m *statementMemory) fullest(name string) string {
	if full := m.names[arabic.Fold(name)]; full != "" {
		return full
	}
	return name
}
