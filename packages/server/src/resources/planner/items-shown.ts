/** Planner items as Canvas sends them, in a number of queries that doesn't grow with them. */
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import {
  type Calendar,
  type CalendarName,
  calendarCode,
  calendarsOf,
} from '../../domain/calendar-contexts.ts';
import { courseImages } from '../../domain/course-images.ts';
import { countEntries } from '../../domain/discussion-reading.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import { isLate, isMissing } from '../../domain/grading/tardiness.ts';
import { readStates } from '../../domain/submission-read-states.ts';
import { hasSubmission, isGraded, needsGrading, type SubmissionRow } from '../../domain/submission-state.ts';
import type { Context } from '../../http/context.ts';
import {
  Anything,
  Either,
  Flag,
  Id,
  inOrderOf,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import type { Found } from './items-found.ts';
import { type OverrideRow, serializeOverrides } from './overrides.ts';
import { PlannerOverride } from './schema.ts';

/** In the order in which Canvas sends it. */
export const PlannerItem = Shape({
  context_type: Text,
  course_id: Optional(Id),
  group_id: Optional(Id),
  user_id: Optional(Id),
  account_id: Optional(Id),
  plannable_id: Id,
  planner_override: Nullable(PlannerOverride),
  plannable_type: Text,
  new_activity: Flag,
  submissions: Either(Flag, Anything),
  plannable_date: Timestamp,
  plannable: Anything,
  html_url: Optional(Text),
  context_name: Text,
  context_image: Optional(Nullable(Text)),
});
export type PlannerItem = Static<typeof PlannerItem>;

export const keyOf = ({ type, row }: Found): string => `${type} ${row.id}`;

const assignmentOf = (found: Found): AssignmentRow | undefined => {
  if (found.type === 'assignment') return found.row;
  return found.type === 'discussion_topic' ? found.assignment : undefined;
};

/** @param reader whose planner it is */
export async function showItems(
  ctx: Context,
  reader: Context,
  items: readonly Found[],
): Promise<PlannerItem[]> {
  const topics = items.flatMap((item) =>
    item.type === 'discussion_topic' || item.type === 'announcement' ? [item.row] : [],
  );
  const [overrides, statusOf, readingOf, placeOf] = await Promise.all([
    overridesFor(reader, items),
    submissionStatuses(
      reader,
      items.flatMap((item) => assignmentOf(item) ?? []),
    ),
    topicStatuses(reader, topics),
    placesOf(ctx, items),
  ]);
  return items.map((found) => {
    const assignment = assignmentOf(found);
    const status = assignment && statusOf(assignment);
    const { context, name, image } = placeOf(found);
    const reading = topics.some((topic) => topic === found.row) ? readingOf(found.row.id) : undefined;
    return inOrderOf(PlannerItem, {
      ...context,
      plannable_id: found.row.id,
      planner_override: overrides.get(keyOf(found)) ?? null,
      plannable_type: found.type,
      new_activity: status?.unread === true || (reading !== undefined && isNews(reading)),
      submissions: status ? status.shown : false,
      plannable_date: found.date,
      plannable: plannable(found, reading),
      ...urlOf(found, status?.submission),
      context_name: name,
      ...image,
    });
  });
}

interface Reading {
  unread_count: number;
  read_state: string;
}

const isNews = ({ read_state, unread_count }: Reading) => read_state === 'unread' || unread_count > 0;

async function topicStatuses(reader: Context, topics: readonly TopicRow[]): Promise<(id: number) => Reading> {
  const ids = topics.map(({ id }) => id);
  const [countsOf, participants] = await Promise.all([
    countEntries(reader, ids),
    reader.db
      .selectFrom('discussion_topic_participants')
      .select(['discussion_topic_id', 'workflow_state'])
      .where('user_id', '=', reader.user?.id ?? 0)
      .where('discussion_topic_id', '=', anyOf(ids))
      .execute(),
  ]);
  const states = new Map(participants.map((row) => [row.discussion_topic_id, row.workflow_state]));
  return (id) => ({ unread_count: countsOf(id).unread, read_state: states.get(id) ?? 'unread' });
}

async function overridesFor(reader: Context, items: readonly Found[]): Promise<Map<string, PlannerOverride>> {
  const rows: OverrideRow[] = await reader.db
    .selectFrom('planner_overrides')
    .selectAll()
    .where('user_id', '=', reader.user?.id ?? 0)
    .where('plannable_id', '=', anyOf(items.map(({ row }) => row.id)))
    .where('workflow_state', '=', 'active')
    .execute();
  const shown = await serializeOverrides(reader, rows);
  return new Map(shown.map((each) => [`${each.plannable_type} ${each.plannable_id}`, each]));
}

async function submissionStatuses(reader: Context, assignments: readonly AssignmentRow[]) {
  if (assignments.length === 0) return () => undefined;
  const rows = await reader.db
    .selectFrom('submissions')
    .selectAll()
    .where('user_id', '=', reader.user?.id ?? 0)
    .where('assignment_id', '=', anyOf(assignments.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const [feedback, readStateOf] = await Promise.all([lastComments(reader, rows), readStates(reader, rows)]);
  const byAssignment = new Map(rows.map((row) => [row.assignment_id, row]));
  return (assignment: AssignmentRow) => {
    const submission = byAssignment.get(assignment.id);
    if (!submission) return undefined;
    const said = feedback.get(submission.id);
    return {
      submission,
      unread: readStateOf(submission) === 'unread',
      shown: {
        submitted: hasSubmission(submission),
        excused: submission.excused,
        graded: submission.posted_at !== null && isGraded(submission),
        posted_at: submission.posted_at,
        late: isLate(submission, reader.now),
        missing: isMissing(submission, assignment.submission_types, reader.now),
        needs_grading: needsGrading(submission),
        has_feedback: said !== undefined,
        redo_request: submission.redo_request,
        ...(said && { feedback: said }),
      },
    };
  };
}

/** What somebody else said last of each, where the student may see it. */
async function lastComments(reader: Context, submissions: readonly SubmissionRow[]) {
  const rows = await reader.db
    .selectFrom('submission_comments')
    .innerJoin('users', 'users.id', 'submission_comments.author_id')
    .select([
      'submission_comments.submission_id',
      'submission_comments.comment',
      'submission_comments.media_comment_id',
      'users.name',
      'users.avatar_url',
    ])
    .where('submission_comments.submission_id', '=', anyOf(submissions.map(({ id }) => id)))
    .where('submission_comments.author_id', '<>', reader.user?.id ?? 0)
    .where('submission_comments.draft', '=', false)
    .where('submission_comments.hidden', '=', false)
    .orderBy('submission_comments.created_at')
    .orderBy('submission_comments.id')
    .execute();
  return new Map(
    rows.map(({ submission_id, comment, media_comment_id, name, avatar_url }) => [
      submission_id,
      { comment, is_media: media_comment_id !== null, author_name: name, author_avatar_url: avatar_url },
    ]),
  );
}

/** The calendar under which an item stands. */
function calendarNameOf(found: Found): CalendarName {
  if (found.type === 'calendar_event') {
    const [, id] = /^course_(\d+)$/.exec(found.row.effective_context_codes[0] ?? '') ?? [];
    return id ? { context_type: 'Course', context_id: Number(id) } : found.row;
  }
  if (found.type === 'assignment') return { context_type: 'Course', context_id: found.row.course_id };
  if (found.type === 'assessment_request') {
    return { context_type: 'Course', context_id: found.assignment.course_id };
  }
  if (found.type !== 'planner_note') return found.row;
  const { course_id, user_id } = found.row;
  return course_id === null
    ? { context_type: 'User', context_id: user_id }
    : { context_type: 'Course', context_id: course_id };
}

async function placesOf(ctx: Context, items: readonly Found[]) {
  const calendars = await calendarsOf(ctx, items.map(calendarNameOf));
  const courses = [...calendars.values()].flatMap((each) => (each.type === 'Course' ? each.course : []));
  const [imageOf, nicknames] = await Promise.all([
    courseImages(ctx, courses),
    ctx.db
      .selectFrom('course_nicknames')
      .select(['course_id', 'nickname'])
      .where('user_id', '=', ctx.user?.id ?? 0)
      .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
      .execute(),
  ]);
  const nicknameOf = new Map(nicknames.map(({ course_id, nickname }) => [course_id, nickname]));
  return (found: Found) => {
    const calendar = calendars.get(calendarCode(calendarNameOf(found))) as Calendar;
    const context = { context_type: calendar.type, [`${calendar.type.toLowerCase()}_id`]: calendar.id };
    switch (calendar.type) {
      case 'Course': {
        const { course } = calendar;
        return {
          context,
          name: nicknameOf.get(course.id) ?? course.name,
          image: { context_image: imageOf(course, 'image') },
        };
      }
      case 'Group':
        return { context, name: calendar.group.name };
      case 'User':
        return { context, name: calendar.user.name };
      case 'Account':
        return { context, name: calendar.account.name };
      default:
        return { context, name: '' };
    }
  };
}

function plannable(found: Found, reading: Reading | undefined): object {
  const { id, created_at, updated_at } = found.row;
  const times = { created_at, updated_at };
  switch (found.type) {
    case 'assignment': {
      const { name, points_possible } = found.row;
      return { id, title: name, ...times, points_possible, due_at: found.date };
    }
    case 'discussion_topic':
    case 'announcement': {
      const { title, todo_date, assignment_id } = found.row;
      const assignment = found.type === 'discussion_topic' ? found.assignment : undefined;
      return {
        id,
        title,
        ...(found.type === 'discussion_topic' && { todo_date }),
        ...reading,
        ...times,
        ...(assignment && { assignment_id, points_possible: assignment.points_possible, due_at: found.date }),
      };
    }
    case 'wiki_page':
      return { id, title: found.row.title, todo_date: found.row.todo_date, url: found.row.url, ...times };
    case 'planner_note': {
      const { title, course_id, todo_date, details, user_id } = found.row;
      return { id, title, course_id, todo_date, details, ...times, user_id };
    }
    case 'calendar_event': {
      const { title, location_name, all_day, location_address, description, start_at, end_at } = found.row;
      return { id, title, location_name, ...times, all_day, location_address, description, start_at, end_at };
    }
    case 'assessment_request':
      return {
        id,
        title: found.assignment.name,
        todo_date: found.date,
        ...times,
        workflow_state: found.row.workflow_state,
      };
  }
}

/** A path; of work that is handed in or graded the page where it is seen. A note has none. */
function urlOf(found: Found, submission: SubmissionRow | undefined): { html_url?: string } {
  const isSeen = submission && (hasSubmission(submission) || (submission.posted_at && isGraded(submission)));
  switch (found.type) {
    case 'assignment': {
      const path = `/courses/${found.row.course_id}/assignments/${found.row.id}`;
      return { html_url: isSeen ? `${path}/submissions/${submission.user_id}` : path };
    }
    case 'discussion_topic':
    case 'announcement':
      if (isSeen) {
        const path = `/courses/${submission.course_id}/assignments/${submission.assignment_id}`;
        return { html_url: `${path}/submissions/${submission.user_id}` };
      }
      return { html_url: `${placePath(found.row)}/discussion_topics/${found.row.id}` };
    case 'wiki_page':
      return { html_url: `${placePath(found.row)}/pages/${found.row.url}` };
    case 'calendar_event': {
      const code = found.row.effective_context_codes[0] ?? calendarCode(found.row);
      return { html_url: `/calendar?event_id=${found.row.id}&include_contexts=${code}` };
    }
    case 'assessment_request': {
      const { course_id, id } = found.assignment;
      return { html_url: `/courses/${course_id}/assignments/${id}/submissions/${found.row.user_id}` };
    }
    case 'planner_note':
      return {};
  }
}

const placePath = ({ context_type, context_id }: TopicRow | { context_type: string; context_id: number }) =>
  `/${context_type.toLowerCase()}s/${context_id}`;
