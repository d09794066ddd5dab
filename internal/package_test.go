package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// goPackage is one folder of Go files.
type goPackage struct {
	name  string // of the folder: "arabic", "cmd/build"
	doc   string
	files []goFile
}

type goFile struct {
	path    string
	test    bool
	imports []string
	tree    *ast.File
	set     *token.FileSet
}

// readPackages reads the packages below root by name, whatever system they are
// built for. Folders that the go command overlooks are overlooked, and so are
// folders that hold nothing but the tests of this very package.
func readPackages(root fs.FS) (map[string]*goPackage, error) {
	packages := map[string]*goPackage{}
	err := walkHouse(root, func(name string, src []byte) error {
		if path.Ext(name) != ".go" || path.Dir(name) == "internal" {
			return nil
		}
		for part := range strings.SplitSeq(name, "/") {
			// What stands in third_party has the name of what it replaces.
			if part == "testdata" || part == "third_party" || part[0] == '_' || part[0] == '.' {
				return nil
			}
		}
		f, err := readGo(name, src)
		if err != nil {
			return err
		}
		dir := strings.TrimPrefix(path.Dir(name), "internal/")
		p := packages[dir]
		if p == nil {
			p = &goPackage{name: dir}
			packages[dir] = p
		}
		p.files = append(p.files, f)
		if !f.test && p.doc == "" {
			p.doc = f.tree.Doc.Text()
		}
		return nil
	})
	return packages, err
}

func readGo(name string, src []byte) (goFile, error) {
	f := goFile{path: name, test: strings.HasSuffix(name, "_test.go"), set: token.NewFileSet()}
	var err error
	if f.tree, err = parser.ParseFile(f.set, name, src, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return f, err
	}
	for _, imp := range f.tree.Imports {
		p, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			return f, err
		}
		f.imports = append(f.imports, p)
	}
	return f, nil
}

// lines is the number of lines from a function's name to its last brace.
func (f goFile) lines(fn *ast.FuncDecl) int {
	return f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1
}

// changing are the functions of package os that change what is on disk.
var changing = strings.Fields(`Chmod Chown Chtimes CopyFS Create CreateTemp Lchown Link Mkdir MkdirAll MkdirTemp
	OpenFile OpenRoot Remove RemoveAll Rename Symlink Truncate WriteFile`)

// writes lists the functions of package os by which the file changes the disk.
// It does not follow an os.Root, so to open one counts as writing.
func (f goFile) writes() (out []string) {
	local := f.nameOf("os")
	ast.Inspect(f.tree, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || !slices.Contains(changing, sel.Sel.Name) {
			return true
		}
		if id, ok := sel.X.(*ast.Ident); ok && local != "" && id.Name == local {
			out = append(out, "os."+sel.Sel.Name)
		}
		return true
	})
	return out
}

// nameOf gives the name under which the file knows an imported package, "" if it
// does not import it.
func (f goFile) nameOf(imp string) string {
	i := slices.Index(f.imports, imp)
	switch {
	case i < 0:
		return ""
	case f.tree.Imports[i].Name != nil:
		return f.tree.Imports[i].Name.Name
	}
	return path.Base(imp)
}
