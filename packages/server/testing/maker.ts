/** Things for tests to stand on, written straight into the database. */
import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely, Selectable } from 'kysely';

import type * as T from '../src/db/tables/index.ts';
import type { AnyEnrollmentType } from '../src/domain/base-roles.ts';
import { keyedHash } from '../src/domain/keyed-hash.ts';
import { usualScale } from '../src/domain/outcome-ratings.ts';
import type { Permission } from '../src/domain/permissions.ts';
import { randomToken } from '../src/domain/random-token.ts';
import { sortKey } from '../src/domain/sort-key.ts';
import { slugOf } from '../src/domain/wiki-slugs.ts';
import { tokenHmac } from '../src/http/authenticate.ts';
import { SECRET } from './template.ts';
import type { TestClock } from './test-clock.ts';

export type Row<Table> = Selectable<Table>;
type Some<Table> = Partial<Insertable<Table>>;

/** A user with a login and a token: `world.as(person.token)`. */
export type Person = Row<T.UsersTable> & { token: string; login: string };

export class Maker {
  readonly #db: Kysely<T.Tables>;
  readonly #clock: TestClock;
  #count = 0;

  constructor(db: Kysely<T.Tables>, clock: TestClock) {
    this.#db = db;
    this.#clock = clock;
  }

  #times() {
    return { created_at: this.#clock.now(), updated_at: this.#clock.now() };
  }

