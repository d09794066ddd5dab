// Package corpus names the things that the program is about: sources,
// documents, spans, blocks, dates, briefings, dossiers and problems.
//
// It holds types and their invariants and no logic of any stage, so that every
// stage can import it and none needs to import another. Two ideas carry it:
//
//   - A [Document] is one source and everything found in it. Each field names
//     the one stage that writes it.
//   - A [Briefing] is what a person reads and edits: the content of one file
//     below content/. The site is made of briefings, never of documents alone.
package corpus
