package site

import (
	"net/url"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// The pages that a site has once.
const (
	homePath     = "index.html"
	aboutPath    = "about.html"
	notFoundPath = "404.html"
	searchPath   = "search.html"
	termsPath    = "terms.html"
)

// searchFolder is where the files of the search index lie.
const searchFolder = "search/"

func dossierPath(dossier string) string { return Folder(dossier) + "/index.html" }

func briefingPath(k Key) string { return Folder(k.Dossier) + "/briefings/" + string(k.ID) + ".html" }

func sourcePath(k Key) string { return Folder(k.Dossier) + "/sources/" + string(k.ID) + ".html" }

func briefingsPath(dossier string) string { return Folder(dossier) + "/briefings.html" }

func phasesPath(dossier string) string { return Folder(dossier) + "/phases.html" }

// agreementPath names the first page of a kind of relation, "" for the one of all
// kinds.
func agreementPath(dossier string, kind corpus.RelationKind) string {
	if kind == "" {
		return Folder(dossier) + "/agreement.html"
	}
	return Folder(dossier) + "/agreement-" + string(kind) + ".html"
}

func entitiesPath(dossier string) string { return Folder(dossier) + "/entities.html" }

func entityPath(dossier, id string) string { return Folder(dossier) + "/entities/" + id + ".html" }

// recordPath names the file that holds a dossier's records, beside those of the
// whole site.
func recordPath(dossier string) string { return "data/" + Folder(dossier) + "/dossier.json" }

// Folder gives the folder of the site that holds a dossier's pages: its name in
// Latin letters, so that addresses stay short in a chat. A name that the site
// needs itself gets a tail. Two dossiers can get the same folder; the caller
// has to refuse that.
func Folder(dossier string) string {
	switch slug := arabic.Slug(dossier); slug {
	case ArchivesFolder, "assets", "data", "search", WholeSite:
		return slug + "-dossier"
	default:
		return slug
	}
}

// root gives the way from the page at path up to the site's own folder: "" for
// "index.html", "../../" for "a/briefings/b.html".
func root(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// link gives the shortest relative URL from one page to another, escaped:
// from "a/briefings/b.html" to "a/sources/b.html" it is "../sources/b.html".
func link(from, to string) string {
	f, t := strings.Split(from, "/"), strings.Split(to, "/")
	same := 0
	for same < len(f)-1 && same < len(t)-1 && f[same] == t[same] {
		same++
	}
	parts := t[same:]
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	rel := strings.Repeat("../", len(f)-1-same) + strings.Join(parts, "/")
	// A colon before the first slash would read as a scheme.
	if first, _, _ := strings.Cut(rel, "/"); strings.Contains(first, ":") {
		rel = "./" + rel
	}
	return rel
}

// keyOf names a briefing.
func keyOf(b *corpus.Briefing) Key { return Key{b.Dossier, b.ID} }
