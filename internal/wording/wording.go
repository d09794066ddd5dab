// Package wording keeps what the program says as a format and its arguments, so
// that it can still be told in another language when it is printed.
//
// A format is English, and names itself: it is the key under which catalogues
// hold it in other languages. A [Text] is a string and can be compared, sorted,
// kept in a cache and written as a constant:
//
//	wording.Of("unknown key %q", key)
//	corpus.Problem{Message: "no title"}
package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// Text is something the program says: one constant format, or what [Of] and its
// like make of one. Its bytes are of no use to others; String gives English.
type Text string

// What parts the halves of a Text: formats hold no such bytes.
const (
	afterFormat = "\x00" // arguments follow
	afterOne    = "\x01" // the format for one ends, that for other numbers follows
)

// Of says something with arguments: strings, whole numbers, float64, errors,
// Stringers and other Texts. The verbs are those of package fmt; %w is %v.
func Of(format Text, args ...any) Text {
	var b strings.Builder
	b.WriteString(string(format) + afterFormat)
	for _, a := range args {
		b.WriteString(pack(a))
	}
	return Text(b.String())
}

// Count says something of n things; %d stands for n. The format for other
// numbers than one is the key.
func Count(n int, one, other Text) Text {
	return Of(one+afterOne+other, n)
}

// Verbatim says words that are of no language of ours, such as those of a
// library.
func Verbatim(s string) Text { return Of("%s", s) }

// Join says several things one after the other.
func Join(texts []Text, between string) Text {
	args := make([]any, len(texts))
	for i, t := range texts {
		args[i] = t
	}
	between = strings.ReplaceAll(between, "%", "%%")
	return Of(Text(strings.TrimSuffix(strings.Repeat("%s"+between, len(args)), between)), args...)
}

// pack writes an argument as a letter for its kind and a quoted string.
func pack(a any) string {
	switch a := a.(type) {
	case Text:
		return "t" + strconv.Quote(string(a))
	case error:
		return "t" + strconv.Quote(string(OfError(a)))
	case fmt.Stringer:
		return "s" + strconv.Quote(a.String())
	}
	switch v := reflect.ValueOf(a); {
	case v.CanInt():
		return "i" + strconv.Quote(strconv.FormatInt(v.Int(), 10))
	case v.CanFloat():
		return "f" + strconv.Quote(strconv.FormatFloat(v.Float(), 'g', -1, 64))
	}
	return "s" + strconv.Quote(fmt.Sprint(a))
}

// unpack is the inverse of pack for all arguments.
func unpack(packed string) (args []any) {
	for packed != "" {
		quoted, err := strconv.QuotedPrefix(packed[1:])
		if err != nil {
			return args // not made by pack
		}
		s, _ := strconv.Unquote(quoted)
		var a any = s
		switch packed[0] {
		case 't':
			a = Text(s)
		case 'i':
			n, _ := strconv.Atoi(s)
			a = n
		case 'f':
			f, _ := strconv.ParseFloat(s, 64)
			a = f
		}
		args = append(args, a)
		packed = packed[1+len(quoted):]
	}
	return args
}

// Voice is a way to say a Text. The zero value says it in English.
type Voice struct {
	// Format gives the format to use instead of that of a key, for its
	// arguments; "" keeps the English one.
	Format func(key Text, args []any) string
	// Around, if set, is put around every argument that is a string, such as a
	// path: for instance marks that keep the direction of its letters apart.
	Around func(string) string
}

// String gives the English words.
func (t Text) String() string { return Voice{}.Say(t) }

// Key gives the English format, which is the same for all arguments.
func (t Text) Key() Text {
	format, _, _ := strings.Cut(string(t), afterFormat)
	_, other, plural := strings.Cut(format, afterOne)
	if plural {
		return Text(other)
	}
	return Text(format)
}

// Say gives the words for a Text.
func (v Voice) Say(t Text) string {
	format, packed, formatted := strings.Cut(string(t), afterFormat)
	var args []any
	if formatted {
		args = unpack(packed)
	}
	if one, other, plural := strings.Cut(format, afterOne); plural {
		if format = other; len(args) > 0 && args[0] == 1 {
			format = one
		}
	}
	if v.Format != nil {
		if f := v.Format(t.Key(), args); f != "" {
			format = f
		}
	}
	if !formatted {
		return format
	}
	return v.fill(format, args)
}

// fill puts the arguments into a format.
func (v Voice) fill(format string, args []any) string {
	var b strings.Builder
	for _, p := range Pieces(format) {
		switch {
		case p.Verb == "":
			b.WriteString(p.Words)
		case p.Arg >= len(args):
			b.WriteString("%!" + p.Verb + "(missing)")
		default:
			b.WriteString(v.argument("%"+p.Verb, args[p.Arg]))
		}
	}
	return b.String()
}

