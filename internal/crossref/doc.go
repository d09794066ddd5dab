// Package crossref turns the mentions and claims of a dossier's documents into
// one cast, into assertions that point to it, and into relations between
// passages.
//
// # The cast
//
// [Entities] begins with what annotate says of each document: mentions of one
// name and type mean one. It joins these nodes across documents by rules, each
// of which finds its candidates in an index, and notes their names in
// Entity.Rule:
//
//	same name                the same letters, but for marks, hamza, articles of
//	                         people, blanks, and names that all know («الناتو»)
//	spelling                 one foreign name in other vowels
//	shorter name             a name that leaves out a part of the only longer one
//	name of its document     what a document mostly calls one, not what it calls
//	                         one once
//	with or without son of   «بن» there and not there, one office
//	conjunction              «و» stuck to the name
//	clipped name             the beginning of the only longer name of a body
//	head left out            «النهضة», «حركة النهضة»
//	brackets                 an acronym that one document explains
//	epithet, byname          «المكنى»
//	surname and role         a bare surname, and the office says whose
//	surname and company      a bare surname that one person has, beside the same
//	                         rarer names
//	given name and role      «الملك سلمان»
//	editor                   an alias in an entity's file
//
// Kinds do not mix: a country and its army, a city and what is called after it,
// a country and its capital stay apart; GPE and LOC are one kind. Where two
// people share a surname, a bare one in a document that names neither in full
// stays for itself. The price is that some who are one stay two: an editor joins
// them by an alias, and parts what was wrongly joined by distinct.
//
// An entity's name is the fullest that is not rare, a place's the most frequent.
// Its id is the slug of the name. Of two with one name or slug the one that is
// named first, by date, keeps it plain, so a later document renames nobody else.
//
// # Relations
//
// [Relations] compares sentences, each cut into the clauses of its assertions and into
// stretches between commas. Two are candidates where an index knows that they share a rare
// term, an event with what it happens to, a month, an amount, or a thing of a row («الدفعة
// الثانية»). Then the rules of [Rules] are asked, a file for each kind of ground:
//
//	relation_events.go     one event: its date, how long it lasts, how far it has come,
//	                       who denies it, what came after it
//	relation_stages.go     one thing of a row: when it is or was, and how much
//	relation_figures.go    amounts, by what they count and how rare they are
//	relation_tolls.go      the dead and the hurt
//	relation_answers.go    what a page sets against what another said before
//	relation_stretches.go  days, accounts in much the same words, denials, lists
//
// What an event happens to ([termReader.object]) stands behind who does it. A later
// report of a changed state is an update; two who answer one question differently at
// the same time contradict each other. Where a rule is in doubt it says nothing.
package crossref
