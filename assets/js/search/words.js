// The words of a text and the forms in which they are equal. internal/search and
// internal/arabic do the same in Go; testdata/equal.txt there holds for both.

const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const GROUPED = `(?:${DIGIT}{1,3}(?:[,\\u060c\\u066c]${DIGIT}{3}(?!${DIGIT}))+|${DIGIT}+)`;
// 3.5 is one number, 31.8.2025 is three.
const NUMBER = `(?:(?<!${DIGIT}[.\\u066b])${GROUPED}[.\\u066b]${DIGIT}+(?!${DIGIT}|[.\\u066b]${DIGIT})|${GROUPED})`;
// What leaves no ink: controls, marks of direction, joiners.
const UNSEEN = '(?:[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0]'
  + '|(?![\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2])\\p{Cf})';
const LETTER = '[\\p{L}\\p{M}\\u0640]';
const TOKEN = new RegExp(`${NUMBER}|${LETTER}(?:${UNSEEN}*${LETTER})*|\\p{N}\\p{M}*`, 'gu');

const DROPPED = new RegExp(`^(?:\\p{M}|\\u0640|${UNSEEN})$`, 'u');
const FOLDED = new Map([
  ...pairs('\u0622\u0623\u0625\u0671', '\u0627'), // alefs
  ...pairs('\u0624', '\u0648'), // a hamza leaves its seat
  ...pairs('\u0626\u0649\u06cc\u06d2', '\u064a'),
  ...pairs('\u0629\u06c3\u06be\u06c1\u06d5', '\u0647'),
  ...pairs('\u06a9\u06aa', '\u0643'),
  ...[...'0123456789'].flatMap((d, i) => pairs(String.fromCharCode(0x660 + i, 0x6f0 + i), d)),
]);

function pairs(from, to) {
  return [...from].map((c) => [c, to]);
}

// fold gives the form of s in which spellings of one word are equal.
export function fold(s) {
  let out = '';
  for (const c of s.normalize('NFKD')) {
    if (c > ' ' && c < '\x7f') out += c.toLowerCase();
    else if (FOLDED.has(c)) out += FOLDED.get(c);
    else if (!DROPPED.test(c)) out += c.toLowerCase();
  }
  return out;
}

// tokens gives the words and numbers of a text with their places in it.
export function tokens(text) {
  return Array.from(text.matchAll(TOKEN), (m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
}

// The word lists come with the index, so that both sides read the same.
let lists = { waw: [], lam: [], same: [] };

export function useLists(l) {
  lists = l;
}

// term gives the form of a word or number under which it is looked up, '' for
// what never is.
export function term(token) {
  const f = fold(token).replaceAll(' ', ''); // a ligature may be of several words
  if (/^[0-9]/.test(f)) return f.replace(/[,\u060c\u066c]/g, '').replace('\u066b', '.');
  if (/[\u{10000}-\u{10ffff}\ufffd]/u.test(f)) return '';
  return stem(f);
}

// stem gives the light stem of a folded word. Each of its layers is explained at
// its counterpart, stem.go.
function stem(w) {
  if (!/^[\u0621-\u06ff]*$/.test(w)) return w;
  for (let i = 0; i < 8; i++) {
    const next = bare(respell(open(w)));
    if (next === w) break;
    w = next;
  }
  return w;
}

function open(w) {
  for (;;) {
    const rest = w.slice(openingLength(w));
    if (rest === w || rest.length < 3) return w;
    w = rest;
  }
}

// openingLength counts the letters of one thing that is written before a word.
function openingLength(w) {
  const begins = (list, s) => list.some((e) => s.startsWith(e) || (e.startsWith(s) && s === bare(e)));
  if (w.startsWith('و')) return begins(lists.waw, w) ? 0 : 1;
  if (w.startsWith('ال')) return 2;
  if (w.startsWith('لل')) return begins(lists.lam, w.slice(1)) ? 1 : 2;
  return /^[بكفل]ال/.test(w) ? 3 : 0;
}

function respell(w) {
  const pair = lists.same.find(([from]) => w.startsWith(from));
  return pair ? pair[1] + w.slice(pair[0].length) : w;
}

// What may stand after a word, in the order in which it is tried: at least so
// many letters must be left, and some must not be the last of them.
const ENDINGS = [
  ['ها', 3], ['هم', 4], ['نا', 4, 'اوي'], ['وا', 3],
  ['ات', 3], ['ون', 4], ['ين', 4],
  ['ه', 3], ['ت', 3], ['ا', 4], ['ء', 3],
];

function bare(w) {
  const fits = ([letters, left, not = '']) => {
    const n = w.length - letters.length;
    return n >= left && w.endsWith(letters) && !not.includes(w[n - 1]);
  };
  for (let e; (e = ENDINGS.find(fits));) w = w.slice(0, w.length - e[0].length);
  return w;
}

// key gives the form by which a word of a name is found while it is typed.
export function key(word) {
  return fold(word).replace(/^ال(?=.)/, '');
}
