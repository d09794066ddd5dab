package engine

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
	_ "time/tzdata" // time.In must not depend on the machine's zone files

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib/sitesmatrix"
	"github.com/gohugoio/hugo/langs/i18n"
	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/tpl"
	"github.com/gohugoio/hugo/tpl/tplimpl"
	"github.com/spf13/afero"
	"golang.org/x/text/language"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// root is where Hugo believes the project to lie. It is a place below a file,
// so no machine can have anything there: whatever slips past the memory file
// systems (esbuild's own resolver does) finds nothing to read, and cannot
// write.
const root = "/dev/null/mojaz"

// loading guards the part of Hugo's set-up that writes a global logger.
var loading sync.Mutex

// hugo is Hugo's template store with everything that it hangs on.
type hugo struct {
	deps   *deps.Deps
	conf   settings
	funcs  map[string]any
	public afero.Fs // what templates published
	found  sync.Map // kind → *tplimpl.TemplInfo
}

// newHugo sets Hugo up over copies in memory. It may panic: Hugo's constructors
// do.
func newHugo(opt Options, log *journal) (*hugo, error) {
	source, err := mount(opt)
	if err != nil {
		return nil, err
	}
	logger := log.logger()
	conf, err := configure(opt, source, logger)
	if err != nil {
		return nil, err
	}
	public := afero.NewMemMapFs()
	d := &deps.Deps{
		Log:                 logger,
		Fs:                  hugofs.NewFromSourceAndDestination(source, public, conf.cfg),
		Conf:                conf.lang,
		TranslationProvider: i18n.NewTranslationProvider(),
	}
	if d.Site, err = newSite(opt, conf.lang); err != nil {
		return nil, err
	}
	if err := d.Init(); err != nil {
		return nil, err
	}
	funcs, err := functions(opt, d, log)
	if err != nil {
		d.Close()
		return nil, err
	}
	return &hugo{deps: d, conf: conf, funcs: funcs, public: hugofs.NewBasePathFs(public, path.Join(root, "public"))}, nil
}

// compile parses every template and loads the translations.
func (h *hugo) compile() (err error) {
	d, base := h.deps, h.conf.base
	d.TemplateStore, err = tplimpl.NewStore(tplimpl.StoreOptions{
		Fs:                     d.BaseFs.Layouts.Fs,
		Log:                    d.Log,
		PathParser:             h.conf.lang.PathParser(),
		OutputFormats:          base.OutputFormats.Config,
		MediaTypes:             base.MediaTypes.Config,
		DefaultOutputFormat:    base.DefaultOutputFormat,
		TaxonomySingularPlural: base.Taxonomies,
		RenderHooks:            base.Markup.Goldmark.RenderHooks,
	}, tplimpl.SiteOptions{Site: d.Site, TemplateFuncs: h.funcs})
	if err != nil {
		return err
	}
	return d.Compile(nil)
}

// settings is Hugo's configuration in the three forms that its parts ask for.
type settings struct {
	cfg  config.Provider
	lang config.AllProvider
	base *allconfig.Config
}

// configure builds Hugo's configuration without a file and without the
// environment: the machine has no say in it.
func configure(opt Options, source afero.Fs, logger loggers.Logger) (settings, error) {
	cfg := config.New()
	none := []string{"none"}
	lang := hmaps.Params{"title": opt.Title, "locale": opt.Language, "direction": direction(opt.Language)}
	for key, value := range map[string]any{
		"workingDir":             root,
		"publishDir":             "public",
		"cacheDir":               path.Join(root, "cache"),
		"title":                  opt.Title,
		"defaultContentLanguage": opt.Language,
		"languages":              hmaps.Params{opt.Language: lang},
		"printI18nWarnings":      true,
		"timeZone":               "UTC",
		"security": hmaps.Params{
			"exec":  hmaps.Params{"allow": none, "osEnv": none},
			"funcs": hmaps.Params{"getenv": none},
			"http":  hmaps.Params{"urls": none, "methods": none},
		},
	} {
		cfg.Set(key, value)
	}
	loading.Lock()
	defer loading.Unlock()
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: cfg, Logger: logger, Environment: "production",
		// An empty list would mean the environment of the process.
		Environ: []string{"_=_"},
	})
	if err != nil {
		return settings{}, err
	}
	return settings{cfg, configs.GetFirstLanguageConfig(), configs.Base}, nil
}

