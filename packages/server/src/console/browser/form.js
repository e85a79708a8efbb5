import { element } from './dom.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {import('./operations.js').Operation} Operation */
/** @typedef {import('./snippets.d.ts').Call} Call */

/** A few that every operation takes. */
const ACT_AS = { name: 'as_user_id', kind: 'string', repeats: false, values: [] };

/**
 * The parameters of an operation as a form, the example filled in.
 * @param {Operation} operation
 */
export function makeForm(operation) {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pathNames = [...new Set(operation.tail ? [...inPath, operation.tail] : inPath)];
  const pathInputs = new Map(
    pathNames.map((name) => [
      name,
      element('input', {
        value: operation.example.path[name] ?? '',
        required: name !== operation.tail,
        spellcheck: 'false',
      }),
    ]),
  );
  const fields = [...operation.fields(), ACT_AS];
  const filled = new Set(operation.example.fields.map(([name]) => name));
  const controls = fields.map((field) => ({ field, control: controlFor(field, operation.example.fields) }));
  const row = (/** @type {typeof controls[number]} */ { field, control }) =>
    labelled(field.name, `${field.kind}${field.repeats ? ', one a line' : ''}`, control);
  const first = controls.filter(({ field }) => filled.has(field.name));
  const others = controls.filter(({ field }) => !filled.has(field.name));
  const extra = element('textarea', { rows: '2', spellcheck: 'false', placeholder: 'name[key]=value' });
  const suggestions = controls.flatMap(({ control }) => (control.list ? [control.list] : []));

  const body = element(
    'div',
    { class: 'fields' },
    ...[...pathInputs].map(([name, input]) => labelled(name, 'in the path', input)),
    ...first.map(row),
    element(
      'details',
      {},
      element(
        'summary',
        {},
        filled.size > 0 ? `${others.length} more parameters` : `${others.length} parameters`,
      ),
      ...others.map(row),
      labelled('Anything else', 'name=value, one a line', extra),
    ),
    ...suggestions,
  );

  /** @param {string} origin @returns {Call} */
  const readCall = (origin) => {
    const sent = controls.flatMap(({ field, control }) =>
      control.read().map((value) => ({ name: field.name, value, kind: field.kind })),
    );
    const more = readLines(extra.value).map((line) => {
      const at = line.indexOf('=');
      return at === -1
        ? { name: line, value: '', kind: 'string' }
        : { name: line.slice(0, at).trim(), value: line.slice(at + 1).trim(), kind: 'string' };
    });
    return {
      origin,
      method: operation.method,
      path: operation.path,
      tail: operation.tail,
      pathValues: Object.fromEntries([...pathInputs].map(([name, input]) => [name, input.value.trim()])),
      fields: [...sent, ...more],
      isList: operation.isList,
      isRaw: more.length > 0,
    };
  };
  const readFiles = () => {
    /** @type {Map<string, File>} */
    const files = new Map();
    for (const { field, control } of controls) {
      const file = control.file?.();
      if (file) files.set(field.name, file);
    }
    return files;
  };
  return { body, readCall, readFiles };
}

/** @param {string} text */
const readLines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

let lastId = 0;

/**
 * @param {string} name
 * @param {string} note
 * @param {{ element: HTMLElement } | HTMLElement} control
 */
function labelled(name, note, control) {
  const input = control instanceof HTMLElement ? control : control.element;
  const id = `field-${++lastId}`;
  input.id = id;
  input.setAttribute('aria-describedby', `${id}-note`);
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, name),
    input,
    element('span', { class: 'quiet', id: `${id}-note` }, note),
  );
}

/**
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => string[]} read every value to be sent, none where it is left empty
 * @property {HTMLElement} [list] suggestions that stand beside it
 * @property {() => File | undefined} [file]
 */

/**
 * @param {Field} field
 * @param {[string, string][]} example
 * @returns {Control}
 */
function controlFor({ name, kind, repeats, values }, example) {
  const given = example.filter(([its]) => its === name).map(([, value]) => value);
  if (kind === 'file') {
    const input = element('input', { type: 'file' });
    const file = () => input.files?.[0];
    return { element: input, file, read: () => (file() ? [/** @type {File} */ (file()).name] : []) };
  }
  if (kind === 'boolean') {
    const select = element(
      'select',
      {},
      ...['', 'true', 'false'].map((value) =>
        element('option', { value }, value === '' ? 'not sent' : value),
      ),
    );
    select.value = given[0] ?? '';
    return { element: select, read: () => (select.value === '' ? [] : [select.value]) };
  }
  if (repeats) {
    const rows = String(Math.max(1, Math.min(4, given.length)));
    const area = element('textarea', {
      rows,
      spellcheck: 'false',
      placeholder: values.slice(0, 8).join(' · '),
    });
    area.value = given.join('\n');
    return { element: area, read: () => readLines(area.value) };
  }
  const list = values.length > 0 ? `values-${++lastId}` : undefined;
  const input = element('input', {
    list,
    spellcheck: 'false',
    placeholder: placeholders[kind],
    value: given[0] ?? '',
  });
  return {
    element: input,
    read: () => (input.value === '' ? [] : [input.value]),
    ...(list && {
      list: element('datalist', { id: list }, ...values.map((value) => element('option', { value }))),
    }),
  };
}

/** @type {Record<string, string>} */
const placeholders = { 'date-time': '2026-08-24T12:00:00Z', date: '2026-08-24', integer: '0', number: '0' };
