// Which documents answer a query, the best first.

import { lookUp, open } from './index.js';
import { fold, term, tokens } from './words.js';

// BM25's two constants, as commonly set, and what a place is worth beyond the
// body of a text.
const K = 1.2;
const B = 0.75;
const IN_TITLE = 2; // a word of the title counts as so many more
const IN_NAME = 1.25; // for a word of a name of whom the document speaks
const IN_PHRASE = 0.6; // of the weight of two words that stand together as asked
const TITLE_END = 32; // places before it are those of titles

// parse gives the terms of a query in order. Words between quotation marks must
// stand together.
export async function parse(query) {
  const { stop } = await open();
  const quotes = Array.from(query.matchAll(/["«“](.*?)["»”]/g), (m) => [m.index, m.index + m[0].length]);
  const all = [];
  for (const t of tokens(query)) {
    const word = term(t.text);
    if (!word) continue;
    const quote = quotes.findIndex(([start, end]) => t.start > start && t.end < end);
    all.push({ term: word, text: t.text, at: all.length, quote, stop: stop.has(word), last: t.end === query.length });
  }
  const telling = all.filter((t) => !t.stop);
  return { all, telling: telling.length ? telling : all };
}

// rank gives the documents that answer a parsed query: those that have all its
// terms, or, if none has, those that have the most.
export async function rank({ telling }) {
  const facts = await open();
  const lists = await Promise.all(telling.map((t) => find(t)));
  const docs = new Map();
  lists.forEach((list, i) => {
    const weight = Math.log(1 + (facts.documents - list.docs.size + 0.5) / (list.docs.size + 0.5));
    list.weight = weight;
    if (telling.findIndex((t) => t.term === telling[i].term) < i) return; // asked for twice
    for (const [doc, places] of list.docs) {
      const d = docs.get(doc) ?? { doc, terms: 0, score: 0 };
      d.terms++;
      d.score += weight * gain(places, facts, doc);
      docs.set(doc, d);
    }
  });
  const kept = mostTerms([...docs.values()]).filter((d) => phrases(d, telling, lists));
  kept.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { docs: kept.map((d) => d.doc), weights: weigh(lists) };
}

// find looks a term up. One that is nowhere is tried without a letter that is
// written together with the next word, then as the beginning of a word, for a
// reader who is still typing.
async function find(asked) {
  const options = [asked.term];
  const [, rest] = /^و?[فبلكس](...+)$/.exec(fold(asked.text)) ?? [];
  if (rest) options.push(term(rest));
  for (const option of options) {
    const [exact] = await lookUp(option);
    if (exact) return { docs: exact.docs, words: [exact] };
  }
  if (asked.term.length < 2 || !asked.last) return { docs: new Map(), words: [] };
  const longer = (await lookUp(asked.term, true)).sort((a, b) => b.docs.size - a.docs.size).slice(0, 12);
  const docs = new Map();
  for (const { docs: more } of longer) for (const [d, p] of more) docs.set(d, union(docs.get(d), p));
  return { docs, words: longer };
}

function union(a, b) {
  return a ? [...a, ...b].sort((x, y) => x - y) : b;
}

// gain is BM25's share of a term in a document.
function gain(places, facts, doc) {
  const named = places.length > 1 && places[0] === places[1];
  const title = places.length > 0 && places[0] < TITLE_END;
  const often = Math.max(1, places.length - (named ? 1 : 0)) + (title ? IN_TITLE : 0);
  const length = 2 ** ((facts.lengths.charCodeAt(doc) - 48) / 4) - 1;
  const norm = 1 - B + (B * length) / Math.max(1, facts.length);
  return ((often * (K + 1)) / (often + K * norm)) * (named ? IN_NAME : 1);
}

function mostTerms(docs) {
  const most = docs.reduce((n, d) => Math.max(n, d.terms), 0);
  return docs.filter((d) => d.terms === most);
}

// phrases adds to a document's score for neighbours in the query that are
// neighbours in it, and reports whether all are that must be.
function phrases(d, telling, lists) {
  for (let i = 1; i < telling.length; i++) {
    const gap = telling[i].at - telling[i - 1].at;
    const a = lists[i - 1].docs.get(d.doc);
    const b = lists[i].docs.get(d.doc);
    const together = a && b && a.some((p) => b.includes(p + gap));
    if (together) d.score += IN_PHRASE * (lists[i - 1].weight + lists[i].weight);
    else if (telling[i].quote >= 0 && telling[i].quote === telling[i - 1].quote) return false;
  }
  return true;
}

// weigh gives what is known of every term that was found, for choosing passages.
function weigh(lists) {
  return new Map(lists.flatMap(({ weight, words }) => words.map(({ word, particles }) => [
    word, { word, particles, weight: Math.max(weight, 0.1) }, // a word that is everywhere is lit, too
  ])));
}
