package build

import (
	"context"
	"slices"

	"mojaz/internal/cache"
	"mojaz/internal/compress"
	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// twins makes the compressed twins of files that the configuration asks for.
func (r *run) twins(ctx context.Context, files []publish.File) ([]publish.File, error) {
	kinds := r.config.Precompress
	if kinds == nil && r.opt.Precompress {
		kinds = compress.Kinds
	}
	if len(kinds) == 0 || r.drafts != nil { // a check looks at no twin
		return nil, nil
	}
	files = slices.DeleteFunc(slices.Clone(files), func(f publish.File) bool { return !compress.Worth(f.Path, len(f.Bytes)) })
	out := make([][]publish.File, len(files))
	step := r.step("compress", len(files))
	err := parallel(ctx, len(files), func(i int) error {
		for _, kind := range kinds {
			twin, err := r.twin(kind, files[i].Bytes)
			if err != nil {
				return wording.Errorf("%s.%s: %w", files[i].Path, kind, err)
			}
			if twin != nil {
				out[i] = append(out[i], publish.File{Path: files[i].Path + "." + kind, Bytes: twin})
			}
		}
		step()
		return nil
	})
	return slices.Concat(out...), err
}

// twin gives a twin of one kind, from the cache where it can be, and nil where
// it would save too little.
func (r *run) twin(kind string, b []byte) ([]byte, error) {
	var twin []byte
	key := cache.KeyOf("twin", cache.Program(), kind, string(b))
	if r.cache != nil && r.recall(key, &twin) {
		return twin, nil
	}
	twin, ok, err := compress.Twin(kind, b)
	if err != nil {
		return nil, err
	}
	if !ok {
		twin = nil
	}
	if r.cache != nil {
		r.remember(key, &twin)
	}
	return twin, nil
}
