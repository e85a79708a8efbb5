/**
 * Who may call what. Each resource says it of its operations in `who-may.ts`; src/who-may.test.ts calls every one of
 * them as each of the cast and compares. Nothing that a call does lasts.
 */
import type { OperationId } from '@easel/contract';
import type * as T from '../src/db/tables/index.ts';
import type { Person, Row } from './maker.ts';

/** From nobody to the administrator of everything. */
export const cast = [
  'anonymous',
  /** Signed in, and in no course. */
  'stranger',
  'student',
  /** Of `stage.student`. */
  'observer',
  'ta',
  'designer',
  'teacher',
  /** AccountAdmin of `stage.college`, in which the course is. */
  'subAdmin',
  /** AccountAdmin of the root account. */
  'rootAdmin',
] as const;
export type CastMember = (typeof cast)[number];

/** What the calls are about. */
export interface Stage {
  college: Row<T.AccountsTable>;
  /** Published, in the college. */
  course: Row<T.CoursesTable>;
  section: Row<T.CourseSectionsTable>;
  term: Row<T.EnrollmentTermsTable>;
  /** The cast as people; all but the stranger and the administrators are enrolled in the course. */
  people: Record<Exclude<CastMember, 'anonymous'>, Person>;
  /** A fellow student of the cast, so that nobody asks about himself by accident. */
  fellow: Person;
  /** The fellow's enrollment. */
  enrollment: Row<T.EnrollmentsTable>;
  /** Of a job about the course that the teacher began. */
  progress: Row<T.ProgressesTable>;
  /** Of the course, with a file in it. */
  folder: Row<T.FoldersTable>;
  emptyFolder: Row<T.FoldersTable>;
  /** In the folder; an icon, so that all can be asked of it. */
  file: Row<T.AttachmentsTable>;
  /** A discussion of the course in which the student has said something; everybody may rate what is said. */
  topic: Row<T.DiscussionTopicsTable>;
  /** The student's. */
  entry: Row<T.DiscussionEntriesTable>;
  announcement: Row<T.DiscussionTopicsTable>;
  /** Of a group that the student is in, with something said by him. */
  groupTopic: Row<T.DiscussionTopicsTable>;
  groupEntry: Row<T.DiscussionEntriesTable>;
  /** Published, of the course. */
  page: Row<T.WikiPagesTable>;
  /** Published, of a group of the course that the student is in. */
  groupPage: Row<T.WikiPagesTable>;
  /** Published, with the page as its only item. */
  module: Row<T.ContextModulesTable>;
  moduleItem: Row<T.ModuleItemsTable>;
  accountStandard: Row<T.GradingStandardsTable>;
  courseStandard: Row<T.GradingStandardsTable>;
  /** Of the institution, for the course's term. */
  gradingPeriodSet: Row<T.GradingPeriodGroupsTable>;
  gradingPeriod: Row<T.GradingPeriodsTable>;
  gradebookColumn: Row<T.CustomGradebookColumnsTable>;
  /** Published; the students have it to do, as a text or a file. */
  assignment: Row<T.AssignmentsTable>;
  /** Of the assignment, for the section that the cast are in, with no other date in it. */
  override: Row<T.AssignmentOverridesTable>;
  /** The fellow's on it, handed in. */
  submission: Row<T.SubmissionsTable>;
  /** The teacher's on it. */
  comment: Row<T.SubmissionCommentsTable>;
  /** Of the course, without self sign-up. */
  groupCategory: Row<T.GroupCategoriesTable>;
  /** Of the category; the student and the fellow are in it. */
  group: Row<T.GroupsTable>;
  /** The fellow's in the group. */
  membership: Row<T.GroupMembershipsTable>;
  /** The root folder of the group, with a file in it. */
  groupFolder: Row<T.FoldersTable>;
  groupFile: Row<T.AttachmentsTable>;
  developerKey: Row<T.DeveloperKeysTable>;
  /** Of the course, with an outcome of the course in it. */
  outcomeGroup: Row<T.LearningOutcomeGroupsTable>;
  outcome: Row<T.LearningOutcomesTable>;
  /** Of the college, with an outcome of the college in it. */
  collegeOutcomeGroup: Row<T.LearningOutcomeGroupsTable>;
  collegeOutcome: Row<T.LearningOutcomesTable>;
  /** The root of what is global. */
  globalOutcomeGroup: Row<T.LearningOutcomeGroupsTable>;
  /** Of the course, which lists it; the fellow's work is assessed with it by the teacher. */
  rubric: Row<T.RubricsTable>;
  rubricAssociation: Row<T.RubricAssociationsTable>;
  rubricAssessment: Row<T.RubricAssessmentsTable>;
  /** Of the college, which lists it; a table was imported there, and into the course. */
  collegeRubric: Row<T.RubricsTable>;
  /** Private, from the student to the teacher. */
  conversation: Row<T.ConversationsTable>;
  /** Of the course. */
  externalFeed: Row<T.ExternalFeedsTable>;
  /** Of the group. */
  groupFeed: Row<T.ExternalFeedsTable>;
  loginOfStudent: number;
  /** The number of a fault that the server has met. */
  errorReport: number;
}

export interface Call {
  /** Query or JSON body. */
  params?: object;
  /** Everybody else is refused: 401, 403, or 404 where Canvas hides what there is. */
  may: readonly CastMember[];
}

/** The call's path and parameters, on the stage; `may` lists those who are let in. */
export type WhoMay = Partial<Record<OperationId, (stage: Stage) => Call & { path: string }>>;

export const everybody = cast;
export const signedIn = cast.filter((name) => name !== 'anonymous');
export const members: CastMember[] = ['student', 'observer', 'ta', 'designer', 'teacher'];
export const staff: CastMember[] = ['ta', 'designer', 'teacher'];
export const admins: CastMember[] = ['subAdmin', 'rootAdmin'];
