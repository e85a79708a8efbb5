import type { JsonValue } from '@easel/contract';
import { describe, expect, it } from 'vitest';
import { AuthenticationError } from './authentication-error.ts';
import { AuthorizationError } from './authorization-error.ts';
import { CanvasError } from './canvas-error.ts';
import { errorMessages } from './messages.ts';
import { NotFoundError } from './not-found-error.ts';
import { errorOf } from './of-answer.ts';
import { ServerError } from './server-error.ts';
import { ThrottledError } from './throttled-error.ts';
import { ValidationError } from './validation-error.ts';

const of = (status: number, body: JsonValue, headers: Record<string, string> = {}, throttled = false) =>
  errorOf(
    { method: 'GET', url: 'https://c.example/api/v1/courses/9', operation: 'GET /api/v1/courses/{id}' },
    { status, headers: new Headers(headers), body, throttled, retryAfterMs: 3000 },
  );

describe('errorMessages', () => {
  it.each<[string, JsonValue, string[]]>([
    ['a list of messages', { errors: [{ message: 'No.' }] }, ['No.']],
    [
      'a map of fields',
      {
        errors: {
          url: [{ attribute: 'url', type: 'blank', message: 'is blank' }],
          base: [{ message: 'Whole.' }],
        },
      },
      ['url: is blank', 'Whole.'],
    ],
    [
      'a map for each object',
      {
        errors: {
          user: {},
          pseudonym: { unique_id: [{ attribute: 'unique_id', type: 'taken', message: 'taken' }] },
        },
      },
      ['pseudonym[unique_id]: taken'],
    ],
    [
      'a field and a code',
      { errors: [{ field: 'search_term', code: 'invalid', message: '2 or more characters is required' }] },
      ['search_term: 2 or more characters is required'],
    ],
    ['no field', { errors: [{ field: null, message: 'Invalid.', error_code: 'x' }] }, ['Invalid.']],
    [
      'the generic text with its code',
      {
        errors: [{ message: 'An error occurred.', error_code: 'internal_server_error' }],
        error_report_id: 46141,
      },
      ['An error occurred. (internal_server_error)'],
    ],
    ['one text', { errors: 'Invalid as_user_id' }, ['Invalid as_user_id']],
    [
      'a text a field',
      { errors: { unparsable_content: 'The text should be HTML.' } },
      ['unparsable_content: The text should be HTML.'],
    ],
    ['a message', { message: 'file size exceeds quota' }, ['file size exceeds quota']],
    [
      'a message with a state',
      { status: 'unauthorized', message: 'Confirm your email.' },
      ['Confirm your email.'],
    ],
    ['an error', { error: 'invalid_grant', error_description: 'Gone.' }, ['invalid_grant', 'Gone.']],
    [
      'a bare list',
      [{ attribute: 'reservation', type: 'full', message: 'is full' }],
      ['reservation: is full'],
    ],
    ['a map of parameters alone', { start_date: ['Invalid date'] }, ['start_date: Invalid date']],
    ['text', '403 Forbidden (Rate Limit Exceeded)\n', ['403 Forbidden (Rate Limit Exceeded)']],
    ['a web page', '<!DOCTYPE html><html><title>502 Bad Gateway</title>…', ['502 Bad Gateway']],
    ['a page without a title', '<html><body>x', []],
    ['null', null, []],
  ])('reads %s', (_, body, lines) => {
    expect(errorMessages(body).lines).toEqual(lines);
  });

  it('reads the five errors of the founding thread', () => {
    const either = 'Either the url or domain should be set.';
    const entry = (attribute: string, text: string) => [{ attribute, type: text, message: text }];
    const { fields, lines } = errorMessages({
      errors: {
        name: entry('name', 'blank'),
        consumer_key: entry('consumer_key', 'blank'),
        shared_secret: entry('shared_secret', 'blank'),
        url: entry('url', either),
        domain: entry('domain', either),
      },
    });
    expect(lines).toHaveLength(5);
    expect(fields).toEqual({
      name: ['blank'],
      consumer_key: ['blank'],
      shared_secret: ['blank'],
      url: [either],
      domain: [either],
    });
  });
});

describe('errorOf', () => {
  const unauthorized = {
    status: 'unauthorized',
    errors: [{ message: 'user not authorized to perform that action' }],
  };

  it.each<[number, JsonValue, new (...args: never[]) => CanvasError]>([
    [
      401,
      { status: 'unauthenticated', errors: [{ message: 'user authorization required' }] },
      AuthenticationError,
    ],
    [401, { errors: [{ message: 'Invalid access token.' }] }, AuthenticationError],
    [401, unauthorized, AuthorizationError],
    [401, { errors: [{ message: 'Insufficient scopes on access token.' }] }, AuthorizationError],
    [401, { errors: 'Invalid as_user_id' }, AuthorizationError],
    [403, unauthorized, AuthorizationError],
    [404, {}, NotFoundError],
    [400, {}, ValidationError],
    [422, {}, ValidationError],
    [409, {}, CanvasError],
    [502, '', ServerError],
  ])('%i %j', (status, body, expected) => {
    const error = of(status, body);
    expect(error.constructor).toBe(expected);
    expect(error.name).toBe(expected.name);
  });

  it('says what happened in one line', () => {
    const error = of(
      404,
      { errors: [{ message: 'The specified resource does not exist.' }], error_report_id: 46141 },
      { 'x-request-context-id': 'r-1', 'x-easel-hint': 'send sis_course_id:9' },
    );
    expect(error.message).toBe(
      '404 of GET https://c.example/api/v1/courses/9: The specified resource does not exist. (hint: send sis_course_id:9)',
    );
    expect(error).toMatchObject({
      status: 404,
      operation: 'GET /api/v1/courses/{id}',
      requestId: 'r-1',
      errorReportId: '46141',
      hint: 'send sis_course_id:9',
      messages: ['The specified resource does not exist.'],
    });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'NotFoundError',
      message: error.message,
    });
  });

  it('knows how long to wait', () => {
    expect(of(403, 'Rate Limit Exceeded', {}, true)).toMatchObject({
      name: 'ThrottledError',
      retryAfterMs: 3000,
    });
    expect(of(403, '', {}, true)).toBeInstanceOf(ThrottledError);
  });
});
