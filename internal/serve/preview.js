// Reloads a page of the preview when its site is another one, and shows what is
// wrong with it. It is in no published page.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const place = "mojaz-preview:" + location.pathname;

  // Where the page was before it was reloaded.
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept) {
    const [x, y] = JSON.parse(kept);
    const back = () => scrollTo({ left: x, top: y, behavior: "instant" });
    back();
    addEventListener("load", back); // fonts may have moved the lines
  }

  const reload = () => {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  };

  // A hidden page does not listen: a browser opens few connections to one host.
  let source = null;
  const listen = () => {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/.mojaz/events");
      source.onmessage = (event) => {
        const state = JSON.parse(event.data);
        if (state.version !== version) reload();
        else show(state);
      };
    }
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { if (source) source.close(); source = null; });
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();

  const looks = `
    :host { all: initial; }
    details { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 80vh; overflow: auto; box-sizing: border-box;
      padding: .6rem 1rem; background: #1c2024; color: #f4f1ea; border-top: 4px solid #e0a030; font: 15px/1.5 system-ui, sans-serif; direction: ltr; }
    details[dir="rtl"] { direction: rtl; }
    details.failed { border-top-color: #e5534b; }
    summary { cursor: pointer; font-weight: 600; }
    summary:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
    ol { margin: .5rem 0; padding-inline-start: 1.5rem; }
    li { margin: .6rem 0; }
    code { font: 14px/1.5 ui-monospace, monospace; color: #9ecbff; overflow-wrap: anywhere; unicode-bidi: isolate; }
    p { margin: .1rem 0; unicode-bidi: plaintext; text-align: start; }
    .hint { color: #ffd479; }
    .excerpt { color: #c9c5bc; border-inline-start: 2px solid #666; padding-inline-start: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media print { details { display: none; } }`;

  let host = null;
  let shown = "";

  const add = (parent, name, text, className) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    if (className) e.className = className;
    parent.append(e);
    return e;
  };

  const show = (state) => {
    const now = JSON.stringify(state);
    if (now === shown) return;
    shown = now;
    if (host) host.remove();
    host = null;
    if (!state.failed && state.problems.length === 0) return;
    host = document.createElement("mojaz-problems");
    host.lang = state.language;
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet(); // a policy forbids inline styles, not these
    sheet.replaceSync(looks);
    shadow.adoptedStyleSheets = [sheet];
    const box = add(shadow, "details", "", state.failed ? "failed" : "");
    box.open = state.failed;
    if (state.language === "ar") box.dir = "rtl";
    add(box, "summary", state.summary);
    const list = add(box, "ol");
    for (const p of state.problems) {
      const item = add(list, "li");
      if (p.place) add(item, "code", p.place);
      add(item, "p", p.label + ": " + p.message);
      if (p.excerpt) add(item, "p", p.excerpt, "excerpt");
      if (p.hint) add(item, "p", p.hint, "hint");
    }
    if (state.more) add(box, "p", state.rest);
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") box.open = false; });
    document.documentElement.append(host);
  };
})();
