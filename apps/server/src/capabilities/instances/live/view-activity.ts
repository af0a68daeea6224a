import type { InstanceActivity } from '@myriad/contract';
import { type LockRow, lockTree, partValue, readActivity, type ServerActivity, untoldWaits } from '@myriad/mysql';
import { askServer } from './ask-server.ts';
import type { LivePorts } from './ports.ts';
import { seenPart, shownPart } from './shown-part.ts';
import { shown } from './shown-text.ts';

/** Sessions, transactions and who blocks whom on one server, right now. */
export async function readInstanceActivity(ports: LivePorts, instanceId: string): Promise<InstanceActivity> {
  const { clock } = ports;
  const answer = await askServer(ports, instanceId, (session, version, signal) =>
    readActivity(session, version, { now: clock.now, signal }),
  );
  const base = { instanceId, at: clock.now() };
  if (!answer.reachable) return { ...base, reachable: false, because: answer.because };
  return { ...base, reachable: true, ...viewActivity(answer.value) };
}

/** As people see it. Pure. */
export function viewActivity(activity: ServerActivity): Pick<InstanceActivity, 'sessions' | 'transactions' | 'locks'> {
  const { own, sessions, transactions, rowLocks, metadataLocks } = activity;
  const seen = [...(partValue(rowLocks) ?? []), ...(partValue(metadataLocks) ?? [])];
  const waits = [...seen, ...untoldWaits(partValue(sessions) ?? [], partValue(transactions) ?? [], seen)];
  const { rows, more } = lockTree(waits);
  return {
    sessions: shownPart(sessions, ({ id, seconds, ...texts }) => ({
      ...{ id, seconds, own: id === own, user: shown(texts.user), host: shown(texts.host) },
      ...{ database: shown(texts.database), command: shown(texts.command), state: shown(texts.state) },
      statement: shown(texts.statement),
    })),
    transactions: shownPart(transactions, ({ id, state, isolation, statement, ...numbers }) => ({
      ...numbers,
      ...{ id: shown(id), state: shown(state), isolation: shown(isolation), statement: shown(statement) },
    })),
    locks: {
      rows: rows.map(lockRowOf(activity)),
      more,
      waiting: new Set(waits.map(({ waiting }) => waiting)).size,
      rowLocks: seenPart(rowLocks),
      metadataLocks: seenPart(metadataLocks),
    },
  };
}

function lockRowOf({ sessions, transactions }: ServerActivity) {
  const sessionOf = new Map((partValue(sessions) ?? []).map((each) => [each.id, each]));
  const transactionOf = new Map((partValue(transactions) ?? []).map((each) => [each.session, each]));
  return ({ wait, ...row }: LockRow) => {
    const session = row.session === null ? undefined : sessionOf.get(row.session);
    const transaction = row.session === null ? undefined : transactionOf.get(row.session);
    const { kind, seconds = null } = wait ?? {};
    return {
      ...row,
      ...(wait && kind
        ? {
            wait: {
              ...{ kind, seconds: seconds ?? session?.seconds ?? null },
              ...{ schema: shown(wait.schema), table: shown(wait.table), index: shown(wait.index) },
              ...{ wants: shown(wait.wants), held: shown(wait.held) },
            },
          }
        : {}),
      ...(session
        ? {
            ...{ user: shown(session.user), host: shown(session.host), command: shown(session.command) },
            ...{ state: shown(session.state), statement: shown(session.statement) },
          }
        : {}),
      ...(transaction ? { transactionSeconds: transaction.seconds } : {}),
    };
  };
}
