// Package markdown turns briefings into annotated Markdown that people can
// edit, and that Markdown back into briefings.
//
// This comment is the specification of the files below content/. They are
// CommonMark with Pandoc's spans and attributes, wikilinks and tables, so that
// they read well in a plain editor, in Obsidian and on a Git host, and are UTF-8
// with "\n" at the end of each line.
//
//	content/<dossier>/index.md            FormatOverview  ParseOverview
//	content/<dossier>/phases.md           FormatPhases    ParsePhases
//	content/<dossier>/briefings/<id>.md   Format          Parse
//	content/<dossier>/entities/<name>.md  FormatEntity    ParseEntity
//
// [Brief] and a [Teller] make what is written of what was found, [HTML] renders
// what an editor added, [CheckDossier] holds the files against each other, and a
// [Gate] holds briefings against their sources.
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
//	## الصلات
//
//	- **يخالف**: موعد نهاية المرحلة الأولى
//	  - «ستنتهي في سبتمبر 2025» [¶3](#p3)
//	  - «تأجيل موعد الانسحاب» [إرم نيوز، 19 حزيران/يونيو 2025، ¶1](002-3d02eb.md#p1)
//	  - القاعدة: rival-date
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
//	rights              full, quote or link: how much of the source may be shown
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
// # Passages
//
// Relations, phases, key points and entities quote passages of any briefing of
// the dossier. A passage is written as its words in guillemets, verbatim, and a
// citation of the one paragraph that they stand in:
//
//	«كان مقررًا نهاية العام الجاري» [إرم نيوز، 19 حزيران/يونيو 2025، ¶1](002-3d02eb.md#p1)
//
// The address leads there from the file: #p1 in the briefing itself,
// 002-3d02eb.md#p1 in another, briefings/002-3d02eb.md#p1 from index.md and
// phases.md, ../briefings/002-3d02eb.md#p1 from an entity. The words of the link,
// publisher, date and paragraph, are for the reader: they are not read back, and
// without [Outlets] a document is called by its id. Words of ours may stand before
// a passage and end with a colon; in them an opening guillemet is written &#xab;,
// so that the first one opens the passage, whatever it holds. One pair of marks
// around it, « », “ ” or " ", is not part of it, and an editor may leave it out.
//
// # الصلات
//
// Each relation of which passage A is in the briefing is an item of a list: its
// kind in bold and, after a colon, the question that both passages answer, if
// there are words for it. Below it stand, as a list of their own, passage A,
// passage B, and after القاعدة the name of the rule that related them.
//
// The kinds are يؤكد (corroborates), يخالف (contradicts), يحدّث (updates), يفصّل
// (elaborates): A confirms, contradicts, updates or tells more closely what B says.
//
// The sections الخلاصة, التصريحات, الأرقام, الصلات and الأعلام are written only when
// they hold something.
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
//	as_of: 2025-11-27
//	---
//
//	## الخلاصة
//
//	- **الوضع**: «مهمة التحالف ستنتهي رسمياً» [المسلة، 27 تشرين الثاني/نوفمبر 2025، ¶11](briefings/000-6c3114.md#p11)
//	  - يوافقه: «إنهاء المهمة العسكرية للتحالف» [الحوار المتمدن، 19 آب/أغسطس 2025، ¶1](briefings/004-b42764.md#p1)
//	  - المرحلة: [المرحلة الأولى من الانسحاب](phases.md#phase-1)
//	- **خلاف**: «تأجيل موعد الانسحاب» [إرم نيوز، 19 حزيران/يونيو 2025، ¶1](briefings/002-3d02eb.md#p1)
//	  - يخالفه: «تسير وفق الاتفاق المشترك» [31 آب/أغسطس 2025، ¶4](briefings/003-f304fb.md#p4)
//
//	## الإحاطات
//
//	- [عنوان الإحاطة](briefings/000-6c3114.md) — المسلة، 2025-11-27
//
// The front matter says besides title and description up to which date, in EDTF,
// the overview tells the affair, and under rights how much of its sources may be
// shown: full, quote or link, as corpus.Rights has them. A briefing's own rights
// win over that. Any other word there is a Fault and counts as link.
//
// الخلاصة holds the key points, in the order in which they are shown. Each is an
// item of a list: its kind in bold, which is الوضع (the latest state), مرحلة (a main
// phase) or خلاف (a disagreement), and a passage. Below it stand the other passages
// that say the same, each after يوافقه, those that say otherwise, after يخالفه, and a
// link to the phase that it tells of, of which the words are not read. A disagreement without words against is a
// Fault and left out. The section is written only when there are points.
//
// الإحاطات says which briefings are shown and in which order; publisher and
// date may be missing. [CheckOverview] finds links to briefings that are not
// there.
//
// # The phase map: content/<dossier>/phases.md
//
//	---
//	title: مراحل إنهاء المهمة
//	---
//
//	## المرحلة الأولى من الانسحاب {#phase-1 .pinned}
//
//	- البداية: 2024-09-27 (27 أيلول/سبتمبر 2024)، مذكورة
//	- النهاية: 2025-09 (أيلول/سبتمبر 2025)، مستنتجة
//	- النوع: ماضية
//
//	| المصدر | الموقف | التاريخ | القائل | العبارة | الموضع |
//	|---|---|---|---|---|---|
//	| 31 آب/أغسطس 2025 | مقرر | 2025-09 | خارطة الطريق | المرحلة الأولى ستنتهي في سبتمبر 2025 | [¶9](briefings/003-f304fb.md#p9) |
//
//	### خلاف: النهاية
//
//	- 2025-09 (أيلول/سبتمبر 2025): «ستنتهي في سبتمبر 2025» [31 آب/أغسطس 2025، ¶9](briefings/003-f304fb.md#p9)
//	- 2025-12 (كانون الأول/ديسمبر 2025): «نهاية العام الجاري» [إرم نيوز، 19 حزيران/يونيو 2025، ¶1](briefings/002-3d02eb.md#p1)
//
// A phase is a heading of level two, its label and, in braces, its id: letters
// a-z, digits and hyphens, which other files and pages link to. The class .pinned
// says that an editor vouches for the phase as it stands. The phases stand in the
// order in which they are shown.
//
// The list below gives the bounds: البداية and النهاية, or التاريخ for both of an
// event. A bound is an EDTF date, what it means in brackets, which is for the
// reader and not read, and مذكورة (stated) or مستنتجة (inferred); غير معروفة is a
// bound that is not known, and the same as none. النوع is the kind: ماضية (past),
// جارية (current), مقررة (planned) or سيناريو (scenario).
//
// The table is the evidence, a row for each passage, in these columns:
//
//	المصدر   who published it and when; for the reader, not read
//	الموقف   how far it is, as the passage has it: تم (done), جارٍ (ongoing), مقرر
//	         (planned), متوقع (expected), مؤجل (postponed), منفي (denied)
//	التاريخ  the date that the passage gives the phase, in EDTF
//	القائل   who says so, empty for the page's own voice
//	العبارة  the words of the passage, without marks around them
//	الموضع   a citation of the one paragraph that they stand in
//
// العبارة and الموضع must be there. A phase without evidence is a Fault and left
// out.
//
// Below the table stand the disputes, each a heading خلاف and what it is about,
// البداية (start), النهاية (end), الحال (status) or النطاق (scope), and at least two
// sides as a list: the answer, a colon, and the passage that gives it. The answer is
// an EDTF date, a word for a status, or, for the scope, words.
//
// So a phase is renamed by its heading, split by giving some of its rows a heading
// of their own, merged by moving its rows to another, and dropped by taking it
// away. A heading of level two without an id and without a table is an editor's
// own section.
//
// # An entity: content/<dossier>/entities/<name>.md
//
//	---
//	name: محمد شياع السوداني
//	type: PER
//	slug: mhmd-shya-al-sudani
//	aliases:
//	  - السوداني
//	distinct:
//	  - كريم السوداني
//	---
//
//	## التعريف
//
//	«شدد رئيس الوزراء محمد شياع السوداني على أن …» [31 آب/أغسطس 2025، ¶1](../briefings/003-f304fb.md#p1)
//
//	## المناصب
//
//	- رئيس الوزراء (2024-03 – 2025-11-27): «…» [العربي الجديد، آذار/مارس 2024، ¶4](../briefings/001-9a2471.md#p4)
//
// The front matter says who is meant; this is what an editor changes, and it wins
// over what the program thinks:
//
//	name      the one name of the dossier, as wikilinks have it; without it, the
//	          name of the file
//	type      PER, ORG, GPE, LOC, FAC, EVENT or MISC, or the words of الأعلام;
//	          none takes the entity out; empty leaves it to the program
//	slug      its name in addresses: a-z, digits and hyphens; made of the name
//	          when it is missing
//	aliases   other names that mean the same: one added here is merged
//	distinct  names that are kept apart from this one
//
// التعريف holds the one passage that tells best who or what this is, المناصب the
// titles and offices that sources give: the words, the dates of the first and the
// last source in brackets, or one date for both, and the passage that gives it
// first.
//
// The file is called as [EntityFile] says, so that wikilinks lead there in editors
// that look files up by name.
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
// type too. Of phases مخططة is مقررة, حالية جارية and احتمال سيناريو; a type in
// front matter may have small letters. Front matter and النص may be missing, and
// are reported.
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
// needed one that is missing; a passage without a citation or without words, or
// one that leads to another folder; a relation of an unknown kind or of other than
// two passages, and one whose first passage is of another briefing; a phase
// without an id or with one that cannot be, which is given one, without a kind,
// which is then سيناريو, or that ends before it begins; an unknown key, class,
// kind, status or heading in a phase; words in brackets that say something else
// than their date; a dispute of fewer than two sides or that stands twice; a key
// point of an unknown kind, which is then الوضع; a name, a type or a slug that
// cannot be one; a link that may not be; text above the first
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
// what Parse accepts, whose relations have their A in it, and that goes over no
// limit; and likewise for the other three kinds of file. Of the rest Format makes
// what can be written; TestExceptions, TestListExceptions and TestToldExceptions
// are the tables, with reasons: line ends
// become spaces and NULs U+FFFD, marks that cross a date, a name or each other
// are cut, links within links, empty marks, dates that are none or overlap, names
// that are not in the list, overlap, cross a date or share words with a link, and
// addresses that are not allowed are dropped, and the rule that read a date is not
// written; in statements, figures and names, words and numbers that are none of
// those that can be become the nearest that can. In an overview, runs of blanks in titles
// and publishers become one. Of relations, phases, key points and entities, what
// has no passage with words, no kind or no id that can be is dropped, and so are
// dates that are none, answers that answer nothing, second disputes about the
// same, names that no wikilink can hold, more of them than front matter has room
// for, and rules that are for tracing; in labels,
// questions, roles and answers runs of blanks become one. A section's Markdown that itself holds a heading
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
//
// # The check of a dossier
//
// [CheckDossier] compares all files of a dossier, once each has been parsed. It
// reports as Faults a passage that cites a briefing or a paragraph that is not
// there, and one whose words do not stand in its paragraph, compared as the gate
// compares statements: misattributed when they stand in another paragraph of that
// briefing, which is named, altered or absent as the gate says it. A link in an
// editor's own section to a paragraph that is not there is one too, and so is a
// slug that two entities have. Warnings are a name of الأعلام, or in an own section
// of the other files, that is neither name nor alias of an entity, where there are
// files of entities at all; a name that two entities have; a name after distinct
// that none has; a key point's phase that is not there. [CheckOverview] is part of
// it. [DossierFiles.Dossier] gives what the files tell without what leads nowhere.
package markdown
