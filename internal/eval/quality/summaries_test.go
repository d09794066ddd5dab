package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/eval/easc"
)

func TestSummaryFigures(t *testing.T) {
	at := func(v float64) easc.Figures { return easc.Figures{Mean: easc.Rouge{One: v}, Sentences: v} }
	figures := summaryFigures(easc.Result{
		Articles: 51,
		Methods: []easc.Method{
			{Name: "ours", Figures: at(0.52), Low: at(0.47), High: at(0.57)},
			{Name: "lead", Figures: at(0.5), Low: at(0.45), High: at(0.54)},
		},
		Over: easc.Method{Name: "over", Figures: at(0.02), Low: at(-0.01), High: at(0.05)},
	})
	var got []string
	for _, f := range figures {
		if strings.HasSuffix(f.name, "rouge1") && !strings.Contains(f.name, "best") {
			got = append(got, strings.Join(f.cells(), " ")+" "+f.meaning)
		}
	}
	want := []string{
		"easc.rouge1 f1 0.520 [0.470, 0.570] – – 51 0.500 – ROUGE-1, mean over the references",
		"easc.lead.rouge1 f1 0.500 [0.450, 0.540] – – 51 – – the first sentences: ROUGE-1, mean over the references",
		"easc.over.rouge1 f1 0.020 [-0.010, 0.050] – – 51 – – ours less the first sentences: ROUGE-1, mean over the references",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("summaryFigures (-want +got):\n%s", diff)
	}
}
