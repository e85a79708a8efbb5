/** What the pages know of each operation: Canvas's documentation and, where Easel has it, Easel's own. */
import { type OperationSpec, operationNames, operations, resources } from '@easel/contract';
import type { Operation } from '../http/operation.ts';
import { type Example, exampleOf } from './examples.ts';
import { type Field, fieldsOf } from './fields.ts';
import { whoMay } from './who-may.ts';

export interface Entry {
  readonly spec: OperationSpec;
  /** `list_your_courses`: unique, also as an anchor and in the console's address. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly example: Example;
  /** Absent where Easel answers 501. */
  readonly implemented?: { readonly summary: string; readonly whoMay: string };
}

export interface Chapter {
  readonly resource: string;
  /** As in Canvas's addresses: `enrollment_terms` of `/doc/api/enrollment_terms.html`. */
  readonly slug: string;
  readonly entries: readonly Entry[];
}

export interface Catalogue {
  /** In alphabetical order. */
  readonly chapters: readonly Chapter[];
  readonly entries: readonly Entry[];
  readonly implementedCount: number;
}

export function makeCatalogue(table: readonly Operation[]): Catalogue {
  const implemented = new Map(table.map((operation) => [operation.id, operation]));
  const entries = operations.map((spec) => entryOf(spec, implemented.get(spec.id)));
  const byResource = Map.groupBy(entries, ({ spec }) => spec.resource);
  return {
    entries,
    implementedCount: entries.filter(isImplemented).length,
    chapters: resources.map((resource) => ({
      resource,
      slug: slugOf(resource),
      entries: byResource.get(resource) ?? [],
    })),
  };
}

export const isImplemented = (entry: Entry) => entry.implemented !== undefined;

export const slugOf = (resource: string) => resource.toLowerCase().replaceAll(' ', '_');

function entryOf(spec: OperationSpec, operation: Operation | undefined): Entry {
  const name = operationNames.get(spec.id) ?? spec.id;
  return {
    spec,
    name,
    title: titleOf(spec.nickname),
    fields: fieldsOf(spec.params),
    example: exampleOf(spec),
    ...(operation && { implemented: { summary: operation.summary, whoMay: whoMay(operation) } }),
  };
}

const ABBREVIATIONS = /\b(ai|api|csp|csv|epub|html|id|ip|json|jwt|lti|mfa|pdf|sis|sso|tos|ui|url)\b/gi;

/** `list_courses_in_account` → “List courses in account” */
function titleOf(nickname: string): string {
  const words = nickname.replaceAll('_', ' ').replace(ABBREVIATIONS, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
