package annotate

// afterQuotation reads a verb behind the quotation that it reports: «"…"، قال
// فلان».
func (r *statementReader) afterQuotation(i int, f reportForm) (next int, ok bool) {
	j := i - 1
	if r.word(j).pauses() {
		j--
	}
	open := r.opening(j)
	if open < r.floor || j-open <= 2 || j-open <= longQuote && !r.alone(open) || f.homograph || f.tense == tenseParticiple || f.light {
		return 0, false
	}
	end := r.words[i].ends
	p := r.phrase(i+1, end)
	who, at := r.subject(i+1, p.wide)
	if at == absent {
		who, ok = r.memory.carry(f)
	} else {
		ok = at == present && (who.sure || !f.weak)
	}
	if !ok {
		return 0, false
	}
	s := found{from: open, to: j + 1, verb: r.verbSpan(i), who: r.spokenTo(who, i+1, end), rule: "quotation"}
	return max(p.wide, i+1), r.emit(s)
}

// afterClause reads a verb in the present behind the clause that it reports, and who says it:
// «تراجع عدد سكان المخيم، تقول ليلى الغربي». Nothing else may follow.
func (r *statementReader) afterClause(i int, f reportForm) (next int, ok bool) {
	if f.tense != tensePresent || f.homograph || f.weak || f.takes&takesClause == 0 || !r.word(i-1).pauses() || r.words[i].conj {
		return 0, false
	}
	end := r.words[i].ends
	who, at := r.subject(i+1, end)
	p := r.phrase(i+1, end)
	start := r.clauseStart(i)
	if at != present || !who.sure || !r.phraseCloses(p.wide, end) || i-start < 4 {
		return 0, false
	}
	s := found{from: start, to: i, verb: r.verbSpan(i), who: who, rule: "clause"}
	s.skip = r.conjunction(start)
	return p.wide, r.emit(s)
}

// alone reports whether what stands before the quotation that word i opens is over, so that it
// is nobody's name and no term, however short.
func (r *statementReader) alone(i int) bool {
	p := r.word(i - 1)
	return i == 0 || p.ends != r.words[i].ends || p.stops() || p.is(".")
}

// opening gives the word that opens the quotation which word j closes, or -1.
func (r *statementReader) opening(j int) int {
	if j < 0 || quoteMarkFamily(r.word(j)) < 0 || r.words[j].close >= 0 {
		return -1
	}
	for k := j - 1; k >= max(0, j-lookBack); k-- {
		if r.words[k].close == j {
			return k
		}
	}
	return -1
}
