// What the files of the index say: the facts of the whole, the places of a term,
// the text of a document, names.

import { file, holder, keepIn } from './files.js';
import { useLists } from './words.js';

const DOC_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUV';
const PLACE_DIGITS = "abcdefghijklmnopqrstuvwxyzWXYZ!#$%()*+,-./:;=?@[]^_{|}~'";
const SINGLES = '#$*+;=@^{|}~!';

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
    vocabulary: unshared(split(m.vocabulary)),
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

// lookUp gives the places of a term, or of all terms that begin with it, each with
// the particles that were found written together with it.
export async function lookUp(term, beginning = false) {
  const { terms } = await open();
  const n = holder(terms, term);
  if (n < 0) return [];
  const [words, lists] = await file(`t${n}`);
  const coded = lists.split(' ');
  const entries = words.split(' ').map((w) => w.split(':'));
  return unshared(entries.map(([w]) => w))
    .map((word, i) => ({ word, particles: entries[i][1] ?? '', coded: coded[i] }))
    .filter(({ word }) => (beginning ? word.startsWith(term) : word === term))
    .map(({ word, particles, coded }) => ({ word, particles, docs: places(coded) }));
}

// places reads a list of postings: a map from the number of a document to the
// places of the term in it. A first place that is told twice says that it stands
// in a name there; no place says that the term is one of those that are
// everywhere.
function places(coded) {
  const docs = new Map();
  let doc = -1;
  let list;
  let n = 0;
  let unit = 1;
  for (const c of coded) {
    const ofDoc = DOC_DIGITS.indexOf(c);
    const digits = ofDoc < 0 ? PLACE_DIGITS : DOC_DIGITS;
    const base = digits.length / 2;
    const digit = ofDoc < 0 ? digits.indexOf(c) : ofDoc;
    n += (digit % base) * unit;
    unit *= base;
    if (digit >= base) continue; // more of this number follows
    if (ofDoc >= 0) docs.set((doc += n + 1), (list = []));
    else list.push(n + (list.at(-1) ?? 0));
    n = 0;
    unit = 1;
  }
  return docs;
}

// text gives a document as results show it.
export async function text(doc) {
  const { texts, vocabulary } = await open();
  const n = holder(texts, doc);
  const [documents] = await file(`d${n}`);
  const [head, title, ...paragraphs] = documents[doc - texts[n]].split('\n');
  const [url, outlet, date, kind] = head.split('\t');
  return {
    url, outlet, date, kind,
    title: decode(title, vocabulary),
    paragraphs: paragraphs.map((line, i) => {
      const [coded, id] = line.split('\t').reverse();
      return { id: id ?? `p${i + 1}`, text: decode(coded, vocabulary) };
    }),
  };
}

const CODED = /`([^`]*)`|(_?)([#$*+;=@^{|}~!\u00c0-\u05ff\u0700-\u07ff])|[A-Za-r]+/g;

// decode writes out a text in which characters stand for frequent words, and ASCII
// letters for Arabic ones; vocabulary.go says how.
function decode(coded, vocabulary) {
  return coded.replace(CODED, (all, quoted, together, code) => {
    if (quoted !== undefined) return quoted || '`';
    if (code) return (together ? '' : ' ') + vocabulary[wordOf(code)];
    return Array.from(all, (c) => String.fromCharCode(c.charCodeAt() + (c <= 'Z' ? 0x621 - 65 : 0x641 - 97))).join('');
  });
}

function wordOf(code) {
  const single = SINGLES.indexOf(code);
  if (single >= 0) return single;
  const c = code.charCodeAt();
  return SINGLES.length + c - 0xc0 - (c >= 0x700 ? 0x100 : 0);
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
