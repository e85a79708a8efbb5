/** Sorts and searches. Without it the report is still whole, in the order in which Canvas listed the rows. */
export const SCRIPT = `
(() => {
  const body = document.querySelector('#rows tbody');
  const search = document.querySelector('#search');
  const shown = document.querySelector('#shown');
  const rows = [...body.rows];
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const keyOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;

  search.closest('.search').hidden = false;
  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => textOf(row).includes(word));
      if (!row.hidden) count++;
    }
    shown.textContent = words.length ? count + ' of ' + rows.length : '';
  });

  document.querySelectorAll('#rows thead th').forEach((head, column, heads) => {
    head.firstElementChild.addEventListener('click', () => {
      const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', direction);
      const sign = direction === 'ascending' ? 1 : -1;
      const keyed = rows.map((row) => [keyOf(row, column), row]);
      // What is empty stays at the end.
      keyed.sort(([a], [b]) => (a === '') - (b === '') || sign * compare(a, b));
      body.append(...keyed.map(([, row]) => row));
    });
  });
})();
`;
