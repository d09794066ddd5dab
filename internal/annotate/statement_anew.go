package annotate

import (
	"sort"
	"strings"

	"mojaz/internal/corpus"
)

// anew finds the person whom a word such as «المسؤولة» or «الدبلوماسي الأردني» means again: the
// one of whom the sentence before speaks, or the last who spoke and has a name. Only adjectives
// may stand behind it. One of another gender is somebody else.
//
// It is wrong where two have spoken and the word means the one before the last.
func (r *statementReader) anew(p phrase) (speaker, bool) {
	w := r.words[p.from]
	if !w.definite || reporting().marks[w.bare] != "again" || p.wide-p.from > 3 {
		return speaker{}, false
	}
	for k := p.from + 1; k < p.wide; k++ {
		if n := r.words[k]; !itself[n.base] && (!n.definite || n.led || n.conj || !describing(n)) {
			return speaker{}, false
		}
	}
	she := strings.HasSuffix(w.bare, "ه")
	if t := r.memory.topic; t != nil {
		return *t, true
	}
	for n := len(r.memory.recent) - 1; n >= 0 && r.memory.block-r.memory.recent[n].block <= 2; n-- {
		s := r.memory.recent[n]
		if s.kind == corpus.SpeakerUnnamed && reporting().marks[s.head] == "again" && s.head != w.bare {
			continue // «مسؤول» is no «دبلوماسي»
		}
		if s.kind != corpus.SpeakerNamed || !r.isPerson(s) {
			return speaker{}, false
		}
		if s.feminine == s.masculine || s.feminine == she {
			return s, true
		}
	}
	return speaker{}, false
}

// isPerson reports whether s is a person by what stands where it does.
func (r *statementReader) isPerson(s speaker) bool {
	if s.full || reporting().heads[s.head] == headPerson {
		return true
	}
	m, ok := r.mentionOver(s.span)
	return ok && m.Type == corpus.TypePerson
}

// mentionOver gives the first mention that begins within s.
func (r *statementReader) mentionOver(s corpus.Span) (corpus.Mention, bool) {
	k := sort.Search(len(r.mentions), func(k int) bool { return r.mentions[k].Start >= s.Start })
	if k == len(r.mentions) || r.mentions[k].Start >= s.End {
		return corpus.Mention{}, false
	}
	return r.mentions[k], true
}
