import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, make } = world;

const HEADER =
  'vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,workflow_state,parent_guids,mastery_points,ratings';

/** Sends a table as a body of its own, runs the job, and gives how it ended. */
async function imported(context: string, ...lines: string[]) {
  const answer = await send(context, lines.join('\n'));
  expect(answer.status).toBe(200);
  await world.runJobs();
  return (await admin.get(`${context}/outcome_imports/${answer.body.id}`)).body;
}

const send = (context: string, payload: string | Buffer, contentType = 'text/csv', query = '') =>
  admin.send('POST', `${context}/outcome_imports${query}`, {
    payload,
    headers: { 'content-type': contentType },
  });

const newAccount = async () => `accounts/${(await make.account()).id}`;

async function tree(context: string): Promise<Record<string, unknown>[]> {
  const links = await admin.all(`${context}/outcome_group_links`, { outcome_style: 'full' });
  return (links as { outcome_group: { title: string }; outcome: Record<string, unknown> }[]).map(
    ({ outcome_group, outcome }) => ({ in: outcome_group.title, ...outcome }),
  );
}

describe('POST /api/v1/accounts/{account_id}/outcome_imports', () => {
  it('imports the sample of the documentation', async () => {
    const context = await newAccount();
    const answer = await send(
      context,
      [
        'vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,workflow_state,parent_guids,ratings,,,,,,,',
        'a,group,Parent group,parent group description,G-1,,,active,,,,,,,,,',
        'b,group,Child group,child group description,G-1.1,,,active,a,,,,,,,,',
        'c,outcome,Learning Standard,outcome description,LS-100,decaying_average,40,active,a b,3,Excellent,2,Better,1,Good,,',
      ].join('\n'),
    );
    expect(answer.body).toMatchObject({
      progress: 0,
      workflow_state: 'created',
      ended_at: null,
      data: { import_type: 'instructure_csv' },
      processing_errors: [],
      user: { id: 1 },
    });
    expect(Object.keys(answer.body)).toEqual([
      'id',
      'created_at',
      'ended_at',
      'updated_at',
      'progress',
      'workflow_state',
      'data',
      'processing_errors',
      'user',
    ]);
    await world.runJobs();
    expect((await admin.get(`${context}/outcome_imports/latest`)).body).toMatchObject({
      id: answer.body.id,
      workflow_state: 'succeeded',
      progress: 100,
      processing_errors: [],
      ended_at: expect.any(String),
    });
    const found = await tree(context);
    expect(found.map((each) => each['in'])).toEqual(['Parent group', 'Child group']);
    expect(found[0]).toMatchObject({
      title: 'Learning Standard',
      description: 'outcome description',
      display_name: 'LS-100',
      vendor_guid: 'c',
      calculation_method: 'decaying_average',
      calculation_int: 40,
      mastery_points: 3,
      points_possible: 3,
      ratings: [
        { description: 'Excellent', points: 3 },
        { description: 'Better', points: 2 },
        { description: 'Good', points: 1 },
      ],
    });
    const { body: ids } = await admin.get(`${context}/outcome_imports/latest/created_group_ids`);
    const groups = (await admin.get(`${context}/outcome_groups`)).ids;
    expect(ids).toEqual(
      groups
        .slice(0, 3)
        .filter((id) => ids.includes(String(id)))
        .map(String),
    );
    expect(ids).toHaveLength(2);
  });

  it('takes the file as a part of a form', async () => {
    const context = await newAccount();
    const form = [
      '--x',
      'Content-Disposition: form-data; name="import_type"',
      '',
      'instructure_csv',
      '--x',
      'Content-Disposition: form-data; name="attachment"; filename="o.csv"',
      'Content-Type: text/csv',
      '',
      'vendor_guid;object_type;title\no1;outcome;Semicolons\n',
      '--x--',
      '',
    ].join('\r\n');
    expect((await send(context, form, 'multipart/form-data; boundary=x')).status).toBe(200);
    await world.runJobs();
    expect(await tree(context)).toMatchObject([
      { title: 'Semicolons', calculation_method: 'decaying_average', calculation_int: 65, mastery_points: 3 },
    ]);
  });

  it('changes what it finds by guid, moves it and deletes it', async () => {
    const context = await newAccount();
    await imported(context, HEADER, 'g,group,G', 'o,outcome,One,d,,highest,,,g,2,4,A,2,B');
    expect(await tree(context)).toMatchObject([
      { in: 'G', title: 'One', calculation_method: 'highest', mastery_points: 2, points_possible: 4 },
    ]);
    const [before] = await tree(context);
    await imported(context, HEADER, 'o,outcome,Uno,,,n_mastery,3,,,1');
    expect(await tree(context)).toMatchObject([
      {
        id: before?.['id'],
        title: 'Uno',
        description: '',
        calculation_method: 'n_mastery',
        calculation_int: 3,
        mastery_points: 1,
        points_possible: 4,
      },
    ]);
    await imported(context, HEADER, 'o,outcome,Uno,,,,,deleted', 'g,group,G,,,,,deleted');
    expect(await tree(context)).toEqual([]);
    expect((await admin.get(`outcomes/${before?.['id']}`)).status).toBe(404);
    const { body } = await admin.get(`${context}/outcome_groups`);
    expect(body).toHaveLength(1);
  });

  it('finds by the numbers that Canvas exports', async () => {
    const account = await make.account();
    const of = { context_type: 'Account', context_id: account.id } as const;
    const group = await make.outcomeGroup({ ...of, title: 'Old' });
    const outcome = await make.outcome({ ...of, title: 'Old' }, group);
    const { processing_errors } = await imported(
      `accounts/${account.id}`,
      HEADER,
      `canvas_outcome_group:${group.id},group,New`,
      `canvas_outcome:${outcome.id},outcome,New,,,highest,,,canvas_outcome_group:${group.id}`,
      'canvas_outcome:999999,outcome,Nobody',
    );
    expect(processing_errors).toEqual([[4, 'Outcome with canvas id "999999" not found']]);
    expect(await tree(`accounts/${account.id}`)).toMatchObject([{ id: outcome.id, in: 'New', title: 'New' }]);
  });

  it('reaches courses below with course_id', async () => {
    const account = await make.account();
    const course = await make.course({ account_id: account.id });
    const other = await make.course();
    const { processing_errors } = await imported(
      `accounts/${account.id}`,
      'vendor_guid,object_type,title,course_id,parent_guids',
      `g,group,In course,${course.id},`,
      'shared,outcome,Shared,,g',
      `x,group,Elsewhere,${other.id},`,
      'y,group,Nowhere,999999,',
      `z,outcome,Wrong,${course.id},g`,
    );
    expect(processing_errors).toEqual([
      [4, `Target course ${other.id} is not a child of current account (${account.name})`],
      [5, 'Course with canvas id 999999 not found'],
      [6, 'Invalid fields for an outcome: ["course_id"]'],
    ]);
    expect(await tree(`courses/${course.id}`)).toMatchObject([
      { in: 'In course', title: 'Shared', context_type: 'Account', context_id: account.id },
    ]);
  });

  it.each([
    ['', 'File has no data'],
    ['vendor_guid,object_type,title', 'File has no outcomes data'],
    ['title,"x', 'Invalid CSV File'],
    ['title,parent_guids', 'Missing required fields: ["vendor_guid", "object_type"]'],
    ['vendor_guid,object_type,title,colour', 'Invalid fields: ["colour"]'],
    ['vendor_guid,object_type,title,ratings,points', 'Invalid fields after ratings: ["points"]'],
  ])('fails as a whole with %j', async (file, message) => {
    const context = await newAccount();
    expect(await imported(context, file)).toMatchObject({
      workflow_state: 'failed',
      processing_errors: [[1, message]],
    });
    expect((await admin.get(`${context}/outcome_imports/latest/created_group_ids`)).body).toEqual({
      message: 'Import has failed',
    });
  });

  it('leaves out rows that are wrong, and says why', async () => {
    const context = await newAccount();
    const report = await imported(
      context,
      HEADER,
      ',outcome,No guid',
      'a,outcome,',
      'b c,outcome,Blank in guid',
      'd,thing,Thing',
      'e,outcome,State,,,,,gone',
      'f,outcome,Parent,,,,,,nobody',
      'g,group,G,,,highest,5',
      'g,group,G',
      'g,group,Again',
      'h,outcome,Twice,,,,,,g',
      'h,outcome,Twice',
      'i,outcome,Method,,,guess',
      'j,outcome,Int,,,n_mastery,11',
      'k,outcome,Points,,,,,,,x',
      'l,outcome,Tier,,,,,,,,1,A,2,B',
      'm,outcome,Tier,,,,,,,,,A',
      'n,outcome,Tier,,,,,,,,many,A',
      `long,outcome,${'x'.repeat(256)}`,
      '',
      'p,outcome,Right,,,,,,g,,"1,000",A',
    );
    expect(report.workflow_state).toBe('succeeded');
    expect(report.processing_errors).toEqual([
      [2, 'The "vendor_guid" field is required'],
      [3, 'The "title" field is required'],
      [4, 'The "vendor_guid" field must have no spaces'],
      [5, 'Invalid object_type: "thing"'],
      [6, '"workflow_state" must be either "active" or "deleted"'],
      [7, 'Parent references not found prior to this row: ["nobody"]'],
      [8, 'Invalid fields for a group: ["calculation_method", "calculation_int"]'],
      [10, 'Group "g" has already appeared in this import'],
      [12, 'Outcome "h" has already appeared in this import'],
      [
        13,
        'Calculation method calculation_method must be one of the following: ["decaying_average", "weighted_average", "standard_decaying_average", "n_mastery", "highest", "latest", "average"]',
      ],
      [
        14,
        "Calculation int '11' is not a valid value for this calculation method. The value must be between '1' and '10'",
      ],
      [15, 'Invalid value for mastery points: "x"'],
      [16, 'Points for tier 2 must be less than points for prior tier (2.0 is greater than 1.0)'],
      [17, 'Points for rating tier 1 not present'],
      [18, 'Invalid value for rating tier 1 threshold: "many"'],
      [19, 'Short description is too long (maximum is 255 characters)'],
    ]);
    expect((await tree(context)).map(({ title, points_possible }) => [title, points_possible])).toEqual([
      ['Twice', 5],
      ['Right', 1000],
    ]);
  });

  it('shows bytes that are no text', async () => {
    const context = await newAccount();
    const answer = await send(
      context,
      Buffer.concat([
        Buffer.from('vendor_guid,object_type,title\na,outcome,evil '),
        Buffer.from([0xff]),
        Buffer.from(' utf-8'),
      ]),
    );
    await world.runJobs();
    expect((await admin.get(`${context}/outcome_imports/${answer.body.id}`)).body.processing_errors).toEqual([
      [2, 'Not a valid utf-8 string: "evil \\xFF utf-8"'],
    ]);
  });

  it('gives 25 errors at most', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `a${index},thing,T`);
    const report = await imported(await newAccount(), HEADER, ...lines);
    expect(report.processing_errors).toHaveLength(25);
    expect(report.progress).toBe(100);
  });

  it('refuses other formats and encodings, and hints where no file came', async () => {
    const context = await newAccount();
    expect(await send(context, 'x', 'text/csv; charset=ISO-8859-1')).toMatchObject({
      status: 400,
      body: { error: 'Invalid content type, UTF-8 required' },
    });
    expect(await send(context, 'x', 'text/csv', '?import_type=xml')).toMatchObject({
      status: 400,
      body: { error: 'invalid import type parameter' },
    });
    expect((await admin.post(`${context}/outcome_imports`)).headers['x-easel-hint']).toContain(
      'No file came',
    );
  });
});

