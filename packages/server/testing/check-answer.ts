import { Compile, type Validator } from 'typebox/compile';
import type { Operation } from '../src/http/operation.ts';

const validators = new WeakMap<Operation, Validator>();

/** Holds an answer against its operation's `returns`: a wrong type or a key that isn't listed throws. */
export function checkAnswer(operation: Operation, body: unknown): void {
  let validator = validators.get(operation);
  if (!validator) {
    validator = Compile(operation.returns);
    validators.set(operation, validator);
  }
  const json: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  if (validator.Check(json)) return;
  const errors = [...validator.Errors(json)].slice(0, 3).map(({ instancePath, message, params }) => {
    return `${instancePath || '(whole)'} ${message} ${JSON.stringify(params)}`;
  });
  throw new Error(`${operation.id} answered what it doesn't declare: ${errors.join('; ')}`);
}
