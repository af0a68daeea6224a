import type { Words } from '@myriad/contract';
import { belongsToServer, type SessionSeen } from '@myriad/mysql';
import { harmlessText } from '../findings/index.ts';
import { ownUsers } from './accounts.ts';
import type { KillInput } from './kill-form.ts';

/** Server times come whole and by two clocks. */
const toleranceSeconds = 5;

const near = (a: number, b: number) => Math.abs(a - b) <= toleranceSeconds;

/** Who may not be ended by ticket: undefined: everybody else. Pure. */
export function whyNotKill(
  seen: Pick<SessionSeen, 'id' | 'user' | 'command'>,
  own: readonly string[],
): Words | undefined {
  if (belongsToServer(seen))
    return {
      en: `Session ${seen.id} belongs to the server or to replication (${seen.user}, ${seen.command}).`,
      zh: `会话 ${seen.id} 属于服务器自身或复制（${seen.user}，${seen.command}）。`,
    };
  if (own.includes(seen.user) || ownUsers.includes(seen.user))
    return {
      en: `Session ${seen.id} is the platform’s own (${seen.user}).`,
      zh: `会话 ${seen.id} 属于平台自身（${seen.user}）。`,
    };
  return undefined;
}

/** What it runs, without values and fit to be shown. */
export const shownShape = ({ shape }: Pick<SessionSeen, 'shape'>): string => harmlessText(shape, 500);

export type Meant = 'same' | 'gone' | 'another' | 'moved-on';

/**
 * Whether what has this number now is who was meant. `another`: somebody else, or the server was started again since;
 * `moved-on`: the session goes on, but the statement that was meant is over. Pure.
 */
export function isWhoWasMeant(meant: KillInput, seen: SessionSeen | undefined, nowSeconds: number): Meant {
  if (!seen) return 'gone';
  const isSame =
    seen.user === meant.user && seen.host === meant.host && near(seen.serverStartedAt, meant.serverStartedAt);
  if (!isSame) return 'another';
  if (meant.end === 'connection') return 'same';
  const isStatement =
    shownShape(seen) === meant.statement &&
    meant.statementStartedAt !== null &&
    seen.seconds !== null &&
    near(nowSeconds - seen.seconds, meant.statementStartedAt);
  return isStatement ? 'same' : 'moved-on';
}
