/**
 * How a discussion goes: few say much and some nothing at all, answers follow answers for a while, most is said in the
 * evenings of the first days and before the end, now and then something is taken back.
 */
import type { Chance } from '../chance.ts';
import type { NewRow } from '../insert-rows.ts';
import { post, reply, teaching } from './words.ts';

export type Entry = NewRow<'discussion_entries'> & {
  id: number;
  user_id: number;
  parent_id: number | null;
  root_entry_id: number | null;
  depth: number;
  created_at: string;
};

export interface Talk {
  topicId: number;
  /** Of the entries, in the order in which they come. */
  idOf(index: number): number;
  entries: number;
  students: readonly number[];
  teachers: readonly number[];
  /** Of the entries, those that are by teachers: 0.03 in a lively one, 0.5 where everything goes by the teacher. */
  taught: number;
  /** Of the entries, those that answer another. */
  answering: number;
  threaded: boolean;
  rated: boolean;
  from: string;
  to: string;
}

const SILENT = 0.22;
const TAKEN_BACK = 0.02;
const EDITED = 0.03;
const MAX_DEPTH = 7;

export function converse(chance: Chance, talk: Talk): Entry[] {
  const speakers = speakersOf(chance, talk.students);
  const times = timesOf(chance, talk);
  const entries: Entry[] = [];
  for (const created_at of times) {
    const byTeacher = entries.length > 0 && talk.teachers.length > 0 && chance.happens(talk.taught);
    const parent = chooseParent(chance, talk, entries, byTeacher);
    const user_id = byTeacher ? chance.pick(talk.teachers) : chance.pick(speakers);
    const gone = chance.happens(TAKEN_BACK);
    const edited = !gone && chance.happens(EDITED);
    const likes = talk.rated && chance.happens(0.3) ? chance.between(1, 6) : null;
    entries.push({
      id: talk.idOf(entries.length),
      discussion_topic_id: talk.topicId,
      parent_id: parent?.id ?? null,
      root_entry_id: parent ? (parent.root_entry_id ?? parent.id) : null,
      depth: (parent?.depth ?? 0) + 1,
      user_id,
      editor_id: gone || edited ? user_id : null,
      message: byTeacher ? teaching(chance) : parent ? reply(chance) : post(chance),
      rating_count: likes,
      rating_sum: likes,
      is_anonymous_author: false,
      workflow_state: gone ? 'deleted' : 'active',
      created_at,
      updated_at: created_at,
      deleted_at: gone ? created_at : null,
    });
  }
  return entries;
}

/** Each as often as he speaks; some don't. */
function speakersOf(chance: Chance, students: readonly number[]): number[] {
  const speaking = chance
    .shuffled(students)
    .slice(0, Math.max(1, Math.round(students.length * (1 - SILENT))));
  return speaking.flatMap((id, rank) => Array<number>(Math.max(1, Math.round(12 / (rank + 1)))).fill(id));
}

/** Two thirds in the first third of the time, and always some at its end; between noon and midnight mostly. */
function timesOf(chance: Chance, { entries, from, to }: Talk): string[] {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const span = end - start;
  const at = Array.from({ length: entries }, () => {
    const part = chance.happens(0.66)
      ? chance.between(0, 333)
      : chance.happens(0.3)
        ? chance.between(900, 999)
        : chance.between(333, 999);
    const day = Math.floor((start + (span * part) / 1000) / 86_400_000) * 86_400_000;
    const hour = chance.happens(0.8) ? chance.between(16, 27) : chance.between(11, 16);
    return Math.min(end, Math.max(start, day + hour * 3_600_000 + chance.between(0, 3599) * 1000));
  });
  return at.sort((a, b) => a - b).map((time) => `${new Date(time).toISOString().slice(0, 19)}Z`);
}

/** Answers go to what was said lately; a teacher answers students. */
function chooseParent(
  chance: Chance,
  talk: Talk,
  entries: readonly Entry[],
  byTeacher: boolean,
): Entry | undefined {
  if (entries.length === 0 || !(byTeacher || chance.happens(talk.answering))) return undefined;
  const recent = entries.slice(-25).filter(({ depth }) => depth < MAX_DEPTH);
  const open = byTeacher ? recent.filter(({ user_id }) => !talk.teachers.includes(user_id)) : recent;
  const parent = chance.pick(open.length > 0 ? open : recent);
  if (!parent || talk.threaded) return parent;
  return parent.root_entry_id === null ? parent : entries.find(({ id }) => id === parent.root_entry_id);
}
