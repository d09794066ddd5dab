package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

var (
	givenNames = readSet("names.txt")
	nobody     = readSet("nobody.txt")
	cities     = readSet("cities.txt")

	// bylineHeads stand on a line of their own above the writer's name.
	bylineHeads = readSet("bylineheads.txt")
)

var (
	// "بقلم: فلان الفلاني", "بقلم/ فلان", "كتبت - فلانة", "إعداد: فلان",
	// "حاورها في الدوحة: فلان"
	bylineLabel = regexp.MustCompile(`^\s*(?:بقلم|كتب|كتبت|كتبه|كتبته|إعداد|اعداد|الكاتب|الكاتبة|المؤلف|المؤلفة|الصحفي|الصحفية|حوار|حاوره|حاورها|حاورته|حاورتها|أجرى الحوار|أجرت الحوار|تقرير|مقال|By|by|Author)(?: في [\p{L}]+)?(\s*[:/\-–ـ,،]+\s*|\s+)(.+)$`)
	// "بغداد ــ فلان الفلاني", "القاهرة: فلان الفلاني", "عمّان - فلان"
	cityName = regexp.MustCompile(`^([\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)\s*(?:[-–—:/|]|ـ+)\s*([\p{L}\p{M} .]+)$`)
	// what may follow a name on its line: "فلان الفلاني - كاتب من ...", "فلان | مراسل"
	afterName = regexp.MustCompile(`\s*(?:[-–—|،,(@]|ـ{2,}).*$`)
)

// maxByline is the number of words of the longest byline.
const maxByline = 9

// bylineName gives the name on a line that says who wrote the text, "" for any
// other line. Without a colon behind its label the name must begin with a known
// given name: «كتب ترامب على منصته» is none.
func bylineName(l *line) string {
	if l.n() < 2 || l.n() > maxByline || endsWithStop(l.text) {
		return ""
	}
	if m := bylineLabel.FindStringSubmatch(l.text); m != nil {
		name := strings.TrimSpace(afterName.ReplaceAllString(m[2], ""))
		firm := strings.TrimSpace(m[1]) != ""
		if isName(name, 1+b2i(!firm)) && (firm || startsGiven(name)) {
			return name
		}
	}
	if name := cityByline(l); startsGiven(name) {
		return name
	}
	return nameAmong(l.text)
}

// cityByline gives the name on a line of a city and a name.
func cityByline(l *line) string {
	m := cityName.FindStringSubmatch(l.text)
	if m == nil || !cities[norm(m[1])] || cities[norm(m[2])] || !isName(m[2], 2) {
		return ""
	}
	return strings.TrimSpace(m[2])
}

// nameAmong gives the name on a line of a name, a city and an outlet, in any
// order: "منى ... - أبوظبي - سكاي نيوز عربية".
func nameAmong(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–—|/", r) })
	if len(parts) < 2 {
		return ""
	}
	name := ""
	for _, p := range parts {
		switch p = strings.TrimSpace(p); {
		case cities[norm(p)] || isOutlet(p):
		case name == "" && isName(p, 2) && startsGiven(p):
			name = p
		default:
			return ""
		}
	}
	return name
}

// isName reports whether s can be the name of a person: some words of letters,
// none of which is a function word, and not that of a desk or an agency.
func isName(s string, least int) bool {
	words := strings.Fields(s)
	if len(words) < least || len(words) > 5 || nobody[norm(s)] || isOutlet(s) {
		return false
	}
	for _, w := range words {
		f := norm(w)
		if functionAsWritten[w] || nobody[f] || strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
		if w, dotted := strings.CutSuffix(w, "."); dotted && utf8.RuneCountInString(w) > 2 || strings.ContainsFunc(w, notOfName) {
			return false
		}
	}
	return utf8.RuneCountInString(s) >= 3
}

// notOfName reports whether r stands in no word of a name, a dot behind an
// initial aside.
func notOfName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'ـ\u200c\u200d", r)
}

// titles stand before a name on a byline.
var titles = readSet("titles.txt")

// startsGiven reports whether a name begins with a given name that is known,
// titles such as «د.» left aside.
func startsGiven(name string) bool {
	words := wordsOf(name)
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	return givenNames[words[0]] || strings.HasPrefix(words[0], "عبدال") || len(words) > 1 && words[0] == "عبد"
}

