package engine

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/gohugoio/hugo/common/hmaps"
	hugoresources "github.com/gohugoio/hugo/resources"
	"github.com/gohugoio/hugo/resources/resource"
	"github.com/gohugoio/hugo/tpl/css"
	"github.com/gohugoio/hugo/tpl/js"
	"github.com/gohugoio/hugo/tpl/resources"
)

// resourcesSpace is the namespace resources. Assets that are executed as
// templates are checked as templates are.
type resourcesSpace struct {
	*resources.Namespace
	check func(name, text string) error
}

// ExecuteAsTemplate checks and executes an asset: target path, data, asset.
func (s *resourcesSpace) ExecuteAsTemplate(ctx context.Context, args ...any) (resource.Resource, error) {
	if len(args) == 3 {
		if r, ok := args[2].(resource.Resource); ok {
			text, err := content(ctx, r)
			if err != nil {
				return nil, err
			}
			if err := s.check(targetPath(r), text); err != nil {
				return nil, err
			}
		}
	}
	return s.Namespace.ExecuteAsTemplate(ctx, args...)
}

// cssSpace is the namespace css.
type cssSpace struct {
	*css.Namespace
	imports
}

// Build bundles a style sheet. Hugo's would read what the sheet imports from the
// disk, and lead to its fonts from the root of a server.
func (s *cssSpace) Build(ctx context.Context, args ...any) (resource.Resource, error) {
	args, err := withImports(args, s.imports)
	if err != nil {
		return nil, err
	}
	r, err := s.Namespace.Build(args...)
	if err != nil {
		return nil, err
	}
	return s.relative(ctx, r)
}

// relative makes the addresses of the files beside a sheet relative to it. What
// it gives is a resource of its own in any case: Hugo's notes what a pipeline adds
// to a resource in a map that all made of it share, which several pages would read
// and write at once.
func (s *cssSpace) relative(ctx context.Context, r resource.Resource) (resource.Resource, error) {
	text, err := content(ctx, r)
	if err != nil {
		return nil, err
	}
	var pairs []string
	for _, a := range artifacts(r) {
		pairs = append(pairs, a.RelPermalink(), path.Base(a.RelPermalink()))
	}
	return s.assets.FromString(targetPath(r), strings.NewReplacer(pairs...).Replace(text))
}

// artifacts lists the files that esbuild published beside r, once r has been
// made.
func artifacts(r resource.Resource) []hugoresources.Artifact {
	m, _ := r.Data().(map[string]any)
	list, _ := m["Artifacts"].([]hugoresources.Artifact)
	return list
}

// jsSpace is the namespace js.
type jsSpace struct {
	*js.Namespace
	imports
}

// Build bundles a script. Hugo's would read what it imports from the disk.
func (s *jsSpace) Build(args ...any) (resource.Resource, error) {
	args, err := withImports(args, s.imports)
	if err != nil {
		return nil, err
	}
	return s.Namespace.Build(args...)
}

// withImports adds to the options of a build that imports are read from assets.
func withImports(args []any, from imports) ([]any, error) {
	if len(args) == 0 || len(args) > 2 {
		return args, nil // Hugo says what is missing
	}
	if args[len(args)-1] == nil {
		return nil, fmt.Errorf("there is no such file in %s/", assetsDir)
	}
	opts := map[string]any{}
	if len(args) == 2 {
		if target, ok := args[0].(string); ok {
			opts["targetPath"] = target
		} else {
			given, err := hmaps.ToStringMapE(args[0])
			if err != nil {
				return nil, fmt.Errorf("options: %w", err)
			}
			for k, v := range given {
				opts[k] = v
			}
		}
	}
	for k := range opts {
		if strings.EqualFold(k, "importContext") {
			return nil, fmt.Errorf("importContext cannot be set: imports are read from %s/", assetsDir)
		}
	}
	opts["importContext"] = from
	return []any{opts, args[len(args)-1]}, nil
}

// imports resolves what scripts and sheets import, in assets.
type imports struct {
	assets *resources.Namespace
	file   func(name string) bool // reports whether there is such a file
}

// Key names what is imported from, for Hugo's cache.
func (imports) Key() string { return assetsDir }

// Get gives an asset by its path, or a folder's index, or nil. It must not panic
// nor give what cannot be read, a folder: esbuild calls it from goroutines of
// its own, where a panic would end the program.
func (i imports) Get(name any) resource.Resource {
	file, ok := name.(string)
	// "./x" comes first as it was written and then from the importer's folder;
	// only then does it say which file is meant.
	if !ok || file == "" || strings.HasPrefix(file, ".") {
		return nil
	}
	for _, index := range []string{"", "index.js", "index.ts", "index.jsx", "index.tsx"} {
		if at := path.Join("/", file, index)[1:]; i.file(at) {
			return i.assets.Get(at)
		}
	}
	return nil
}

// content gives a resource's text, and makes it first where it has to be made.
func content(ctx context.Context, r resource.Resource) (string, error) {
	return hugoresources.InternalResourceSourceContent(ctx, r)
}

// targetPath is where a resource would be published, from the site's folder.
func targetPath(r resource.Resource) string {
	return strings.TrimPrefix(hugoresources.InternalResourceTargetPath(r), "/")
}
