import { CanvasApi } from '@kth/canvas-api';
import { measure } from './measure.ts';

const [, , baseUrl = ''] = process.argv;
const canvas = new CanvasApi(`${baseUrl}/api/v1`, 'token');
await measure(canvas.listItems('accounts/1/courses', { per_page: 100 }));
