import { answersAtAll, countRoots, createAccount, secureRoot, send, setReadOnly } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { defineStep, type StepContext } from '@myriad/runbook';
import { z } from 'zod';
import { accountNames, accountPurposes, readAccount } from '../accounts.ts';
import { openRoot } from '../open-root.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from './over-way.ts';

/** Tried, not read from a table: the two accounts everything later needs can log in. */
async function canLogIn(context: StepContext & InstancePorts, seat: SeatInput): Promise<boolean> {
  try {
    for (const as of ['admin', 'monitor'] as const) {
      await using mysql = await context.access.openInstance(seat.instanceId, { as, signal: context.signal });
      await send(mysql, versionOf(seat), answersAtAll);
    }
    // Root comes last when they are made: an empty password must be refused.
    const { password } = await readAccount(context, context.db, seat.clusterId, 'root');
    await using root = await openRoot(context, seat, { signal: context.signal });
    const [row] = await send(root, versionOf(seat), countRoots);
    return password !== '' && Number(row?.n) === 1 && (await hasRootPassword(context, seat));
  } catch (error) {
    if (error instanceof PathError && ['LOGIN_REFUSED', 'SQL_FAILED'].includes(error.code)) return false;
    throw error;
  }
}

async function hasRootPassword(context: StepContext & InstancePorts, seat: SeatInput): Promise<boolean> {
  try {
    const at = { socket: `${seat.directory}/run/mysql.sock` };
    await using open = await context.access.openMysqlAt(seat.hostId, { at, user: 'root', password: '', tls: 'off' });
    return open.kind !== 'mysql';
  } catch (error) {
    if (error instanceof PathError && error.code === 'LOGIN_REFUSED') return true;
    throw error;
  }
}

/**
 * Root gets its password and the platform its accounts, on the primary alone and through its binlog: replicas are given them
 * by replication, so no node has a transaction of its own. Clients stay out meanwhile: only super_read_only is lifted.
 */
export const makeAccounts = defineStep<InstancePorts>()({
  name: 'instances.make-accounts',
  title: { en: 'Secure root, make the platform’s accounts', zh: '加固 root，创建平台账号' },
  effect: 'reversible',
  /** `replicationTls` absent: planned before there were certificates of the platform. */
  input: z.object({ seat: SeatInput, replicationTls: z.literal('demanded').optional() }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 1, maxSeconds: 10 },
  run: (context, { seat, replicationTls }) =>
    overWay(seat.name, async () => {
      // They stay until the data directory goes, so this is no `isDone`: that would have to turn after an undo.
      if (await canLogIn(context, seat)) return { accounts: [...accountPurposes] };
      const version = versionOf(seat);
      await using root = await openRoot(context, seat, { signal: context.signal, onPath: context.via });
      const isClosed = seat.role !== 'standalone' && version.flavor === 'mysql';
      if (isClosed) await send(root, version, setReadOnly, { input: 'super_read_only = OFF' });
      try {
        for (const purpose of accountPurposes) {
          if (purpose === 'root') continue;
          const { password } = await readAccount(context, context.db, seat.clusterId, purpose);
          const demands = replicationTls && purpose === 'replication' ? ({ demands: 'tls' } as const) : {};
          await createAccount(root, version, purpose, { ...accountNames[purpose], ...demands }, password);
        }
        const { password } = await readAccount(context, context.db, seat.clusterId, 'root');
        await secureRoot(root, version, password);
      } finally {
        if (isClosed) await send(root, version, setReadOnly, { input: 'super_read_only = ON' });
      }
      context.say({ en: `${seat.name}: root secured, accounts made`, zh: `${seat.name}：root 已加固，账号已创建` });
      return { accounts: [...accountPurposes] };
    }),
  // They live and die with the data directory, which an earlier step takes back.
  undo: async () => {},
});
