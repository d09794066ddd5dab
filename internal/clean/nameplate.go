package clean

import "strings"

// mediumWords are the words by which the name of an outlet can be told: the last
// of it, «الوادي نيوز», or its first, «إذاعة الوادي».
var mediumWords = readSet("mediumwords.txt")

// beside are the marks that part a date from the name before or behind it.
var beside = [...]string{" - ", " – ", " — ", " | ", " / ", " • ", " · ", "، ", " : "}

// mostBeside is how many words a name beside a date has at most.
const mostBeside = 5

// besideDate gives the name that shares a line with a date and nothing else: «إذاعة
// الوادي - 28 فيفري 2017». Such a line is one of dates only above the text, for
// below it a heading looks the same: «معركة الجسر - 3 مارس 1918».
func besideDate(s string) (name string, ok bool) {
	if len(s) > maxDateLine || endsWithStop(s) {
		return "", false
	}
	for _, mark := range beside {
		left, right, found := strings.Cut(s, mark)
		if !found {
			continue
		}
		for _, pair := range [...][2]string{{left, right}, {right, left}} {
			if n := len(wordsOf(pair[0])); n > 0 && n <= mostBeside && isDateAlone(pair[1]) && !isDateAlone(pair[0]) {
				return strings.TrimSpace(pair[0]), true
			}
		}
	}
	return "", false
}

// isDateAlone reports whether s is a day and perhaps a time, with nothing but
// labels beside them.
func isDateAlone(s string) bool {
	st, ok := findStamp(s)
	for _, w := range st.rest {
		ok = ok && (isNumber(w) || isDateLabel(w))
	}
	return ok
}

// isMedium reports whether a name tells by itself that it is that of an outlet.
func isMedium(name string) bool {
	words := wordsOf(name)
	if len(words) < 2 || len(words) > mostBeside {
		return false
	}
	last := words[len(words)-1]
	return outletNouns[words[0]] || mediumWords[words[0]] || mediumWords[last] || mediumWords[words[len(words)-2]+" "+last]
}

// placed gives the outlet of a line that has nothing else but where it was written:
// «سكاي نيوز عربية - أبوظبي».
func placed(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–—|/،", r) })
	if len(parts) != 2 {
		return ""
	}
	name := ""
	for _, part := range parts {
		switch part = strings.TrimSpace(part); {
		case cities[norm(part)]:
		case name == "" && isOutlet(part):
			name = part
		default:
			return ""
		}
	}
	return name
}

// nameplate reads the name of the outlet that heads the page or stands beside the
// title or the date, on a line of its own or on that of the date.
func (r *reading) nameplate(p *poll, i int) {
	l := &r.lines[i]
	if i > r.body {
		return
	}
	if name, ok := besideDate(l.text); ok && l.why == asDate {
		if isMedium(name) {
			p.vote(name, "plate", 3)
		}
		return
	}
	if name := placed(l.text); name != "" {
		p.vote(name, "plate", 3)
	}
	if l.why == "" && (isMedium(l.text) || isOutlet(l.text)) && (i == 0 || r.nextTo(i, asDate) || i == r.title-1 || i == r.title+1) {
		p.vote(l.text, "plate", 3)
	}
}
