package annotate

import (
	"strings"

	"mojaz/internal/arabic"
)

// whoSays finds the speaker of the verb at word i, whose words begin with c.
func (r *statementReader) whoSays(i int, c complement, f reportForm) (s speaker, ok bool) {
	switch {
	case f.tense == tenseParticiple:
		s, ok = r.speakerHere(i, f)
		return r.spokenTo(s, i+1, c.lead), ok
	case f.within:
		return r.textSays(i, c.lead)
	}
	if s, ok = r.quoted(i+1, c.lead); ok {
		return s, true
	}
	if s, ok = r.onTongue(i+1, c.lead); ok {
		return s, true
	}
	if s, ok = r.whoBefore(i, f); !ok {
		var at presence
		if s, at = r.whoBehind(i, c, f); at == absent {
			s, ok = r.whoElse(i, f)
		} else {
			ok = at == present && (s.sure || !c.noun && !f.homograph || r.opensClause(i))
		}
	}
	return r.spokenTo(s, i+1, c.lead), ok
}

// textSays finds the text of «جاء في البيان» at word i, or who speaks in «جاء على لسان الوزير».
func (r *statementReader) textSays(i, end int) (speaker, bool) {
	from := i + 2
	tongue := r.word(i+1).base == "علي" && r.word(from).base == "لسان"
	if tongue {
		from++
	}
	s, at := r.subject(from, end)
	return s, at == present && s.sure && (tongue || r.word(i+1).base == "في")
}

// whoBefore finds a subject before the verb at word i, where one is told to stand there.
func (r *statementReader) whoBefore(i int, f reportForm) (s speaker, ok bool) {
	if !r.words[i].conj {
		s, ok = r.turned(i)
	}
	if !ok && (r.hadDone(i) || f.tells && !r.words[i].conj) {
		s, ok = r.subjectBefore(i)
		return s, ok && s.sure
	}
	s.feminine, s.masculine = f.feminine, f.masculine
	return s, ok
}

// whoBehind finds the subject behind the verb at word i, whose words begin with c. Who is
// accused cannot be told from who accuses, where one stands alone.
func (r *statementReader) whoBehind(i int, c complement, f reportForm) (speaker, presence) {
	end := c.lead
	if f.tells {
		end = r.whoIsTold(i, end)
	}
	s, at := r.subject(r.behindPause(i+1, end), end)
	if m, ok := r.mentionAt(i + 1); ok && m.Start > r.words[i+1].inner && strings.HasPrefix(r.words[i+1].base, string(arabic.Lam)) {
		return s, absent // «قالت لرويترز إن»
	}
	if f.accuses && r.oneName(i+1, end) {
		return s, absent
	}
	if at == present && ((f.weak || f.homograph && f.tense == tensePast) && !s.sure || f.accuses && s.span.End == r.word(end-1).End) {
		return s, blocked
	}
	s.feminine, s.masculine = f.feminine, f.masculine
	return s, at
}

// whoElse finds who is meant by the verb at word i behind which no subject stands.
func (r *statementReader) whoElse(i int, f reportForm) (speaker, bool) {
	if r.words[i].conj {
		if s, ok := r.turned(i); ok && (r.last < 0 || r.out[r.last].End < s.span.Start) {
			return s, true
		}
	}
	if s, ok := r.subjectBefore(i); ok {
		s.feminine, s.masculine = f.feminine, f.masculine
		return s, true
	}
	return r.unsaid(i, f)
}

// whoIsTold gives the word before end with which those begin who are told, behind the subject
// of the verb at word i, or end: «أبلغت ماركوفيتش | المجلس أن».
func (r *statementReader) whoIsTold(i, end int) int {
	for k := i + 2; k < end && r.words[k-1].kind == arabic.Word; k++ {
		w, p := r.words[k], r.words[k-1]
		body := w.head == headBody || w.head == headUnnamed || w.head == headOutlet
		if body && !w.led && !w.conj && (p.definite || r.mentionEnds(k-1) || k == i+2 && p.head == headNone) {
			return k
		}
	}
	return end
}

// behindPause gives word i, or the one behind it where i is a pause that stands between a verb
// and its subject: «طالبت، الكاتبة العامة للجمعية، …، بإطلاق».
func (r *statementReader) behindPause(i, end int) int {
	n := r.word(i + 1)
	if r.word(i).pauses() && i+1 < end && (r.personAt(i+1) || n.definite && n.head == headPerson && !n.led) {
		return i + 1
	}
	return i
}

// hadDone reports whether the clause of the verb at word i begins with كان and its subject, so
// that who stands behind the verb is told: «وكانت الإدارة أعلمت والد التلميذ بأن».
func (r *statementReader) hadDone(i int) bool {
	from := r.clauseOf(i)
	w := r.word(from).base
	return (w == "كان" || w == "كانت") && i-from > 1 && !r.words[i].conj
}

// oneName reports whether words i to end are one word, or one name with titles at
// most before it: all that is accused, and not who accuses it.
func (r *statementReader) oneName(i, end int) bool {
	if end-i <= 1 {
		return true
	}
	m, ok := r.mentionBefore(end - 1)
	for ; ok && i < end && r.words[i].Start < m.Start; i++ {
		if r.words[i].head == headNone {
			return false
		}
	}
	return ok
}

// spokenTo notes the outlet that the words from from to to name.
func (r *statementReader) spokenTo(s speaker, from, to int) speaker {
	if by := r.outlet(from, to); by != "" {
		s.by = by
	}
	return s
}

// onTongue reads «على لسان …» between a verb and its words: it speaks for the subject.
func (r *statementReader) onTongue(from, to int) (speaker, bool) {
	for j := from; j+2 < to; j++ {
		if r.words[j].base == "علي" && r.words[j+1].base == "لسان" {
			s, at := r.subject(j+2, to)
			return s, at == present && s.sure
		}
	}
	return speaker{}, false
}

// quoted reads «نقلاً عن …» between a verb and its words: it speaks, and the
// subject of the verb passes it on.
func (r *statementReader) quoted(from, to int) (speaker, bool) {
	for j := from; j+2 < to; j++ {
		if r.words[j].base != "نقلا" || r.words[j+1].base != "عن" {
			continue
		}
		s, at := r.subject(j+2, to)
		if by, is := r.subject(from, j); is == present {
			s.by = by.name
		}
		return s, at == present
	}
	return speaker{}, false
}
