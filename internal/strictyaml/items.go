package strictyaml

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"mojaz/internal/corpus"
)

// Items gives the 1-based lines on which the items of the list under a
// top-level key begin, and a Warning for each key of an item that is not among
// the yaml tags of the struct that into points to. src must be one that
// [Decode] has read without a Fault.
func Items(path string, src []byte, key string, into any) (lines []int, problems []corpus.Problem) {
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return nil, nil // Decode has said so
	}
	known := keysOf(into)
	for _, item := range list(file, key) {
		at := item.GetToken().Position.Line
		if m, ok := item.(ast.MapNode); ok {
			if it := m.MapRange(); it.Next() {
				at = it.Key().GetToken().Position.Line
			}
			item := &ast.File{Docs: []*ast.DocumentNode{{Body: item}}}
			problems = append(problems, unknownKeys(path, src, item, known)...)
		}
		lines = append(lines, at)
	}
	return lines, problems
}

// list gives the items of the list under a top-level key.
func list(file *ast.File, key string) (out []ast.Node) {
	for _, doc := range file.Docs {
		m, ok := doc.Body.(ast.MapNode)
		if !ok {
			continue
		}
		for it := m.MapRange(); it.Next(); {
			if s, ok := it.Value().(*ast.SequenceNode); ok && strings.Trim(it.Key().String(), `"'`) == key {
				out = slices.Concat(out, s.Values)
			}
		}
	}
	return out
}
