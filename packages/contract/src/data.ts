import { readFileSync } from 'node:fs';

/** A parameter as the documentation lists it; `type` is free text such as `string[]` or `'a' | 'b'`. */
export interface DocumentedParam {
  readonly type: string;
  readonly format?: string;
  readonly values?: readonly string[];
}

export type DocumentedParams = Readonly<Record<string, DocumentedParam>>;

export interface DocumentedOperation {
  readonly method: string;
  readonly path: string;
  readonly nickname?: string;
  readonly returns: string;
  readonly paginated: boolean;
  readonly deprecated?: boolean;
  readonly path_params: DocumentedParams;
  readonly query: DocumentedParams;
  readonly form: DocumentedParams;
}

export interface DocumentedModel {
  readonly resource: string;
  readonly fields: Readonly<Record<string, { readonly type: string; readonly format?: string }>>;
}

// Read rather than imported: an import would make the compiler infer a type for 1,060 literal objects.
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

export const documentedOperations = read('operations.json') as readonly DocumentedOperation[];
export const documentedModels = read('models.json') as Readonly<Record<string, DocumentedModel>>;
