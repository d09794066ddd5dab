// What the files of the index say: the facts of the whole, the places of a term,
// the text of a document, names.

import { Bits, riceFor } from './bits.js';
import { file, holder, keepIn } from './files.js';
import { useLists } from './words.js';

let facts;

// open reads the first file, once. Who calls it first says where the files are and
// which edition the page wants.
export function open(where, edition) {
  if (!facts) {
    if (where !== undefined) keepIn(where, edition);
    facts = file('index').then(([m]) => read(m, where));
    facts.catch(() => (facts = undefined)); // to be tried again
  }
  return facts;
}

function read(m, where) {
  if (where !== undefined) keepIn(where, m.version);
  const same = split(m.same);
  useLists({
    waw: split(m.waw), lam: split(m.lam),
    same: same.flatMap((w, i) => (i % 2 ? [] : [[w, same[i + 1]]])),
  });
  let start = 0;
  return {
    documents: m.documents,
    length: m.length,
    lengths: m.lengths,
    stop: new Set(split(m.stop)),
    terms: split(m.terms),
    names: split(m.names),
    texts: m.texts.map((n) => (start += n) - n), // the first document of each file
    units: { symbols: unshared(split(m.units)).map(unit), counts: m.unitCodes },
    pieces: { symbols: m.pieces.split('\n'), counts: m.pieceCodes },
  };
}

function split(words) {
  return words ? words.split(' ') : [];
}

// unshared reads words of which each says how many letters it shares with the one
// before it.
function unshared(coded) {
  let last = '';
  return coded.map((w) => (last = last.slice(0, parseInt(w[0], 36)) + w.slice(1)));
}

// Symbols among units: a text ends, one of the units that were spelled before
// follows, one that is spelled does.
const END = '';
const REPEAT = '\u001f';
const SPELL = ' ';

// unit gives a unit as it stands in texts: with the blank before it, unless a
// mark says that there is none.
function unit(listed) {
  return listed.startsWith('~') ? listed.slice(1) : ` ${listed}`;
}

// lookUp gives the places of a term, or of all terms that begin with it, each with
// the particles that were found written together with it.
export async function lookUp(term, beginning = false) {
  const all = await open();
  const n = holder(all.terms, term);
  if (n < 0) return [];
  const [coded] = await file(`t${n}`);
  const from = new Bits(coded);
  const found = [];
  for (const { word, particles } of entries(from, all)) {
    if (word > term && !word.startsWith(term)) break;
    const wanted = beginning ? word.startsWith(term) : word === term;
    const docs = places(from, all, all.stop.has(word), wanted);
    if (wanted) found.push({ word, particles, docs });
  }
  return found;
}

// entries reads the terms of a file, each as what it adds to the one before it.
function entries(from, { pieces }) {
  let word = '';
  return Array.from({ length: from.gamma() }, () => {
    word = word.slice(0, from.gamma() - 1) + spelled(from, pieces);
    const particles = from.take(1) ? PARTICLES.filter(() => from.take(1)) : [];
    return { word, particles };
  });
}

const PARTICLES = ['ب', 'ل'];
const FEW = 8; // documents of a list that does not say how it is written

// places reads a list of places: a map from the number of a document to the places
// of the term in it, or nothing if that is not wanted. A first place that is told
// twice says that it stands in a name there; no place says that the term is one of
// those that are everywhere. lists.go says how it is written.
function places(from, all, stop, wanted) {
  const docs = wanted ? new Map() : undefined;
  const count = from.gamma();
  const few = count <= FEW;
  const k = few ? riceFor(all.documents, count) : from.take(4);
  const first = few ? riceFor(all.length, 1) : stop || from.take(4);
  const next = few ? Math.max(0, first - 1) : stop || from.take(4);
  const named = !stop && from.take(1);
  for (let i = 0, doc = -1; i < count; i++) {
    doc += from.rice(k) + 1;
    const list = [];
    if (!stop) {
      const many = from.gamma();
      const twice = named && from.take(1);
      let at = from.rice(first);
      list.push(at);
      if (twice) list.push(at);
      for (let j = 1; j < many; j++) list.push((at += from.rice(next) + 1));
    }
    docs?.set(doc, list);
  }
  return docs;
}

// text gives a document as results show it.
export async function text(doc) {
  const all = await open();
  const n = holder(all.texts, doc);
  const [coded] = await file(`d${n}`);
  const [facts, ...texts] = coded.split(' ');
  const at = doc - all.texts[n];
  const [url, outlet, date, kind, own] = fields(new Bits(facts), at, all);
  const ids = new Map(own.split('\u001f').map((id) => [id.slice(0, id.indexOf('=')), id.slice(id.indexOf('=') + 1)]));
  const from = new Bits(texts[at]);
  const rare = [];
  const lines = Array.from({ length: from.gamma() }, () => line(from, all, rare));
  const paragraphs = lines.slice(1).map((text, i) => ({ id: ids.get(String(i + 1)) ?? `p${i + 1}`, text }));
  return { url, outlet, date, kind, title: lines[0], paragraphs };
}

// fields reads the facts of a document, each as what it adds to that of the one
// before it.
function fields(from, at, { pieces }) {
  let out = ['', '', '', '', ''];
  for (let i = 0; i <= at; i++) {
    out = out.map((before) => (from.take(1) ? before : before.slice(0, from.gamma() - 1) + spelled(from, pieces)));
  }
  return out;
}

const MOST_REPEATED = 256;

// line reads one text: units up to the mark of its end. The whole begins with a
// blank that is not the text's. rare are the units that were spelled so far in the
// texts of the document.
function line(from, { units, pieces }, rare) {
  for (let out = ''; ;) {
    const unit = from.symbol(units);
    if (unit === END) return out.slice(1);
    if (unit === REPEAT) out += rare[from.take(32 - Math.clz32(Math.min(rare.length, MOST_REPEATED) - 1))];
    else if (unit === SPELL) out += rare[rare.push(spelled(from, pieces)) - 1];
    else out += unit;
  }
}

// spelled reads a word that is written in pieces, up to one that is empty. A tab
// says that a letter follows as it is.
function spelled(from, pieces) {
  let out = '';
  for (;;) {
    const piece = from.symbol(pieces);
    if (piece === '') return out;
    out += piece === '\t' ? String.fromCharCode(from.take(16)) : piece;
  }
}

// names gives the names in the files where a key that begins so can be, the most
// frequent of a file first.
export async function names(beginning) {
  const { names: firsts } = await open();
  const from = Math.max(0, holder(firsts, beginning));
  const to = holder(firsts, `${beginning}\uffff`);
  const files = [];
  for (let n = from; n <= to && files.length < 3; n++) files.push(file(`n${n}`));
  const lines = (await Promise.all(files)).flatMap(([list]) => list.split('\n'));
  return [...new Set(lines)].map((line) => {
    const [name, url, type, count] = line.split('\t');
    return { name, url, type, count: Number(count) };
  });
}
