export { directoryStore } from './directory-store.ts';
export type { FetchHandler } from './listener.ts';
export { nodeListener } from './listener.ts';
