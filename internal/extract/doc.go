// Package extract turns files that other programs made, DOCX, EPUB, MHTML and
// PDF, into text that a person can read line by line.
//
// Of a saved page that is the HTML in it. Of the other kinds it is a sheet: what
// the file says of itself between two lines "---", then its paragraphs, one a
// line, parted by blank lines:
//
//	---
//	title: تقرير الجسر
//	author: أحمد العلي
//	created: 2025-08-31T10:00:00Z
//	---
//
//	# تقرير الجسر
//
//	قال المسؤول إن العمل انتهى.
//
//	- بند من قائمة
//
//	السنة | العدد
//
// "#" to "#####" before a blank begin a heading; nothing else in a sheet is
// markup. A cell of a table ends at " | ".
//
// Nothing is believed that a file says of its own size, and a file that asks for
// more than the limits below is refused. What cannot be read is a [*Refusal].
package extract

import (
	"mojaz/internal/wording"
)

// The limits of what a file may ask for. A long book has 2 MB of text.
const (
	maxEntries = 10_000   // in an archive
	maxEntry   = 32 << 20 // bytes of one entry of an archive, unpacked
	maxRead    = 64 << 20 // bytes of all entries that are read, unpacked
	maxRatio   = 500      // unpacked to packed, of an entry of more than a MiB
	maxText    = 16 << 20 // bytes of a sheet
	maxDepth   = 256      // of elements of XML
)

// Text is what was found in a file.
type Text struct {
	Raw string // a sheet, or the HTML of a saved page
	// Note tells of trouble that the text may have, "" if there is none, and Hint
	// what to do about it.
	Note, Hint wording.Text
}

// Refusal says why a file could not be read, and what to do about it.
type Refusal struct {
	Why  wording.Text // "is protected by a password"
	Hint wording.Text // or ""
}

func (r *Refusal) Error() string { return r.Why.String() }

// The refusals that several kinds of file share.
var (
	errLocked    = &Refusal{"is protected by a password", "save it without one"}
	errBomb      = &Refusal{"unpacks to more than any document holds, and is not read", ""}
	errDamaged   = &Refusal{"is damaged: what it holds cannot be unpacked", "fetch it again"}
	errEmpty     = &Refusal{"holds no text", ""}
	errTooMuch   = &Refusal{"holds more text than one source may", "cut it into several"}
	errDeep      = &Refusal{"is nested deeper than any document is", ""}
	errForbidden = &Refusal{"is protected: whoever made it does not let its text be taken out", "ask for a copy that may be read"}
)
