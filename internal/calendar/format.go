package calendar

import (
	"strconv"
	"strings"

	"mojaz/internal/arabic"
)

// Style says how dates are written. The zero Style has Western digits and both
// names of the months.
type Style struct {
	// Digits is "latn" for 2025, "arab" for ٢٠٢٥; "" is "latn".
	Digits string
	// Months is "both" for كانون الثاني/يناير, or the names of one region:
	// "levant", "gulf" (of Egypt too), "maghreb" (Morocco), "algeria" (Tunisia
	// too), "mauritania"; "" is "both".
	Months string
}

// Format writes a value in Arabic: «31 آب/أغسطس 2025», «من 16 إلى 31 آذار/مارس
// 2024», «منذ 2014», «حتى 2026», «نحو 2014», «6 أشهر», «تسعينيات القرن
// العشرين». What is not valid is given back as it is.
func Format(edtf string, style Style) string {
	if amounts, ok := parseLength(edtf); ok {
		return style.digits(about(strings.HasSuffix(edtf, "~")) + formatLength(amounts))
	}
	sp, ok := parseSpan(edtf)
	if !ok {
		return edtf
	}
	return style.digits(style.span(sp))
}

// digits gives s with the digits of the style.
func (st Style) digits(s string) string {
	if st.Digits == "arab" {
		return arabic.ToArabicDigits(s)
	}
	return s
}

// span writes a date, an interval, or one with an open end. What two dates of
// one month or year share is written once.
func (st Style) span(sp span) string {
	switch {
	case sp.openFrom:
		return "حتى " + st.point(sp.to)
	case sp.openTo:
		return "منذ " + st.point(sp.from)
	case sp.from == sp.to:
		return st.point(sp.from)
	}
	return "من " + sp.shortFrom(st.point(sp.from)) + " إلى " + st.point(sp.to)
}

// shortFrom leaves out of from, which are the words for the beginning of sp, the
// month and year that its end says again.
func (sp span) shortFrom(from string) string {
	plain := !sp.from.approx && !sp.from.unsure && !sp.to.approx && !sp.to.unsure
	switch {
	case !plain || sp.from.y != sp.to.y || sp.from.m == 0:
	case sp.from.d > 0 && sp.to.d > 0 && sp.from.m == sp.to.m:
		return strconv.Itoa(sp.from.d)
	case sp.from.grain() == sp.to.grain():
		return strings.TrimSuffix(from, " "+strconv.Itoa(sp.from.y))
	}
	return from
}

// about is the word for an approximate date, with its blank, or "".
func about(yes bool) string {
	if yes {
		return "نحو "
	}
	return ""
}

// point writes a year, month or day.
func (st Style) point(p point) string {
	s := about(p.approx)
	switch {
	case p.masked == 1:
		s += formatDecade(p.y)
	case p.masked == 2:
		s += formatCentury(p.y/100 + 1)
	default:
		if p.d > 0 {
			s += strconv.Itoa(p.d) + " "
		}
		if p.m > 0 {
			s += st.month(p.m) + " "
		}
		s += strconv.Itoa(p.y)
	}
	if p.unsure {
		s += " (؟)"
	}
	return s
}

// month is the name of a month.
func (st Style) month(m int) string {
	names := regionNames()
	if n, ok := names[st.Months]; ok && st.Months != "hijri" {
		return n[m-1]
	}
	return names["levant"][m-1] + "/" + names["gulf"][m-1]
}

// decadeNames are those that have one; the first two decades of a century are
// counted.
var decadeNames = [10]string{2: "عشرينيات", 3: "ثلاثينيات", 4: "أربعينيات", 5: "خمسينيات", 6: "ستينيات", 7: "سبعينيات", 8: "ثمانينيات", 9: "تسعينيات"}

// formatDecade writes «تسعينيات القرن العشرين».
func formatDecade(y int) string {
	century := formatCentury(y/100 + 1)
	switch n := y / 10 % 10; n {
	case 0:
		return "العقد الأول من " + century
	case 1:
		return "العقد الثاني من " + century
	default:
		return decadeNames[n] + " " + century
	}
}

// centuryNames are those that chronicles of our time speak of.
var centuryNames = map[int]string{
	15: "الخامس عشر", 16: "السادس عشر", 17: "السابع عشر", 18: "الثامن عشر",
	19: "التاسع عشر", 20: "العشرين", 21: "الحادي والعشرين",
}

func formatCentury(n int) string {
	if name, ok := centuryNames[n]; ok {
		return "القرن " + name
	}
	return "القرن " + strconv.Itoa(n)
}

// unitForms are the forms of a unit with one, two, three to ten, eleven to
// ninety-nine, and hundreds.
var unitForms = map[unit][5]string{
	second: {"ثانية", "ثانيتان", "ثوانٍ", "ثانية", "ثانية"},
	minute: {"دقيقة", "دقيقتان", "دقائق", "دقيقة", "دقيقة"},
	hour:   {"ساعة", "ساعتان", "ساعات", "ساعة", "ساعة"},
	day:    {"يوم", "يومان", "أيام", "يومًا", "يوم"},
	week:   {"أسبوع", "أسبوعان", "أسابيع", "أسبوعًا", "أسبوع"},
	month:  {"شهر", "شهران", "أشهر", "شهرًا", "شهر"},
	year:   {"سنة", "سنتان", "سنوات", "سنة", "سنة"},
}

// formatLength writes «سنة وشهران و21 يومًا».
func formatLength(amounts []amount) string {
	parts := make([]string, len(amounts))
	for i, a := range amounts {
		parts[i] = formatAmount(a)
	}
	return strings.Join(parts, " و")
}

// formatAmount counts as Arabic does: the unit is in the plural from three to
// ten, in the accusative singular up to ninety-nine, and again for the last two
// digits of more. A fraction takes the singular.
func formatAmount(a amount) string {
	forms := unitForms[a.u]
	n := int(a.n)
	whole := a.n == float64(n)
	switch rest := n % 100; {
	case a.n == 0.5:
		return "نصف " + forms[0]
	case a.n == 1.5:
		return forms[0] + " ونصف"
	case !whole:
		return strconv.FormatFloat(a.n, 'f', -1, 64) + " " + forms[0]
	case n == 1:
		return forms[0]
	case n == 2:
		return forms[1]
	case 3 <= rest && rest <= 10:
		return strconv.Itoa(n) + " " + forms[2]
	case 11 <= rest:
		return strconv.Itoa(n) + " " + forms[3]
	default:
		return strconv.Itoa(n) + " " + forms[4]
	}
}
