package seeds

import (
	"errors"

	"mojaz/internal/corpus"
	"mojaz/internal/extract"
	"mojaz/internal/wording"
)

// extractors take the text out of files that are no text themselves.
var extractors = map[corpus.Kind]func([]byte) (extract.Text, error){
	corpus.KindMHTML: extract.MHTML,
	corpus.KindDOCX:  extract.DOCX,
	corpus.KindEPUB:  extract.EPUB,
	corpus.KindPDF:   extract.PDF,
}

// open decodes the bytes of a file, or the text that is taken out of it.
func open(b []byte, kind corpus.Kind) decoded {
	take := extractors[kind]
	if take == nil {
		return decode(b, kind)
	}
	text, err := take(b)
	var no *extract.Refusal
	switch {
	case errors.As(err, &no):
		return refused(no.Why, no.Hint)
	case err != nil:
		return refused(wording.Of("cannot be read: %v", err), "")
	case kind == corpus.KindMHTML:
		return decode([]byte(text.Raw), corpus.KindHTML)
	}
	return decoded{text: text.Raw, encoding: string(kind), note: text.Note, hint: text.Hint}
}
