// Package engine turns a template and a view model into HTML.
//
// Templates are Hugo templates, compiled and executed by Hugo's own template
// store (v0.165.0, pinned) over our own view models. Hugo's site build
// (hugolib) is not needed: it exists to find content, to make pages of it and
// to write them, and here each page is a view model that package site has
// already made. So a page is a pure function of its model, pages render in
// parallel, and what Hugo would have kept of all pages is never held.
//
// # The folder of templates
//
//	baseof.html          the frame; fills its blocks from the page's template
//	home.html …          one per kind: Render("home", …) executes home.html
//	<dossier>/briefing.html   wins for Render("<dossier>/briefing", …)
//	_partials/x.html     for {{ partial "x.html" . }}
//	i18n/ar.yaml         for {{ T "key" }}, one file a language
//
// The model is the dot. A field that it does not have is an error at that place
// (of a map, no error: models are structs). Hidden files, editors' copies and Go
// files in the folder are none of it.
//
// # What works
//
// Base templates and blocks; partial, partialCached, partials that return a
// value, inline partials; every function of the namespaces cast, collections,
// compare, crypto, encoding, fmt, hash, inflect, lang, math, path, reflect,
// safe, strings, time, transform and urls but for those below; contextual
// escaping; site.Title, site.Language (.Lang, .Direction), site.Params,
// site.BaseURL; hugo.Version; css.Build and js.Build with imports, resources.*,
// minify, fingerprint and .Content, .RelPermalink, .Data.Integrity of what they
// give; resizing of PNG, JPEG and GIF; T with the six plurals of Arabic, by a
// number, {{ T "pages" 3 }}, or by a struct with a field Count, whose other
// fields the translation can write too. Numbers and dates are formatted in the
// site's language.
//
// # Links
//
// A published file's .RelPermalink begins at the site's own folder, with a
// slash: "/css/main.css". All links of the site are relative, so write what
// leads from the page to that folder before it, and let it be part of the key
// of a cached partial:
//
//	{{ partialCached "head.html" . .Root }}
//	{{ $css := resources.Get "css/main.css" | css.Build (dict "minify" true) | fingerprint }}
//	<link rel="stylesheet" href="{{ .Root }}{{ strings.TrimPrefix "/" $css.RelPermalink }}">
//
// A file that css.Build takes along, such as a font in url(…), is published
// beside the style sheet under a name with its hash, and the sheet leads to it
// by that name. So set targetPath in css.Build if the sheet is to lie elsewhere,
// rather than copying the sheet. A file is published when its .RelPermalink is
// asked for, or with .Publish. A file's .Permalink is no full address: use
// {{ absURL "path" }} where {{ with site.BaseURL }} gives one.
//
// Hugo keeps what was made of an asset by its content, the options and the
// target path. So resources.ExecuteAsTemplate over other data needs another
// target path, or the first page to come decides.
//
// # What does not work
//
// These are refused when templates are loaded, each with its place and with what
// to use instead:
//
//   - what asks for Hugo's pages: page.*, site.Home, site.Pages and the like,
//     ref, relref, .Render, .RenderString, markdownify, Hugo's own partials
//   - what Hugo does after all pages: templates.Defer, resources.PostProcess
//   - what starts a program or a WebAssembly machine: css.Sass, css.PostCSS,
//     css.TailwindCSS, js.Babel, js.Batch, transform.ToMath
//   - the network and the machine: resources.GetRemote, os.*, getenv, readFile
//   - clock and chance, and what depends on the order of pages: now, time.Now,
//     math.Rand, math.Counter, shuffle, hugo.Store
//   - links from the root of a server: relURL, relLangURL, absLangURL
//   - a namespace as a value: {{ $x := resources }}, which hides what is called
//
// and these when they run: WebP and AVIF pictures (WebAssembly), imports of
// scripts and sheets that do not lie in assets/, resources.ExecuteAsTemplate of
// an asset that does any of the above.
//
// errorf is an error at its place and stops the page; warnf, a missing
// translation and whatever Hugo would have printed are collected in
// [Engine.Problems]. Nothing is printed.
//
// # What is read and written
//
// Templates and assets are copied into memory when the engine is made, and all
// that is published stays there. Hugo's caches lie in memory too, its
// configuration comes from no file and no environment, its policy denies every
// program, address and variable. One thing is out of reach: when the program
// starts, a library of Hugo's looks for inflections.json and acronyms.json in
// the working directory, which pluralize and singularize then follow.
package engine
