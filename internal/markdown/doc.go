// Package markdown turns briefings into annotated Markdown that people can
// edit, and that Markdown back into briefings.
//
// This comment is the specification of the files below content/. They are
// CommonMark with Pandoc's spans and attributes, so that they read well in a
// plain editor, in Obsidian and on a Git host, and are UTF-8 with "\n" at the
// end of each line. [Format] and [FormatOverview] write them, [Parse] and
// [ParseOverview] read them, [HTML] renders what an editor added, and a [Gate]
// holds them against their sources.
//
// # A briefing: content/<dossier>/briefings/<id>.md
//
//	---
//	title: هل ينهي العراق مهمة التحالف الدولي؟
//	source: seeds/iraq-coalition/003_f304fb1cd7d99dcc.txt
//	sha256: "352e6ff0…"
//	publisher: المسلة
//	published: 2025-08-31
//	---
//
//	## الخلاصة
//
//	- المرحلة الأولى من الانسحاب ستنتهي في سبتمبر 2025. [¶3](#p3)
//
//	## النص
//
//	موجز كتبه محرر الصحيفة. {#p1 .lede}
//
//	### عنوان بين الفقرات {#p2}
//
//	المرحلة الأولى من الانسحاب ستنتهي في [سبتمبر 2025]{date=2025-09 rel=in}. {#p3}
//
//	> جملة من النص مفصولة عنه {#p4 .pullquote}
//
//	## رأي المحرر
//
//	ما يكتبه المحرر في أقسامه له. [¶3](#p3)
//
// Front matter is YAML. Its keys, in the order in which they are written; an
// empty one is left out:
//
//	title               one line
//	title_supplied      true when the source has no title and this one was made
//	source              the path of the source file, with slashes, from seeds/ on
//	sha256              of the source's bytes when the briefing was written
//	publisher, author   one line
//	published           EDTF
//	time                "15:04"
//	published_inferred  true when the date was worked out from the text
//	evidence            a list of the words that an inferred date rests on, verbatim
//
// The dossier and the id of a briefing are those of its path.
//
// # الخلاصة
//
// The summary is a list of points. Each is a passage of the source, word for
// word, and ends with one or more citations of the paragraphs it stands in,
// [¶12](#p12), parted by blanks or commas. A point without a citation that
// leads somewhere is a Fault and is left out. Emphasis and dates in a point are
// read as their words.
//
// # النص
//
// The text is a row of paragraphs, each a passage of the source, word for word.
// A paragraph ends with its attributes after a blank: its id, p and a number as
// the program gives it or any other name, and its role as a class.
//
//	… {#p12}              body
//	### … {#p12}          heading, of any level but two
//	… {#p12 .lede}        an editorial summary above the text
//	> … {#p12 .pullquote} a sentence of the text set apart
//
// Words in a paragraph can be
//
//	[سبتمبر 2025]{date=2025-09 rel=in}       a date: its value in EDTF, and how
//	                                          it bounds what is said: in, by,
//	                                          until, since, before, after
//	[كل ستة أشهر]{date=P6M timex=SET}        a SET or a DURATION; else a DATE
//	[بعد حين]{date=""}                       a date without a value
//	*كلمة*  **كلمة**  `كلمة`  [كلمة](url)   marks that an editor set
//	[كلمة]{.strong}                          the same: .emphasis, .strong, .code
//
// A link may lead to http, https, mailto, a relative address or #p12. Emphasis
// is that of CommonMark, but punctuation beyond ASCII counts as letters, so
// that «و**«القوات»**» is strong. Format writes the asterisks only where any
// reader of Markdown sees them so, and the span elsewhere.
//
// Dates neither overlap nor nest. A value is checked for its shape and against
// the calendar: dates to the minute, seasons, X for unspecified digits, ~ ? %,
// intervals with open ends, periods.
//
// # Escaping
//
// The text of a source is data. Whatever in it Markdown, a shortcode, a
// template, or the mathematics, comments and highlights of common editors would
// read as their own is written with a backslash, and only there: ordinary prose
// has none. White space at the ends of a paragraph and characters that cannot
// be seen (controls, marks of direction, line separators, the byte order mark,
// but not the two joiners) are written as references, &#x202e;, so that an
// editor sees them and they do not turn the line. A plain renderer of
// CommonMark shows exactly the characters of the text.
//
// # An editor's own sections
//
// Any other heading of level two begins a section of the editor's. Its title is
// read as plain text; what stands below it is kept as typed, without blank
// lines around it. It ends at the next heading of level two that stands in no
// list, quotation or code.
//
// # An overview: content/<dossier>/index.md
//
//	---
//	title: إنهاء مهمة التحالف الدولي في العراق
//	description: خمس وثائق عن انسحاب القوات.
//	---
//
//	## الإحاطات
//
//	- [عنوان الإحاطة](briefings/000-6c3114.md) — المسلة، 2025-11-27
//
// The list says which briefings are shown and in which order; publisher and
// date may be missing. [CheckOverview] finds links to briefings that are not
// there.
//
// # What Parse forgives, and what it reports
//
// Lines may be wrapped (they are joined by a space), sections may stand in any
// order, spans may be taken away, lists and indented lines in the text are
// paragraphs, a lone ¶12 is a citation, titles of sections are compared after
// folding («الخلاصه»), a byte order mark and CRLF do not matter. Front matter
// and sections may be missing, and are reported.
//
// Reported at path:line:col, with the line and what to write instead: an
// unknown key, class, attribute, relation or kind of date; a date or time that
// cannot be; braces that cannot be read; a paragraph without an id, which is
// given the next free one; an id that stands twice; a citation of a paragraph
// that is not there; a point without one; a link that may not be; text above
// the first section; tables and code in the text; bytes that are not UTF-8; and
// what goes over a limit: 100 problems in a file, 32 quotations or lists inside
// each other, 500 marks of emphasis and 200 open brackets in a paragraph (more
// are characters), a paragraph of 1 MiB, front matter of 64 KiB. What breaks a
// promise of the site is a Fault, the rest a Warning.
//
// # The law
//
// Parse(b.Path, Format(b)) is b for every briefing whose path, id and dossier
// agree, whose ids are unique names, whose points cite paragraphs that are
// there, and whose published, time, title and section titles are what Parse
// accepts. Of the rest Format makes what can be written; TestExceptions is the
// table, with reasons: line ends become spaces and NULs U+FFFD, marks that cross
// a date or each other are cut, links within links, empty marks, dates that are
// none or overlap and addresses that are not allowed are dropped, and the rule
// that read a date is not written. In an overview, runs of blanks in titles
// and publishers become one. A section's Markdown that itself holds a heading
// of level two comes back as two sections.
//
// # The verbatim gate
//
// [Gate.Check] finds every paragraph of النص and every point in the text of the
// document that the briefing names. It compares composed characters (NFC), each
// run of white space as one space, without invisible marks and tatweel, and
// nothing else: no letter is folded, so a changed letter is a change. A passage
// must begin and end between words. Where a text stands more than once, the
// place between its neighbours' places is meant. What is not found is a Fault:
//
//	altered        a passage of the source shares half of its words; the first
//	               words that differ are named, and where they stand
//	misattributed  it stands whole in another document, which is named
//	stitched       it is made of pieces that stand apart in the source
//	absent         none of these
//
// A point must moreover stand in the paragraphs that it cites. What was found
// is an anchor: [Anchors] lead from each word of a briefing to its place in the
// document.
package markdown
