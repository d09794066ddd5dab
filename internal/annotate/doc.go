// Package annotate turns a document into what its words say: its dates, and
// later its mentions, statements, figures and claims. Each kind has a file.
//
// A stage returns what it found and changes nothing; every span lies in
// Document.Text and, where blocks are read, inside one block.
package annotate
