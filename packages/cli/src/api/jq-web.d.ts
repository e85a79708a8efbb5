/** jq itself, compiled to WebAssembly; it comes without types. */
declare module 'jq-web' {
  export interface Jq {
    /** Undefined when nothing comes out. @throws Error with `stderr` when the filter is wrong, or fails */
    raw(input: string, filter: string, flags?: readonly string[]): string | undefined;
  }
  const loaded: Promise<Jq>;
  export default loaded;
}
