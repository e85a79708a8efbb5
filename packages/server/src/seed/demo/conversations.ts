/**
 * What is in the demo's inboxes: the administrator's and those of five courses, where students ask, teachers answer
 * and write to several, some of it read and some not.
 */
import type { Db } from '../../db/database.ts';
import { type ConversationPlace, privateHash } from '../../domain/conversation-hash.ts';
import { Chance } from '../chance.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, earlier, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';

/** Fall 2026's BIOL 210. */
const EXAMPLE = 168;
const COURSES = 5;
const ADMINISTRATOR = 1;

/** Subject, then what is said in turns; the one who asks begins. */
const TALKS: readonly (readonly [subject: string, ...turns: string[]])[] = [
  [
    'Missed the lab',
    'I was ill on Tuesday and missed the lab. Can I come to another session?',
    'Get well first. There is room in Thursday’s, please come at 2.',
    'Thank you, I’ll be there.',
  ],
  [
    'Question about the reading',
    'Is the appendix of chapter 3 part of the exam?',
    'No, but the last exercise of it helps with the assignment.',
  ],
  ['Extension?', 'I have three deadlines this week. Could I hand in the essay on Monday?'],
  [
    'My grade',
    'I don’t understand what I lost the two points for.',
    'The second figure has no units. Look at my comment beside it.',
    'I had missed that. It is clear now, thanks.',
    'Good. Come by if anything else is.',
  ],
  [
    'Letter of recommendation',
    'Would you write one for me? The deadline is in October.',
    'Gladly. Send me the form.',
  ],
];

const TO_SEVERAL: readonly (readonly [subject: string, ...turns: string[]])[] = [
  [
    'Your project group',
    'You four are one group from now on. Please agree on a time to meet.',
    'Wednesday after class?',
    'Works for me.',
  ],
  ['Peer reviews', 'Yours are still missing. You have until Friday.'],
];

const TO_ADMINISTRATOR = [
  'A second section?',
  'BIOL 210 is full and twenty are waiting. Can we open a second section?',
  'The lab is free on Friday mornings. I have asked the registrar.',
  'That would be perfect, thank you.',
] as const;

interface Cast {
  readonly teacher: number;
  readonly students: readonly number[];
}

export async function insertConversations(db: Db, courses: readonly DemoCourse[]): Promise<void> {
  const inbox = new Inbox();
  const example = courses.find(({ id }) => id === EXAMPLE);
  const taught = courses.filter(({ term, state }) => term === example?.term && state === 'available');
  const inOrder = [...taught]
    .sort((a, b) => Number(b.id === EXAMPLE) - Number(a.id === EXAMPLE))
    .slice(0, COURSES);
  const casts = await castsOf(
    db,
    inOrder.map(({ id }) => id),
  );
  for (const { id } of inOrder) {
    const cast = casts.get(id);
    if (cast) inbox.ofCourse(id, cast);
  }
  await insertRows(db, 'conversations', inbox.conversations);
  await insertRows(db, 'conversation_messages', inbox.messages);
  await insertRows(db, 'conversation_participants', inbox.participants);
  await insertRows(db, 'conversation_message_participants', inbox.given);
}

async function castsOf(db: Db, courseIds: readonly number[]): Promise<Map<number, Cast>> {
  const rows = await db
    .selectFrom('enrollments')
    .select(['course_id', 'user_id', 'type'])
    .where('course_id', 'in', courseIds)
    .where('type', 'in', ['TeacherEnrollment', 'StudentEnrollment'])
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const casts = new Map<number, Cast>();
  for (const [id, enrolled] of Map.groupBy(rows, ({ course_id }) => course_id)) {
    const of = (wanted: string) => [
      ...new Set(enrolled.filter(({ type }) => type === wanted).map(({ user_id }) => user_id)),
    ];
    const [teacher] = of('TeacherEnrollment');
    if (teacher) casts.set(id, { teacher, students: of('StudentEnrollment') });
  }
  return casts;
}

