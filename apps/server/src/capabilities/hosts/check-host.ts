import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { HostRecord } from '../metadata/index.ts';
import { collectFacts } from './check/collect-facts.ts';
import type { HostParts, NoteHost } from './parts.ts';
import { overWay } from './path-problem.ts';
import { mayCheckHost } from './policy.ts';
import { recordCheck } from './record-check.ts';

/** Runs the host check now and keeps the verdicts. `diskSample`: default true. */
export async function checkHost(
  parts: HostParts,
  actor: Actor,
  hostId: string,
  note: NoteHost,
  options: { readonly diskSample?: boolean } = {},
): Promise<HostRecord> {
  requireAllowed(mayCheckHost(actor));
  const { db, metadata, clock, access } = parts;
  const host = await metadata.getHost(db, hostId);
  const facts = await overWay(wayOf(host), async () => {
    await using session = await access.openHost(hostId);
    const { baseDirectory } = host;
    return collectFacts(session, clock, { baseDirectory, diskSample: options.diskSample ?? true });
  });
  return inTransaction(db, async (tx) => {
    await recordCheck(parts, tx, await metadata.lockHost(tx, hostId), facts, { kind: 'person', id: actor.id });
    await note(tx, hostId);
    return metadata.lockHost(tx, hostId);
  });
}

/** How the first way to a host is named in a problem. */
export function wayOf({ paths, address }: HostRecord): { readonly endpoint: string; readonly user?: string } {
  const first = paths[0];
  return first?.kind === 'ssh'
    ? { endpoint: `${first.address}:${first.port}`, user: first.user }
    : { endpoint: address };
}
