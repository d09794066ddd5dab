// Package calendar turns Arabic words and numbers into dates, and dates back
// into Arabic words.
//
// [Find] reads the temporal expressions of a paragraph against a day of
// publication; [Thread] does so for paragraph after paragraph and remembers
// what the text last spoke of. Values are EDTF (ISO 8601-2) as the project
// uses it:
//
//	2025, 2025-09, 2025-09-30     a year, month or day
//	199X, 19XX, 2024-03-XX        a decade, a century, some day of a month
//	2025-12~  2014?               approximate, uncertain
//	2024-03-16/2024-03-31         from and to, both included
//	2025-11-27/..  ../2025-06-19  open ends
//	P6M  P1Y2M10D  PT24H          a length, or the period of what recurs
//
// Conventions. A span leaves out the preposition, which becomes the relation,
// and keeps the words that belong to the date (نهاية, عام, يوم). The end of a
// month is its last day, that of a year its last month, likewise their
// beginnings; «أواخر», «أوائل» and «مطلع» are approximate. Weeks run from Monday
// to Sunday and «نهاية الأسبوع» is Saturday and Sunday. Seasons are three
// months, summer June to August, and winter begins in December. The first week
// of a month is its days 1 to 7, that of a year the ISO week. Numeric dates
// have the day before the month unless that is impossible. Hijri dates follow
// the Umm al-Qura calendar and are given as Gregorian ones.
//
// A relative date is no finer than the day of publication allows: with a month
// alone, «الأسبوع الماضي» is that month. What cannot be worked out is left out.
//
// The package knows no documents. Word lists stand in data/, one entry a line.
package calendar
