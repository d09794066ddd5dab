// Package phase turns the assertions of a dossier's documents into its phase
// map: the stages of the affair that sources number or name, the events that
// bound them, the deadlines that are announced, and what may come.
//
// The unit is a fact: what one clause says of one thing, with its event classes,
// its words and entities, its date and status. [Map] works in five steps.
//
//  1. Facts. Assertions of one clause that speak of one thing are one fact; the
//     date of a clause goes to the event that it stands with. Explicit phases
//     («المرحلة الأولى»), the items below a heading that speaks of scenarios, and
//     dates that stand in no claim make facts of their own.
//  2. Clusters. Facts of one thing at one time come together: explicit phases by
//     their name, dated facts by month, words, entities and event class, the rest
//     by words alone, for which more is asked. Then clusters that grew apart are
//     joined, plans for the same thing with rival dates among them.
//  3. Choice. Clusters are ranked by documents, facts and how much they speak of
//     what the whole affair speaks of; those that tell of a time of which no
//     other tells, and those that lie ahead, go first. About a dozen and a half
//     remain of five documents, two dozen of two hundred.
//  4. Bounds and kind. Each bound is the date with which most documents agree;
//     a numbered phase begins where the one before it ends, which is inferred.
//     What only ended on a day happened on that day.
//  5. Words. The label is a phrase of the sources that begins and ends where a
//     phrase does and says most of what the facts have in common, or a title.
//     What has no such phrase is no phase. Facts that lie in no phase and speak
//     of one are evidence of it at last.
//
// The method is that of timeline summarisation: dates and the sentences about
// them are chosen together, by how often they are told, how central they are to
// the whole, and how much of the time they cover (Chieu and Lee 2004; Martschat
// and Markert 2018; Gholipour Ghalandari and Ifrim 2020), here on clauses with
// event classes and EDTF bounds, and without training. Similarity is the cosine
// of words weighted by idf (Salton), where the idf of a month does for time what
// that of a word does for words: to speak of a year of which nobody else speaks
// tells more than to speak of today.
//
// Limits. It knows what claims and dates know: an event of no class that has no
// date is not seen, and a date that was read wrongly puts its fact in the wrong
// place. Two different events of one class, month and subject come together. A
// later source that tells of an event in quite other words stays apart. What
// sources disagree about is held to dates and statuses, see disputes.
package phase
