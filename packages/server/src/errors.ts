/**
 * Everything that can go wrong, one class a wire shape (conventions 1.2 and 5). Thrown anywhere, answered in
 * one place (http/pipeline.ts). Where Canvas's wording differs from one action to the next, it is a Refusal.
 */

/** An answer that is not the result. `body` is sent as JSON, or as it is when it is a string. */
export class CanvasError extends Error {
  override readonly name: string = 'CanvasError';
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const message = (text: string, more: object = {}) => ({ errors: [{ message: text, ...more }] });

const CHALLENGE = { 'www-authenticate': 'Bearer realm="canvas-lms"' };

/** The id names nothing that the action can see. */
export class NotFound extends CanvasError {
  override readonly name = 'NotFound';
  constructor() {
    super(404, message('The specified resource does not exist.'));
  }
}

/** For look-ups whose failure is no error: `find(…).catch(onlyNotFound)` gives undefined. */
export function onlyNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}

/** The path names no operation at all. */
export class NoSuchRoute extends CanvasError {
  override readonly name = 'NoSuchRoute';
  constructor() {
    super(404, message('An error occurred.', { error_code: 'not_found' }));
  }
}

/** Canvas documents the operation and Easel doesn't have it. */
export class NotImplemented extends CanvasError {
  override readonly name = 'NotImplemented';
  constructor(operation: string) {
    super(
      501,
      message(`Easel does not implement ${operation}.`, { error_code: 'not_implemented', operation }),
    );
  }
}

/** No credential where one is needed. */
export class Unauthenticated extends CanvasError {
  override readonly name = 'Unauthenticated';
  constructor() {
    super(401, { status: 'unauthenticated', ...message('user authorization required') }, CHALLENGE);
  }
}

/** A token that is unknown, revoked, expired, or whose user can't sign in. */
export class InvalidAccessToken extends CanvasError {
  override readonly name = 'InvalidAccessToken';
  constructor(text = 'Invalid access token.', more: object = {}) {
    super(401, message(text, more), CHALLENGE);
  }
}

/** The token isn't for this operation, or not for this course. */
export class InsufficientScopes extends CanvasError {
  override readonly name = 'InsufficientScopes';
  constructor() {
    super(401, message('Insufficient scopes on access token.'));
  }
}

/** A writing request of a browser's session that no page of this site sent. */
export class InvalidAuthenticityToken extends CanvasError {
  override readonly name = 'InvalidAuthenticityToken';
  constructor() {
    super(422, message('An error occurred.', { error_code: 'unprocessable_content' }));
  }
}

/** A known user without the right. The status is the site's choice (401 or 403): http/pipeline.ts sets it. */
export class Unauthorized extends CanvasError {
  override readonly name = 'Unauthorized';
  constructor() {
    super(401, { status: 'unauthorized', ...message('user not authorized to perform that action') });
  }
}

export class InvalidMasquerade extends CanvasError {
  override readonly name = 'InvalidMasquerade';
  constructor(text = 'Invalid as_user_id', more: object = {}) {
    super(401, { errors: text, ...more });
  }
}

/** A required top-level parameter is absent. */
export class MissingParameter extends CanvasError {
  override readonly name = 'MissingParameter';
  constructor(name: string) {
    super(400, message(`${name} is missing`));
  }
}

export class SearchTermTooShort extends CanvasError {
  override readonly name = 'SearchTermTooShort';
  constructor() {
    super(400, {
      errors: [{ field: 'search_term', code: 'invalid', message: '2 or more characters is required' }],
    });
  }
}

export interface FieldError {
  attribute: string;
  type: string;
  message: string;
}

/** `{field: [[type, message?], …]}`; a free-text error stands in both places on the wire. */
export type FieldErrors = Record<string, readonly (string | readonly [type: string, message: string])[]>;

/** The map form of validation errors, also where it stands inside another body (user create). */
export function errorMap(errors: FieldErrors): Record<string, FieldError[]> {
  return Object.fromEntries(
    Object.entries(errors).map(([attribute, list]) => [
      attribute,
      list.map((error) => {
        const [type, text] = typeof error === 'string' ? [error, error] : error;
        return { attribute, type, message: text };
      }),
    ]),
  );
}

/** A record that fails its validations: `{"errors": {"<field>": [{attribute, type, message}]}}`. */
export class InvalidRecord extends CanvasError {
  override readonly name = 'InvalidRecord';
  constructor(errors: FieldErrors, status = 400) {
    super(status, { errors: errorMap(errors) });
  }
}

/** Whatever one action says in its own words: `new Refusal(400, { message: 'invalid event' })`. */
export class Refusal extends CanvasError {
  override readonly name = 'Refusal';
}
