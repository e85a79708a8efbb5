import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from './json-value.ts';
import { buildOpenApi } from './openapi.ts';

const document = buildOpenApi();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the OpenAPI document', () => {
  it('names every operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names).toHaveLength(1060);
    expect(new Set(names).size).toBe(1060);
  });

  it('holds each path once, whatever its parameters are called', () => {
    const templates = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
    expect(templates.filter((template, index) => templates.indexOf(template) !== index)).toEqual([]);
  });

  it('declares each parameter once, and those of the path exactly', () => {
    for (const { path, method, operation } of operations) {
      const parameters = operation.parameters as JsonObject[];
      const keys = parameters.map((parameter) => `${parameter.in} ${parameter.name} ${parameter.$ref}`);
      expect(new Set(keys).size, `${method} ${path}`).toBe(keys.length);
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('gives bodies to writes only, and only known tags', () => {
    const tags = new Set(document.tags.map(({ name }) => name));
    for (const { method, operation } of operations) {
      if (operation.requestBody) expect(method).toMatch(/^(post|put|patch)$/);
      expect((operation.tags as string[]).every((tag) => tags.has(tag))).toBe(true);
    }
  });

  it('refers to nothing that is missing', () => {
    const missing = references(document as unknown as JsonValue).filter((reference) => !resolve(reference));
    expect(missing).toEqual([]);
  });

  it('writes nested queries with brackets', () => {
    const names = (path: string) =>
      (operationAt(path).parameters as JsonObject[]).map(({ name, $ref }) => name ?? $ref);
    expect(names('/api/v1/courses/{course_id}/quizzes/assignment_overrides')).toContain(
      'quiz_assignment_overrides[][quiz_ids][]',
    );
    expect(names('/api/v1/accounts/{account_id}/logins')).toEqual([
      'account_id',
      'user[id]',
      '#/components/parameters/page',
      '#/components/parameters/per_page',
    ]);
  });

  it('describes answers', () => {
    const answer = (path: string, method = 'get') =>
      JSON.stringify((operationAt(path, method).responses as JsonObject)['200']);
    expect(answer('/api/v1/courses')).toContain(
      '{"type":"array","items":{"$ref":"#/components/schemas/Course"}}',
    );
    expect(answer('/api/v1/users/{user_id}/logins')).toContain('{"type":"array","items":{}}');
    expect(answer('/api/v1/courses/{id}', 'put')).toContain('{"$ref":"#/components/schemas/Course"}');
  });
});

function operationAt(path: string, method = 'get'): JsonObject {
  const operation = document.paths[path]?.[method];
  if (!operation) throw new Error(`No ${method} ${path}`);
  return operation;
}

function references(value: JsonValue): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(references);
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

function resolve(reference: string): unknown {
  const [root, ...keys] = reference.split('/');
  if (root !== '#') return undefined;
  return keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    document,
  );
}
