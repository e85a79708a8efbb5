// Said here, so that the compiler doesn't infer a type for 1,060 literal objects.
import type { DocumentedOperation } from '../src/data.ts';

declare const operations: readonly DocumentedOperation[];
export = operations;