describe('POST /api/v1/courses/{course_id}/outcome_imports', () => {
  it('links what accounts above have, as it is', async () => {
    const college = await make.account({ name: 'College' });
    const course = await make.course({ account_id: college.id });
    const context = `courses/${course.id}`;
    const of = { context_type: 'Account', context_id: college.id } as const;
    const outcome = await make.outcome({ ...of, title: 'Theirs', vendor_guid: 'theirs' });
    expect((await imported(context, HEADER, 'theirs,outcome,Theirs,,,highest')).processing_errors).toEqual(
      [],
    );
    expect(await tree(context)).toMatchObject([{ id: outcome.id, context_type: 'Account' }]);
    // Where the account has it stays as it is.
    expect(await tree(`accounts/${college.id}`)).toHaveLength(1);
    expect((await imported(context, HEADER, 'theirs,outcome,Ours')).processing_errors).toEqual([
      [
        2,
        'Cannot modify outcome from another context: ["short_description", "calculation_method", "calculation_int"]; outcome must be modified in "College"',
      ],
    ]);
    const elsewhere = await make.course({ name: 'Elsewhere' });
    await make.outcome({ context_type: 'Course', context_id: elsewhere.id, vendor_guid: 'far' });
    expect((await imported(context, HEADER, 'far,outcome,Far')).processing_errors).toEqual([
      [2, 'Outcome with ID far already exists in another unrelated course or account (Elsewhere)'],
    ]);
    expect((await imported(context, HEADER, 'g,group,G')).workflow_state).toBe('succeeded');
    const [report] = [
      await imported(context, 'vendor_guid,object_type,title,course_id', `g2,group,G,${elsewhere.id}`),
    ];
    expect(report.processing_errors).toEqual([[2, 'Cannot import to other courses']]);
  });

  it('imports under a group, and refuses circles', async () => {
    const course = await make.course();
    const group = await make.outcomeGroup({ context_type: 'Course', context_id: course.id, title: 'Under' });
    const context = `courses/${course.id}`;
    await send(
      context,
      'vendor_guid,object_type,title\nunder,outcome,O',
      'text/csv',
      `?learning_outcome_group_id=${group.id}`,
    );
    await world.runJobs();
    expect(await tree(context)).toMatchObject([{ in: 'Under', title: 'O' }]);
    await imported(context, HEADER, 'p,group,P', 'q,group,Q,,,,,,p');
    const { processing_errors } = await imported(
      context,
      HEADER,
      'q,group,Q',
      'p,group,P,,,,,,q',
      'q,group,Q,,,,,,p',
    );
    expect(processing_errors).toEqual([[4, 'Group "q" has already appeared in this import']]);
    const again = await imported(
      context,
      HEADER,
      `canvas_outcome_group:${group.learning_outcome_group_id},group,R`,
    );
    expect(again.processing_errors).toEqual([
      [
        2,
        `Cyclic reference detected when importing: canvas_outcome_group:${group.learning_outcome_group_id}`,
      ],
    ]);
  });
});

