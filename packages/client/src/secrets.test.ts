import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas } from './canvas.ts';

const TOKEN = '7~aVerySecretTokenThatNobodyMaySee';

/** As deep as a careless logger might look. */
const everything = (value: unknown) =>
  [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    String(value),
    JSON.stringify(value),
    value instanceof Error ? value.stack : '',
  ].join('\n');

it('shows the token in no error, hook, cursor or printed object', async () => {
  const printed: string[] = [];
  const { baseUrl } = await fakeCanvas(({ method, headers, url }, response) => {
    if (url.includes('broken')) return void response.destroy();
    if (url.includes('fine'))
      return answerJson(response, [{}], { headers: { link: '<?page=2>; rel="next"' } });
    // The most careless server: it sends back all that it got.
    const status = Number(/\d{3}/.exec(url)?.[0] ?? 500);
    answerJson(
      response,
      { errors: { [method]: [{ message: JSON.stringify(headers) }] }, echo: url },
      {
        status,
        headers: { 'x-easel-hint': 'a hint' },
      },
    );
  });
  const canvas = new Canvas({
    baseUrl,
    token: TOKEN,
    clock: new FakeClock(),
    onRequest: (request) => void printed.push(everything(request)),
    onResponse: (response) => void printed.push(everything(response)),
  });
  printed.push(everything(canvas), everything(canvas.as(1)), everything({ canvas }));

  for (const path of [
    '400',
    '401',
    '403',
    '404',
    '422',
    '429',
    '500',
    'broken',
    `400?access_token=${TOKEN}`,
  ]) {
    for (const method of ['GET', 'POST']) {
      const error = await canvas
        .raw(method, path, { params: { access_token: TOKEN } })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      printed.push(everything(error));
    }
  }
  const list = canvas.rawList('fine');
  const loop = await list.toArray().catch((thrown: unknown) => thrown);
  printed.push(everything(loop), everything(list), String(list.cursor));
  printed.push(everything(await canvas.raw('GET', 'fine')));
  const foreign = await canvas
    .raw('GET', `https://x.example/?token=${TOKEN}`)
    .catch((thrown: unknown) => thrown);
  printed.push(everything(foreign));
  try {
    new Canvas({ baseUrl, token: `${TOKEN}\n${TOKEN}` });
  } catch (error) {
    printed.push(everything(error));
  }
  expect(printed.length).toBeGreaterThan(50);
  expect(printed.filter((text) => text.includes(TOKEN))).toEqual([]);
});
