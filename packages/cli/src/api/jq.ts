import type { JsonValue } from '@easel/contract';
import { Failure } from '../frame/failure.ts';

export type Filter = (value: JsonValue) => string;

/** A filter of jq's; its texts come without quotes. @throws Failure with jq's own words when it is none */
export async function jqFilter(filter: string): Promise<Filter> {
  const { default: loaded } = await import('jq-web');
  const jq = await loaded;
  return (value) => {
    try {
      return jq.raw(JSON.stringify(value), filter, ['-r', '-c']) ?? '';
    } catch (error) {
      const { stderr } = error as { stderr?: string };
      const said = (stderr ?? String(error)).trim().split('\n')[0] ?? '';
      throw new Failure(
        said.replace(/^jq: error( \(at [^)]*\))?/, 'jq').replace(/ \(Unix shell quoting issues\?\)/, ''),
      );
    }
  };
}
