export { createCanvasProxy } from './create-proxy.ts';
export type { ProxyKey } from './key-ring.ts';
export { memoryStore } from './memory-store.ts';
export type { OAuthOptions } from './oauth-client.ts';
export type { OAuthProxyOptions, ProxyOptions, ServiceOptions } from './options.ts';
export type { Limits } from './read-request.ts';
export type {
  AllowedOperation,
  AllowList,
  ProxyCall,
  ProxyEvent,
  ProxyUser,
  SessionStore,
} from './types.ts';
