// Judges the JSON-LD of pages: node structured.mjs PAGE.html ...
//
// In the folder where fetch puts the judges. Each block must be JSON-LD that jsonld
// can expand without dropping anything, and a thing as schema-dts, which is made
// from the vocabulary of schema.org, describes it: the TypeScript compiler tells of
// types and properties that there are not, and of values of another kind. Prints a
// line a fault, "file: what", and last how many blocks there were; a page without
// one is a fault.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.cwd(), 'judges.js'));
const jsonld = require('jsonld');
const ts = require('typescript');

const BLOCK = /<script type="?application\/ld\+json"?>(.*?)<\/script>/gs;
const faults = [];
const blocks = []; // of what page, and its data

for (const page of process.argv.slice(2)) {
  const found = [...readFileSync(page, 'utf8').matchAll(BLOCK)];
  if (!found.length) faults.push([page, 'no JSON-LD']);
  for (const [, text] of found) {
    try {
      blocks.push({ page, data: JSON.parse(text) });
    } catch (e) {
      faults.push([page, e.message]);
    }
  }
}

// Nothing is fetched: schema.org's own context says little more than this.
const context = { '@context': { '@vocab': 'https://schema.org/' } };
async function documentLoader(url) {
  if (url !== 'https://schema.org') throw new Error(`the context ${url} is not schema.org's`);
  return { contextUrl: null, document: context, documentUrl: url };
}

for (const { page, data } of blocks) {
  try {
    const out = await jsonld.expand(data, { documentLoader, safe: true });
    if (!out.length) faults.push([page, 'JSON-LD that says nothing']);
  } catch (e) {
    faults.push([page, [e.message, e.details?.event?.message, e.details?.cause?.message].filter(Boolean).join(': ')]);
  }
}

// A date is any string to schema-dts.
const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
function dates(page, data) {
  for (const [key, value] of Object.entries(data ?? {})) {
    if (typeof value === 'object') dates(page, value);
    else if (/^date[A-Z]/.test(key) && !DATE.test(value)) faults.push([page, `${key}: ${value} is no date`]);
  }
}
for (const { page, data } of blocks) dates(page, data);

const source = blocks.map(({ data }, i) => `const block${i}: WithContext<Thing> | Graph = ${JSON.stringify(data)};\n`);
const name = path.join(process.cwd(), 'blocks.ts');
const text = `import type { Graph, Thing, WithContext } from 'schema-dts';\n${source.join('')}export {${blocks.map((_, i) => `block${i}`)}};\n`;
const options = { noEmit: true, strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (f, ...rest) => (f === name ? ts.createSourceFile(f, text, ts.ScriptTarget.ES2022) : getSourceFile.call(host, f, ...rest));
host.fileExists = (f) => f === name || fileExists.call(host, f);
host.readFile = (f) => (f === name ? text : readFile.call(host, f));
const program = ts.createProgram([name], options, host);
for (const d of ts.getPreEmitDiagnostics(program)) {
  const line = d.file?.fileName === name ? d.file.getLineAndCharacterOfPosition(d.start).line - 1 : -1;
  const said = ts.flattenDiagnosticMessageText(d.messageText, ' ').replace(/\s+/g, ' ').slice(-400);
  faults.push([blocks[line]?.page ?? 'schema-dts', said]);
}

for (const [page, what] of faults) console.log(`${page}: ${what}`);
console.log(`${blocks.length} blocks`);
