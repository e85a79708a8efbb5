/** The 1,500 people of Easel University: who they are, how they sign in, where mail reaches them. */
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import type { Identities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { departments } from './accounts.ts';
import { after, days, FOUNDED, madeAt, TODAY } from './calendar.ts';
import { NameGiver, type PersonName } from './names.ts';

type Kind = 'staff' | 'teacher' | 'ta' | 'designer' | 'student' | 'observer';

export interface Person {
  id: number;
  kind: Kind;
  name: PersonName;
  state: NonNullable<NewRow<'users'>['workflow_state']>;
  created_at: string;
  /** Whose department it is that a teacher or a TA teaches in: its place among `departments`. */
  department: number;
}

/** How many there are of each, in the order of their ids; students are the rest of 1,500. */
const COUNTS = { staff: 12, teacher: departments.length * 5, ta: departments.length * 2, designer: 12 };
const OBSERVERS = 60;
/** With the administrator, who is user 1. */
const EVERYBODY = 1500;

export interface Population {
  /** By id, from user 2 on. */
  everybody: readonly Person[];
  of(kind: Kind): Person[];
  /** Every observer with the students he watches, who are of his family. */
  families: readonly { observer: Person; watches: readonly Person[] }[];
}

export function makePopulation(): Population {
  const chance = new Chance('population');
  const names = new NameGiver();
  const everybody: Person[] = [];
  const admit = (kind: Kind, index: number, name: PersonName, created_at: string): Person => {
    const person = {
      id: everybody.length + 2,
      kind,
      name,
      state: stateOf(kind, index),
      created_at,
      department: index % departments.length,
    };
    everybody.push(person);
    return person;
  };
  const within = (since: string, span: number) =>
    after(since, chance.between(0, span) * days(1) + chance.between(0, 40_000));

  for (const [kind, count] of Object.entries(COUNTS)) {
    for (let index = 0; index < count; index++) admit(kind as Kind, index, names.next(), within(FOUNDED, 60));
  }
  const students: Person[] = [];
  while (everybody.length < EVERYBODY - 1 - OBSERVERS) {
    // A third were there from the beginning.
    const span = chance.happens(0.35) ? 90 : 730;
    students.push(admit('student', students.length, names.next(), within(FOUNDED, span)));
  }
  const families = Array.from({ length: OBSERVERS }, (_, index) => {
    // Every sixth shares the student with the one before, and every tenth watches two.
    const first = (index % 6 === 5 ? index - 1 : index) * 9;
    const watches = students.slice(first, first + (index % 10 === 0 ? 2 : 1));
    const [child] = watches as [Person, ...Person[]];
    const name = names.relativeOf(child.name);
    return { observer: admit('observer', index, name, within(child.created_at, 30)), watches };
  });
  return { everybody, of: (wanted) => everybody.filter(({ kind }) => kind === wanted), families };
}

/** A few students have left, were only announced, or never answered their invitation. */
function stateOf(kind: Kind, index: number): Person['state'] {
  if (kind !== 'student') return 'registered';
  if (index % 150 === 149) return 'deleted';
  if (index % 100 === 60) return 'pre_registered';
  return index % 300 === 220 ? 'creation_pending' : 'registered';
}

export async function insertPopulation(
  db: Db,
  { everybody, families }: Population,
  identities: Identities,
): Promise<void> {
  const chance = new Chance('people');
  await insertRows(
    db,
    'users',
    everybody.map((person) => user(person, identities, chance)),
  );
  await insertRows(
    db,
    'pseudonyms',
    everybody.flatMap((person) => logins(person, chance)),
  );
  await insertRows(db, 'communication_channels', everybody.flatMap(addresses));
  await insertRows(db, 'user_observation_links', families.flatMap(links));
}

const PRONOUNS = ['She/Her', 'He/Him', 'They/Them'];
const TITLES = ['Professor', 'Associate Professor', 'Assistant Professor', 'Lecturer', 'Adjunct Lecturer'];
const LOCALES = ['es', 'fr', 'de', 'pt-BR', 'ja'];
const ZONES = ['America/Chicago', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Tokyo'];

function user(
  { id, kind, name, state, created_at, department }: Person,
  identities: Identities,
  chance: Chance,
): NewRow<'users'> {
  const sortable = `${name.family}, ${name.given}`;
  return {
    id,
    uuid: identities.uuid('user', id),
    lti_context_id: identities.guid('user', id),
    lti_id: identities.guid('lti user', id),
    name: name.full,
    sortable_name: sortable,
    sortable_name_key: sortKey(sortable),
    short_name: chance.happens(0.05) ? name.given : name.full,
    workflow_state: state,
    time_zone: chance.happens(0.04) ? chance.pick(ZONES) : null,
    locale: chance.happens(0.04) ? chance.pick(LOCALES) : null,
    title: kind === 'teacher' ? `${chance.pick(TITLES)} of ${departments[department]?.name}` : null,
    pronouns: chance.happens(0.15) ? chance.pick(PRONOUNS) : null,
    terms_accepted_at: state === 'registered' ? after(created_at, days(1)) : null,
    deleted_at: state === 'deleted' ? after(TODAY, days(-30)) : null,
    ...madeAt(created_at),
  };
}

/** Observers come from outside, so the SIS doesn't know them. */
const SIS_LETTER: Readonly<Record<Kind, string | null>> = {
  staff: 'A',
  teacher: 'F',
  ta: 'S',
  designer: 'A',
  student: 'S',
  observer: null,
};

function logins({ id, kind, name, state, created_at }: Person, chance: Chance): NewRow<'pseudonyms'>[] {
  const letter = SIS_LETTER[kind];
  const seen = state === 'registered' && chance.happens(0.93);
  const lastLogin = seen ? after(TODAY, -chance.between(600, days(21))) : null;
  const login = {
    user_id: id,
    account_id: 1,
    unique_id: name.login,
    unique_id_key: name.login,
    sis_user_id: letter && `${letter}${100_000 + id}`,
    integration_id: letter === 'F' ? `hr-${4000 + id}` : null,
    workflow_state: loginState(id, state),
    position: 1,
    last_login_at: lastLogin,
    last_request_at: lastLogin && after(lastLogin, chance.between(60, 3000)),
    deleted_at: state === 'deleted' ? after(TODAY, days(-30)) : null,
    ...madeAt(created_at),
  };
  // Designers also have a login for the course catalogue, without a SIS id.
  const second = {
    ...login,
    unique_id: `${name.login}@catalog.easel.example`,
    unique_id_key: `${name.login}@catalog.easel.example`,
    sis_user_id: null,
    position: 2,
    last_login_at: null,
    last_request_at: null,
  };
  return kind === 'designer' ? [login, second] : [login];
}

function loginState(id: number, state: Person['state']): NewRow<'pseudonyms'>['workflow_state'] {
  if (state === 'deleted') return 'deleted';
  return id % 400 === 399 ? 'suspended' : 'active';
}

const DOMAIN: Readonly<Record<Kind, string>> = {
  staff: 'easel.example',
  teacher: 'easel.example',
  ta: 'students.easel.example',
  designer: 'easel.example',
  student: 'students.easel.example',
  observer: 'mail.example',
};

const ADDRESS_STATE = {
  registered: 'active',
  pre_registered: 'unconfirmed',
  pending_approval: 'unconfirmed',
  creation_pending: 'unconfirmed',
  deleted: 'retired',
} as const;

function addresses({ id, kind, name, state, created_at }: Person): NewRow<'communication_channels'>[] {
  const address = {
    user_id: id,
    type: 'email' as const,
    address: `${name.login}@${DOMAIN[kind]}`,
    workflow_state: ADDRESS_STATE[state],
    position: 1,
    ...madeAt(created_at),
  };
  const own = { ...address, address: `${name.login}@mail.example`, position: 2 };
  return kind !== 'observer' && id % 9 === 0 ? [address, own] : [address];
}

function links({ observer, watches }: Population['families'][number]): NewRow<'user_observation_links'>[] {
  return watches.map((student) => ({
    user_id: student.id,
    observer_id: observer.id,
    root_account_id: 1,
    ...madeAt(observer.created_at),
  }));
}
