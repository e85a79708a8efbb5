export const STYLE = `
:root { color-scheme: light; font: 16px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { max-width: 78rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.9rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.about { color: #555; margin: .25rem 0 0; }
.sum { font-size: 1.15rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0; }
dt { color: #555; } dd { margin: 0; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: 0 0 .5rem; }
.plot { width: 100%; height: auto; font-size: 14px; }
.plot text { fill: #1a1a1a; }
.search { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin: .5rem 0 1rem; }
.search input { font: inherit; padding: .4rem .6rem; min-width: 18rem; border: 1px solid #767676; border-radius: 4px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #ddd; }
thead th { border-bottom: 2px solid #1a1a1a; white-space: nowrap; background: #fff; }
td time { white-space: nowrap; }
td.number, .numbers td { text-align: right; }
.numbers { width: auto; margin-top: .5rem; }
th button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
th button::after { content: " \\2195"; color: #767676; }
th[aria-sort=ascending] button::after { content: " \\2191"; color: inherit; }
th[aria-sort=descending] button::after { content: " \\2193"; color: inherit; }
tbody tr:hover { background: #f4f7fa; }
a { color: #005a8c; }
:focus-visible { outline: 3px solid #0072b2; outline-offset: 2px; }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; }
  .search, details, th button::after { display: none; }
  thead { display: table-header-group; }
  tr, .plot { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  .plot rect, .legend rect { print-color-adjust: exact; }
}
`;