// findAuthor chooses who wrote the text: the page's metadata, else a byline,
// else a name alone on a line between title and text.
func (r *reading) findAuthor() string {
	best, bestScore := "", 1.9
	for i := range r.lines {
		l := &r.lines[i]
		name, s := r.authorScore(i)
		if s > bestScore {
			best, bestScore = name, s
		}
		if s > 1.9 && l.why == "" {
			l.why, l.role = asByline, corpus.RoleMeta
		}
	}
	name := r.head.author.value
	if among := nameAmong(name); among != "" {
		name = among
	}
	if isName(name, 2) && (best == "" || r.head.author.worth >= 60) {
		return strings.TrimSpace(name)
	}
	return best
}

// authorScore reads a name from line i and says how likely it is the author's.
func (r *reading) authorScore(i int) (name string, s float64) {
	l := &r.lines[i]
	top := i < r.body && i >= r.title
	switch {
	case l.why == asRelated || l.why == asTail || l.why == asCredit || i == r.title || i > r.body && r.isContent(i):
		return "", 0
	case bylineName(l) != "":
		name, s = bylineName(l), 3
	case i > 0 && l.n() <= 5 && bylineHeads[r.lines[i-1].norm] && isName(l.text, 2):
		return strings.TrimSpace(l.text), 2.6
	case r.signs(i) && isName(l.text, 2) && startsGiven(l.text):
		return strings.TrimSpace(l.text), 2
	case r.opensPage(i):
		return strings.TrimSpace(l.text), 2
	case l.why == "" && l.n() <= 5 && i == r.title-1 && i > 0 && isOutlet(r.lines[i-1].text) && cityByline(l) != "":
		return cityByline(l), 2
	case !top || i-max(r.title, 0) > maxAbove:
		return "", 0
	case l.why == "" && l.n() <= 5 && cityByline(l) != "" && r.nextTo(i, asDate):
		name, s = cityByline(l), 2.5
	case l.n() >= 2 && l.n() <= 5 && isName(l.text, 2) && (l.why == "" || l.why == asByline):
		name = strings.TrimSpace(l.text)
		s += 1.2 * float64(b2i(startsGiven(name)))
		s += 1.5 * float64(b2i(l.hint.parts&partByline != 0))
		s += 0.6 * float64(b2i(r.title >= 0 && i-r.title <= 4))
		s += 0.6 * float64(b2i(r.nextTo(i, asDate)))
		s += 0.6 * float64(b2i(r.same[l.norm] > 1))
		s += 1.5 * float64(b2i(r.tagged(name)))
		if !startsGiven(name) && l.hint.parts&partByline == 0 {
			s -= 1
		}
	default:
		return "", 0
	}
	if !top {
		s--
	}
	if l.hint.parts&(partRelated|partComments) != 0 || l.hint.zone >= zoneAside {
		s -= 2
	}
	return name, s
}

// signs reports whether line i stands where a writer signs: right below the
// last line of the text, in two or three words.
func (r *reading) signs(i int) bool {
	return r.lines[i].n() <= 3 && r.lines[i].n() >= 2 && i == r.end
}

// opensPage reports whether line i stands where some papers name the writer, above the title:
// beside the date, below the outlet or the city where it was written.
func (r *reading) opensPage(i int) bool {
	l := &r.lines[i]
	if i == 0 || i >= r.title || l.why != "" || l.n() < 2 || l.n() > 4 || !r.nextTo(i, asDate) || !isName(l.text, 2) || !startsGiven(l.text) {
		return false
	}
	above := r.lines[i-1].text
	return cities[norm(above)] || isOutlet(above)
}

// maxAbove is the number of lines below the title, or below the page's start
// when there is none, in which a name may stand.
const maxAbove = 12

// isContent reports whether line i was taken for text.
func (r *reading) isContent(i int) bool { return r.lines[i].role.Kept() }

// nextTo reports whether a line of that kind stands right above or below i.
func (r *reading) nextTo(i int, kind reason) bool {
	return i > 0 && r.lines[i-1].why == kind || i+1 < len(r.lines) && r.lines[i+1].why == kind
}

// tagged reports whether a name stands in the page as a tag or in the trail of
// its sections: "#فلان_الفلاني".
func (r *reading) tagged(name string) bool {
	n := norm(name)
	for i := range r.lines {
		l := &r.lines[i]
		if strings.HasPrefix(l.text, "#") && strings.Contains(l.norm, n) {
			return true
		}
		if separators(l.text) >= 2 && strings.Contains(l.norm, n) && l.norm != n && l.n() < 40 {
			return true
		}
	}
	return false
}
