import { PathError, pathErrorWords } from '@myriad/paths';
import { StepFailure } from '@myriad/runbook';

/** Trying again cannot help these: somebody has to act. */
const final: ReadonlySet<string> = new Set([
  'HOST_KEY_UNKNOWN',
  'HOST_KEY_CHANGED',
  'LOGIN_REFUSED',
  'NOT_POSSIBLE_HERE',
]);

/** Runs the part of a step that goes over a way; what the way throws becomes the step's own error, named by host. */
export async function stepOverWay<T>(host: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const why = pathErrorWords(error);
    throw new StepFailure({
      code: error.code,
      words: {
        en: `${host}: ${why.en} (at ${error.hopName})`,
        zh: `${host}：${why.zh}，位于 ${error.hopName}`,
      },
      next: { en: 'Test the paths of this host, then retry.', zh: '请测试该主机的路径，然后重试。' },
      retryable: !final.has(error.code),
    });
  }
}
