// Package serve turns a folder of sources into a preview: it builds, serves the
// site to this computer alone, watches what it is made of, builds again and has
// the open pages reload.
//
// What was saved is shown at once, from memory and page by page; when nobody has
// saved for a while, the whole site is built, content/ and archives included. What
// only a whole build makes, such as an archive, waits for one when it is asked for
// in between, so nothing that is served is older than what was saved.
//
// The site in public/ is the one that a build makes, byte for byte. The script
// that reloads a page, and shows what is wrong, is put into the pages as they
// are served. A build that cannot be done leaves the last good site in its
// place, with the reason over it.
//
//	watch ──changes──▶ loop ──saved──▶ memory ──▶ handler ──▶ browser
//	                     ├──whole───▶ public/ ──────▲           ▲
//	                     └──state───▶ events ───────────────────┘
package serve
