package archive

import (
	"fmt"
	"strings"
)

// nav gives the table of contents: the dossier with its parts, the pages of what
// its sources say together, and under one heading the briefings.
func (b *book) nav() []byte {
	var out strings.Builder
	out.WriteString(`<nav epub:type="toc" role="doc-toc" aria-labelledby="toc" id="contents"><h1 id="toc">` + text(b.say["contents"]) + `</h1><ol>`)
	open := false
	for i, l := range b.order {
		if l.Kind == "entity" {
			break // the list of names leads to each
		}
		if l.Kind == "briefing" && !open {
			out.WriteString(`<li><span>` + text(b.say["briefings"]) + `</span><ol>`)
			open = true
		}
		b.entry(&out, l)
		if open && (i+1 == len(b.order) || b.order[i+1].Kind != "briefing") {
			out.WriteString(`</ol></li>`)
			open = false
		}
	}
	fmt.Fprintf(&out, `</ol></nav><nav epub:type="landmarks" aria-labelledby="guide" hidden=""><h2 id="guide">%s</h2><ol>`+
		`<li><a epub:type="cover" href="cover.xhtml">%s</a></li><li><a epub:type="toc" href="#contents">%s</a></li>`+
		`<li><a epub:type="bodymatter" href="%s">%s</a></li></ol></nav>`,
		text(b.say["guide"]), text(b.say["cover"]), text(b.say["contents"]), chapterPath(b.order[0].Path), text(b.order[0].title))
	return b.document("nav.xhtml", b.say["contents"], out.String())
}

// entry writes a chapter of the contents; of the dossier's own page its sections
// too, for each is an entrance.
func (b *book) entry(out *strings.Builder, l *outline) {
	href := chapterPath(l.Path)
	out.WriteString(`<li><a href="` + href + `">` + text(l.title) + `</a>`)
	if len(l.parts) > 0 {
		out.WriteString(`<ol>`)
		for _, h := range l.parts {
			out.WriteString(`<li><a href="` + href + "#" + nameID(h.id) + `">` + text(h.title) + `</a></li>`)
		}
		out.WriteString(`</ol>`)
	}
	out.WriteString(`</li>`)
}

// cover gives the first page: what the book is, and what the head of the
// dossier's page says of it.
func (b *book) cover() []byte {
	var facts strings.Builder
	for _, f := range b.order[0].facts {
		facts.WriteString(`<p>` + text(f) + `</p>`)
	}
	return b.document("cover.xhtml", b.Title, fmt.Sprintf(
		`<section class="cover" epub:type="cover"><p class="site">%s</p><h1>%s</h1>%s</section>`, text(b.Site), text(b.Title), facts.String()))
}
