package clean

import (
	"regexp"
	"strings"
	"unicode"
)

// minPublisher is the score from which on a name is taken for the publisher's.
const minPublisher = 2.5

// candidate is a name that may be the publisher's, as the text first has it.
type candidate struct {
	name  string
	score float64
	seen  map[string]int // how often each kind of sign spoke for it
}

// poll gathers candidates in the order in which they are found.
type poll struct {
	list []candidate
	by   map[string]int // by folded name
}

// vote adds to a name's score. A sign of one kind counts in full the first time,
// half the second, and a tenth each further time.
func (p *poll) vote(name, sign string, score float64) {
	name = outletName(name)
	key := norm(name)
	if key == "" || len(strings.Fields(key)) > 5 || functionWords[key] || cities[key] || !strings.ContainsFunc(key, unicode.IsLetter) {
		return
	}
	i, ok := p.by[key]
	if !ok {
		i = len(p.list)
		p.by[key] = i
		p.list = append(p.list, candidate{name: name, seen: map[string]int{}})
		if isOutlet(name) {
			p.list[i].score += 0.5
		}
	}
	c := &p.list[i]
	switch c.seen[sign] {
	case 0:
	case 1:
		score /= 2
	default:
		score /= 10
	}
	c.seen[sign]++
	c.score += score
}

// findPublisher asks what the page says of itself, how the text names whom
// people spoke to, its dateline, and its notices.
func (r *reading) findPublisher() string {
	p := &poll{by: map[string]int{}}
	if r.head.site.worth > 0 {
		p.vote(siteName(r.head.site.value), "head", 2+0.05*float64(r.head.site.worth))
	}
	for i := range r.lines {
		l := &r.lines[i]
		if l.n() == 0 {
			continue
		}
		if r.isContent(i) {
			spokenTo(p, l.text)
			if i == r.body || i == r.body+1 {
				dateline(p, l.text)
			}
		} else {
			if l.why == asDate && i < r.body {
				agencyOn(p, l)
			}
			r.notice(p, i)
			r.nameplate(p, i)
		}
	}
	r.mentions(p)
	best := candidate{score: minPublisher - 0.01}
	for _, c := range p.list {
		if c.score > best.score {
			best = c
		}
	}
	return best.name
}

// siteName picks the name out of what a site calls itself: "Hespress - هسبريس
// جريدة إلكترونية" is هسبريس.
func siteName(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|-–—:،", r) })
	for _, p := range parts {
		if isOutlet(p) {
			return strings.TrimSpace(p)
		}
	}
	for _, p := range parts {
		if isArabic(p) && len(strings.Fields(p)) <= 4 {
			return strings.TrimSpace(p)
		}
	}
	return s
}

// isArabic reports whether s holds an Arabic letter.
func isArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) })
}

var (
	// "لـ\"العربي الجديد\"", "لـ«الشرق الأوسط»", "لموقع \"سكاي نيوز عربية\"", "مع صحيفة «المدى»"
	addressed = regexp.MustCompile(`(?:^|[\s،,(])(?:لـ+ ?|ل ?|(?:ل|مع )(?:موقع|صحيفة|جريدة|وكالة|قناة|شبكة|مراسل|مراسلة|إذاعة|منصة|مجلة) )[«"“(]([^«»"“”()]{2,40})[»"”)]`)
	// "، إن", "، أن", "إنّ", ":" behind the name
	behindName = regexp.MustCompile(`^\s*[،,]?\s*(?:[إأ]ن|أنه|إنه|:|،)`)
)

// spokenTo finds the outlets to which someone spoke: «قال لـ"المدى" إن …». A
// name is taken when a word of speech stands before it in its sentence, so that
// «التابعة لـ"الحشد"» is none. Wrong when the text retells another outlet's
// interview in these words, which reports mark with the outlet's kind.
func spokenTo(p *poll, s string) {
	for _, m := range addressed.FindAllStringSubmatchIndex(s, -1) {
		name := s[m[2]:m[3]]
		if len(strings.Fields(name)) > 4 || !speaks(s[:m[0]]) {
			continue
		}
		p.vote(name, "spoken", addressee(s[m[0]:m[2]], name, behindName.MatchString(s[m[1]:])))
	}
}

// addressee says how much it tells that someone spoke to name: less when its
// kind is named, as one does with outlets that are not one's own, and little
// when it is an agency, whose words others print, or no outlet at all by the
// look of brackets.
func addressee(before, name string, goesOn bool) float64 {
	o, known := outlets[norm(outletName(name))]
	score := 1.8
	if goesOn {
		score++
	}
	switch {
	case strings.HasSuffix(before, "(") && !known:
		return 0
	case known && o.agency:
		return score / 2
	case strings.Contains(before, "موقع") || norm(before) == "ل" || norm(before) == "":
		return score
	}
	return score / 2
}

// tailOf gives at most the last n bytes of s, from a rune's start.
func tailOf(s string, n int) string {
	i := max(0, len(s)-n)
	for i > 0 && i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	return s[i:]
}

// speechWords are the verbs and nouns of speaking to someone.
var speechWords = readSet("speech.txt")

// speaks reports whether one of the last words before a name is one of speech.
func speaks(before string) bool {
	words := wordsOf(tailOf(before, 300))
	for _, w := range words[max(0, len(words)-22):] {
		if speechWords[w] || speechWords[strings.TrimPrefix(w, "و")] {
			return true
		}
	}
	return false
}

var (
	// "بغداد/المسلة:", "القاهرة (رويترز) -", "دمشق - سانا", "الرياض ـ «الشرق الأوسط»"
	placeAgency = regexp.MustCompile(`^\s*([\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)(?: ?[،,] ?| )?(?:\d{1,2} [\p{L}/]+ (?:\d{4} )?)?(?:[/\-–—]|ـ+|\(| )\s*[«"“(]?([\p{L}\p{M} ]{2,30}?)[»"”)]?\s*(?:[:)\-–—/]|ـ+)`)
	// "(رويترز) -", "(بترا) --"
	bracketAgency = regexp.MustCompile(`^[^.؟!]{0,60}?\(([\p{L}\p{M} ]{2,25})\)\s*(?:[-–—:]|ـ+)`)
)

// dateline reads the place and the agency at the start of a report.
func dateline(p *poll, s string) {
	if m := bracketAgency.FindStringSubmatch(s); m != nil && (isOutlet(m[1]) || startsWithCity(s)) {
		p.vote(m[1], "dateline", 3)
		return
	}
	if m := placeAgency.FindStringSubmatch(s); m != nil && cities[norm(m[1])] && !isPerson(m[2]) {
		p.vote(m[2], "dateline", 3)
	}
}

// agencyOn reads the agency at the end of a line of place and date: "الأحساء 26
// ديسمبر 2018 م واس".
func agencyOn(p *poll, l *line) {
	last := l.words[l.n()-1]
	if _, ok := outlets[last]; ok && startsWithCity(l.text) {
		p.vote(last, "dateline", 3)
	}
}

func startsWithCity(s string) bool {
	words := wordsOf(s[:min(len(s), 60)])
	for n := min(2, len(words)); n > 0; n-- {
		if cities[strings.Join(words[:n], " ")] {
			return true
		}
	}
	return false
}

// isPerson reports whether s is rather a writer's name than an outlet's.
func isPerson(s string) bool { return !isOutlet(s) && isName(s, 2) && startsGiven(s) }
