import type { HostChange } from '@myriad/contract';
import type { z } from 'zod';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { HostRecord, Source } from '../metadata/index.ts';
import type { HostParts, NoteHost } from './parts.ts';
import { mayEditHost } from './policy.ts';
import { recordVisit, refuseSameMachine, storeWay, visitHost } from './register-host.ts';
import { forgetWays } from './remove-host.ts';
import { carriesInstances, moveHost } from './reserve-host.ts';

/**
 * Edits a host. A new login is tried first, as in registering; nothing is stored unless it works. Where instances live, address
 * and base directory stay: their option files and replication speak of them.
 */
export async function changeHost(
  parts: HostParts,
  actor: Actor,
  hostId: string,
  change: z.output<typeof HostChange>,
  note: NoteHost,
): Promise<HostRecord> {
  requireAllowed(mayEditHost(actor));
  const { db, metadata } = parts;
  const source: Source = { kind: 'person', id: actor.id };
  const { ssh, outOfService, ...fields } = change;
  const before = await metadata.getHost(db, hostId);
  const address = fields.address ?? before.address;
  const visit = ssh ? await visitHost(parts, ssh, address) : undefined;
  return inTransaction(db, async (tx) => {
    let host = await metadata.lockHost(tx, hostId);
    await refuseMovingInstances(parts, tx, host, fields);
    if (ssh && visit) {
      await refuseSameMachine(parts, tx, address, visit, hostId);
      await forgetWays(parts, tx, host);
      const path = await storeWay(parts, tx, fields.name ?? host.name, ssh, visit);
      await metadata.changeHost(tx, hostId, { paths: [path] }, source);
      await recordVisit(parts, tx, hostId, visit, source);
    }
    host = await metadata.changeHost(tx, hostId, fields, source);
    if (outOfService !== undefined && outOfService !== (host.poolState === 'out-of-service'))
      host = await moveHost(tx, metadata, host, outOfService ? 'take-out' : 'bring-back', source);
    await note(tx, hostId);
    return host;
  });
}

async function refuseMovingInstances(
  { metadata }: HostParts,
  tx: Parameters<NoteHost>[0],
  host: HostRecord,
  fields: { readonly address?: string | undefined; readonly baseDirectory?: string | undefined },
): Promise<void> {
  const moves =
    (fields.address ?? host.address) !== host.address ||
    (fields.baseDirectory ?? host.baseDirectory) !== host.baseDirectory;
  if (!moves || !(await carriesInstances(tx, metadata, host.id))) return;
  const live = (await metadata.listInstances(tx, { hostId: host.id })).filter(
    ({ state }) => state !== 'decommissioned',
  );
  throw new ProblemError('HOST_IN_USE', { name: host.name, instances: live.map(({ name }) => name).join(', ') });
}
