// Re-anchors the annotations of a bundle: node anchors.mjs FOLDER
//
// In the folder where fetch puts the judges. The reader of selectors is the Apache
// Annotator, over a document of jsdom that holds a source as one text. Each
// TextPositionSelector must lead to the words of the TextQuoteSelector beside it,
// and that one, with what stands before and behind it, to the same place. The Annotator counts
// positions in code points, as the model has it, and gives ranges of the DOM, which
// count in UTF-16. jsonld must expand each annotation without dropping a word.
// Prints a line a fault, and last what was counted.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = path.join(process.cwd(), 'node_modules');
const require = createRequire(path.join(process.cwd(), 'judges.js'));
const jsonld = require('jsonld');
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!doctype html><body></body>');
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Text']) globalThis[name] = window[name];
const { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } = await import(
  pathToFileURL(path.join(modules, '@apache-annotator/dom/lib/index.js')).href
);

const folder = process.argv[2];
const faults = [];
const counted = { annotations: 0, spans: 0, beyond: 0, sources: new Map() };

// What the model's own context says of the words that are used here. Nothing is fetched.
const OA = 'http://www.w3.org/ns/oa#';
const id = (name) => ({ '@id': OA + name, '@type': '@id' });
const model = {
  '@context': {
    id: '@id', type: '@type', Annotation: `${OA}Annotation`, body: id('hasBody'), target: id('hasTarget'), source: id('hasSource'),
    selector: id('hasSelector'), motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' }, tagging: `${OA}tagging`,
    TextPositionSelector: `${OA}TextPositionSelector`, TextQuoteSelector: `${OA}TextQuoteSelector`,
    start: `${OA}start`, end: `${OA}end`, exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`,
  },
};
const base = 'https://bundle.example/';
async function documentLoader(url) {
  if (url === 'http://www.w3.org/ns/anno.jsonld') return { contextUrl: null, document: model, documentUrl: url };
  const document = JSON.parse(readFileSync(path.join(folder, url.replace(base, '')), 'utf8'));
  return { contextUrl: null, document, documentUrl: url };
}

// source gives the element that holds a source, undefined if the bundle has none.
function source(address) {
  const { sources } = counted;
  if (!sources.has(address)) {
    const file = path.join(folder, decodeURIComponent(address));
    let element;
    if (existsSync(file)) {
      element = document.createElement('pre');
      element.append(document.createTextNode(readFileSync(file, 'utf8')));
      document.body.append(element);
    }
    sources.set(address, element);
  }
  return sources.get(address);
}

async function first(matches) {
  for await (const range of matches) return range;
  return undefined;
}

async function anchor({ source: address, selector }, what) {
  if (!selector) return;
  const scope = source(address);
  if (!scope) return faults.push(`${what}: ${address} is not in the bundle`);
  const [position, quote] = selector;
  counted.spans++;
  if (position.end - position.start < quote.exact.length) counted.beyond++;
  const found = await first(createTextPositionSelectorMatcher(position)(scope));
  if (found?.toString() !== quote.exact) {
    return faults.push(`${what}: ${position.start},${position.end} is «${found?.toString()}», not «${quote.exact}»`);
  }
  if (quote.prefix === undefined && quote.suffix === undefined) return undefined;
  for await (const range of createTextQuoteSelectorMatcher(quote)(scope)) {
    if (range.startOffset === found.startOffset && range.endOffset === found.endOffset) return undefined;
  }
  return faults.push(`${what}: «${quote.exact}» is not found by what stands beside it`);
}

const ids = new Set();
for (const line of readFileSync(path.join(folder, 'annotations.jsonl'), 'utf8').trim().split('\n')) {
  const annotation = JSON.parse(line);
  counted.annotations++;
  if (ids.has(annotation.id)) faults.push(`${annotation.id}: there twice`);
  ids.add(annotation.id);
  await anchor(annotation.target, annotation.id);
  if (annotation.body.with) await anchor(annotation.body.with, `${annotation.id}, with`);
  try {
    await jsonld.expand(annotation, { base: `${base}annotations.jsonl`, documentLoader, safe: true });
  } catch (e) {
    faults.push(`${annotation.id}: ${e.message} ${JSON.stringify(e.details?.event ?? e.details ?? '')}`);
  }
}

for (const fault of faults) console.log(fault);
const held = [...counted.sources.values()].filter(Boolean).length;
console.log(`${counted.annotations} annotations, ${counted.spans} spans in ${held} sources, ${counted.beyond} with characters beyond U+FFFF`);
