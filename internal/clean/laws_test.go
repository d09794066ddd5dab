package clean

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// checkLaws checks what holds for every source.
func checkLaws(t *testing.T, src corpus.Source, res Result) {
	t.Helper()
	if !utf8.ValidString(res.Text) {
		t.Fatalf("Text(%q).Text = %q, want valid UTF-8", src.Raw, res.Text)
	}
	checkOrigin(t, src, res)
	checkSpans(t, src, res)
	again := Text(corpus.Source{Kind: corpus.KindText, Raw: res.Text})
	if again.Text != res.Text {
		t.Fatalf("Text(%q): cleaned twice %q, want %q", src.Raw, again.Text, res.Text)
	}
}

// checkOrigin: runs rise on both sides, stay inside, and are the same bytes.
func checkOrigin(t *testing.T, src corpus.Source, res Result) {
	t.Helper()
	text, raw := 0, 0
	for _, r := range res.Origin {
		if r.N <= 0 || r.Text < text || r.Raw < raw || r.Text+r.N > len(res.Text) || r.Raw+r.N > len(src.Raw) {
			t.Fatalf("Text(%q).Origin = %v, want rising runs inside both texts", src.Raw, res.Origin)
		}
		if res.Text[r.Text:r.Text+r.N] != src.Raw[r.Raw:r.Raw+r.N] {
			t.Fatalf("Text(%q): run %v holds %q in Text and %q in Raw", src.Raw, r,
				res.Text[r.Text:r.Text+r.N], src.Raw[r.Raw:r.Raw+r.N])
		}
		text, raw = r.Text+r.N, r.Raw+r.N
	}
}

// checkSpans: lines are the lines of ink of Text, in order; evidence lies in it.
func checkSpans(t *testing.T, src corpus.Source, res Result) {
	t.Helper()
	var want []string
	for l := range strings.SplitSeq(res.Text, "\n") {
		if l != "" {
			want = append(want, l)
		}
	}
	at := 0
	for i, l := range res.Lines {
		if !l.Valid(len(res.Text)) || l.Start < at || i >= len(want) || l.Of(res.Text) != want[i] || l.Role == "" {
			t.Fatalf("Text(%q).Lines[%d] = %v, want the lines of ink of %q", src.Raw, i, l, res.Text)
		}
		at = l.End
	}
	if len(res.Lines) != len(want) {
		t.Fatalf("Text(%q) has %d lines, want %d", src.Raw, len(res.Lines), len(want))
	}
	for _, e := range res.Meta.Evidence {
		if !e.Valid(len(res.Text)) || e.Empty() || !utf8.ValidString(e.Of(res.Text)) {
			t.Fatalf("Text(%q): evidence %v lies outside", src.Raw, e)
		}
	}
	if res.Meta.Inferred != (len(res.Meta.Evidence) > 0) {
		t.Fatalf("Text(%q): inferred %v with %d pieces of evidence", src.Raw, res.Meta.Inferred, len(res.Meta.Evidence))
	}
}

var seedsOfFuzz = []string{
	"", "a", "\ufeffنص\r\nنص", "<p>نص &amp; نص&quot;", "# عنوان\n\n**نص** [رابط](http://a.b)",
	"ن\u200cص \u200d\u200cن\u00a0\u00a0ص\t\n\n\n\nن", "---\ntitle: ن\n---\nن", "<script>x", "<a><b></a>&#1593;&#x;&nbsp",
	"1\n2\n3", "- ن\n- ن\n- ن.", "\xff\xfe", "[[[]](", "```\n`", "نشر 2025 / 8 / 19 - 08:36\nنص طويل.", "a\u0300\u200db",
	"<template><p>x</template>y", "<pre>a\n b</pre>", "* *\n***\n_a_", "المصدر: رويترز\nأخبار ذات صلة\nنص",
}

func FuzzText(f *testing.F) {
	for _, s := range seedsOfFuzz {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, kind := range []corpus.Kind{corpus.KindText, corpus.KindMarkdown, corpus.KindHTML, corpus.KindDOCX} {
			src := corpus.Source{Path: "seeds/d/x", Kind: kind, Raw: raw}
			checkLaws(t, src, Text(src))
		}
	})
}

// repeated are the marks that could cost more than linear work, by kind.
var repeated = map[corpus.Kind][]string{
	corpus.KindText: {
		"a", " ", "\n", "\r", "\u200c", "\u200d", "ن\u200d ", "\u00a0", "نص\n", "نص طويل بعض الشيء ينتهي بنقطة.\n", "كلمة، ",
		"«", "\"", "(", "12/12/", "2025-", " 1 كلمة 2000\n", "12:", "المزيد\n", "أخبار ذات صلة\n", "#وسم ", "بقلم: محمد علي\n",
		"19 يونيو 2025\n", "قال لـ\"س\" ", "المصدر: ", "مارس الحالي ", "مارس الماضي\n", "انقر هنا ", "ـ", "...\n", "بغداد/", "©",
		"- عنوان خبر قصير\n", "الرئيسية - أخبار\n", "محمد علي\n", "نص من سطر طويل مقطوع عند العمود الستين ولا ينتهي بنقطة أبدا\n",
	},
	corpus.KindMarkdown: {
		"[", "]", "[x](", "![", "**", "_", "`", "~~", "# ", "> ", "- ", "---\n", "```\n", "<a", "\\", "|-", "[[", "[x][y] ", "a\n===\n",
	},
	corpus.KindDOCX: {"# ", "---\n", "title: x\n", "a | ", "#", "- x\n"},
	corpus.KindHTML: {
		"&", "&amp;", "&nbsp", "&#", "<", "<b>", "<div>", "</div>", "<p>نص", "<li>x", "<a href=x>", "<script>", "<!--", "<a>x</a>",
		"<table><tr><td>", "<template>", "<b id=1>x<p>", "<br>", "<h1>عنوان</h1>", "<svg>", "<title>", "<select><option>", "<p>نص طويل.</p>",
		"<div class=related-posts>x</div>", "<time datetime=2020-01-01>", "<script type=application/ld+json>[[", "<i></b>",
	},
}

// TestRepeated cleans many times one mark. Work that is not linear would take
// minutes; the deadline is far above what linear work needs.
func TestRepeated(t *testing.T) {
	for _, kind := range []corpus.Kind{corpus.KindText, corpus.KindMarkdown, corpus.KindHTML, corpus.KindDOCX} {
		for _, m := range repeated[kind] {
			done := make(chan bool)
			go func() {
				Text(corpus.Source{Kind: kind, Raw: strings.Repeat(m, times)})
				close(done)
			}()
			select {
			case <-done:
			case <-time.After(time.Minute):
				t.Fatalf("Text of %d × %q as %s takes more than linear time", times, m, kind)
			}
		}
	}
}
