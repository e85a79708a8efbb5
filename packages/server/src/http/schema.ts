/** The words that answer schemas are written in. */
import Type, { type Static, type TProperties, type TSchema } from 'typebox';

export const Id = Type.Integer();
export const Text = Type.String();
export const Flag = Type.Boolean();
export const Count = Type.Integer();
export const Decimal = Type.Number();
/** `2026-08-24T12:00:00Z`: UTC, whole seconds. */
export const Timestamp = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$' });
/** Whatever JSON the client stored or the documentation leaves open. */
export const Anything = Type.Unknown();

/** Present with null where there is no value. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** Absent without the right or the `include` for it. */
export const Optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
/** Exactly these keys: in tests a key that isn't listed fails. */
export const Shape = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
export const List = <T extends TSchema>(item: T) => Type.Array(item);
export const MapOf = <T extends TSchema>(value: T) => Type.Record(Type.String(), value);
export const OneOf = <const T extends string[]>(...values: T) => Type.Enum(values);
export const Either = <T extends TSchema[]>(...schemas: T) => Type.Union([...schemas]);

export type { Static };

/** The object with its keys in the schema's order, which is the order on the wire. */
export function inOrderOf<T extends object>(schema: { properties: object }, value: T): T {
  const given = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const key in schema.properties) {
    const field = given[key];
    if (field !== undefined) ordered[key] = field;
  }
  return ordered as T;
}