func (v Voice) argument(verb string, arg any) string {
	switch a := arg.(type) {
	case Text:
		s := v.Say(a)
		if verb == "%q" {
			s = strconv.Quote(s)
		}
		return s
	case string:
		s := fmt.Sprintf(verb, a)
		if v.Around != nil {
			s = v.Around(s)
		}
		return s
	}
	return fmt.Sprintf(verb, arg)
}

// Piece is a stretch of a format: words, or the place of an argument.
type Piece struct {
	Words string
	Verb  string // "d", ".1f"; "" for words
	Arg   int    // from 0
}

// Pieces parts a format: "of %[2]d %s" has the verbs d, of argument 1, and s, of
// argument 2 that follows it.
func Pieces(format string) (out []Piece) {
	next := 0
	for format != "" {
		i := strings.IndexByte(format, '%')
		if i < 0 || i+1 == len(format) {
			return append(out, Piece{Words: format})
		}
		if i > 0 {
			out = append(out, Piece{Words: format[:i]})
		}
		format = format[i+1:]
		if format[0] == '%' {
			out, format = append(out, Piece{Words: "%"}), format[1:]
			continue
		}
		if rest, ok := strings.CutPrefix(format, "["); ok {
			n, after, _ := strings.Cut(rest, "]")
			if at, err := strconv.Atoi(n); err == nil && at > 0 {
				next, format = at-1, after
			}
		}
		end := strings.IndexFunc(format, func(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' })
		if end < 0 {
			return append(out, Piece{Words: "%" + format})
		}
		verb := strings.TrimSuffix(format[:end+1], "w")
		if len(verb) == end {
			verb += "v"
		}
		out = append(out, Piece{Verb: verb, Arg: next})
		next++
		format = format[end+1:]
	}
	return out
}

// failure is an error that can be told in other languages.
type failure struct {
	text  Text
	wraps []error
}

// Errorf is [fmt.Errorf] for an error that can be told in other languages. It
// wraps every argument that is an error.
func Errorf(format Text, args ...any) error {
	f := &failure{text: Of(format, args...)}
	for _, a := range args {
		if err, ok := a.(error); ok {
			f.wraps = append(f.wraps, err)
		}
	}
	return f
}

func (f *failure) Error() string   { return f.text.String() }
func (f *failure) Unwrap() []error { return f.wraps }

// Wording gives what the error says; see [OfError].
func (f *failure) Wording() Text { return f.text }

// OfError gives what an error says: a Text with arguments for an error that
// [Errorf] made, that has a method Wording, or that is of the system; else its
// words as they are.
func OfError(err error) Text {
	switch e := err.(type) {
	case interface{ Wording() Text }:
		return e.Wording()
	case *fs.PathError:
		return Of("%s %s: %s", e.Op, e.Path, OfError(e.Err))
	case syscall.Errno:
		if t := Text(e.Error()); slices.Contains(ofSystem, t) {
			return t
		}
	case interface{ Unwrap() []error }:
		return joined(err, e.Unwrap())
	case interface{ Unwrap() error }:
		return around(err, e.Unwrap())
	}
	if errors.Is(err, fs.ErrNotExist) && err.Error() == fs.ErrNotExist.Error() {
		return "file does not exist"
	}
	return Verbatim(err.Error())
}

// Cause gives the reason in an error of the system, without the operation and the
// path, which a problem names itself.
func Cause(err error) error {
	var ofPath *fs.PathError
	if errors.As(err, &ofPath) {
		return ofPath.Err
	}
	return err
}

// joined says what [errors.Join] made.
func joined(err error, parts []error) Text {
	texts := make([]Text, len(parts))
	for i, p := range parts {
		texts[i] = OfError(p)
	}
	if all := Join(texts, "\n"); all.String() == err.Error() {
		return all
	}
	return Verbatim(err.Error())
}

// around says an error that puts words before another.
func around(err, inner error) Text {
	if inner != nil {
		if before, ok := strings.CutSuffix(err.Error(), inner.Error()); ok {
			return Of("%s%s", Verbatim(before), OfError(inner))
		}
	}
	return Verbatim(err.Error())
}

// ofSystem are words of the operating system that people meet.
var ofSystem = []Text{
	"no such file or directory", "permission denied", "file exists", "is a directory", "not a directory",
	"no space left on device", "read-only file system", "operation not permitted", "too many open files", "directory not empty",
	"file name too long", "input/output error",
}