// direction is the writing direction of a language.
func direction(lang string) string {
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	}
	return "ltr"
}

// mount copies templates and assets into memory where Hugo looks for them:
// i18n/ apart, everything of Templates below layouts/.
func mount(opt Options) (afero.Fs, error) {
	mem := afero.NewMemMapFs()
	for _, dir := range []string{"layouts", "assets", "i18n"} {
		if err := mem.MkdirAll(path.Join(root, dir), 0o777); err != nil {
			return nil, err
		}
	}
	err := copyFS(mem, opt.Templates, func(name string) string {
		switch {
		case ignored(name):
			return ""
		case strings.HasPrefix(name, "i18n/"):
			return name
		}
		return "layouts/" + name
	})
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	if opt.Assets != nil {
		if err := copyFS(mem, opt.Assets, func(name string) string { return "assets/" + name }); err != nil {
			return nil, fmt.Errorf("assets: %w", err)
		}
	}
	return mem, nil
}

// copyFS writes every file of from to the place below root that to gives it; ""
// leaves it out.
func copyFS(mem afero.Fs, from fs.FS, to func(string) string) error {
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || to(name) == "" {
			return err
		}
		b, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		return afero.WriteFile(mem, path.Join(root, to(name)), b, 0o666)
	})
}

// lookup finds the template of a kind by Hugo's rules, base template applied.
func (h *hugo) lookup(kind string) *tplimpl.TemplInfo {
	if t, ok := h.found.Load(kind); ok {
		return t.(*tplimpl.TemplInfo)
	}
	dir, name := path.Split(kind)
	desc := tplimpl.TemplateDescriptor{LayoutFromUser: name, OutputFormat: "html", MediaType: "text/html"}
	switch {
	case name == "404":
		desc.OutputFormat = name // Hugo holds it to be a format
	case kinds.GetKindMain(name) != "":
		desc.Kind = name
	}
	t := h.deps.TemplateStore.LookupPagesLayout(tplimpl.TemplateQuery{
		Path: "/" + dir, Category: tplimpl.CategoryLayout, Desc: desc,
		Sites: sitesmatrix.Vector{}, // nil would match nothing, silently
	})
	if t != nil {
		h.found.Store(kind, t)
	}
	return t
}

// rooms are kept from page to page: a site has thousands, and each would grow anew.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// execute runs a template over a model. It may panic: templates call methods.
func (h *hugo) execute(t *tplimpl.TemplInfo, model any) ([]byte, error) {
	b := rooms.Get().(*bytes.Buffer)
	defer rooms.Put(b)
	b.Reset()
	store := h.deps.TemplateStore
	ctx := store.PrepareTopLevelRenderCtx(context.Background(), nil)
	err := store.ExecuteWithContext(ctx, t, b, model)
	return bytes.Clone(b.Bytes()), err
}

// published lists what templates published, by path from the site's folder.
func (h *hugo) published() map[string][]byte {
	out := map[string][]byte{}
	// The file system is in memory: reading it fails only for an empty one.
	afero.Walk(h.public, "", func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return nil
		}
		if b, err := afero.ReadFile(h.public, name); err == nil {
			out[strings.TrimPrefix(path.Clean("/"+name), "/")] = b
		}
		return nil
	})
	return out
}

// partials lists the calls of partials that are not there or are Hugo's own.
func (e *Engine) partials(calls []partialCall) []corpus.Problem {
	var ps []corpus.Problem
	for _, call := range calls {
		t := e.hugo.deps.TemplateStore.LookupPartial(call.name)
		switch {
		case t == nil:
			ps = append(ps, call.file.at(call.pos, wording.Of("partial %q not found", call.name)))
		case t.SubCategory() == tplimpl.SubCategoryEmbedded:
			p := call.file.at(call.pos, wording.Of("partial %q is Hugo's own and wants a page of Hugo's", call.name))
			p.Hint = ownPartial
			ps = append(ps, p)
		}
	}
	return ps
}

// baseFilename is the file of the base template of t, "" if it has none: Hugo
// then gives a nil pointer in an interface.
func baseFilename(t interface {
	Base() tpl.CurrentTemplateInfoCommonOps
}) string {
	if base, ok := t.Base().(*tplimpl.TemplInfo); ok && base != nil {
		return base.Filename()
	}
	return ""
}
