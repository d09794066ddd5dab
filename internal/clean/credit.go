package clean

import (
	"regexp"
)

// creditMark is a source or a camera set behind a caption, a blank or not:
// "قوات في الميدانالمصدر: رويترز", "(رويترز)", "(Getty)".
var creditMark = regexp.MustCompile(`المصدر ?:|تصوير ?:|عدسة ?:|\((?:رويترز|[أا] ?ف ?ب|[أا] ?ب|د ?ب ?[أا]|[أا] ?ب ?[أا]|الأناضول|فرانس برس|أسوشيتد برس|غيتي|غيتي إيميجز|وكالات|الفرنسية|الأوروبية|AFP|AP|EPA|REUTERS|Reuters|Getty[^)]*|أرشيف(?:ية)?|مواقع التواصل[^)]*)\)\s*$`)

// bracketed is what stands in brackets at the end of a caption: "(الشرق الأوسط)".
var bracketed = regexp.MustCompile(`\(([^()]{2,40})\)\s*$`)

// hasCredit reports whether a line bears the credit of a photo.
func hasCredit(s string) bool {
	if creditMark.MatchString(s) {
		return true
	}
	m := bracketed.FindStringSubmatch(s)
	return m != nil && isOutlet(m[1])
}
