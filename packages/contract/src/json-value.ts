/** Any value JSON can spell; the type of everything Canvas documents as "object" or not at all. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };
