import { byId } from './dom.js';

const KEY = 'easel-token';

/**
 * The token lives in the page's memory; in this tab's sessionStorage only where one asks for that.
 * @param {() => void} onChange
 */
export function watchToken(onChange) {
  const input = /** @type {HTMLInputElement} */ (byId('token'));
  const keep = /** @type {HTMLInputElement} */ (byId('keep-token'));
  const show = byId('show-token');
  const kept = sessionStorage.getItem(KEY);
  if (kept !== null) {
    input.value = kept;
    keep.checked = true;
  }
  const store = () => {
    if (keep.checked && input.value !== '') sessionStorage.setItem(KEY, input.value.trim());
    else sessionStorage.removeItem(KEY);
  };
  input.addEventListener('change', () => {
    store();
    onChange();
  });
  keep.addEventListener('change', store);
  byId('token-form').addEventListener('submit', (event) => {
    event.preventDefault();
    store();
    onChange();
  });
  show.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    show.setAttribute('aria-pressed', String(shown));
  });
  return { read: () => input.value.trim(), focus: () => input.focus() };
}
