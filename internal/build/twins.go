package build

import (
	"mojaz/internal/cache"
	"mojaz/internal/compress"
	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// kinds are those of the compressed twins that the configuration asks for.
func (r *run) kinds() []string {
	if r.config.Precompress == nil && r.opt.Precompress {
		return compress.Kinds
	}
	return r.config.Precompress
}

// twins makes the compressed twins of a file.
func (r *run) twins(f publish.File) (out []publish.File, err error) {
	if !compress.Worth(f.Path, len(f.Bytes)) {
		return nil, nil
	}
	for _, kind := range r.kinds() {
		twin, err := r.twin(kind, f.Bytes)
		if err != nil {
			return nil, wording.Errorf("%s.%s: %w", f.Path, kind, err)
		}
		if twin != nil {
			out = append(out, publish.File{Path: f.Path + "." + kind, Bytes: twin})
		}
	}
	return out, nil
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
