package engine

import (
	"strings"

	"mojaz/internal/wording"
)

// What to use instead, said of several.
const (
	useModel     = "use the fields of the view model"
	useLinks     = "use .RelPermalink of the view model"
	useHTML      = "use the view model's HTML"
	useAsOf      = "use .AsOf of the view model"
	useRoot      = "links are relative: write .Root of the view model, then the path"
	useAssets    = "a build reads no machine and no network: put the file into assets/ and use resources.Get"
	useParams    = "a build reads no machine: set params in mojaz.yaml and use site.Params"
	useCSS       = "it starts another program: use css.Build"
	useJS        = "it starts another program: use js.Build"
	sameTwice    = "the same input must give the same page"
	anyOrder     = "pages are made in any order: " + useModel
	ownPartial   = "write your own in _partials/"
	whereItIs    = "call partial or partialCached at the place"
	asItIs       = "use minify and fingerprint"
	presentation = "write MathML"
)

// refusals maps functions and whole namespaces that cannot work to what to use
// instead. They are keyed as a template writes them.
var refusals = map[string]wording.Text{
	"page": useModel,

	"ref": useLinks, "urls.Ref": useLinks,
	"relref": useLinks, "urls.RelRef": useLinks,
	"relURL": useRoot, "urls.RelURL": useRoot,
	"relLangURL": useRoot, "urls.RelLangURL": useRoot,
	"absLangURL": "use absURL", "urls.AbsLangURL": "use absURL",

	"markdownify": useHTML, "transform.Markdownify": useHTML,
	"transform.ToMath": presentation,

	"templates.Defer": whereItIs, "templates.DoDefer": whereItIs, "doDefer": whereItIs,
	"resources.PostProcess": asItIs,

	"resources.GetRemote": useAssets,
	"os":                  useAssets, "readFile": useAssets, "readDir": useAssets, "fileExists": useAssets,
	"images.Config": useAssets, "imageConfig": useAssets,
	"getenv": useParams, "os.Getenv": useParams,

	"css.Sass": useCSS, "toCSS": useCSS,
	"css.PostCSS": useCSS, "postCSS": useCSS,
	"css.TailwindCSS": useCSS,
	"js.Babel":        useJS, "babel": useJS, "js.Batch": useJS,

	"now": useAsOf, "time.Now": useAsOf, "debug.Timer": useAsOf,
	"math.Rand": sameTwice, "math.Counter": sameTwice,
	"hugo.Store": anyOrder, "site.Store": anyOrder, "site.Lastmod": useAsOf,
	"hugo.BuildDate": sameTwice, "hugo.CommitHash": sameTwice, "hugo.GoVersion": sameTwice,
	"shuffle": sameTwice, "collections.Shuffle": sameTwice,
}

// known are the members of site and hugo that mean something here; all others
// belong to Hugo's own site.
var known = map[string]map[string]bool{
	"site": {
		"Title": true, "Language": true, "Languages": true, "Params": true, "Param": true, "BaseURL": true,
	},
	"hugo": {
		"Version": true, "Generator": true, "Environment": true, "IsProduction": true, "IsDevelopment": true,
		"IsServer": true, "IsExtended": true, "IsMultilingual": true, "IsMultihost": true,
	},
}

// refused reports whether a function, "now" or "time.Now", cannot be used, and
// what to use instead.
func refused(name string) (hint wording.Text, bad bool) {
	if hint, bad = refusals[name]; bad {
		return hint, true
	}
	space, member, dotted := strings.Cut(name, ".")
	if !dotted {
		return "", false
	}
	if members := known[space]; members != nil && !members[member] {
		return useModel, true
	}
	hint, bad = refusals[space]
	return hint, bad
}

// pageMethods are the methods of Hugo's pages that people reach for. Wrong for a
// model of one's own that has a field of that name.
var pageMethods = map[string]wording.Text{
	"Render":           `use partial: {{ partial "name.html" . }}`,
	"RenderString":     useHTML,
	"RenderShortcodes": useHTML,
	"RelRef":           useLinks,
	"GetPage":          useModel,
}

// siteMethods are what Hugo's site has of pages, looked for in .Site.X.
var siteMethods = map[string]wording.Text{
	"AllPages": useModel, "Pages": useModel, "RegularPages": useModel, "Sections": useModel, "Home": useModel,
	"MainSections": useModel, "Menus": useModel, "Taxonomies": useModel, "Data": useModel, "Lastmod": useAsOf,
	"Sites": useModel, "Current": useModel, "Store": anyOrder,
}

// whole are namespaces with refused functions. They cannot be put into a
// variable, where the function called would not be seen.
var whole = map[string]bool{
	"collections": true, "css": true, "debug": true, "hugo": true, "images": true, "js": true, "math": true,
	"resources": true, "templates": true, "transform": true, "urls": true,
}

// builtin are Go's own functions.
var builtin = map[string]bool{
	"and": true, "break": true, "call": true, "continue": true, "eq": true, "ge": true, "gt": true, "html": true,
	"index": true, "js": true, "le": true, "len": true, "lt": true, "ne": true, "not": true, "or": true,
	"print": true, "printf": true, "println": true, "slice": true, "urlquery": true,
}
