import { count, showAnswer, showRows, showStatus } from './answer.js';
import { byId, element } from './dom.js';
import { makeForm } from './form.js';
import { filterOperations, loadOperations } from './operations.js';
import { rowsOf, send, sendForAll } from './send.js';
import { toCurl, toPython, toTypeScript } from './snippets.js';
import { watchToken } from './token.js';

/** @typedef {import('./operations.js').Operation} Operation */

const MOST_LISTED = 60;
const FIRST = 'list_active_courses_in_account';
const languages = { curl: toCurl, typescript: toTypeScript, python: toPython };

/** @type {keyof typeof languages} */
let language = 'curl';
/** @type {{ operation: Operation, form: ReturnType<typeof makeForm> } | undefined} */
let chosen;
/** @type {AbortController | undefined} */
let running;

const token = watchToken(() => void sayWhoIAm());
const operations = await loadOperations();
const filter = /** @type {HTMLInputElement} */ (byId('filter'));
const onlyImplemented = /** @type {HTMLInputElement} */ (byId('only-implemented'));

filter.addEventListener('input', listOperations);
onlyImplemented.addEventListener('change', listOperations);
addEventListener('hashchange', () => choose(true));
watchTabs();
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('snippet-code').textContent ?? '');
  byId('copied').textContent = 'Copied';
});
choose(false);
listOperations();
if (token.read() !== '') void sayWhoIAm();

function listOperations() {
  const found = filterOperations(operations, filter.value, onlyImplemented.checked);
  const more = found.length > MOST_LISTED ? `, the first ${MOST_LISTED} listed` : '';
  byId('found').textContent = count(found.length, 'operation') + more;
  byId('operations').replaceChildren(...found.slice(0, MOST_LISTED).map(link));
}

/** @param {Operation} operation */
function link({ name, title, method, path, implemented }) {
  const current = chosen?.operation.name === name ? 'true' : undefined;
  return element(
    'li',
    {},
    element(
      'a',
      { href: `#${name}`, 'aria-current': current, class: implemented ? undefined : 'missing' },
      element('strong', {}, title),
      element('span', { class: `method ${method.toLowerCase()}` }, method),
      ' ',
      element('code', {}, path),
    ),
  );
}

/** Takes the operation that the address names. @param {boolean} focus */
function choose(focus) {
  const name = decodeURIComponent(location.hash.slice(1)) || FIRST;
  const operation =
    operations.find((each) => each.name === name) ?? operations.find((each) => each.name === FIRST);
  if (!operation) return;
  if (!operation.implemented) onlyImplemented.checked = false;
  const form = makeForm(operation);
  chosen = { operation, form };
  byId('call-title').textContent = operation.title;
  byId('call-body').replaceChildren(callForm(operation, form));
  byId('answer').hidden = true;
  byId('code').hidden = false;
  writeSnippet();
  listOperations();
  if (focus) {
    byId('call-title').tabIndex = -1;
    byId('call-title').focus();
  }
}

/** @param {Operation} operation @param {ReturnType<typeof makeForm>} form */
function callForm({ method, path, description, isList, implemented, name, resource }, { body }) {
  const sendButton = element(
    'button',
    { class: method === 'DELETE' ? 'danger' : 'primary' },
    `Send ${method}`,
  );
  const all = element('button', { type: 'button', id: 'fetch-all' }, 'Fetch all');
  const stop = element('button', { type: 'button', id: 'stop', disabled: true }, 'Stop');
  const page = resource.toLowerCase().replaceAll(' ', '_');
  const made = element(
    'form',
    { autocomplete: 'off' },
    element(
      'p',
      { class: 'call' },
      element('span', { class: `method ${method.toLowerCase()}` }, method),
      ' ',
      element('code', {}, path),
    ),
    element(
      'p',
      { class: implemented ? 'quiet' : 'notice' },
      `${description} `,
      element('a', { href: `/doc/api/${page}.html#${name}` }, 'Reference'),
    ),
    body,
    element('p', { class: 'row' }, sendButton, ...(isList ? [all] : []), stop),
  );
  made.addEventListener('input', writeSnippet);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(sendOnce);
  });
  all.addEventListener('click', () => {
    if (made.reportValidity()) void run(fetchAll);
  });
  stop.addEventListener('click', () => running?.abort());
  return made;
}

function readCall() {
  return chosen?.form.readCall(location.origin);
}

function writeSnippet() {
  const call = readCall();
  if (call) byId('snippet-code').textContent = languages[language](call);
  byId('copied').textContent = '';
}

/** One at a time; what fails is said where the answer would be. @param {(signal: AbortSignal) => Promise<void>} work */
async function run(work) {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const stop = /** @type {HTMLButtonElement} */ (byId('stop'));
  stop.disabled = false;
  byId('answer-body').replaceChildren();
  showStatus('Waiting for the answer …');
  byId('answer').scrollIntoView({ block: 'nearest' });
  try {
    await work(mine.signal);
  } catch (error) {
    if (!mine.signal.aborted)
      showStatus(`No answer: ${error instanceof Error ? error.message : error}`, 'bad');
    else if (running === mine) showStatus('Stopped');
  } finally {
    if (running === mine) stop.disabled = true;
  }
}

/** @param {AbortSignal} signal */
async function sendOnce(signal) {
  const call = readCall();
  if (call && chosen) showAnswer(await send(call, token.read(), chosen.form.readFiles(), signal));
}

/** @param {AbortSignal} signal */
async function fetchAll(signal) {
  const call = readCall();
  if (!call) return;
  /** @type {any[]} */
  const rows = [];
  let pages = 0;
  try {
    for await (const answer of sendForAll(call, token.read(), signal)) {
      if (!answer.response.ok) return showAnswer(answer);
      pages += 1;
      rows.push(...(rowsOf(answer.body) ?? []));
      showStatus(`${count(rows.length, 'row')} from ${count(pages, 'page')} so far …`);
    }
  } catch (error) {
    if (!signal.aborted || pages === 0) throw error;
    showRows(rows, pages);
    return showStatus(`Stopped after ${count(rows.length, 'row')} from ${count(pages, 'page')}`);
  }
  showRows(rows, pages);
}

async function sayWhoIAm() {
  const said = byId('whoami');
  if (token.read() === '') {
    said.textContent = '';
    return;
  }
  const call = {
    origin: location.origin,
    method: 'GET',
    path: '/api/v1/users/self',
    pathValues: {},
    fields: [],
    isList: false,
  };
  const { response, body } = await send(call, token.read(), new Map(), AbortSignal.timeout(10_000));
  said.className = response.ok ? 'good' : 'bad';
  said.textContent = response.ok ? `You are ${body.name}.` : 'The server doesn’t know this token.';
}

/** Tabs as keyboards expect them: one stop, arrows between them. */
function watchTabs() {
  const tabs = Object.keys(languages).map((name) => byId(`tab-${name}`));
  const select = (/** @type {number} */ index) => {
    language = /** @type {keyof typeof languages} */ (Object.keys(languages)[index]);
    tabs.forEach((tab, other) => {
      tab.setAttribute('aria-selected', String(other === index));
      tab.tabIndex = other === index ? 0 : -1;
    });
    byId('snippet').setAttribute('aria-labelledby', `tab-${language}`);
    writeSnippet();
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => select(index));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = (index + step + tabs.length) % tabs.length;
      select(next);
      tabs[next]?.focus();
    });
  });
}
