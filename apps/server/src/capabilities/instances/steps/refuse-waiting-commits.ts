import { listSessions, readSemiSync, waitingCommits } from '@myriad/mysql';
import { type MysqlSession, PathError } from '@myriad/paths';
import { type StepContext, StepFailure } from '@myriad/runbook';
import { openRoot } from '../open-root.ts';
import type { InstancePorts } from '../ports.ts';
import type { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';

/** Throws COMMITS_WAIT where a commit waits for an acknowledgement. One whose socket nobody listens on has no clients. */
export async function refuseWaitingCommits(context: StepContext & InstancePorts, server: ServerInput): Promise<void> {
  const stuck = await countWaiting(context, server);
  if (stuck === 0) return;
  throw new StepFailure({
    code: 'COMMITS_WAIT',
    words: {
      en: `${server.name}: ${stuck} commits wait for a replica’s acknowledgement.`,
      zh: `${server.name}：有 ${stuck} 个提交正在等待从库确认。`,
    },
    next: { en: 'Bring a replica back, then undo again.', zh: '请先恢复从库，然后再次撤销。' },
    retryable: true,
  });
}

async function countWaiting(context: StepContext & InstancePorts, server: ServerInput): Promise<number> {
  try {
    await using mysql = await openEither(context, server);
    const { waiting } = await readSemiSync(mysql, versionOf(server));
    return Math.max(waiting, waitingCommits(await listSessions(mysql)).length);
  } catch (error) {
    if (error instanceof PathError && error.code === 'HOP_UNREACHABLE') return 0;
    throw error;
  }
}

/** Root comes first: the other accounts may not be there yet. Somebody may have changed its password since. */
async function openEither(context: StepContext & InstancePorts, server: ServerInput): Promise<MysqlSession> {
  const { access, signal } = context;
  try {
    return await openRoot(context, server, { signal });
  } catch (error) {
    if (!(error instanceof PathError) || error.code !== 'LOGIN_REFUSED') throw error;
    return await access.openInstance(server.instanceId, { as: 'admin', signal });
  }
}
