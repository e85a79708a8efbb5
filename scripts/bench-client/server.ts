/**
 * A Canvas that has nothing but courses: `GET /api/v1/accounts/1/courses`, 100 a page, each page after a pause.
 * Prints its address. `--last=no` leaves out the `last` link, as Canvas does where it doesn't count.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { courseJson } from './course.ts';

const { values } = parseArgs({
  options: {
    courses: { type: 'string', default: '50000' },
    delay: { type: 'string', default: '30' },
    last: { type: 'string', default: 'yes' },
  },
});
const courses = Number(values.courses);
const delay = Number(values.delay);
const perPage = 100;
const lastPage = Math.ceil(courses / perPage);

const server = createServer((request, response) => {
  const { origin, searchParams } = new URL(request.url ?? '', `http://${request.headers.host}`);
  const page = Number(searchParams.get('page') ?? 1);
  const link = (number: number, rel: string) =>
    `<${origin}/api/v1/accounts/1/courses?page=${number}&per_page=${perPage}>; rel="${rel}"`;
  const links = [
    link(page, 'current'),
    ...(page < lastPage ? [link(page + 1, 'next')] : []),
    link(1, 'first'),
    ...(values.last === 'yes' ? [link(lastPage, 'last')] : []),
  ];
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', link: links.join(',') });
    response.end(pageJson(page));
  }, delay);
});

function pageJson(page: number): string {
  const first = (page - 1) * perPage + 1;
  const count = Math.max(0, Math.min(perPage, courses - first + 1));
  return `[${Array.from({ length: count }, (_, index) => courseJson(first + index)).join(',')}]`;
}

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
