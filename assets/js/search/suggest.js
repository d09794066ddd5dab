// People, places and organisations that are offered while a reader types, as a
// combobox with a list: arrows choose, Enter opens, Escape closes.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { names } from './index.js';
import { key, tokens } from './words.js';

const MOST = 8;

// match gives the names of which every word of the query begins a word.
export async function match(query) {
  const asked = tokens(query).map((t) => key(t.text)).filter(Boolean);
  if (!asked.length || (asked.length === 1 && asked[0].length < 2)) return [];
  const has = ({ name }) => {
    const words = tokens(name).map((t) => key(t.text));
    return asked.every((a) => words.some((w) => w.startsWith(a)));
  };
  return (await names(asked[0])).filter(has).sort((a, b) => b.count - a.count).slice(0, MOST);
}

// suggest makes an input with a list beside it a combobox. make gives the element
// of a name; choose is told of the name that was chosen.
export function suggest({ input, list, make, choose }) {
  let offered = [];
  let active = -1;
  let turn = 0;

  const options = () => [...list.children];
  const close = () => {
    turn++; // what is still on its way comes too late
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    move(-1);
  };
  const move = (to) => {
    active = to;
    options().forEach((o, i) => o.setAttribute('aria-selected', String(i === to)));
    const option = options()[to];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const offer = async () => {
    const mine = ++turn;
    const found = await match(input.value).catch(() => []);
    if (mine !== turn) return;
    offered = found;
    list.replaceChildren(...found.map((name, i) => option(name, i, list.id, make)));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    move(-1);
  };
  const keys = {
    ArrowDown: () => move(active + 1 < offered.length ? active + 1 : -1),
    ArrowUp: () => move(active < 0 ? offered.length - 1 : active - 1),
    Escape: close,
    Enter: () => active >= 0 && choose(offered[active]),
  };

  input.addEventListener('input', offer);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (e) => {
    if (list.hidden || e.isComposing || !keys[e.key]) return;
    if (e.key !== 'Enter' || active >= 0) e.preventDefault();
    keys[e.key]();
  });
  list.addEventListener('pointerdown', (e) => e.preventDefault()); // the input keeps the focus
  list.addEventListener('click', (e) => {
    const i = options().indexOf(e.target.closest('[role=option]'));
    if (i >= 0) choose(offered[i]);
  });
  return { close };
}

function option(name, i, prefix, make) {
  const e = make(name);
  e.id = `${prefix}-${i}`;
  e.setAttribute('role', 'option');
  e.setAttribute('aria-selected', 'false');
  return e;
}
