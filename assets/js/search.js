// The page that searches. Its words, and the shape of a result, stand in the
// page: templates/search.html says which attributes and elements there must be.
// The state of the page is its address, search.html#q=…, so the way back works,
// from a disk too.

import { open, text } from './search/index.js';
import { show } from './search/passages.js';
import { parse, rank } from './search/rank.js';
import { suggest } from './search/suggest.js';

const PAUSE = 400; // milliseconds after which a reader who types is answered
const STEP = 3; // results that are shown at once: a phone has no room for more
const AUTO = 9; // results that are shown before the reader must ask for more

const form = document.querySelector('form[role=search]');
if (form) start(form);

function start(form) {
  const page = parts(form);
  const search = searcher(page);
  form.hidden = false; // without scripts there is nothing behind it
  page.input.addEventListener('focus', () => load(page).catch(() => {}), { once: true }); // a query tells of failures
  const { close } = suggest({
    input: page.input, list: page.names,
    make: (name) => nameOption(page, name),
    choose: (name) => location.assign(page.address(...name.url.split('#'))),
  });
  let timer;
  page.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(page.input.value), PAUSE);
  });
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    clearTimeout(timer);
    close();
    search(page.input.value).then(() => keep(page));
  });
  page.results.addEventListener('click', () => keep(page), true); // so that the way back leads to the results
  addEventListener('hashchange', () => recall(page, search));
  recall(page, search);
}

// parts finds the elements of the page.
function parts(form) {
  const one = (name) => document.querySelector(`[data-search=${name}]`);
  const input = form.querySelector('input');
  return {
    form, input, root: form.dataset.root ?? '', address: addresses(form.dataset.root ?? ''), kept: '', names: one('names'), results: one('results'),
    status: one('status'), more: one('more'), result: one('result'), passage: one('passage'), name: one('name'),
    plural: new Intl.PluralRules(document.documentElement.lang),
    digits: new Intl.NumberFormat(`en-u-nu-${form.dataset.digits || 'latn'}`, { useGrouping: false }),
  };
}

// addresses gives the function that leads to a place of a page. In the file that
// holds all pages, where the root is "#", a page is a place itself, here or in
// another part of the file.
function addresses(root) {
  if (root !== '#') return (page, id) => root + page + (id ? `#${id}` : '');
  const parts = document.getElementById('parts');
  const files = Object.entries(parts ? JSON.parse(parts.textContent) : {});
  const file = new Map(files.flatMap(([name, pages]) => pages.map((page) => [page, name])));
  return (page, id) => `${file.get(page) ?? ''}#${page}${id ? `/${id}` : ''}`;
}

function load({ root, form }) {
  return open(root + form.dataset.index, form.dataset.version);
}

// keep puts the query into the address.
function keep(page) {
  const query = page.input.value.trim();
  const hash = `#q=${encodeURIComponent(query)}`;
  if (query && location.hash !== hash) location.hash = page.kept = hash;
}

// recall searches for what the address says, unless it was put there just now: the
// reader may be typing again.
function recall(page, search) {
  const { search: query, hash } = location;
  const own = hash !== '' && page.kept === hash;
  page.kept = '';
  if (own) return;
  const q = new URLSearchParams(hash.slice(1)).get('q') ?? new URLSearchParams(query).get('q') ?? '';
  if (q.trim() === page.input.value.trim() && page.results.childElementCount) return;
  page.input.value = q;
  search(q);
}

// searcher gives the function that answers a query on the page. An answer that
// comes after the next question is dropped.
function searcher(page) {
  let turn = 0;
  let last = '';
  return async (query) => {
    if (query.trim() === last) return;
    last = query.trim();
    const mine = ++turn;
    const current = () => mine === turn;
    try {
      const answer = last ? await find(page, last) : undefined;
      if (current()) await list(page, answer, current);
    } catch {
      last = ''; // the same question may be asked again
      if (current()) tell(page, page.form.dataset.failed);
    }
  };
}

async function find(page, query) {
  await load(page);
  const parsed = await parse(query);
  return parsed.all.length ? rank(parsed) : undefined;
}

// list shows the first results of an answer, and more as they come into sight.
async function list(page, answer, current) {
  page.results.replaceChildren();
  page.more.hidden = true;
  tell(page, answer ? counted(page, answer.docs.length) : '');
  if (!answer) return;
  let shown = 0;
  const next = async () => {
    const docs = answer.docs.slice(shown, shown + STEP);
    shown += docs.length;
    page.more.hidden = true;
    const items = await Promise.all(docs.map(async (doc) => resultItem(page, show(await text(doc), answer.weights))));
    if (!current()) return undefined;
    page.results.append(...items);
    page.more.hidden = shown >= answer.docs.length;
    return items[0];
  };
  page.more.onclick = async () => (await next())?.querySelector('a')?.focus();
  await next();
  whileSeen(page.more, () => current() && shown < AUTO, next);
}

// whileSeen does something each time an element comes into sight, until it should
// not any more.
function whileSeen(element, should, act) {
  const observer = new IntersectionObserver(async ([entry]) => {
    if (!should()) return observer.disconnect();
    if (!entry.isIntersecting) return undefined;
    observer.unobserve(element);
    await act();
    return should() ? observer.observe(element) : observer.disconnect();
  });
  observer.observe(element);
}

function tell({ status }, words) {
  status.textContent = words;
}

// counted says how many documents were found, in the plural that the page's
// language has for the number.
function counted({ form, plural, digits }, n) {
  const words = form.dataset[`found${capital(n ? plural.select(n) : 'zero')}`] ?? form.dataset.foundOther;
  return words.replace('#', digits.format(n));
}

// capital writes a word as it stands in the name of a data attribute after another.
function capital(word) {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

function copy(template) {
  return template.content.firstElementChild.cloneNode(true);
}

// fill writes words into the element of a part of a template, and takes it out if
// there are none.
function fill(item, name, words) {
  const e = item.querySelector(`[data-${name}]`);
  if (words) e.textContent = words;
  else e.remove();
}

function resultItem(page, result) {
  const item = copy(page.result);
  if (result.kind) item.classList.add(result.kind);
  const title = item.querySelector('[data-title]');
  title.href = page.address(result.url);
  title.append(...result.title.map(lit));
  fill(item, 'outlet', result.outlet);
  fill(item, 'date', result.date);
  item.querySelector('[data-passages]').append(...result.passages.map((p) => passageItem(page, result, p)));
  return item;
}

function passageItem(page, result, { id, parts }) {
  const item = copy(page.passage);
  item.querySelector('[data-text]').append(...parts.map(lit));
  const link = item.querySelector('[data-link]');
  link.href = page.address(result.url, id);
  const [, number] = /^p(\d+)$/.exec(id) ?? [];
  link.textContent = `¶${number ? page.digits.format(number) : ''}`;
  return item;
}

function lit({ text, lit: marked }) {
  if (!marked) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function nameOption(page, { name, type }) {
  const option = copy(page.name);
  fill(option, 'name', name);
  fill(option, 'type', page.form.dataset[`type${capital(type)}`]);
  return option;
}
