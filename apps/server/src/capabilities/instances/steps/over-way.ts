import { PathError } from '@myriad/paths';
import { StepFailure } from '@myriad/runbook';

/** Trying again cannot help these: somebody has to act first. */
const final: ReadonlySet<string> = new Set([
  'HOST_KEY_UNKNOWN',
  'HOST_KEY_CHANGED',
  'LOGIN_REFUSED',
  'NOT_POSSIBLE_HERE',
  // Of our own host actions: what lies there is not ours, or cannot work.
  'NOT_OURS',
  'SEAT_NOT_EMPTY',
  'DATA_NOT_OURS',
  'ROLE_PERSISTED',
  'PACKAGE_DOES_NOT_RUN',
  'PACKAGE_SHAPE',
  'SETSID_MISSING',
]);

export function failureOf(name: string, code: string, message: string): StepFailure {
  return new StepFailure({
    code,
    words: { en: `${name}: ${message}`, zh: `${name}：${message}` },
    next: final.has(code)
      ? {
          en: 'Look at the host and correct the cause; then retry or undo.',
          zh: '请查看主机并消除原因，然后重试或撤销。',
        }
      : {
          en: 'Look at the message, test the paths of the host, then retry.',
          zh: '请查看上述信息，测试主机路径后重试。',
        },
    retryable: !final.has(code),
  });
}

/** Runs the part of a step that goes over a way; what the way or a host action throws becomes the step's own error. */
export async function overWay<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const own =
      error.code === 'ACTION_FAILED' && typeof error.detail.code === 'string' ? error.detail.code : error.code;
    throw failureOf(name, own, error.message);
  }
}
