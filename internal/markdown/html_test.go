package markdown

import (
	"regexp"
	"testing"
)

// id matches the id of a heading: `id="الأثر-0a1b2c"`.
var id = regexp.MustCompile(`id="([^"]*)"`)

// TestHeadingIDs renders two sections that begin with the same heading, as they
// may stand on one page, and follows a link to a heading by its words.
func TestHeadingIDs(t *testing.T) {
	one, two := HTML("### الأثر\n\nأول [انظر](#الأثر)"), HTML("### الأثر\n\nثان")
	first, second := id.FindStringSubmatch(one), id.FindStringSubmatch(two)
	if first == nil || second == nil || first[1] == second[1] {
		t.Fatalf("HTML = %q and %q, want ids that differ", one, two)
	}
	href := regexp.MustCompile(`href="#([^"]*)"`).FindStringSubmatch(one)
	if want := "%D8%A7%D9%84%D8%A3%D8%AB%D8%B1" + first[1][len("الأثر"):]; href == nil || href[1] != want {
		t.Errorf("HTML = %q, want a link to #%s", one, want)
	}
	if got := HTML("### p12\n\n[فقرة](#p12)"); !regexp.MustCompile(`href="#p12"`).MatchString(got) || id.FindStringSubmatch(got)[1] == "p12" {
		t.Errorf("HTML = %q, want a link to paragraph p12 and no heading of that id", got)
	}
}