class Inbox {
  readonly conversations: NewRow<'conversations'>[] = [];
  readonly messages: (NewRow<'conversation_messages'> & { id: number })[] = [];
  readonly participants: NewRow<'conversation_participants'>[] = [];
  readonly given: NewRow<'conversation_message_participants'>[] = [];
  readonly #chance = new Chance('conversations');

  /** The example's are the first of all, the administrator's at their head. */
  ofCourse(courseId: number, { teacher, students }: Cast): void {
    const place = { context_type: 'Course', context_id: courseId } as const;
    if (courseId === EXAMPLE) {
      const [subject, ...turns] = TO_ADMINISTRATOR;
      this.#add([teacher, ADMINISTRATOR], subject, turns, undefined);
    }
    const asking = this.#chance.some(students, TALKS.length);
    for (const [at, [subject, ...turns]] of TALKS.entries()) {
      const student = asking[at];
      if (student !== undefined) this.#add([student, teacher], subject, turns, place);
    }
    for (const [subject, ...turns] of TO_SEVERAL) {
      this.#add([teacher, ...this.#chance.some(students, 4)], subject, turns, place, true);
    }
  }

  #add(
    people: readonly number[],
    subject: string,
    turns: readonly string[],
    place: ConversationPlace | undefined,
    isForGroup = false,
  ): void {
    const id = this.conversations.length + 1;
    const begun = after(TODAY, -days(1) * this.#chance.between(2, 18) - this.#chance.between(0, 40_000));
    const said = this.#say(id, people, turns, begun);
    const last = said.at(-1)?.created_at ?? begun;
    const tags = place ? [`course_${place.context_id}`] : [];
    this.conversations.push({
      id,
      subject,
      context_type: place?.context_type ?? null,
      context_id: place?.context_id ?? null,
      private_hash: isForGroup ? null : privateHash(people, place),
      tags,
      has_attachments: false,
      has_media_objects: false,
      created_at: begun,
      updated_at: last,
    });
    for (const user_id of people) this.participants.push(this.#viewOf(id, user_id, said, tags));
    for (const message of said) {
      for (const user_id of people) {
        this.given.push({
          conversation_message_id: message.id,
          user_id,
          tags: isForGroup ? [] : tags,
          workflow_state: 'active',
        });
      }
    }
  }

  /** In turns, some hours apart, and never after today. */
  #say(conversation_id: number, people: readonly number[], turns: readonly string[], begun: string) {
    let time = begun;
    return turns.map((body, turn) => {
      const message = {
        id: this.messages.length + 1,
        conversation_id,
        author_id: people[turn % people.length] as number,
        body,
        generated: false,
        added_user_ids: [],
        attachment_ids: [],
        forwarded_message_ids: [],
        has_attachments: false,
        has_media_objects: false,
        created_at: time,
      };
      this.messages.push(message);
      time = earlier(TODAY, after(time, this.#chance.between(900, 30_000)));
      return message;
    });
  }

  #viewOf(
    conversation_id: number,
    user_id: number,
    said: readonly { author_id: number; created_at: string }[],
    tags: readonly string[],
  ): NewRow<'conversation_participants'> {
    const received = said.findLast(({ author_id }) => author_id !== user_id);
    const authored = said.findLast(({ author_id }) => author_id === user_id)?.created_at ?? null;
    const isUnread = received !== undefined && said.at(-1) === received && this.#chance.happens(0.4);
    return {
      conversation_id,
      user_id,
      workflow_state: isUnread ? 'unread' : 'read',
      subscribed: true,
      starred: this.#chance.happens(0.1),
      last_message_at: received?.created_at ?? null,
      last_authored_at: authored,
      visible_last_authored_at: authored,
      message_count: said.length,
      has_attachments: false,
      has_media_objects: false,
      tags: [...tags],
    };
  }
}
