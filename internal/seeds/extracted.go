package seeds

import (
	"crypto/sha256"
	"encoding/json"
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
func (r *reader) open(b []byte, kind corpus.Kind) decoded {
	take := extractors[kind]
	if take == nil {
		return decode(b, kind)
	}
	if kind == corpus.KindPDF && r.opt.Remember != nil {
		take = r.remembered(take)
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

// Tool names the program of the system that reads some sources of a folder, and
// its version; "" if no source with such a name needs any.
func Tool(name string) string {
	if kindOf(name) != corpus.KindPDF {
		return ""
	}
	return extract.Tool()
}

// remembered makes of an extractor one that remembers what it took out of the
// same bytes with the same program. Refusals are not remembered: what is missing
// may be installed.
func (r *reader) remembered(take func([]byte) (extract.Text, error)) func([]byte) (extract.Text, error) {
	return func(b []byte) (text extract.Text, err error) {
		sum := sha256.Sum256(b)
		kept := r.opt.Remember([]string{"extract", r.tool(), string(sum[:])}, func() []byte {
			if text, err = take(b); err != nil {
				return nil
			}
			out, _ := json.Marshal(text) // two strings and a text always are JSON
			return out
		})
		if err != nil || text.Raw != "" {
			return text, err
		}
		if json.Unmarshal(kept, &text) != nil || text.Raw == "" {
			return take(b)
		}
		return text, nil
	}
}
