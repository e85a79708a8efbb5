import { accountCorrections } from './corrections/accounts.ts';
import { administrationCorrections } from './corrections/administration.ts';
import { assignmentCorrections } from './corrections/assignments.ts';
import { calendarCorrections } from './corrections/calendar.ts';
import { conversationCorrections } from './corrections/conversations.ts';
import { courseCorrections } from './corrections/courses.ts';
import { discussionCorrections } from './corrections/discussions.ts';
import { enrollmentCorrections } from './corrections/enrollments.ts';
import { fileCorrections } from './corrections/files.ts';
import { gradingCorrections } from './corrections/grading.ts';
import { groupCorrections } from './corrections/groups.ts';
import { migrationCorrections } from './corrections/migrations.ts';
import { nameCorrections } from './corrections/names.ts';
import { outcomeCorrections } from './corrections/outcomes.ts';
import { moduleCorrections, pageCorrections } from './corrections/pages.ts';
import { pathCorrections } from './corrections/paths.ts';
import { peerReviewCorrections } from './corrections/peer-reviews.ts';
import { queryDateCorrections } from './corrections/query-dates.ts';
import { returnCorrections } from './corrections/returns.ts';
import { rubricCorrections } from './corrections/rubrics.ts';
import { signInCorrections } from './corrections/sign-in.ts';
import { submissionCorrections } from './corrections/submissions.ts';
import { userCorrections } from './corrections/users.ts';
import type { DocumentedOperation, DocumentedParam, DocumentedParams } from './data.ts';

/** Where Canvas behaves otherwise than its documentation says, and how we know. */
export interface Correction {
  /** Ids as in the documentation, `GET /api/v1/courses/{id}`. */
  readonly operations: readonly string[];
  readonly because: string;
  /** A section of /canvas-api/semantics or a path in instructure/canvas-lms. */
  readonly source: string;
  /** Adds or replaces parameters; `null` removes one with everything below it. */
  readonly params?: Readonly<Record<string, DocumentedParam | null>>;
  readonly nickname?: string;
  readonly returns?: string;
  readonly paginated?: boolean;
  readonly deprecated?: boolean;
  /** The path parameter that holds the rest of the path, slashes included. */
  readonly tail?: string;
}

export const corrections: readonly Correction[] = [
  ...migrationCorrections,
  ...nameCorrections,
  ...pathCorrections,
  ...queryDateCorrections,
  ...returnCorrections,
  ...signInCorrections,
  ...accountCorrections,
  ...administrationCorrections,
  ...assignmentCorrections,
  ...calendarCorrections,
  ...conversationCorrections,
  ...courseCorrections,
  ...discussionCorrections,
  ...enrollmentCorrections,
  ...fileCorrections,
  ...pageCorrections,
  ...moduleCorrections,
  ...outcomeCorrections,
  ...gradingCorrections,
  ...groupCorrections,
  ...peerReviewCorrections,
  ...rubricCorrections,
  ...submissionCorrections,
  ...userCorrections,
];

/** What an operation really takes and gives, query and form merged as Canvas merges them. */
export interface CorrectedOperation extends Omit<DocumentedOperation, 'query' | 'form'> {
  readonly params: DocumentedParams;
  readonly tail?: string;
}

const correctionsById = new Map<string, Correction[]>();
for (const correction of corrections) {
  for (const id of correction.operations) {
    const known = correctionsById.get(id);
    if (known) known.push(correction);
    else correctionsById.set(id, [correction]);
  }
}

/** Applies every correction of an operation, in the order of the list. */
export function correct(operation: DocumentedOperation): CorrectedOperation {
  const { query, form, ...documented } = operation;
  const params: Record<string, DocumentedParam> = { ...query, ...form };
  const changes = correctionsById.get(`${operation.method} ${operation.path}`) ?? [];
  for (const change of changes) {
    for (const [name, param] of Object.entries(change.params ?? {})) {
      if (param) params[name] = param;
      else removeParam(params, name);
    }
  }
  return Object.assign(documented, ...changes.map(statedFacts), { params });
}

function statedFacts({ nickname, returns, paginated, deprecated, tail }: Correction) {
  return {
    ...(nickname !== undefined && { nickname }),
    ...(returns !== undefined && { returns }),
    ...(paginated !== undefined && { paginated }),
    ...(deprecated !== undefined && { deprecated }),
    ...(tail !== undefined && { tail }),
  };
}

function removeParam(params: Record<string, DocumentedParam>, name: string): void {
  for (const candidate of Object.keys(params)) {
    if (candidate === name || candidate.startsWith(`${name}[`)) delete params[candidate];
  }
}
