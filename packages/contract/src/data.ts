import models from '../data/models.json' with { type: 'json' };
import operations from '../data/operations.json' with { type: 'json' };

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

export const documentedOperations: readonly DocumentedOperation[] = operations;
export const documentedModels: Readonly<Record<string, DocumentedModel>> = models;
