package clean

import (
	"strconv"
	"strings"
	"time"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// maxClues bounds the clues that are voted with.
const maxClues = 200

// side is where a word such as «الماضي» puts a time.
type side string

const (
	sideNow  side = "now"
	sidePast side = "past"
	sideNext side = "next"
)

// deictics maps words such as «الحالي» to their side.
var deictics = readDeictics()

func readDeictics() map[string]side {
	out := map[string]side{}
	for _, e := range entries("deictics.txt") {
		s, w, _ := strings.Cut(e, " ")
		out[norm(w)] = side(s)
	}
	return out
}

// weekdays maps the folded names of the days of the week.
var weekdays = readWeekdays()

func readWeekdays() map[string]time.Weekday {
	out := map[string]time.Weekday{}
	for _, e := range entries("weekdays.txt") {
		n, name, _ := strings.Cut(e, " ")
		d, _ := strconv.Atoi(n)
		out[norm(name)] = time.Weekday(d)
	}
	return out
}

// findClues reads the sentences of the text.
func (r *reading) findClues() []clue {
	var out []clue
	for i := range r.lines {
		if !r.isContent(i) {
			continue
		}
		l := &r.lines[i]
		for _, s := range arabic.Sentences(l.text) {
			at := l.Start + s.Start
			out = append(out, sentenceClues(r.text[at:l.Start+s.End], at)...)
			if len(out) > maxClues {
				return out[:maxClues]
			}
		}
	}
	return out
}

// sentence is a sentence while its clues are read.
type sentence struct {
	text  string
	at    int // where it begins in Text
	toks  []arabic.Token
	words []string // of each token, folded
}

func sentenceClues(text string, at int) []clue {
	if len(text) > 6000 { // it has no end, and was cut: see arabic.Sentences
		return nil
	}
	s := sentence{text: text, at: at, toks: arabic.Tokens(text)}
	s.words = make([]string, len(s.toks))
	for i, t := range s.toks {
		s.words[i] = arabic.Fold(t.Of(text))
	}
	var out []clue
	named := s.events()
	for i := range s.toks {
		if c, ok := s.today(i); ok {
			out = append(out, c)
		}
		if side, ok := deictics[s.words[i]]; ok {
			out = append(out, s.deictic(i, side, named)...)
		}
		if c, ok := s.yearNamed(i); ok {
			out = append(out, c)
		}
	}
	for _, e := range named {
		out = append(out, e.clues()...)
	}
	return out
}

// span gives the place in Text of tokens i to j, both included.
func (s *sentence) span(i, j int) corpus.Span {
	return corpus.Span{Start: s.at + s.toks[i].Start, End: s.at + s.toks[j].End}
}

// monthBefore reads the month whose name ends before token i: its number, and
// the token with which it begins.
func (s *sentence) monthBefore(i int) (number, from int) {
	for k := min(5, i); k > 0; k-- {
		if s.toks[i-k].Kind != arabic.Word || s.words[i-k] == "من" {
			continue
		}
		name := strings.Join(s.words[i-k:i], " ")
		name = strings.ReplaceAll(name, " / ", "/")
		if n := monthNumber(name); n > 0 {
			return n, i - k
		}
	}
	return 0, i
}

// deictic reads what «الحالي», «الماضي» or «المقبل» at token i speaks of.
func (s *sentence) deictic(i int, where side, named []namedEvent) []clue {
	year, before := 0, i
	if y := yearOf(s.words, i-1); y > 0 {
		year, before = y, i-1
	}
	number, from := s.monthBefore(before)
	switch {
	case number == 0 && year == 0:
		return nil
	case number == 0:
		return []clue{yearClue(year, where, s.span(i-1, i))}
	}
	day := 0
	if from > 0 && isNumber(s.words[from-1]) {
		if day, _ = strconv.Atoi(s.words[from-1]); day >= 1 && day <= 31 {
			from--
		}
	}
	where0 := s.span(from, i)
	if year > 0 {
		return []clue{sidedClue(monthOf(year, number), where, where0)}
	}
	if where == sideNow {
		return []clue{{spans: []corpus.Span{where0}, weight: 2, number: number}}
	}
	for _, e := range named {
		if c, ok := e.bound(number, day, where); ok {
			c.spans = append(c.spans, where0)
			return []clue{c}
		}
	}
	return nil
}

// sidedClue bounds publication by a month that is past, current or to come:
// people say so of the twelve months on either side.
func sidedClue(m month, where side, sp corpus.Span) clue {
	c := clue{spans: []corpus.Span{sp}, weight: 3}
	switch where {
	case sideNow:
		c.windows = [][2]month{{m, m}}
	case sidePast:
		c.windows = [][2]month{{m, m + 12}}
	case sideNext:
		c.windows = [][2]month{{m - 12, m}}
	}
	return c
}

// yearClue bounds publication by a year named as past, current or to come.
func yearClue(year int, where side, sp corpus.Span) clue {
	switch where {
	case sidePast:
		year++
	case sideNext:
		year--
	}
	return clue{spans: []corpus.Span{sp}, weight: 2, windows: [][2]month{{monthOf(year, 1), monthOf(year, 12)}}}
}

// yearOf gives the year that token i is, or 0.
func yearOf(words []string, i int) int {
	if i < 0 || i >= len(words) || len(words[i]) != 4 || !isNumber(words[i]) {
		return 0
	}
	y, _ := strconv.Atoi(words[i])
	if y < 1990 || y > 2059 {
		return 0
	}
	return y
}

// yearNamed reads «العام الحالي 2024», «هذا العام (2024)» with the year at token
// i.
func (s *sentence) yearNamed(i int) (clue, bool) {
	y := yearOf(s.words, i)
	j := i - 1
	if j >= 0 && (s.words[j] == "(" || s.words[j] == "،") {
		j--
	}
	if y == 0 || j < 1 {
		return clue{}, false
	}
	if where, ok := deictics[s.words[j]]; ok && isYearWord(s.words[j-1]) {
		return yearClue(y, where, s.span(j-1, i)), true
	}
	if isYearWord(s.words[j]) && (s.words[j-1] == "هذا" || s.words[j-1] == "هذه") {
		return yearClue(y, sideNow, s.span(j-1, i)), true
	}
	return clue{}, false
}

func isYearWord(w string) bool {
	return w == "العام" || w == "السنه" || w == "عام" || w == "سنه" || w == "للعام" || w == "بالعام"
}

// today reads «اليوم الأربعاء 18 جانفي 2017»: the very day. «أمس» and «غدا» shift
// it. Other words may not stand between.
func (s *sentence) today(i int) (clue, bool) {
	shift, ok := map[string]int{"اليوم": 0, "امس": 1, "غدا": -1}[s.words[i]]
	if !ok || s.words[i] == "اليوم" && i > 0 && s.words[i-1] == "ذلك" {
		return clue{}, false
	}
	end := min(len(s.toks)-1, i+9)
	rest := s.text[s.toks[i].End:s.toks[end].End]
	day, at, ok := findDay(arabic.Fold(rest))
	if !ok {
		return clue{}, false
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return clue{}, false
	}
	for _, w := range wordsOf(arabic.Fold(rest)[:at[0]]) {
		if d, named := weekdays[w]; named && d != t.Weekday() || !named && !dateLabels[w] {
			return clue{}, false // a slip, or another day
		}
	}
	t = t.AddDate(0, 0, shift)
	m := monthOf(t.Year(), int(t.Month()))
	last := i
	for last < end && yearOf(s.words, last) == 0 {
		last++
	}
	return clue{spans: []corpus.Span{s.span(i, last)}, weight: 3, windows: [][2]month{{m, m}}, day: t.Format(time.DateOnly)}, true
}
