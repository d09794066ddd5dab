// Package search turns pages into a search index as script files.
//
// A page that is opened from a disk can fetch nothing: no JSON, no module, no
// WebAssembly. It can load classic scripts. So the index is a folder of small
// scripts, of which assets/js/search.js loads those that a query needs. Each
// calls one function with its name and what it holds:
//
//	(self.mojazIndex=self.mojazIndex||[]).push(["t3", …])
//
// so that the files can also stand in a page themselves, before or after the
// script that searches.
//
// # Files
//
//	index.js   what must be known before anything is looked up, see manifest
//	t0.js …    terms in order, cut by what they begin with: the terms, then their places
//	d0.js …    documents in order: what results show of them
//	n0.js …    names in order of their words, for suggestions
//
// index.js lists the first key of each file, so one file answers for a word.
// Documents have numbers in the order in which they come; neighbours share a
// file, so a caller who keeps documents of one affair and time together saves
// his readers bytes.
//
// # Parts
//
// Documents are read once, into parts, see [ReadAll], of which [Build] makes the
// files and [Terms] the alphabetical index. Both give the same for the same
// documents, however they were shared out among parts; so a part can be kept while
// its documents are what they were.
//
// # Terms
//
// A term is what [Term] makes of a word: the folded word without its clitics and
// endings. The browser does the same with the same word lists, which index.js
// carries. testdata/equal.txt holds for both sides.
//
// # Bits
//
// What terms and texts hold is written as bits, six to a digit, see bits.go: numbers
// in Rice's and Elias' codes, letters in a prefix code of their pieces, words of
// texts in one of their own. Hosts that compress find little more to take away,
// those that do not have little to lose.
//
// # Places
//
// The list of a term is, for each document, its distance from the one before it,
// and the places in it, see lists.go. Places 0 to 31 are those of the title; the
// text begins at 32, and each paragraph after the first lies 10 places off. A bit
// says that the term belongs to a name of whom the document speaks. Function words
// have documents and no places. BM25, the boosts for titles, names and phrases are
// worked out from this, in rank.js.
//
// # Texts
//
// A document is its facts, its title and its paragraphs. Frequent words have codes,
// see vocabulary.go; rare ones are spelled once in a document, and repeated by
// number. Which passage is shown and what is lit in it is found in the text itself,
// in passages.js.
//
// The index holds what it was given and no more: a paragraph that a reader may
// not be shown must not be passed.
package search
