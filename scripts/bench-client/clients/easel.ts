import { Canvas } from '@easel/client';
import { measure } from './measure.ts';

const [, , baseUrl = '', concurrency] = process.argv;
const canvas = new Canvas({
  baseUrl,
  token: 'token',
  ...(concurrency !== undefined && { concurrency: Number(concurrency) }),
});
await measure(canvas.list('GET /api/v1/accounts/{account_id}/courses', { path: { account_id: 1 } }));
