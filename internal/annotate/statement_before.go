package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// clauseBack is how many words a subject before its verb can have.
const clauseBack = 16

// subjectBefore finds the speaker before the verb at word i: «الخبير الأمني أحمد
// الشريفي رأى»، «الاتفاقية … التي نصّت». It must be one that is known to speak,
// because a noun before a verb more often belongs to what comes before.
func (r *statementReader) subjectBefore(i int) (speaker, bool) {
	end := i
	for end > 0 && r.words[end-1].ends == r.words[i].ends && (skipped[r.words[end-1].base] || reporting().adverbs[r.words[end-1].base]) {
		end--
	}
	if end > 0 && r.words[end-1].pauses() {
		end = r.beforeRemark(end - 1)
	}
	if end == 0 || r.words[end-1].ends != r.words[i].ends {
		return speaker{}, false
	}
	if relatives[r.words[end-1].base] {
		return r.antecedent(end - 1)
	}
	if start := r.sentenceStart(i); r.words[start].base == "اما" && r.words[i].conj {
		s, at := r.subject(start+1, end) // «أما فلان، …، فقال»
		return s, at == present
	}
	from := r.clauseOf(end)
	if !r.words[i].conj {
		from = r.behindThat(from, end)
	}
	if m, ok := r.mentionBefore(end - 1); ok && r.clear(m) {
		// «أنهى زيارته تونس وأكد»: a place within the clause before suffers or is where it happens
		inside := r.words[i].conj && m.Start > r.words[from].End && (m.Type == corpus.TypeGeopolitical || m.Type == corpus.TypeLocation)
		return r.named(m, r.words[end-1]), !inside
	}
	for k := from; k < end; k++ {
		if w := r.words[k]; reporting().openers[w.base] || reporting().breaks[w.base] || w.fold == "" {
			continue
		}
		s, at := r.subject(k, end)
		p := r.phrase(k, end)
		return s, at == present && s.sure && (p.wide == end || p.to == end)
	}
	return speaker{}, false
}

// mostRemark is how many words a remark on a source has: «، اشترط عدم ذكر اسمه،».
const mostRemark = 20

// beforeRemark gives the word behind a subject that a remark on it parts from its verb: of the
// marks around the remark the first, where the second is word i. Where there is no remark it
// is the word behind i.
func (r *statementReader) beforeRemark(i int) int {
	for k := i - 1; k > 0 && i-k <= mostRemark && r.words[k].ends == r.words[i].ends; k-- {
		if r.words[k].pauses() {
			if r.remark(k+1) || r.hides(k+1, i) {
				return k
			}
			break
		}
	}
	return i + 1
}

// hides reports whether the words from i to before end say that a source is not to be named.
func (r *statementReader) hides(i, end int) bool {
	for ; i < end; i++ {
		if reporting().marks[r.words[i].base] == "hidden" {
			return true
		}
	}
	return false
}

// clear reports whether no particle is written onto the mention m and none
// stands before it.
func (r *statementReader) clear(m corpus.Mention) bool {
	before := r.text[max(0, m.Start-32):m.Start]
	last := before[strings.LastIndexAny(before, " \n،.")+1:]
	if last == "ل" || last == "ب" || last == "ك" || last == "لل" {
		return false
	}
	words := strings.Fields(before)
	if len(words) == 0 {
		return true
	}
	w := arabic.Fold(words[len(words)-1])
	return !reporting().breaks[w] && !belonging(w)
}

// belonging reports whether a folded word says that what stands before it is part of
// what stands behind it: «مفوضية اللاجئين التابعة للأمم المتحدة».
func belonging(w string) bool {
	switch strings.TrimPrefix(w, "ال") {
	case "تابع", "تابعه", "تابعين", "تابعتين", "تابعان", "تابعتان":
		return true
	}
	return false
}

// skipped are words between a subject and its verb.
var skipped = wordSet{"قد": true, "كان": true, "كانت": true, "طالما": true, "لم": true, "لا": true, "ايضا": true, "بدوره": true, "بدورها": true}

// clauseOf gives the first word of the clause that ends before word end.
func (r *statementReader) clauseOf(end int) int {
	k := end
	for k > 0 && end-k < clauseBack && r.words[k-1].ends == r.words[end-1].ends && !r.words[k-1].pauses() && !r.words[k-1].stops() && !r.words[k-1].is(":") {
		k--
	}
	return k
}

// behindThat gives the first word behind the last أن of words from to end that a head
// follows, or from: «يشار إلى أن | تقرير اللجنة أكد».
func (r *statementReader) behindThat(from, end int) int {
	for k := end - 1; k > from; k-- {
		if r.words[k-1].that() && r.words[k].head != headNone {
			return k
		}
	}
	return from
}

// antecedent finds whom the relative pronoun at word i means: the noun phrase
// before it, from the nearest word that can stand at the head of a speaker.
// «والتي» rather joins what is told of the head of a long phrase than of a name
// that ends it behind a particle: «الأحزاب القريبة من إيران، والتي».
func (r *statementReader) antecedent(i int) (speaker, bool) {
	end := i
	if end > 0 && r.words[end-1].pauses() {
		end--
	}
	if end == 0 {
		return speaker{}, false
	}
	if m, ok := r.mentionBefore(end - 1); ok && (!r.words[i].conj || r.clear(m)) {
		return r.named(m, r.words[end-1]), true
	}
	for k := end - 1; k >= 0 && end-k <= clauseBack && r.words[k].ends == r.words[i].ends; k-- {
		w := r.words[k]
		if w.kind == arabic.Punct {
			break
		}
		if w.head == headNone || w.led || w.conj || r.word(k-1).head != headNone && r.word(k-1).kind == arabic.Word {
			continue
		}
		s, at := r.subject(k, end)
		return s, at == present && s.sure
	}
	return speaker{}, false
}

// noteTopic notes, at the first word of a sentence, of whom it speaks: the first
// person named in it to whom no particle leads. It needs mentions.
func (r *statementReader) noteTopic(i int) {
	m := &r.memory
	m.topic = nil
	if len(r.out) == m.spoken {
		m.topic = m.here
	}
	m.here, m.spoken = nil, len(r.out)
	if len(r.mentions) == 0 {
		return
	}
	end, led := r.words[i].ends, false
	for ; i < end; i++ {
		if w := r.words[i]; w.head == headPerson {
			led = w.led || led && r.word(i-1).kind == arabic.Word
		} else if _, told := w.form(r.text); told {
			led = false
		}
		if n, ok := r.mentionAt(i); ok && n.Type == corpus.TypePerson && r.clear(n) {
			if led {
				led = false // «وجه لوما لوزيرة الصحة، ليلى الغربي، …»
				continue
			}
			s := r.named(n, r.words[i])
			s.block = m.block
			m.here = &s
			return
		}
	}
}
