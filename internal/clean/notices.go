package clean

import (
	"regexp"
	"strings"
)

var (
	// "جميع الحقوق محفوظة © 2024 شركة إرم ميديا - Erem Media", "حقوق النشر محفوظة لموقع ..."
	rights = regexp.MustCompile(`(?i)(?:الحقوق|حقوق (?:النشر|الطبع|الطبع والنشر)|copyright|©|&copy;|\(c\))[^\p{L}]*(?:محفوظة|محفوظه)?\s*(.*)$`)
	// "الحوار المتمدن-العدد: 8439"
	issue = regexp.MustCompile(`^([\p{L}\p{M} ]{3,30}?)\s*[-–—|]\s*(?:العدد|عدد)\s*:?\s*\d`)
	// "موقع كل يوم -المسلة": an aggregator and whom it copied
	relayed = regexp.MustCompile(`^(?:موقع|بوابة|منصة) [\p{L} ]{2,20}?\s*[-–—|]\s*([\p{L} ]{2,25})$`)
	// "المصدر: الجزيرة + وكالات", "المصدر : المدى"
	sourceLine = regexp.MustCompile(`^المصدر ?: ?([\p{L}\p{M} ]{2,30}?)\s*(?:$|\+|،|-|/)`)
	// "تابعوا «هسبريس» على", "اشترك في قناة «الحوار المتمدن» على اليوتيوب", "حمّل تطبيق عكاظ"
	ownName = regexp.MustCompile(`(?:قناة|تطبيق|صفحة|نشرة|موقع|صحيفة|تابعوا|تابع) [«"“]([^«»"“”]{2,30})[»"”]`)
)

// notice reads the names in a line of furniture.
func (r *reading) notice(p *poll, i int) {
	l := &r.lines[i]
	if l.n() > 40 {
		return
	}
	if m := rights.FindStringSubmatch(l.text); m != nil && l.n() <= 25 {
		p.vote(rightsHolder(m[1]), "rights", 3)
	}
	if m := issue.FindStringSubmatch(l.text); m != nil {
		p.vote(m[1], "issue", 4)
	}
	if m := relayed.FindStringSubmatch(l.text); m != nil && i < r.body {
		p.vote(m[1], "relayed", 2.5)
	}
	if m := sourceLine.FindStringSubmatch(l.text); m != nil && (i > r.body || i < r.body && r.nextTo(i, asDate)) && l.n() <= 8 {
		p.vote(m[1], "source", 2.6)
	}
	if m := ownName.FindStringSubmatch(l.text); m != nil {
		p.vote(m[1], "own", 2)
	}
	if o, ok := outlets[norm(outletName(l.text))]; ok && !o.agency && l.why != asRelated {
		p.vote(l.text, "logo", 2.6)
	}
	if title, name := splitTitle(l.text, ""); name != "" && isOutlet(name) && len(strings.Fields(title)) >= 4 {
		p.vote(name, "suffix", 3)
	}
}

// years and connecting words in a notice of rights.
var rightsNoise = regexp.MustCompile(`(?i)\d{4}(?:\s*[-–]\s*\d{4})?|©|&copy;|محفوظة|محفوظه|جميع الحقوق|all rights reserved|copyright|\(c\)`)

// rightsHolder gives the name in the rest of a notice of rights.
func rightsHolder(s string) string {
	s = rightsNoise.ReplaceAllString(s, " ")
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("-–—|.،,:؛", r) }) {
		part = strings.Join(strings.Fields(part), " ")
		for _, p := range [...]string{"لدى ", "لـ ", "لـ", "ل ", "إلى "} {
			part = strings.TrimPrefix(part, p)
		}
		first, rest, ok := strings.Cut(part, " ")
		if noun, found := strings.CutPrefix(norm(first), "ل"); ok && found && outletNouns[noun] {
			part = rest
		} else if found && (isOutlet("ا"+noun) || isOutlet(strings.TrimPrefix(part, "ل"))) {
			part = strings.TrimPrefix(part, "ل")
		}
		if isArabic(part) && len(strings.Fields(part)) <= 5 {
			return part
		}
	}
	return ""
}

// mentions adds to each candidate for standing in the furniture, and lets
// well-known outlets be named as those whom someone spoke to without quotes:
// «في تصريح لهسبريس».
func (r *reading) mentions(p *poll) {
	for i := range r.lines {
		l := &r.lines[i]
		if r.isContent(i) {
			unquoted(p, l)
			continue
		}
		for k := range p.list {
			if c := &p.list[k]; l.n() < 40 && strings.Contains(" "+l.norm+" ", " "+norm(c.name)+" ") {
				c.score += 0.3 * float64(b2i(c.score < 12))
			}
		}
	}
}

// unquoted finds "ل" and a well-known outlet behind a word of speech.
func unquoted(p *poll, l *line) {
	for i, w := range l.words {
		rest, ok := strings.CutPrefix(w, "ل")
		if !ok || len(rest) < 4 {
			continue
		}
		if strings.HasPrefix(rest, "ل") {
			rest = "ا" + rest // للجزيرة: ل + ال
		}
		name, agency := longestOutlet(append([]string{rest}, l.words[i+1:min(len(l.words), i+4)]...))
		if name == "" || !speaks(strings.Join(l.words[max(0, i-12):i], " ")) {
			continue
		}
		score := 2.6
		if agency {
			score = 1
		}
		p.vote(name, "unquoted", score)
	}
}

// longestOutlet gives the well-known outlet with which words begin.
func longestOutlet(words []string) (name string, agency bool) {
	for n := len(words); n > 0; n-- {
		if o, ok := outlets[strings.Join(words[:n], " ")]; ok {
			return o.name, o.agency
		}
	}
	return "", false
}
