import { byId, element } from './dom.js';
import { rowsOf } from './send.js';

/** @typedef {import('./send.js').Answer} Answer */

const MOST_ROWS = 500;
const MOST_TEXT = 300_000;
/** Worth reading, in this order. */
const HEADERS = ['x-easel-hint', 'link', 'x-request-cost', 'x-rate-limit-remaining', 'x-request-context-id'];

/** @param {string} text @param {'good' | 'bad' | ''} [tone] */
export function showStatus(text, tone = '') {
  byId('answer').hidden = false;
  const status = byId('status');
  status.className = tone;
  status.textContent = text;
}

/** @param {Answer} answer */
export function showAnswer({ response, text, body, milliseconds }) {
  const size = new Blob([text]).size;
  showStatus(
    `${response.status} ${response.statusText} · ${milliseconds} ms · ${readableSize(size)}`,
    response.ok ? 'good' : 'bad',
  );
  const hint = response.headers.get('x-easel-hint');
  const rows = response.ok ? rowsOf(body) : undefined;
  byId('answer-body').replaceChildren(
    ...(hint ? [element('p', { class: 'notice' }, hint)] : []),
    ...(rows && rows.length > 0 ? [table(rows)] : []),
    ...downloads(rows, body ?? text),
    details(
      'JSON',
      rows === undefined || rows.length === 0,
      element('pre', { tabindex: '0' }, cut(pretty(body, text))),
    ),
    details('Headers', false, headers(response)),
  );
}

/** @param {any[]} rows @param {number} pages */
export function showRows(rows, pages) {
  byId('answer-body').replaceChildren(
    ...(rows.length > 0 ? [table(rows)] : []),
    ...downloads(rows, rows),
    details('JSON', false, element('pre', { tabindex: '0' }, cut(JSON.stringify(rows, null, 2)))),
  );
  showStatus(`${count(rows.length, 'row')} from ${count(pages, 'page')}`, 'good');
}

/** @param {number} number @param {string} word */
export const count = (number, word) => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

/** @param {number} bytes */
const readableSize = (bytes) => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`);

/** @param {any} body @param {string} text */
const pretty = (body, text) => (body === undefined ? text : JSON.stringify(body, null, 2));

/** @param {string} text */
const cut = (text) =>
  text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT)}\n… the rest is in the download`;

/** @param {string} title @param {boolean} open @param {Node} content */
const details = (title, open, content) =>
  element('details', { open }, element('summary', {}, title), content);

/** @param {Response} response */
function headers(response) {
  const shown = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [element('dt', {}, name), element('dd', {}, value)];
  });
  return element('dl', {}, ...shown);
}

/** What comes first and is no object of its own: the rest is in the JSON. @param {any[]} rows */
function columnsOf(rows) {
  const names = new Set(rows.slice(0, 100).flatMap((row) => (isObject(row) ? Object.keys(row) : [])));
  return [...names].filter((name) => rows.slice(0, 100).every((row) => !isObject(row?.[name])));
}

/** @param {any} value */
const isObject = (value) => typeof value === 'object' && value !== null;

/** @param {any} value */
const cell = (value) => (value === null || value === undefined ? '' : String(value));

/** @param {any[]} rows */
function table(rows) {
  const columns = columnsOf(rows);
  if (columns.length === 0) return element('p', {}, count(rows.length, 'row'));
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.length > shown.length ? `, the first ${shown.length} shown here` : '';
  return element(
    'div',
    { class: 'scroll rows', tabindex: '0', role: 'region', 'aria-label': 'Rows' },
    element(
      'table',
      {},
      element('caption', {}, count(rows.length, 'row') + more),
      element(
        'thead',
        {},
        element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name))),
      ),
      element(
        'tbody',
        {},
        ...shown.map((row) =>
          element('tr', {}, ...columns.map((name) => element('td', {}, cell(row?.[name])))),
        ),
      ),
    ),
  );
}

/** @param {any[] | undefined} rows @param {any} whole */
function downloads(rows, whole) {
  const json = typeof whole === 'string' ? whole : JSON.stringify(whole, null, 2);
  const buttons = [download('Save as JSON', 'answer.json', 'application/json', () => json)];
  if (rows && rows.length > 0)
    buttons.push(download('Save as CSV', 'answer.csv', 'text/csv', () => csv(rows)));
  return [element('p', { class: 'row' }, ...buttons)];
}

/** @param {string} title @param {string} name @param {string} type @param {() => string} write */
function download(title, name, type, write) {
  const button = element('button', { type: 'button', class: 'plain' }, title);
  button.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([write()], { type }));
    element('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
  return button;
}

/** @param {any[]} rows */
function csv(rows) {
  const columns = columnsOf(rows);
  const lines = [columns, ...rows.map((row) => columns.map((name) => cell(row?.[name])))];
  return `\uFEFF${lines.map((values) => values.map(csvValue).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet would run what begins like a formula. @param {string} text */
function csvValue(text) {
  const harmless = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
