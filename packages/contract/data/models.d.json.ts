import type { DocumentedModel } from '../src/data.ts';

declare const models: Readonly<Record<string, DocumentedModel>>;
export = models;
