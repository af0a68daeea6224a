import { PathError, pathErrorWords } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** A way that failed, as the problem people can act on. Anything else stays what it is. */
export function pathProblem(error: unknown, way: { readonly endpoint: string; readonly user?: string }): unknown {
  if (!(error instanceof PathError)) return error;
  const { endpoint, user = '' } = way;
  // A hop before the last one is named as itself: the jump host is what has to be looked at.
  const at = error.hopName && !error.hopName.includes(endpoint) ? `${endpoint} (${error.hopName})` : endpoint;
  const fingerprint = String(error.detail.fingerprint ?? '?');
  switch (error.code) {
    case 'HOST_KEY_UNKNOWN':
      return new ProblemError('HOST_KEY_UNCONFIRMED', { endpoint: at, fingerprint });
    case 'HOST_KEY_CHANGED':
      return new ProblemError('HOST_KEY_CHANGED', { endpoint: at, fingerprint });
    case 'LOGIN_REFUSED':
      return new ProblemError('HOST_LOGIN_REFUSED', { endpoint: at, user });
    case 'ACTION_FAILED':
    case 'ACTION_OUTPUT_INVALID':
    case 'COPY_FAILED':
      return new ProblemError('HOST_ACTION_FAILED', { endpoint: at, reason: pathErrorWords(error) });
    default:
      return new ProblemError('HOST_UNREACHABLE', { endpoint: at, reason: pathErrorWords(error) });
  }
}

/** Runs work over a way; what the way throws becomes a problem. */
export async function overWay<T>(
  way: { readonly endpoint: string; readonly user?: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw pathProblem(error, way);
  }
}
