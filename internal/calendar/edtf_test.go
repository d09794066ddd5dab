package calendar_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/calendar"
)

func TestValid(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"2025", true}, {"2025-09", true}, {"2025-09-30", true}, {"2024-02-29", true},
		{"199X", true}, {"19XX", true}, {"2024-03-XX", true}, {"2025-XX-XX", true},
		{"2025-12~", true}, {"2014?", true}, {"0267", true},
		{"2024-03-16/2024-03-31", true}, {"2025-11-27/..", true}, {"../2025-06-19", true}, {"2024/", true},
		{"P6M", true}, {"P1Y2M10D", true}, {"PT24H", true}, {"P2W~", true}, {"P3.5Y", true}, {"P1DT2H", true},
		{"", false}, {"202", false}, {"20255", false}, {"2025-13", false}, {"2025-9", false}, {"2025-02-29", false},
		{"2025-00", false}, {"2025-09-31", false}, {"XXXX", false}, {"199X-05", false}, {"2025-XX-05", false},
		{"../..", false}, {"/", false}, {"2026/2025", false}, {"2025/2026/2027", false}, {"2025-09-30T10:00", false},
		{"P", false}, {"PT", false}, {"P6", false}, {"P1M1Y", false}, {"P-1Y", false}, {"P.5Y", false}, {"PXY", false}, {"+2025", false},
	} {
		if got := calendar.Valid(tt.in); got != tt.want {
			t.Errorf("Valid(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestBounds(t *testing.T) {
	type bounds struct {
		First, Last string
		OK          bool
	}
	for _, tt := range []struct {
		in   string
		want bounds
	}{
		{"2024-02", bounds{"2024-02-01", "2024-02-29", true}},
		{"2025~", bounds{"2025-01-01", "2025-12-31", true}},
		{"199X", bounds{"1990-01-01", "1999-12-31", true}},
		{"18XX", bounds{"1800-01-01", "1899-12-31", true}},
		{"2024-09-27/2025-09", bounds{"2024-09-27", "2025-09-30", true}},
		{"../2026-12", bounds{"", "2026-12-31", true}},
		{"2025/..", bounds{"2025-01-01", "", true}},
		{"P6M", bounds{}},
		{"2025-02-30", bounds{}},
	} {
		var got bounds
		got.First, got.Last, got.OK = calendar.Bounds(tt.in)
		if got != tt.want {
			t.Errorf("Bounds(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"../2020", "19XX", "199X", "2014", "2025-01-01", "2025-01", "2025", "2025/..",
		"2025-08-31", "2025-09", "2026~", "P1Y", "not a date",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, calendar.Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sorted by Compare (-want +got):\n%s", diff)
	}
}

func TestFormat(t *testing.T) {
	arab := calendar.Style{Digits: "arab"}
	for _, tt := range []struct {
		in    string
		style calendar.Style
		want  string
	}{
		{"2025-08-31", calendar.Style{}, "31 آب/أغسطس 2025"},
		{"2025-08-31", arab, "٣١ آب/أغسطس ٢٠٢٥"},
		{"2026-01", calendar.Style{}, "كانون الثاني/يناير 2026"},
		{"2026-01", calendar.Style{Months: "levant"}, "كانون الثاني 2026"},
		{"2025-11", calendar.Style{Months: "gulf"}, "نوفمبر 2025"},
		{"2025-11", calendar.Style{Months: "maghreb"}, "نونبر 2025"},
		{"2025-07", calendar.Style{Months: "algeria"}, "جويلية 2025"},
		{"2025-12", calendar.Style{Months: "mauritania"}, "دجمبر 2025"},
		{"2025-12", calendar.Style{Months: "nowhere"}, "كانون الأول/ديسمبر 2025"},
		{"2014", calendar.Style{}, "2014"},
		{"2026~", calendar.Style{}, "نحو 2026"},
		{"2014?", calendar.Style{}, "2014 (؟)"},
		{"2024-03-XX", calendar.Style{}, "آذار/مارس 2024"},
		{"2024-03-16/2024-03-31", calendar.Style{}, "من 16 إلى 31 آذار/مارس 2024"},
		{"2024-02-28/2024-03-03", calendar.Style{}, "من 28 شباط/فبراير إلى 3 آذار/مارس 2024"},
		{"2025-01/2025-06", calendar.Style{}, "من كانون الثاني/يناير إلى حزيران/يونيو 2025"},
		{"2024-09-27/2025-09", calendar.Style{}, "من 27 أيلول/سبتمبر 2024 إلى أيلول/سبتمبر 2025"},
		{"2014/2018", arab, "من ٢٠١٤ إلى ٢٠١٨"},
		{"2014/..", calendar.Style{}, "منذ 2014"},
		{"../2026-12", calendar.Style{}, "حتى كانون الأول/ديسمبر 2026"},
		{"199X", calendar.Style{}, "تسعينيات القرن العشرين"},
		{"201X", calendar.Style{}, "العقد الثاني من القرن الحادي والعشرين"},
		{"18XX", calendar.Style{}, "القرن التاسع عشر"},
		{"P1Y", calendar.Style{}, "سنة"},
		{"P2M", calendar.Style{}, "شهران"},
		{"P6M", calendar.Style{}, "6 أشهر"},
		{"P10Y", calendar.Style{}, "10 سنوات"},
		{"P12M", arab, "١٢ شهرًا"},
		{"P100D", calendar.Style{}, "100 يوم"},
		{"P103D", calendar.Style{}, "103 أيام"},
		{"P1.5Y", calendar.Style{}, "سنة ونصف"},
		{"P1Y2M21D", calendar.Style{}, "سنة وشهران و21 يومًا"},
		{"PT24H~", calendar.Style{}, "نحو 24 ساعة"},
		{"no date", calendar.Style{}, "no date"},
	} {
		if got := calendar.Format(tt.in, tt.style); got != tt.want {
			t.Errorf("Format(%q, %+v) = %q, want %q", tt.in, tt.style, got, tt.want)
		}
	}
}
