// Which passages of a document a result shows, and which words in them are lit.

import { fold, term, tokens } from './words.js';

const MOST = 3; // passages of one document
const WORDS = 40; // that a passage shows at most

// show gives what a result says of a document: its title and its best passages
// as parts, each a text that is lit or not.
export function show(doc, weights) {
  const read = doc.paragraphs.map((p) => ({ id: p.id, ...reading(p.text, weights) }));
  const found = read.filter((r) => r.worth > 0).sort((a, b) => b.worth - a.worth);
  const best = found.length ? found.filter((r) => r.kinds === found[0].kinds).slice(0, MOST) : read.slice(0, 1);
  const order = new Map(read.map((r, i) => [r.id, i]));
  return {
    ...doc,
    title: parts(reading(doc.title, weights), Infinity),
    passages: best.sort((a, b) => order.get(a.id) - order.get(b.id)).map((r) => ({ id: r.id, parts: parts(r, WORDS) })),
  };
}

// reading marks the words of a text that were asked for, and says what it is
// worth: the weight of what it has, more where such words stand side by side.
function reading(text, weights) {
  const seen = new Set();
  let worth = 0;
  let last = -9;
  const words = tokens(text).map((t, i) => {
    const { word, weight } = weights.get(term(t.text)) ?? behindParticle(t.text, weights) ?? { weight: 0 };
    if (weight) {
      worth += seen.has(word) ? weight / 8 : weight;
      if (i === last + 1) worth += weight / 2;
      seen.add(word);
      last = i;
    }
    return { ...t, lit: weight > 0 };
  });
  return { text, words, worth, kinds: seen.size };
}

// behindParticle finds a term behind a letter that the index took off it.
function behindParticle(token, weights) {
  const [, particle, rest] = /^و?([بل])(...+)$/.exec(fold(token)) ?? [];
  const found = rest && weights.get(term(rest));
  return found?.particles.includes(particle) ? found : undefined;
}

// parts cuts a text into what is lit and what is not, around the window of so
// many words that holds the most lit ones. A whole word is lit, so no letter
// loses its neighbour.
function parts({ text, words }, most) {
  const from = windowStart(words, most);
  const until = Math.min(words.length, from + most);
  const start = from > 0 ? words[from].start : 0;
  const end = until < words.length ? words[until - 1].end : text.length;
  const out = [];
  const add = (s, lit = false) => s && out.push({ text: s, lit });
  let at = start;
  add(start > 0 ? '… ' : '');
  for (const w of words.slice(from, until).filter((word) => word.lit)) {
    add(text.slice(at, w.start));
    add(text.slice(w.start, w.end), true);
    at = w.end;
  }
  add(text.slice(at, end));
  add(end < text.length ? ' …' : '');
  return out;
}

// windowStart gives the first word of the window with the most lit words, with
// some room before the first of them.
function windowStart(words, most) {
  if (words.length <= most) return 0;
  const lit = words.flatMap((w, i) => (w.lit ? [i] : []));
  let best = 0;
  let start = 0;
  for (let a = 0, b = 0; a < lit.length; a++) {
    while (b < lit.length && lit[b] < lit[a] + most - 8) b++;
    if (b - a > best) [best, start] = [b - a, lit[a] - 8];
  }
  return Math.max(0, Math.min(start, words.length - most));
}
