import type { Operation } from '../../http/operation.ts';

export default [] as readonly Operation[];
