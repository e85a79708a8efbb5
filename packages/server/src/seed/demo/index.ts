/**
 * Easel University (`--seed demo`): an institution to look around in. Its ids, names, uuids and times are the same
 * wherever it is made, so that documentation and tests can quote them; only the administrator's token and password are its
 * own.
 */
import type { Db } from '../../db/database.ts';
import { moveSequences } from '../../db/sequences.ts';
import { hashPassword } from '../../domain/passwords.ts';
import { derivedIdentities } from '../identities.ts';
import type { SeedOptions } from '../index.ts';
import { type AdminAccess, createInstitution } from '../institution.ts';
import { insertAccounts } from './accounts.ts';
import { insertAssignments } from './assignments.ts';
import { FOUNDED } from './calendar.ts';
import { insertConversations } from './conversations.ts';
import { insertCourses, makeCourses } from './courses.ts';
import { insertDiscussions } from './discussions.ts';
import { insertEnrollments } from './enrollments.ts';
import { insertGrading } from './grading.ts';
import { insertGroups } from './groups.ts';
import { insertModules } from './modules.ts';
import { insertOutcomes } from './outcomes.ts';
import { insertPages } from './pages.ts';
import { insertPopulation, makePopulation } from './people.ts';
import { insertAdministrators, insertRoles } from './roles.ts';
import { insertRubrics } from './rubrics.ts';
import { insertScores } from './scores.ts';
import { insertSections, makeSections } from './sections.ts';
import { insertSubmissions } from './submissions.ts';
import { insertTerms } from './terms.ts';

/** @returns how the administrator gets in */
export async function createDemo(db: Db, options: SeedOptions): Promise<AdminAccess> {
  const identities = derivedIdentities;
  const access = await createInstitution(db, {
    ...options,
    foundedAt: FOUNDED,
    identities,
    name: 'Easel University',
    sisId: 'easel-university',
    timeZone: 'America/New_York',
    adminLogin: 'admin@easel.example',
  });
  const population = makePopulation();
  const courses = makeCourses();
  const sections = makeSections(courses);
  await insertAccounts(db, identities);
  await insertTerms(db);
  await insertRoles(db);
  await insertPopulation(db, population, identities);
  if (options.demoPassword) await setPasswords(db, options.demoPassword);
  await insertAdministrators(db, population.of('staff'));
  await insertCourses(db, courses, identities);
  await insertSections(db, sections);
  await insertEnrollments(db, courses, sections, population);
  await insertGroups(db, courses, population, identities);
  await insertGrading(db, courses);
  const assignments = await insertAssignments(db, courses, sections, identities);
  await insertSubmissions(db, courses, assignments);
  await insertDiscussions(db, courses, identities);
  await insertScores(db);
  await insertModules(db, courses, await insertPages(db, courses));
  await insertOutcomes(db, courses);
  await insertConversations(db, courses);
  await insertRubrics(db);
  await moveSequences(db, [
    'conversations',
    'conversation_messages',
    'wiki_pages',
    'discussion_topics',
    'discussion_entries',
    'context_modules',
    'module_items',
    'learning_outcomes',
    'learning_outcome_groups',
    'learning_outcome_links',
    'outcome_proficiencies',
    'rubrics',
    'rubric_associations',
    'rubric_assessments',
    'accounts',
    'enrollment_terms',
    'roles',
    'users',
    'courses',
    'course_sections',
    'enrollments',
    'assignment_groups',
    'assignments',
    'submissions',
    'submission_versions',
    'submission_comments',
    'assignment_overrides',
    'group_categories',
    'groups',
    'group_memberships',
    'grading_standards',
    'late_policies',
    'custom_gradebook_columns',
  ]);
  return access;
}

/** One hash for all: 1,500 would take a minute. */
async function setPasswords(db: Db, password: string): Promise<void> {
  await db
    .updateTable('pseudonyms')
    .set({ password_hash: await hashPassword(password) })
    .where('user_id', '<>', 1)
    .execute();
}