  /** A sub-account; of the root account unless `parent_account_id` says otherwise. */
  async account(values: Some<T.AccountsTable> = {}): Promise<Row<T.AccountsTable>> {
    const parent = await this.#db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', values.parent_account_id ?? 1)
      .executeTakeFirstOrThrow();
    const account = await this.#db
      .insertInto('accounts')
      .values({
        name: `Account ${++this.#count}`,
        parent_account_id: parent.id,
        root_account_id: parent.root_account_id,
        path: [],
        uuid: randomToken(40),
        lti_guid: `${randomToken(40)}.easel-lms`,
        lti_context_id: randomUUID(),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const path = [...parent.path, account.id];
    await this.#db.updateTable('accounts').set({ path }).where('id', '=', account.id).execute();
    return { ...account, path };
  }

  /** Queued, about the root account, begun by its administrator. */
  async progress(values: Some<T.ProgressesTable> = {}): Promise<Row<T.ProgressesTable>> {
    return await this.#db
      .insertInto('progresses')
      .values({
        context_type: 'Account',
        context_id: 1,
        user_id: 1,
        tag: 'course_batch_update',
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A visible folder; a root unless `parent_folder_id` says otherwise. */
  async folder(
    values: Some<T.FoldersTable> & Pick<Row<T.FoldersTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.FoldersTable>> {
    const name = values.name ?? `Folder ${++this.#count}`;
    return await this.#db
      .insertInto('folders')
      .values({ name, name_key: sortKey(name), full_name: name, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A file that is there, without bytes unless `content_key` names some. */
  async file(
    values: Some<T.AttachmentsTable> & Pick<Row<T.AttachmentsTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.AttachmentsTable>> {
    const name = values.display_name ?? `file-${++this.#count}.txt`;
    return await this.#db
      .insertInto('attachments')
      .values({
        uuid: randomToken(40),
        display_name: name,
        display_name_key: sortKey(name),
        filename: name,
        content_type: 'text/plain',
        size: 1000,
        workflow_state: 'processed',
        file_state: 'available',
        modified_at: this.#clock.now(),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A group of assignments of weight 0, after the others. */
  async assignmentGroup(
    values: Some<T.AssignmentGroupsTable> & { course_id: number },
  ): Promise<Row<T.AssignmentGroupsTable>> {
    const number = ++this.#count;
    return await this.#db
      .insertInto('assignment_groups')
      .values({ name: `Assignments ${number}`, position: number, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A published assignment of 10 points that takes a text; in a group of its own unless one is named. */
  async assignment(
    values: Some<T.AssignmentsTable> & { course_id: number },
  ): Promise<Row<T.AssignmentsTable>> {
    const name = values.name ?? `Assignment ${++this.#count}`;
    const group =
      values.assignment_group_id ?? (await this.assignmentGroup({ course_id: values.course_id })).id;
    return await this.#db
      .insertInto('assignments')
      .values({
        name,
        name_key: sortKey(name),
        position: this.#count,
        points_possible: 10,
        submission_types: ['online_text_entry'],
        lti_context_id: randomUUID(),
        workflow_state: 'published',
        assignment_group_id: group,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Other dates for some; a date that is given is overridden. `studentIds` are those of an ADHOC one. */
  async assignmentOverride(
    values: Some<T.AssignmentOverridesTable> & {
      course_id: number;
      set_type: Row<T.AssignmentOverridesTable>['set_type'];
    },
    studentIds: readonly number[] = [],
  ): Promise<Row<T.AssignmentOverridesTable>> {
    const override = await this.#db
      .insertInto('assignment_overrides')
      .values({
        title: `Override ${++this.#count}`,
        due_at_overridden: values.due_at !== undefined,
        unlock_at_overridden: values.unlock_at !== undefined,
        lock_at_overridden: values.lock_at !== undefined,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    for (const user_id of studentIds) {
      await this.#db
        .insertInto('assignment_override_students')
        .values({ assignment_override_id: override.id, user_id, assignment_id: override.assignment_id })
        .execute();
    }
    return override;
  }

  /** Pass or fail, with the bound at 50%. */
  async gradingStandard(
    values: Some<T.GradingStandardsTable> & { context_type: 'Account' | 'Course'; context_id: number },
  ): Promise<Row<T.GradingStandardsTable>> {
    const data = JSON.stringify([
      ['Pass', 0.5],
      ['Fail', 0],
    ]);
    return await this.#db
      .insertInto('grading_standards')
      .values({ title: `Standard ${++this.#count}`, data, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Of the institution, with no periods yet, for the terms named. */
  async gradingPeriodSet(
    values: Some<T.GradingPeriodGroupsTable> = {},
    termIds: readonly number[] = [],
  ): Promise<Row<T.GradingPeriodGroupsTable>> {
    const set = await this.#db
      .insertInto('grading_period_groups')
      .values({
        title: `Set ${++this.#count}`,
        ...(values.course_id === undefined && { account_id: 1 }),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    for (const id of termIds) {
      await this.#db
        .updateTable('enrollment_terms')
        .set({ grading_period_group_id: set.id })
        .where('id', '=', id)
        .execute();
    }
    return set;
  }

  /** Closed at its end unless said otherwise. */
  async gradingPeriod(
    values: Some<T.GradingPeriodsTable> & {
      grading_period_group_id: number;
      start_date: string;
      end_date: string;
    },
  ): Promise<Row<T.GradingPeriodsTable>> {
    return await this.#db
      .insertInto('grading_periods')
      .values({
        title: `Period ${++this.#count}`,
        close_date: values.end_date,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async gradebookColumn(
    values: Some<T.CustomGradebookColumnsTable> & { course_id: number },
  ): Promise<Row<T.CustomGradebookColumnsTable>> {
    const number = ++this.#count;
    return await this.#db
      .insertInto('custom_gradebook_columns')
      .values({ title: `Column ${number}`, position: number, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** What a student has on an assignment: nothing yet, unless said otherwise. */
  async submission(
    values: Some<T.SubmissionsTable> & { course_id: number; assignment_id: number; user_id: number },
  ): Promise<Row<T.SubmissionsTable>> {
    return await this.#db
      .insertInto('submissions')
      .values({ anonymous_id: randomToken(5), ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Groups of a course by hand, without self sign-up. */
  async groupCategory(
    values: Some<T.GroupCategoriesTable> & Pick<Row<T.GroupCategoriesTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.GroupCategoriesTable>> {
    const name = values.name ?? `Groups ${++this.#count}`;
    return await this.#db
      .insertInto('group_categories')
      .values({ root_account_id: 1, name, name_key: sortKey(name), ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A group of a course or an account; in a category of its own unless one is named. */
  async group(
    values: Some<T.GroupsTable> & Pick<Row<T.GroupsTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.GroupsTable>> {
    const { context_type, context_id } = values;
    const name = values.name ?? `Group ${++this.#count}`;
    const category = values.group_category_id ?? (await this.groupCategory({ context_type, context_id })).id;
    return await this.#db
      .insertInto('groups')
      .values({
        account_id: context_type === 'Account' ? context_id : await this.#accountOf(context_id),
        root_account_id: 1,
        group_category_id: category,
        name,
        name_key: sortKey(name),
        uuid: randomToken(40),
        lti_context_id: randomUUID(),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A group of outcomes of a course, an account or (without a context) of nobody in particular, under their root. */
  async outcomeGroup(
    values: Some<T.LearningOutcomeGroupsTable> = {},
  ): Promise<Row<T.LearningOutcomeGroupsTable>> {
    const { context_type = null, context_id = null } = values;
    const title = values.title ?? `Outcomes ${++this.#count}`;
    const parent =
      values.learning_outcome_group_id ?? (await this.outcomeRoot({ context_type, context_id })).id;
    return await this.#db
      .insertInto('learning_outcome_groups')
      .values({
        title,
        title_key: sortKey(title),
        learning_outcome_group_id: parent,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** The group that holds all others of its context. */
  async outcomeRoot({
    context_type,
    context_id,
  }: Pick<Row<T.LearningOutcomeGroupsTable>, 'context_type' | 'context_id'>): Promise<
    Row<T.LearningOutcomeGroupsTable>
  > {
    const root = await this.#db
      .selectFrom('learning_outcome_groups')
      .selectAll()
      .where('context_type', 'is not distinct from', context_type)
      .where('context_id', 'is not distinct from', context_id)
      .where('learning_outcome_group_id', 'is', null)
      .executeTakeFirst();
    if (root) return root;
    return await this.#db
      .insertInto('learning_outcome_groups')
      .values({ context_type, context_id, title: 'ROOT', title_key: 'root', ...this.#times() })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** An outcome with the usual scale (5, 3, 0; mastery 3) that takes the highest score, in its context's root or a group. */
  async outcome(
    values: Some<T.LearningOutcomesTable> = {},
    group?: Row<T.LearningOutcomeGroupsTable>,
  ): Promise<Row<T.LearningOutcomesTable>> {
    const { context_type = null, context_id = null } = values;
    const title = values.title ?? `Outcome ${++this.#count}`;
    const outcome = await this.#db
      .insertInto('learning_outcomes')
      .values({
        title,
        title_key: sortKey(title),
        calculation_method: 'highest',
        ratings: JSON.stringify(usualScale.ratings),
        mastery_points: usualScale.mastery_points,
        points_possible: usualScale.points_possible,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.outcomeLink(outcome, group ?? (await this.outcomeRoot({ context_type, context_id })));
    return outcome;
  }

  /** Aligns an outcome with an assignment, as associating a rubric does. */
  async outcomeAlignment(
    outcome: Row<T.LearningOutcomesTable>,
    { id, course_id }: Pick<Row<T.AssignmentsTable>, 'id' | 'course_id'>,
  ): Promise<Row<T.LearningOutcomeAlignmentsTable>> {
    return await this.#db
      .insertInto('learning_outcome_alignments')
      .values({
        learning_outcome_id: outcome.id,
        context_type: 'Course',
        context_id: course_id,
        content_type: 'Assignment',
        content_id: id,
        ...this.#times(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Links an outcome into a group. */
  async outcomeLink(
    outcome: Row<T.LearningOutcomesTable>,
    group: Row<T.LearningOutcomeGroupsTable>,
  ): Promise<Row<T.LearningOutcomeLinksTable>> {
    return await this.#db
      .insertInto('learning_outcome_links')
      .values({
        learning_outcome_id: outcome.id,
        learning_outcome_group_id: group.id,
        context_type: group.context_type,
        context_id: group.context_id,
        ...this.#times(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Listed where it belongs, with one criterion of five points. */
  async rubric(
    values: Some<T.RubricsTable> & Pick<Row<T.RubricsTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.RubricsTable>> {
    const rating = (id: string, description: string, points: number) => ({
      id,
      description,
      points,
      long_description: '',
      criterion_id: 'crit',
    });
    const data = [
      {
        id: 'crit',
        description: 'Quality',
        long_description: '',
        points: 5,
        criterion_use_range: false,
        ratings: [rating('high', 'High', 5), rating('low', 'Low', 0)],
      },
    ];
    const rubric = await this.#db
      .insertInto('rubrics')
      .values({
        title: `Rubric ${++this.#count}`,
        data: JSON.stringify(data),
        points_possible: 5,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.rubricAssociation(rubric, {
      association_type: rubric.context_type,
      association_id: rubric.context_id,
      purpose: 'bookmark',
    });
    return rubric;
  }

  /** In the rubric's own context. */
  async rubricAssociation(
    { id, context_type, context_id }: Row<T.RubricsTable>,
    values: Some<T.RubricAssociationsTable> &
      Pick<Row<T.RubricAssociationsTable>, 'association_type' | 'association_id'>,
  ): Promise<Row<T.RubricAssociationsTable>> {
    return await this.#db
      .insertInto('rubric_associations')
      .values({ rubric_id: id, context_type, context_id, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async #accountOf(courseId: number): Promise<number> {
    const { account_id } = await this.#db
      .selectFrom('courses')
      .select('account_id')
      .where('id', '=', courseId)
      .executeTakeFirstOrThrow();
    return account_id;
  }

  /** Makes somebody a member of a group: accepted, and no moderator, unless said otherwise. */
  async groupMember(
    groupId: number,
    userId: number,
    values: Some<T.GroupMembershipsTable> = {},
  ): Promise<Row<T.GroupMembershipsTable>> {
    return await this.#db
      .insertInto('group_memberships')
      .values({
        group_id: groupId,
        user_id: userId,
        workflow_state: 'accepted',
        uuid: randomToken(40),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A published page with its slug, which is its title unless `url` says otherwise, and its first revision. */
  async page(
    values: Some<T.WikiPagesTable> & Pick<Row<T.WikiPagesTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.WikiPagesTable>> {
    const title = values.title ?? `Page ${++this.#count}`;
    const page = await this.#db
      .insertInto('wiki_pages')
      .values({
        title,
        title_key: sortKey(title),
        url: slugOf(title),
        workflow_state: 'active',
        revised_at: this.#clock.now(),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const { id, context_type, context_id, url, body, user_id, revised_at } = page;
    await this.#db
      .insertInto('wiki_page_slugs')
      .values({ context_type, context_id, slug: url, wiki_page_id: id })
      .execute();
    await this.#db
      .insertInto('wiki_page_versions')
      .values({ wiki_page_id: id, number: 1, url, title, body, user_id, revised_at })
      .execute();
    return page;
  }

  /** A published module behind those that the course has. */
  async module(
    values: Some<T.ContextModulesTable> & { course_id: number },
  ): Promise<Row<T.ContextModulesTable>> {
    return await this.#db
      .insertInto('context_modules')
      .values({
        name: `Module ${++this.#count}`,
        position: this.#count,
        workflow_state: 'active',
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** The last item of a module; a published header unless `type` says otherwise. */
  async moduleItem(
    module: Pick<Row<T.ContextModulesTable>, 'id' | 'course_id'>,
    values: Some<T.ModuleItemsTable> = {},
  ): Promise<Row<T.ModuleItemsTable>> {
    return await this.#db
      .insertInto('module_items')
      .values({
        course_id: module.course_id,
        context_module_id: module.id,
        type: 'SubHeader',
        title: `Item ${++this.#count}`,
        position: this.#count,
        workflow_state: 'active',
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A posted, threaded discussion of a course or group, by nobody unless said otherwise. */
  async topic(
    values: Some<T.DiscussionTopicsTable> & Pick<Row<T.DiscussionTopicsTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.DiscussionTopicsTable>> {
    const title = values.title ?? `Topic ${++this.#count}`;
    return await this.#db
      .insertInto('discussion_topics')
      .values({
        title,
        title_key: sortKey(title),
        message: '<p>What do you think?</p>',
        workflow_state: 'active',
        discussion_type: 'threaded',
        posted_at: this.#clock.now(),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Something that somebody said in a topic; in answer to something where `parent` is given. */
  async entry(
    topicId: number,
    userId: number,
    values: Some<T.DiscussionEntriesTable> = {},
    parent?: Row<T.DiscussionEntriesTable>,
  ): Promise<Row<T.DiscussionEntriesTable>> {
    return await this.#db
      .insertInto('discussion_entries')
      .values({
        discussion_topic_id: topicId,
        user_id: userId,
        message: `<p>Words ${++this.#count}</p>`,
        ...(parent && {
          parent_id: parent.id,
          root_entry_id: parent.root_entry_id ?? parent.id,
          depth: parent.depth + 1,
        }),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async term(values: Some<T.EnrollmentTermsTable> = {}): Promise<Row<T.EnrollmentTermsTable>> {
    return await this.#db
      .insertInto('enrollment_terms')
      .values({ root_account_id: 1, name: `Term ${++this.#count}`, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A published course with its default section, in the root account and the default term. */
  async course(values: Some<T.CoursesTable> = {}): Promise<Row<T.CoursesTable>> {
    const name = values.name ?? `Course ${++this.#count}`;
    const course = await this.#db
      .insertInto('courses')
      .values({
        name,
        name_key: sortKey(name),
        course_code: `C${this.#count}`,
        account_id: 1,
        root_account_id: 1,
        enrollment_term_id: 1,
        uuid: randomToken(40),
        lti_context_id: randomUUID(),
        workflow_state: 'available',
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.section({ course_id: course.id, name, default_section: true });
    return course;
  }

  async section(
    values: Some<T.CourseSectionsTable> & { course_id: number },
  ): Promise<Row<T.CourseSectionsTable>> {
    const name = values.name ?? `Section ${++this.#count}`;
    return await this.#db
      .insertInto('course_sections')
      .values({ root_account_id: 1, name, name_key: sortKey(name), ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A private conversation in which the first of them has written to the other; it is in nobody's tags. */
  async conversation(
    authorId: number,
    userId: number,
    values: Some<T.ConversationsTable> = {},
  ): Promise<Row<T.ConversationsTable>> {
    const now = this.#clock.now();
    const conversation = await this.#db
      .insertInto('conversations')
      .values({ private_hash: `made ${++this.#count}`, ...this.#times(), ...values })
      .returningAll()
      .executeTakeFirstOrThrow();
    const message = await this.#db
      .insertInto('conversation_messages')
      .values({ conversation_id: conversation.id, author_id: authorId, body: 'Hello', created_at: now })
      .returningAll()
      .executeTakeFirstOrThrow();
    for (const user_id of [authorId, userId]) {
      const seen =
        user_id === authorId
          ? { last_authored_at: now, visible_last_authored_at: now }
          : { last_message_at: now, workflow_state: 'unread' as const };
      await this.#db
        .insertInto('conversation_participants')
        .values({ conversation_id: conversation.id, user_id, message_count: 1, ...seen })
        .execute();
      await this.#db
        .insertInto('conversation_message_participants')
        .values({ conversation_message_id: message.id, user_id })
        .execute();
    }
    return conversation;
  }

  /** A feed that was never fetched. */
  async externalFeed(
    values: Some<T.ExternalFeedsTable> & Pick<Row<T.ExternalFeedsTable>, 'context_type' | 'context_id'>,
  ): Promise<Row<T.ExternalFeedsTable>> {
    return await this.#db
      .insertInto('external_feeds')
      .values({
        url: `https://news.example/${++this.#count}.rss`,
        user_id: 1,
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A person who can sign in, with an e-mail address; `login` also takes what the login should hold. */
  async person(values: Some<T.UsersTable> = {}, login: Some<T.PseudonymsTable> = {}): Promise<Person> {
    const number = ++this.#count;
    const name = values.name ?? `Person ${number}`;
    const [first, ...rest] = name.split(' ');
    const sortable = values.sortable_name ?? `${rest.join(' ')}, ${first}`;
    const user = await this.#db
      .insertInto('users')
      .values({
        uuid: randomToken(40),
        lti_context_id: randomUUID(),
        lti_id: randomUUID(),
        name,
        short_name: name,
        sortable_name: sortable,
        sortable_name_key: sortKey(sortable),
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const uniqueId = login.unique_id ?? `person${number}@easel.example`;
    await this.#db
      .insertInto('pseudonyms')
      .values({
        user_id: user.id,
        account_id: 1,
        unique_id: uniqueId,
        unique_id_key: uniqueId.toLowerCase(),
        ...this.#times(),
        ...login,
      })
      .execute();
    await this.#db
      .insertInto('communication_channels')
      .values({
        user_id: user.id,
        type: 'email',
        address: `mail${number}@easel.example`,
        workflow_state: 'active',
        ...this.#times(),
      })
      .execute();
    return { ...user, login: uniqueId, token: await this.token(user.id) };
  }

  async token(userId: number, values: Some<T.AccessTokensTable> = {}): Promise<string> {
    const token = randomToken(64);
    await this.#db
      .insertInto('access_tokens')
      .values({
        user_id: userId,
        token_hmac: tokenHmac({ secret: SECRET }, token),
        token_hint: token.slice(0, 5),
        purpose: 'test',
        ...this.#times(),
        ...values,
      })
      .execute();
    return token;
  }

  /** The key of an application that is on in the institution, with its secret. */
  async developerKey(
    values: Some<T.DeveloperKeysTable> = {},
  ): Promise<Row<T.DeveloperKeysTable> & { secret: string }> {
    const secret = randomToken(64);
    const key = await this.#db
      .insertInto('developer_keys')
      .values({
        account_id: 1,
        name: `App ${++this.#count}`,
        secret_hmac: keyedHash({ secret: SECRET }, 'developer key', secret),
        secret_hint: secret.slice(0, 5),
        redirect_uris: ['https://app.example/callback'],
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.#db
      .insertInto('developer_key_account_bindings')
      .values({ account_id: 1, developer_key_id: key.id, workflow_state: 'on', ...this.#times() })
      .execute();
    return { ...key, secret };
  }

  /** An active enrollment in the course's default section; the role is the built-in one of the type. */
  async enroll(
    userId: number,
    courseId: number,
    type: AnyEnrollmentType = 'StudentEnrollment',
    values: Some<T.EnrollmentsTable> = {},
  ): Promise<Row<T.EnrollmentsTable>> {
    const section = await this.#db
      .selectFrom('course_sections')
      .select('id')
      .where('course_id', '=', courseId)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const role = await this.#db
      .selectFrom('roles')
      .select('id')
      .where('name', '=', type === 'StudentViewEnrollment' ? 'StudentEnrollment' : type)
      .where('workflow_state', '=', 'built_in')
      .executeTakeFirstOrThrow();
    return await this.#db
      .insertInto('enrollments')
      .values({
        user_id: userId,
        course_id: courseId,
        course_section_id: section.id,
        root_account_id: 1,
        type,
        role_id: role.id,
        workflow_state: 'active',
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** A person enrolled in a course. */
  async member(
    courseId: number,
    type: AnyEnrollmentType = 'StudentEnrollment',
    values: Some<T.UsersTable> = {},
  ) {
    const person = await this.person(values);
    await this.enroll(person.id, courseId, type);
    return person;
  }

  /** A person with an account role (AccountAdmin unless `roleId` says otherwise). */
  async accountAdmin(accountId = 1, roleId?: number): Promise<Person> {
    const person = await this.person();
    const role = roleId ?? (await this.roleId('AccountAdmin'));
    await this.#db
      .insertInto('account_users')
      .values({ account_id: accountId, user_id: person.id, role_id: role, ...this.#times() })
      .execute();
    return person;
  }

  /** A custom role of the account it names, of the root account otherwise, that allows what is listed. */
  async role(
    values: Some<T.RolesTable> = {},
    allowed: readonly Permission[] = [],
  ): Promise<Row<T.RolesTable>> {
    const role = await this.#db
      .insertInto('roles')
      .values({
        root_account_id: 1,
        account_id: 1,
        name: `Role ${++this.#count}`,
        base_role_type: 'AccountMembership',
        workflow_state: 'active',
        ...this.#times(),
        ...values,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    for (const permission of allowed) {
      await this.#db
        .insertInto('role_overrides')
        .values({
          account_id: role.account_id ?? role.root_account_id,
          role_id: role.id,
          permission,
          enabled: true,
          ...this.#times(),
        })
        .execute();
    }
    return role;
  }

  async roleId(name: string): Promise<number> {
    const { id } = await this.#db
      .selectFrom('roles')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return id;
  }
}
