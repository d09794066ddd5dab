// Package markdown turns briefings into annotated Markdown that people can
// edit, and that Markdown back into briefings.
//
// This comment is the specification of the files below content/. They are
// CommonMark with Pandoc's spans and attributes, wikilinks and tables, so that
// they read well in a plain editor, in Obsidian and on a Git host, and are UTF-8
// with "\n" at the end of each line. [Format] and [FormatOverview] write them, [Parse] and
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
//	- المرحلة الأولى من انسحاب نحو 2500 جندي ستنتهي في سبتمبر 2025. [¶3](#p3)
//
//	## النص
//
//	موجز كتبه محرر الصحيفة. {#p1 .lede}
//
//	### عنوان بين الفقرات {#p2}
//
//	قال [[حسين علاوي|علاوي]] إن المرحلة الأولى من انسحاب نحو 2500 جندي ستنتهي في
//	[سبتمبر 2025]{date=2025-09 rel=in}. {#p3}
//
//	> جملة من النص مفصولة عنه {#p4 .pullquote}
//
//	## التصريحات
//
//	> المرحلة الأولى من انسحاب نحو 2500 جندي ستنتهي في سبتمبر 2025
//
//	— [[حسين علاوي]]، قال (غير مباشر) [¶3](#p3)
//
//	## الأرقام
//
//	| المقدار | القيمة | الوحدة | النطاق | التاريخ | في النص | الموضع |
//	|---|---|---|---|---|---|---|
//	| القوات المنسحبة | نحو 2500 | جندي | العراق | 2025-09 | نحو 2500 جندي | [¶3](#p3) |
//
//	## الأعلام
//
//	- [[حسين علاوي]] — شخص، مستشار رئيس الوزراء
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
// leads somewhere is a Fault and is left out. Emphasis, dates and wikilinks in a
// point are read as their words.
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
//	[[محمد شياع السوداني|السوداني]]          a name and the words that mean it
//	[[العراق]]                               the same where the words are the name
//	*كلمة*  **كلمة**  `كلمة`  [كلمة](url)   marks that an editor set
//	[كلمة]{.strong}                          the same: .emphasis, .strong, .code
//
// A link may lead to http, https, mailto, a relative address or #p12. Emphasis
// is that of CommonMark, but punctuation beyond ASCII counts as letters, so
// that «و**«القوات»**» is strong. Format writes the asterisks only where any
// reader of Markdown sees them so, and the span elsewhere.
//
// Dates neither overlap nor nest, and neither do names; a name may stand inside
// a date and a date inside a name. Where both are the same words the date stands
// outside, [[[حرب 1990]]]{date=1990}: of three brackets the last two are the
// wikilink's. A name holds no bracket, stroke or backslash, has no blanks but
// single ones between words, and has up to 400 bytes; nothing is escaped in it. A
// wikilink that is inside a link to an address or holds one is its words. In a
// heading and a pull quote all is as in a paragraph.
//
// A date's value is checked for its shape and against
// the calendar: dates to the minute, seasons, X for unspecified digits, ~ ? %,
// intervals with open ends, periods.
//
// # التصريحات
//
// Each statement is a block quote with the words stated, verbatim and without
// quotation marks, and a paragraph that begins with a dash and says who speaks,
// in the order of the text:
//
//	> الكلام كما ورد
//
//	— المتحدث، الفعل (الصيغة، الموقف، نوع المتحدث، عبر الناقل) [¶12](#p12)
//
// The speaker is a wikilink, [[حسين علاوي]], when it has a name of الأعلام, and
// else the words of the text, «مصدر دبلوماسي». Where there are no words, as for
// the page's own voice, the word for the kind of speaker stands in their place
// and not in the brackets: — بصوت الصفحة (غير مباشر) [¶12](#p12). The verb stands
// as in the text, after the last comma; without one it is left out with its
// comma. Where words for the speaker hold a comma and there is no verb, a comma
// stands after them; a comma in a verb is written &#x60c;.
//
// In the brackets stand, parted by commas and in this order:
//
//	مباشر، غير مباشر، مختلط             the mode: direct, indirect, mixed
//	ينفي، لا ينفي، لا يستبعد             denies, does not deny, does not rule out;
//	                                     left out of what asserts
//	مصدر غير مسمّى، وثيقة، بصوت الصفحة    an unnamed source, a document, the page's
//	                                     own voice; left out of a named speaker
//	عبر إرم نيوز                         who reports it, up to the closing bracket
//
// A statement cites the one paragraph that it stands in.
//
// # الأرقام
//
// Each figure is a row of a table with these columns:
//
//	المقدار   what is counted, in the text's own words
//	القيمة    2500, or a range 4–5; before it نحو (about), أكثر من (at least) or
//	          أقل من (at most); ASCII digits, a point before decimals
//	الوحدة    as it stands
//	النطاق    where or of whom
//	التاريخ   the date that it holds for, in EDTF
//	في النص   number and what is counted, verbatim
//	الموضع    a citation of the one paragraph that it stands in
//
// Cells are escaped like text, and a stroke in them too. القيمة, في النص and
// الموضع must be there; other columns and cells may be missing or empty.
//
// # الأعلام
//
// Each name of the briefing is an item of a list, in the order in which they
// first stand in the text: a wikilink, a dash, its type and, after a comma, its
// role if it has one:
//
//	## الأعلام
//
//	- [[محمد شياع السوداني]] — شخص، رئيس الوزراء
//
// The types are شخص (PER), جهة (ORG), دولة أو مدينة (GPE), مكان (LOC), منشأة (FAC),
// حدث (EVENT), أخرى (MISC). A type or a role that is changed here is changed for
// the whole briefing.
//
// The sections التصريحات, الأرقام and الأعلام are written only when they hold
// something.
//
// # Escaping
//
// The text of a source is data. Whatever in it Markdown, a shortcode, a
// template, or the mathematics, comments and highlights of common editors would
// read as their own, [[ among them, is written with a backslash, and only there:
// ordinary prose has none. White space at the ends of a paragraph and characters that cannot
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
// list, quotation or code. A wikilink there must name one of الأعلام as well; it is
// shown as its words. The ids of its headings are their words and a hash of the
// section, so that two sections of a page share none; see [HTML].
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
// folding («الخلاصه»), and so are words for a type, a mode and the like; a byte
// order mark and CRLF do not matter. The line that says who speaks may follow the
// words without a blank line, begin with any dash, and lack its brackets (then
// the statement is indirect and asserts); a speaker who is among الأعلام needs no
// brackets, nor does a name there. A table may be aligned anew and its columns
// stand in another order; numbers may have digits of another script, commas
// between thousands, and a hyphen or إلى in a range. دولة and مدينة alone are the
// type too. Front matter and النص may be missing, and are reported.
//
// Reported at path:line:col, with the line and what to write instead: an
// unknown key, class, attribute, relation or kind of date; a date or time that
// cannot be; braces that cannot be read; a paragraph without an id, which is
// given the next free one; an id that stands twice; a citation of a paragraph
// that is not there; a point, a statement or a figure without one; a wikilink of
// no name of الأعلام, which stays plain words; a name that stands twice, has no
// type or one that is unknown, which is then أخرى; a statement without a speaker,
// or with one that is neither a name nor of a kind, who is then unnamed; an
// unknown word in the brackets; a value that is no number; an unknown column or a
// needed one that is missing; a link that may not be; text above the first
// section; what cannot stand in a section, as tables and code in the text; bytes
// that are not UTF-8; and what goes over a limit: 100 problems in a file, 32
// quotations or lists inside each other, 500 marks of emphasis and 200 open
// brackets in a paragraph (more are characters), a paragraph of 1 MiB, front
// matter of 64 KiB or one that package strictyaml finds too costly. What breaks a
// promise of the site is a Fault and left out, the rest a Warning.
//
// # The law
//
// Parse(b.Path, Format(b)) is b for every briefing whose path, id and dossier
// agree, whose ids are unique names, whose points, statements and figures cite
// paragraphs that are there, whose published, time, title and section titles are
// what Parse accepts, and that goes over no limit. Of the rest Format makes what can be written;
// TestExceptions and TestListExceptions are the tables, with reasons: line ends
// become spaces and NULs U+FFFD, marks that cross a date, a name or each other
// are cut, links within links, empty marks, dates that are none or overlap, names
// that are not in the list, overlap, cross a date or share words with a link, and
// addresses that are not allowed are dropped, and the rule that read a date is not
// written; in statements, figures and names, words and numbers that are none of
// those that can be become the nearest that can. In an overview, runs of blanks in titles
// and publishers become one. A section's Markdown that itself holds a heading
// of level two comes back as two sections.
//
// # The verbatim gate
//
// [Gate.Check] finds every paragraph of النص, every point, every statement and the
// words of every figure in the text of the document that the briefing names. It compares composed characters (NFC), each
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
// A point must moreover stand in the paragraphs that it cites, and a statement or
// a figure in its one. These two may begin after the particles that Arabic writes
// onto a word («2500 جندي» in «لـ2500 جندي»), and never in a number (5 in 4.5); words
// that stand more than once in the paragraph are taken in order. What was found
// is an anchor: [Anchors] lead from each word of a briefing to its place in the
// document.
package markdown
