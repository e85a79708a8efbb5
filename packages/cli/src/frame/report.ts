import {
  AuthenticationError,
  AuthorizationError,
  CanvasError,
  ForeignLinkError,
  FormError,
  LoopError,
  NetworkError,
  NotFoundError,
  ServerError,
  ThrottledError,
  UnexpectedAnswerError,
  ValidationError,
} from '@easel/client';
import { printable } from '../output/printable.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Failure, WithHints } from './failure.ts';

/** What is told of an error, to people as lines and to programs as one line of JSON. */
export interface Report {
  readonly exitCode: ExitCode;
  readonly kind: string;
  readonly message: string;
  readonly hints: readonly string[];
  readonly status?: number | undefined;
  readonly method?: string;
  readonly url?: string;
  readonly operation?: string | undefined;
  readonly messages?: readonly string[];
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly requestId?: string | undefined;
  readonly errorReportId?: string | undefined;
}

/** The first class that fits counts. */
const EXIT_OF = [
  [AuthenticationError, EXIT.notSignedIn],
  [AuthorizationError, EXIT.notAllowed],
  [NotFoundError, EXIT.notFound],
  [ValidationError, EXIT.refused],
  [ThrottledError, EXIT.throttled],
  [NetworkError, EXIT.unreachable],
  [ServerError, EXIT.serverFault],
  [UnexpectedAnswerError, EXIT.serverFault],
  [LoopError, EXIT.serverFault],
  [ForeignLinkError, EXIT.serverFault],
] as const;

export function reportOf(error: unknown): Report {
  if (error instanceof WithHints) {
    const report = reportOf(error.cause);
    return { ...report, hints: [...new Set([...report.hints, ...error.hints])] };
  }
  if (error instanceof Failure) {
    const { exitCode, name, message, hint } = error;
    return { exitCode, kind: name, message, hints: listOf(hint) };
  }
  if (error instanceof CanvasError) return reportOfCanvas(error);
  // The client's word for parameters that can't be sent.
  const usage = error instanceof TypeError || error instanceof FormError;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return { exitCode: usage ? EXIT.usage : EXIT.failed, kind: name, message, hints: [] };
}

const listOf = (hint: string | undefined) => (hint === undefined ? [] : [hint]);

function reportOfCanvas(error: CanvasError): Report {
  const { status, method, url, operation, messages, hint, requestId, errorReportId, name } = error;
  const what = status === undefined ? 'failed' : `answered ${status}`;
  const said = messages.length === 0 ? '' : `: ${messages.join('; ')}`;
  return {
    exitCode:
      EXIT_OF.find(([type]) => error instanceof type)?.[1] ?? (status === 409 ? EXIT.refused : EXIT.failed),
    kind: name,
    message: `${method} ${url} ${what}${said}`,
    hints: listOf(hint ?? wayOut(error)),
    status,
    method,
    url,
    operation,
    messages,
    ...(error instanceof ValidationError && { fields: error.fields }),
    requestId,
    errorReportId,
  };
}

function wayOut(error: CanvasError): string | undefined {
  if (error instanceof AuthenticationError) return '`easel login URL` stores a token that works';
  if (error instanceof NetworkError) return '`easel doctor` looks for the reason';
  if (error instanceof UnexpectedAnswerError) return 'is that the address of a Canvas? `easel doctor` looks';
  return undefined;
}

export function asText({ message, hints, requestId, errorReportId }: Report): string {
  return [
    `easel: ${printable(message)}`,
    ...hints.map((hint) => `hint: ${printable(hint)}`),
    errorReportId && `report: ${printable(errorReportId)} (Canvas keeps it for its administrators)`,
    requestId && `request: ${printable(requestId)} (by which they find it in their logs)`,
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}

export function asJson({ exitCode, errorReportId, requestId, hints, ...report }: Report): string {
  const hint = hints.length === 0 ? undefined : hints.join(' | ');
  return JSON.stringify({
    error: { ...report, hint, exit_code: exitCode, request_id: requestId, error_report_id: errorReportId },
  });
}
