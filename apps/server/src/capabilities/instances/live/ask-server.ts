import type { Words } from '@myriad/contract';
import type { Version } from '@myriad/mysql';
import type { MysqlSession } from '@myriad/paths';
import type { LivePorts } from './ports.ts';
import { silenceWords } from './refusal-words.ts';

type Answer<T> =
  | { readonly reachable: true; readonly value: T }
  | { readonly reachable: false; readonly because: Words };

/** What is asked of one server takes no longer than this, whatever hangs. */
const limitMilliseconds = 15_000;

/** Asks a server over its kept connection; one that is dead, silent or refuses is an answer too. Never throws. */
export async function askServer<T>(
  { sessions }: Pick<LivePorts, 'sessions'>,
  instanceId: string,
  ask: (session: MysqlSession, version: Version, signal: AbortSignal) => Promise<T>,
): Promise<Answer<T>> {
  const signal = AbortSignal.timeout(limitMilliseconds);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    const work = sessions.use(instanceId, (session, version) => ask(session, version, signal));
    return { reachable: true, value: await Promise.race([work, late]) };
  } catch (error) {
    if (signal.aborted)
      return { reachable: false, because: { en: 'It does not answer in time.', zh: '未在时限内应答。' } };
    return { reachable: false, because: silenceWords(error) };
  }
}
