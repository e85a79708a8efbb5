// Runs after every request of the collection: says whether it went well, and gets the rest of a list.
// Postman can't go back to a request it has sent, but a script may send others.

// Set by a request that may have nothing to show.
const alsoFine = Number(pm.variables.get('alsoFine'));
pm.variables.unset('alsoFine');
pm.test(`${pm.info.requestName}: ${pm.response.code}`, () => {
  if (pm.response.code === alsoFine) return;
  pm.expect(pm.response.code, pm.response.text().slice(0, 300)).to.be.within(200, 299);
});

/** The address of the next page. */
function nextOf(response) {
  const link = response.headers.get('Link') || '';
  const match = /<([^>]*)>\s*;[^,<]*\brel="?next"?/.exec(link);
  return match ? match[1] : undefined;
}

/** The body, or the one list inside it. */
function rowsOf(body) {
  if (Array.isArray(body)) return body;
  return Object.values(body || {}).find(Array.isArray) || [];
}

function show(rows) {
  const first = rows.find((row) => row && typeof row === 'object') || {};
  const columns = Object.keys(first)
    .filter((name) => first[name] === null || typeof first[name] !== 'object')
    .slice(0, 12);
  const cells = rows.map((row) => columns.map((name) => (row[name] === null ? '' : String(row[name]))));
  pm.visualizer.set(
    '<p>{{count}} rows</p><table><tr>{{#each columns}}<th>{{this}}</th>{{/each}}</tr>' +
      '{{#each cells}}<tr>{{#each this}}<td>{{this}}</td>{{/each}}</tr>{{/each}}</table>',
    { count: rows.length, columns, cells },
  );
}

function followNext(rows, next, pages) {
  const limit = Number(pm.variables.get('maxPages')) || 100;
  const isMine = next?.startsWith(`${pm.variables.get('baseUrl').replace(/\/+$/, '')}/`);
  if (!isMine || pages >= limit) {
    console.log(`${pm.info.requestName}: ${rows.length} rows from ${pages} pages`);
    pm.collectionVariables.set('rowCount', rows.length);
    show(rows);
    pm.test(`${pm.info.requestName}: all pages`, () => {
      // A token goes nowhere but to baseUrl.
      pm.expect(next === undefined || pages >= limit, `next leads elsewhere: ${next}`).to.equal(true);
    });
    return;
  }
  const header = { Authorization: `Bearer ${pm.variables.get('token')}`, Accept: 'application/json' };
  pm.sendRequest({ url: next, method: 'GET', header }, (error, response) => {
    pm.test(`${pm.info.requestName}: page ${pages + 1}`, () => {
      pm.expect(error).to.equal(null);
      pm.expect(response.code).to.equal(200);
    });
    if (!error && response.code === 200) {
      followNext(rows.concat(rowsOf(response.json())), nextOf(response), pages + 1);
    }
  });
}

const isPaged = pm.response.headers.has('Link') && pm.response.code === 200;
if (pm.request.method === 'GET' && isPaged && pm.variables.get('fetchAll') === 'true') {
  followNext(rowsOf(pm.response.json()), nextOf(pm.response), 1);
}
