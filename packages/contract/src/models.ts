import { documentedModels } from './data.ts';

/** An object that Canvas documents. Real answers hold more fields, and some fields only on request. */
export interface ModelSpec {
  readonly name: string;
  /** The documentation page that describes it. */
  readonly resource: string;
  readonly fields: Readonly<Record<string, ModelField>>;
}

export interface ModelField {
  /** A type expression: `string`, `User[]`, `JSONObject`, `integer | null`. */
  readonly type: string;
  readonly format?: string;
}

/** Every documented object, by name. */
export const models: ReadonlyMap<string, ModelSpec> = new Map(
  Object.entries(documentedModels).map(([name, { resource, fields }]) => [name, { name, resource, fields }]),
);
