package summarize

import (
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

func TestStandsAlone(t *testing.T) {
	for _, tt := range []struct {
		sentence string
		want     bool
	}{
		{"أعلنت الوزارة تأجيل الانتخابات إلى شهر مايو المقبل.", true},
		{"ولفت الخبير أحمد الشريفي إلى تأخر المفاوضات بين الجانبين.", true},
		{"وأضاف أن المفاوضات تأخرت بسبب الأحداث في المنطقة.", false},
		{"وأشار إلى تأخر المفاوضات بسبب الأحداث في المنطقة.", false},
		{"وبيّن المصدر أن المفاوضات تأخرت بسبب الأحداث الأخيرة.", false},
		{"واشتكوا من ارتفاع أسعار الخضر في السوق المركزية بالعاصمة.", false},
		{"وجاءت هذه المحادثات بالتزامن مع هجمات متبادلة بين الطرفين.", false},
		{"شهد هذا العام ارتفاع أسعار الخضر في السوق المركزية بالعاصمة.", true},
		{"2- تمكين كل فريق من بطاقات الاعتماد بكافة مناطق الملعب.", false},
		{"وفي ما يلي قائمة المترشحين الذين تم قبولهم في المناظرة.", false},
		{"استقلال الجيش\" قد يتأخر بحسب الخبير إلى نهاية العام المقبل.", false},
		{"أكد الوزير أن \"استقلال الجيش\" قد يتأخر إلى نهاية العام المقبل.", true},
		{"«استقلال الجيش قد يتأخر بحسب الخبير إلى نهاية العام المقبل.", false},
		{"هل يتأخر استقلال الجيش بحسب الخبير إلى نهاية العام المقبل؟", false},
		{"وقع البيان.", false},
	} {
		if got := standsAlone(tt.sentence); got != tt.want {
			t.Errorf("standsAlone(%q) = %v, want %v", tt.sentence, got, tt.want)
		}
	}
}

func TestRead(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"وفي السياق ذاته، كشف المستشار حسين علاوي عن موعد الانسحاب.", "كشف المستشار حسين علاوي عن موعد الانسحاب."},
		{"من جهته، قال رئيس اللجنة إن موعد الانسحاب لم يحدد بعد.", "قال رئيس اللجنة إن موعد الانسحاب لم يحدد بعد."},
		{"قبل ذلك، نفى المبعوث وجود خطة للانسحاب في الوقت الحالي.", "قبل ذلك، نفى المبعوث وجود خطة للانسحاب في الوقت الحالي."},
		{"بغداد/المسلة: تلوح ملامح مرحلة أمنية جديدة في البلاد.", "تلوح ملامح مرحلة أمنية جديدة في البلاد."},
		{"القاهرة (رويترز) - قال مسؤول إن المفاوضات ستبدأ غدا.", "قال مسؤول إن المفاوضات ستبدأ غدا."},
		{"الخلاصة: تأجل الانسحاب إلى نهاية العام المقبل بحسب الاتفاق.", "الخلاصة: تأجل الانسحاب إلى نهاية العام المقبل بحسب الاتفاق."},
		{"كما يُتوقع أن يستمر وجود محدود للقوات في الإقليم.", "يُتوقع أن يستمر وجود محدود للقوات في الإقليم."},
		{"كما أن الإكمال الكامل للملف قد يمتد إلى العام المقبل.", "الإكمال الكامل للملف قد يمتد إلى العام المقبل."},
		{"كما أن المسؤولين لم يحددوا بعد موعدا للجولة المقبلة.", "كما أن المسؤولين لم يحددوا بعد موعدا للجولة المقبلة."},
		{"وفي سياق متصل أضاف الوزير سمير الحداد أن الموعد لم يحدد.", "أضاف الوزير سمير الحداد أن الموعد لم يحدد."},
		{"كما يقول المثل، لا دخان بلا نار في هذه المنطقة.", "كما يقول المثل، لا دخان بلا نار في هذه المنطقة."},
	} {
		doc := corpus.Document{Text: tt.sentence}
		shown, _ := newReader(doc).read(corpus.Span{End: len(tt.sentence)})
		if got := shown.Of(tt.sentence); got != tt.want {
			t.Errorf("read(%q) shows %q, want %q", tt.sentence, got, tt.want)
		}
	}
}

// TestReadFirst holds that the first sentence of a text, which follows nothing,
// leans on nothing, unless it goes on from the title.
func TestReadFirst(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []bool
	}{
		{"قال الخبير في شؤون البيئة إن الساحل في خطر. قال الخبير في شؤون البيئة إن الساحل في خطر.", []bool{true, false}},
		{"رويترز. أكد أن الساحل في خطر كبير من تلوث المياه. أكد أن الساحل في خطر كبير من تلوث المياه.", []bool{false, true, false}},
		{"وأضاف أن الساحل يواجه أخطارا كثيرة من التلوث.", []bool{false}},
	} {
		r, start := newReader(corpus.Document{Text: tt.text}), 0
		for i, want := range tt.want {
			end := start + strings.Index(tt.text[start:], ".") + 1
			if _, alone := r.read(corpus.Span{Start: start, End: end}); alone != want {
				t.Errorf("sentence %d of %q stands alone: %v, want %v", i, tt.text, alone, want)
			}
			start = min(end+1, len(tt.text))
		}
	}
}

// TestReadQuoted holds that what goes on with the words of somebody named
// before cannot be read alone.
func TestReadQuoted(t *testing.T) {
	const text = "قال وزير النفط سامي الحداد إن الإنتاج سيرتفع قريبا. والأسعار مستقرة منذ شهرين كاملين في السوق. وتبلغ الصادرات ثلاثة ملايين برميل في اليوم."
	speaker := at(t, text, "سامي الحداد")
	said := corpus.Span{Start: at(t, text, "الإنتاج").Start, End: at(t, text, " وتبلغ").Start}
	doc := corpus.Document{Text: text, Statements: []corpus.Statement{
		{Span: said, Verb: at(t, text, "قال"), Speaker: speaker, SpeakerKind: corpus.SpeakerNamed},
	}}
	r := newReader(doc)
	start := 0
	for i, want := range []bool{true, false, true} {
		end := start + strings.Index(text[start:], ".") + 1
		if _, alone := r.read(corpus.Span{Start: start, End: end}); alone != want {
			t.Errorf("sentence %d %q stands alone: %v, want %v", i, text[start:end], alone, want)
		}
		start = min(end+1, len(text))
	}
}

// at gives the place of words in a text.
func at(t *testing.T, text, words string) corpus.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in %q", words, text)
	}
	return corpus.Span{Start: i, End: i + len(words)}
}
