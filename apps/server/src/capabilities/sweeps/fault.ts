import { PathError } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** What can be wrong with a server that one looks at. */
export type FaultCode =
  | 'SERVER_UNREACHABLE'
  | 'SERVER_SILENT'
  | 'SERVER_NOT_MYSQL'
  | 'SERVER_LOGIN_REFUSED'
  | 'SERVER_TOO_MANY_CONNECTIONS'
  | 'SERVER_HANGS'
  | 'SERVER_ANSWER_TOO_LARGE'
  | 'SERVER_ANSWER_SENSELESS'
  | 'SERVER_DENIES'
  | 'SERVER_CUTS_CONNECTION'
  | 'SERVER_WITHOUT_WAY';

export interface Fault {
  readonly code: FaultCode;
  /** In the words of the server or the network: bounded and made harmless where it is stored. */
  readonly reason: string;
}

/** Where a look was when it failed. */
export type LookPhase = 'login' | 'look';

const networkCodes = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNRESET',
  'EPIPE',
]);

/** Which fault an error of a look is. Pure. */
export function faultOf(error: unknown, phase: LookPhase): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof ProblemError) return { code: 'SERVER_WITHOUT_WAY', reason: error.code };
  if (!(error instanceof PathError)) return { code: 'SERVER_ANSWER_SENSELESS', reason };
  return { code: phase === 'login' ? loginFault(error) : lookFault(error), reason };
}

function loginFault({ code, detail, message }: PathError): FaultCode {
  if (detail.errno === 1040 || /too many connections/i.test(message)) return 'SERVER_TOO_MANY_CONNECTIONS';
  if (code === 'LOGIN_REFUSED') return 'SERVER_LOGIN_REFUSED';
  if (code === 'TIMED_OUT' || code === 'ABORTED') return 'SERVER_SILENT';
  if (code === 'OUTPUT_TOO_LARGE') return 'SERVER_ANSWER_TOO_LARGE';
  if (code !== 'HOP_UNREACHABLE') return lookFault({ code } as PathError);
  const { code: networkCode } = detail;
  if (typeof networkCode === 'string' && networkCodes.has(networkCode)) return 'SERVER_UNREACHABLE';
  // Of the way there, a login to its host: nobody heard the server yet.
  if (typeof detail.again === 'boolean') return 'SERVER_UNREACHABLE';
  if (networkCode === 'NOT_MYSQL') return 'SERVER_NOT_MYSQL';
  if (networkCode === 'ETIMEDOUT') return 'SERVER_SILENT';
  if (networkCode === 'PROTOCOL_CONNECTION_LOST') return 'SERVER_CUTS_CONNECTION';
  // A MySQL that says no has an error number; what is left did not speak its language.
  return detail.errno === undefined ? 'SERVER_NOT_MYSQL' : 'SERVER_LOGIN_REFUSED';
}

function lookFault({ code }: Pick<PathError, 'code'>): FaultCode {
  switch (code) {
    case 'TIMED_OUT':
    case 'ABORTED':
      return 'SERVER_HANGS';
    case 'OUTPUT_TOO_LARGE':
      return 'SERVER_ANSWER_TOO_LARGE';
    case 'SQL_FAILED':
      return 'SERVER_DENIES';
    case 'CONNECTION_LOST':
      return 'SERVER_CUTS_CONNECTION';
    case 'LOGIN_REFUSED':
      return 'SERVER_LOGIN_REFUSED';
    default:
      return 'SERVER_UNREACHABLE';
  }
}

/** A second look in vain makes a finding: one may have hit a restart. */
export const failuresForFinding = 2;

/** Longer and longer between looks in vain, a minute at most, and never less than the period. */
export const backOffMilliseconds = (failures: number, periodMilliseconds: number): number =>
  Math.max(periodMilliseconds, Math.min(60_000, periodMilliseconds * 2 ** Math.min(10, failures - 1)));