describe('GET /api/v1/accounts/{account_id}/outcome_imports/{id}', () => {
  it('finds imports of its own context only', async () => {
    const [context, other] = [await newAccount(), await newAccount()];
    const { id } = await imported(context, HEADER, 'g,group,G');
    expect(await admin.get(`${context}/outcome_imports/latest`)).toMatchObject({ status: 200, body: { id } });
    expect(await admin.get(`${other}/outcome_imports/latest`)).toMatchObject({
      status: 404,
      body: { message: 'ActiveRecord::RecordNotFound' },
    });
    expect(await admin.get(`${other}/outcome_imports/${id}`)).toMatchObject({
      status: 404,
      body: { message: `Couldn't find OutcomeImport with 'id'=${id}` },
    });
  });
});

describe('GET /api/v1/accounts/{account_id}/outcome_imports/{id}/created_group_ids', () => {
  it('waits for the import', async () => {
    const context = await newAccount();
    const { body } = await send(context, 'vendor_guid,object_type,title\ng,group,G');
    const path = `${context}/outcome_imports/${body.id}/created_group_ids`;
    expect(await admin.get(path)).toMatchObject({
      status: 404,
      body: { message: 'Import is still being processed' },
    });
    await world.runJobs();
    expect((await admin.get(path)).body).toEqual([expect.stringMatching(/^\d+$/)]);
  });
});
