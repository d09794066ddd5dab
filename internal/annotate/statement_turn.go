package annotate

// A word of contrast sets a second speaker against the first, and the subject stands behind it,
// before its verb: «…، لكن الوزارة قالت إن»، «غير أن سالم الكعبي، عضو الوفد، نفى علمه».

// mostTurned is how many words stand at most between a word of contrast and the verb.
const mostTurned = 40

// turn gives the word behind the word of contrast that word k ends, or k: «لكن | الوزارة»،
// «غير أن | الوزارة»، «فإن | الوزارة».
func (r *statementReader) turn(k int) int {
	w, p := r.word(k), r.word(k-1)
	switch {
	case reporting().marks[w.base] == "turn" && !r.word(k+1).that():
		return k + 1
	case w.base == "ان" && (p.base == "غير" || p.base == "الا" || w.conj && w.fold == "فان"):
		return k + 1
	}
	return k
}

// turned finds the subject of the verb at word i behind a word of contrast in its sentence.
// Only remarks may stand between both, where the verb has no conjunction.
//
// It is wrong where the word behind «لكن» is no subject and names somebody: «لكن الوزير سالم
// الكعبي التقاه المدير وقال».
func (r *statementReader) turned(i int) (speaker, bool) {
	if relatives[r.word(i-1).base] {
		return speaker{}, false
	}
	for k := i - 1; k >= 0 && i-k < mostTurned && r.words[k].ends == r.words[i].ends; k-- {
		if r.words[k].stops() || r.words[k].close > i {
			return speaker{}, false
		}
		if from := r.turn(k); from > k {
			return r.turnedTo(from, i)
		}
	}
	k := r.sentenceStart(i)
	if w := r.words[k].base; (w == "كان" || w == "كانت") && r.word(i-1).base == "قد" && !r.words[i].conj {
		return r.turnedTo(k+1, i)
	}
	return speaker{}, false
}

// turnedTo reads the subject that begins with word from, before the verb at word i.
func (r *statementReader) turnedTo(from, i int) (speaker, bool) {
	if from >= i || reporting().breaks[r.words[from].base] || reporting().openers[r.words[from].base] {
		return speaker{}, false
	}
	p := r.phrase(from, i)
	w := r.words[from]
	if _, named := r.mentionAt(from); !named && !w.definite && w.head == headNone && i-from > 2 {
		return speaker{}, false // «فيما يتعلق بالوزير سالم الكعبي، قال»
	}
	end := i
	for k := p.to; k < i; k++ {
		f, verb := r.words[k].form(r.text)
		if verb && f.tense != tenseParticiple && reporting().marks[r.words[k].base] != "remark" && (!r.words[i].conj || !f.homograph && r.words[k].conj) {
			return speaker{}, false
		}
		if r.words[k].pauses() && end == i && r.words[i].conj {
			end = k
		}
	}
	s, at := r.subject(from, end)
	alone := p.wide == i && i-from <= 2 && w.head == headNone
	s.before, s.sure = true, s.sure || alone
	return s, at == present && s.sure
}

// turnsAt reports whether a word of contrast at word j, or behind it, turns to what another
// says: «، لكن عضو الوفد يقول إنها».
func (r *statementReader) turnsAt(j int) bool {
	from := j
	for n := 0; n < 2 && from == j+n; n++ {
		if next := r.turn(j + n); next > j+n {
			from = next
			break
		}
		from++
	}
	if from == j || from == j+2 && r.turn(j+1) == j+1 || from >= len(r.words) {
		return false
	}
	for k := from + 1; k < min(r.words[from].ends, from+mostTurned/2); k++ {
		f, ok := r.words[k].form(r.text)
		if !ok || f.tense == tenseParticiple || f.decides || r.words[k].conj || relatives[r.word(k-1).base] || reporting().marks[r.words[k].base] == "remark" && f.takes&someNoun == 0 {
			continue
		}
		if _, told := r.complement(k+1, f.takes); told {
			_, ok := r.turnedTo(from, k)
			return ok
		}
		return false
	}
	return false
}
