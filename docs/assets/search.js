// Stands in for Material's search worker, and wakes it only when something is typed: the worker and
// the index, which holds all the site's text, then cost nothing to a reader who does not search.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // Material's kinds of message
const worker = new URL(new URLSearchParams(location.search).get("worker"), location);
const index = new URL("../search/search_index.json", location);
let waking = null;
let query = "";

async function wake() {
  const options = { suggest: false };
  const text = await (await fetch(index)).json();
  removeEventListener("message", standIn);
  importScripts(worker);
  dispatchEvent(new MessageEvent("message", { data: { type: SETUP, data: { ...text, options } } }));
  await new Promise((done) => setTimeout(done)); // the set-up ends in a later microtask
  dispatchEvent(new MessageEvent("message", { data: { type: QUERY, data: query } }));
}

function standIn({ data: message }) {
  if (message.type !== QUERY) return;
  query = message.data;
  if (query) waking ??= wake();
  else postMessage({ type: RESULT, data: { items: [] } });
}

addEventListener("message", standIn);
postMessage({ type: READY });
