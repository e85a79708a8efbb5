import { type Canvas, CanvasError } from '@easel/client';
import type { JsonObject } from '@easel/contract';
import { cellText } from '../output/column.ts';

export type Kind = 'course' | 'user' | 'account' | 'section' | 'term' | 'group';

interface KindFacts {
  /** Which prefixes can only be this, or this among others (conventions 3). */
  readonly prefixes: readonly string[];
  /** Fields of the answer that name the object, and what stands before their values in an id. */
  readonly names: Readonly<Record<string, string>>;
  /** Fields that name what it belongs to. */
  readonly parents: readonly string[];
  /** Below the address of Canvas. */
  readonly page?: string;
  readonly asset?: string;
  show(canvas: Canvas, id: string): Promise<JsonObject>;
}

const SHARED = { integration_id: 'sis_integration_id:', uuid: 'uuid:', lti_context_id: 'lti_context_id:' };

export const kinds: Readonly<Record<Kind, KindFacts>> = {
  course: {
    prefixes: ['sis_course_id', 'sis_integration_id', 'lti_context_id', 'uuid'],
    names: { sis_course_id: 'sis_course_id:', ...SHARED },
    parents: ['account_id', 'enrollment_term_id', 'root_account_id', 'blueprint_course_id'],
    page: 'courses',
    asset: 'course',
    // Undocumented, but the only place where Canvas tells it.
    show: (canvas, id) => show(canvas, ['courses', id], { include: ['lti_context_id'] }),
  },
  user: {
    prefixes: [
      'sis_user_id',
      'sis_login_id',
      'lti_user_id',
      'lti_1_1_id',
      'lti_1_3_id',
      'sis_integration_id',
      'lti_context_id',
      'uuid',
    ],
    names: { sis_user_id: 'sis_user_id:', login_id: 'sis_login_id:', lti_user_id: 'lti_user_id:', ...SHARED },
    parents: [],
    page: 'users',
    asset: 'user',
    async show(canvas, id) {
      const user = await show(canvas, ['users', id], { include: ['uuid'] });
      // The profile alone has the LTI id, and only one's own; without it there is still the rest.
      const profile = await show(canvas, ['users', cellText(user['id']), 'profile']).catch(nothingIfRefused);
      return { ...profile, ...user };
    },
  },
  account: {
    prefixes: ['sis_account_id', 'sis_integration_id', 'lti_context_id', 'uuid'],
    names: { sis_account_id: 'sis_account_id:', ...SHARED },
    parents: ['parent_account_id', 'root_account_id'],
    page: 'accounts',
    asset: 'account',
    show: (canvas, id) => show(canvas, ['accounts', id]),
  },
  section: {
    prefixes: ['sis_section_id', 'sis_integration_id'],
    names: { sis_section_id: 'sis_section_id:', ...SHARED },
    parents: ['course_id', 'sis_course_id', 'nonxlist_course_id'],
    asset: 'course_section',
    show: (canvas, id) => show(canvas, ['sections', id]),
  },
  term: {
    prefixes: ['sis_term_id', 'sis_integration_id'],
    names: { sis_term_id: 'sis_term_id:', ...SHARED },
    parents: [],
    show: (canvas, id) => show(canvas, ['accounts', 'self', 'terms', id]),
  },
  group: {
    prefixes: ['sis_group_id', 'lti_context_id'],
    names: { sis_group_id: 'sis_group_id:', ...SHARED },
    parents: ['course_id', 'account_id', 'group_category_id'],
    page: 'groups',
    asset: 'group',
    show: (canvas, id) => show(canvas, ['groups', id]),
  },
};

export const kindNames = Object.keys(kinds) as Kind[];

/** What an id may name, by its prefix. */
export function kindsOf(id: string): Kind[] {
  const prefix = /^(?:hex:)?(\w+):./.exec(id)?.[1] ?? '';
  return kindNames.filter((kind) => kinds[kind].prefixes.includes(prefix));
}

/** Everything by which an object may be called, each with what it is. */
export function namesOf(kind: Kind, object: JsonObject): [what: string, name: string][] {
  const { names, parents, asset } = kinds[kind];
  const id = cellText(object['id']);
  const given = (key: string) => object[key] !== undefined && object[key] !== null && object[key] !== '';
  return [
    ['name', cellText(object['name'])],
    ['id', id],
    ...Object.keys(names)
      .filter(given)
      .map((key): [string, string] => [key, `${names[key]}${cellText(object[key])}`]),
    ...(asset === undefined ? [] : [['asset_string', `${asset}_${id}`] as [string, string]]),
    ...parents.filter(given).map((key): [string, string] => [key, cellText(object[key])]),
  ];
}

async function show(
  canvas: Canvas,
  path: readonly string[],
  params: { include?: string[] } = {},
): Promise<JsonObject> {
  const url = path
    .map((segment) => encodeURIComponent(segment).replaceAll('.', '%2E').replaceAll('%3A', ':'))
    .join('/');
  return (await canvas.raw<JsonObject>('GET', url, { params })).body;
}

function nothingIfRefused(error: unknown): JsonObject {
  if (error instanceof CanvasError) return {};
  throw error;
}
