import type { JsonValue, OperationId, OperationTypes } from '@easel/contract';

/** How ids arrive: as text, since hosted Canvas hands out ids above 2^53, or as the numbers Canvas writes. */
export type IdKind = 'string' | 'number';

/** What may stand for a path parameter: `42`, `'42'`, `'self'`, `sis('course', 'CHEM-101')`. */
export type PathValue = string | number | bigint;

/** Any value a parameter can have. `undefined` isn't sent; `null` is sent as nothing, which unsets. */
export type ParamValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Blob
  | readonly ParamValue[]
  | Params;

export interface Params {
  readonly [name: string]: ParamValue;
}

/** Parameters that every operation takes. */
export interface CommonParams {
  readonly page?: number | string;
  /** 1 to 100; lists ask for 100 unless told otherwise. */
  readonly per_page?: number;
  /** Act as this user; `canvas.as(…)` does it for every call. */
  readonly as_user_id?: PathValue;
}

export type PathOf<Op extends OperationId> = {
  readonly [Name in keyof OperationTypes[Op]['path']]: PathValue;
};

export type ParamsOf<Op extends OperationId> = Accepted<OperationTypes[Op]['params']> & CommonParams;

/** What an operation answers with, its ids as the client was told to read them. */
export type AnswerOf<Op extends OperationId, Ids extends IdKind = 'string'> = WithIds<
  OperationTypes[Op]['returns'],
  Ids
>;

export type WithIds<T, Ids extends IdKind> = Ids extends 'string' ? StringIds<T> : T;

/**
 * Canvas's own rule for `Accept: application/json+canvas-string-ids`: every `id` and `…_id` that holds a number
 * becomes text, every list under `ids` or `…_ids` a list of text.
 */
export type StringIds<T> = T extends string | number | boolean | null | undefined
  ? T
  : JsonValue extends T
    ? T
    : T extends readonly (infer Item)[]
      ? StringIds<Item>[]
      : {
          [Key in keyof T]: Key extends 'id' | `${string}_id`
            ? IdText<T[Key]>
            : Key extends 'ids' | `${string}_ids`
              ? IdTexts<T[Key]>
              : StringIds<T[Key]>;
        };

type IdText<T> = T extends number ? string : StringIds<T>;
type IdTexts<T> = T extends readonly number[] ? string[] : StringIds<T>;

/** The documented parameters, as leniently as they can be written: ids as text or number, dates as `Date`. */
type Accepted<T> = unknown extends T
  ? unknown
  : JsonValue extends T
    ? ParamValue
    : T extends string
      ? T | Date
      : T extends number | boolean | null | undefined
        ? T
        : T extends readonly (infer Item)[]
          ? readonly Accepted<Item>[]
          : { readonly [Key in keyof T]: Key extends IdName ? AcceptedId<T[Key]> : Accepted<T[Key]> };

type IdName = 'id' | 'ids' | `${string}_id` | `${string}_ids`;

type AcceptedId<T> = T extends string | number
  ? PathValue
  : T extends readonly (string | number)[]
    ? readonly PathValue[]
    : Accepted<T>;

/** The operations that answer with a list, bare or wrapped in one key, or with something undocumented. */
export type ListOperationId = {
  [Op in OperationId]: Op extends `GET ${string}`
    ? ItemIn<OperationTypes[Op]['returns']> extends never
      ? never
      : Op
    : never;
}[OperationId];

export type ItemOf<Op extends OperationId, Ids extends IdKind = 'string'> = WithIds<
  ItemIn<OperationTypes[Op]['returns']>,
  Ids
>;

/** `X[]` → `X`, `{ enrollment_terms: X[] }` → `X`. */
type ItemIn<T> = JsonValue extends T
  ? JsonValue
  : T extends readonly (infer Item)[]
    ? Item
    : T extends object
      ? { [Key in keyof T]-?: NonNullable<T[Key]> extends readonly (infer Item)[] ? Item : never }[keyof T]
      : never;

/** Options that name the path parameters are required only where the path has any. */
export type WithPath<Op extends OperationId> =
  Record<never, never> extends PathOf<Op> ? { readonly path?: undefined } : { readonly path: PathOf<Op> };
