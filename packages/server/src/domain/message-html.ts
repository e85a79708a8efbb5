/** Plain text as the HTML that Canvas stores of it: nothing in it is markup, addresses are links, lines are kept. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/** An address ends before the punctuation of its sentence. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

export function messageHtml(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(escaped(text.slice(end, index)), `<a href='${escaped(address)}'>${escaped(address)}</a>`);
    end = index + address.length;
  }
  parts.push(escaped(text.slice(end)));
  return parts.join('').replace(/\r?\n/g, '<br/>\n');
}
