import { clientSessions, replicaSessions, type SessionRow, waitingCommits } from '@myriad/mysql';
import { ownUsers } from '../accounts.ts';
import type { HowToStop } from '../look-at-server.ts';
import type { Refusal } from './check.ts';

export interface StopFacts extends Pick<HowToStop, 'scope' | 'manner'> {
  readonly name: string;
  readonly sessions: readonly SessionRow[];
  /** From the semi-sync status counter: a state in the session list can be missed between two looks. */
  readonly waiting: number;
  /** Of a replica: how many acknowledging replicas its primary could lose; undefined: it waits for none. */
  readonly spare?: number | undefined;
}

/** Why this server must not be stopped now. Waiting commits refuse even with force: a graceful stop would acknowledge them unsaved. */
export function stopRefusals({ name, sessions, waiting, scope, manner, spare }: StopFacts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const add = (code: string, en: string, zh: string, next: Refusal['next']) =>
    refusals.push({ code, path: 'force', words: { en, zh }, next });
  const stuck = Math.max(waiting, waitingCommits(sessions).length);
  if (stuck > 0)
    add(
      'COMMITS_WAIT',
      `${name}: ${stuck} commits wait for a replica’s acknowledgement.`,
      `${name}：有 ${stuck} 个提交正在等待从库确认。`,
      {
        en: 'Bring a replica back first. Stopping now would tell clients “committed” for rows no replica has.',
        zh: '请先恢复从库。此时停止会让客户端收到“已提交”，而没有任何从库持有这些数据。',
      },
    );
  if (manner === 'even-so') return refusals;
  const replicas = replicaSessions(sessions).length;
  if (replicas > 0 && scope === 'instance')
    add('HAS_REPLICAS', `${name}: ${replicas} replicas fetch from it.`, `${name}：有 ${replicas} 个从库正在复制。`, {
      en: 'Stop the whole cluster, or say “even so”: the replicas then have no source until it runs again.',
      zh: '请停止整个集群，或选择“仍要执行”：在其恢复运行之前，从库将没有复制源。',
    });
  if (spare !== undefined && spare < 1 && scope === 'instance')
    add(
      'LAST_ACKNOWLEDGER',
      `${name}: without it no replica acknowledges, and every write on the primary would hang.`,
      `${name}：停止后将没有从库确认提交，主库上的写入会全部挂起。`,
      {
        en: 'Bring another replica back first, stop the whole cluster, or say “even so”.',
        zh: '请先恢复另一个从库、停止整个集群，或选择“仍要执行”。',
      },
    );
  const clients = clientSessions(sessions, ownUsers);
  if (clients.length > 0) {
    const users = [...new Set(clients.map(({ user }) => user))].slice(0, 5).join(', ');
    add(
      'HAS_SESSIONS',
      `${name}: ${clients.length} client sessions (${users}).`,
      `${name}：有 ${clients.length} 个客户端会话（${users}）。`,
      {
        en: 'End them, or say “even so”.',
        zh: '请先断开这些会话，或选择“仍要执行”。',
      },
    );
  }
  return refusals;
}
