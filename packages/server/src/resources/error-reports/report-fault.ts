import type { Fault } from '../../http/pipeline.ts';
import type { Site } from '../../http/site.ts';

/** Stores a server fault for an administrator to read back. Undefined where storing it failed too. */
export async function reportFault(site: Site, fault: Fault): Promise<number | undefined> {
  const { error } = fault;
  try {
    const { id } = await site.database.kysely
      .insertInto('error_reports')
      .values({
        message: error instanceof Error ? error.message : String(error),
        backtrace: (error instanceof Error && error.stack) || '',
        method: fault.method,
        path: fault.path,
        operation: fault.operation,
        request_context_id: fault.requestContextId,
        user_id: fault.userId,
        created_at: site.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  } catch (failure) {
    site.log.error({ err: failure }, 'could not store an error report');
    return undefined;
  }
}
