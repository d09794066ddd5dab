// Package serve turns a folder of sources into a preview: it builds, serves the
// site to this computer alone, watches what it is made of, builds again and has
// the open pages reload.
//
// The site in public/ is the one that a build makes, byte for byte. The script
// that reloads a page, and shows what is wrong, is put into the pages as they
// are served. A build that cannot be done leaves the last good site in its
// place, with the reason over it.
//
//	watch ──changes──▶ loop ──build──▶ public/ ──handler──▶ browser
//	                     └──state──▶ events ──────────────────▲
package serve
