package clean

import (
	"regexp"
)

// creditMark is a source or a camera set behind a caption, a blank or not:
// "قوات في الميدانالمصدر: رويترز", "(رويترز)", "(Getty)".
var creditMark = regexp.MustCompile(`المصدر ?:|تصوير ?:|عدسة ?:|\((?:رويترز|أ ?ف ?ب|أ ?ب|الأناضول|فرانس برس|أسوشيتد برس|غيتي|غيتي إيميجز|وكالات|الفرنسية|الأوروبية|AFP|AP|EPA|REUTERS|Reuters|Getty[^)]*|أرشيف(?:ية)?|مواقع التواصل[^)]*)\)\s*$`)

// hasCredit reports whether a line bears the credit of a photo.
func hasCredit(s string) bool { return creditMark.MatchString(s) }
