package calendar_test

import (
	"testing"

	"mojaz/internal/calendar"
)

func TestEnglish(t *testing.T) {
	for in, want := range map[string]string{
		"2025-08-31":            "31 August 2025",
		"2026-01":               "January 2026",
		"2014":                  "2014",
		"2026~":                 "about 2026",
		"2014?":                 "2014 (?)",
		"2024-03-16/2024-03-31": "16 to 31 March 2024",
		"2024-02-28/2024-03-03": "28 February to 3 March 2024",
		"2025-01/2025-06":       "January to June 2025",
		"2024-09-27/2025-09":    "27 September 2024 to September 2025",
		"2014/..":               "since 2014",
		"../2026-12":            "until December 2026",
		"199X":                  "the 1990s",
		"18XX":                  "the 19th century",
		"20XX":                  "the 21st century",
		"11XX":                  "the 12th century",
		"P1Y":                   "1 year",
		"P6M":                   "6 months",
		"P1.5Y":                 "1.5 years",
		"P1Y2M21D":              "1 year and 2 months and 21 days",
		"PT24H~":                "about 24 hours",
		"no date":               "no date",
	} {
		if got := calendar.English(in); got != want {
			t.Errorf("English(%q) = %q, want %q", in, got, want)
		}
	}
}
