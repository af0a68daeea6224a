import { lookup } from 'node:dns/promises';
import type { HostForm, PathSpec } from '@myriad/contract';
import type { z } from 'zod';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { HostRecord, Source } from '../metadata/index.ts';
import type { Credential } from '../paths/index.ts';
import { type HostIdentity, readHostIdentity } from './actions/read-host-identity.ts';
import type { HostParts, NoteHost } from './parts.ts';
import { overWay } from './path-problem.ts';
import { mayManageHosts } from './policy.ts';

export type HostFormInput = z.output<typeof HostForm>;
type SshForm = HostFormInput['ssh'];

/**
 * Registers a host. Goes there first, by the way given; nothing is stored unless the host key is confirmed, the login works,
 * the name is free and the machine is not registered already.
 */
export async function registerHost(
  parts: HostParts,
  actor: Actor,
  form: HostFormInput,
  note: NoteHost,
): Promise<HostRecord> {
  requireAllowed(mayManageHosts(actor));
  const source: Source = { kind: 'person', id: actor.id };
  await refuseClashes(parts, form);
  const visit = await visitHost(parts, form.ssh, form.address);
  return inTransaction(parts.db, async (tx) => {
    await refuseSameMachine(parts, tx, form.address, visit);
    const path = await storeWay(parts, tx, form.name, form.ssh, visit);
    const { name, address, zone, baseDirectory } = form;
    const host = await parts.metadata.addHost(
      tx,
      { name, address, zone, baseDirectory, poolState: 'unchecked', paths: [path] },
      source,
    );
    await recordVisit(parts, tx, host.id, visit, source);
    await note(tx, host.id);
    return host;
  });
}

export interface Visit {
  readonly endpoint: string;
  readonly address: string;
  readonly identity: HostIdentity;
  /** Numbers the host's address stands for, as the server resolves it. */
  readonly addresses: readonly string[];
}

async function refuseClashes({ db, metadata }: HostParts, form: HostFormInput): Promise<void> {
  if (await metadata.findHostByName(db, form.name)) throw new ProblemError('HOST_NAME_TAKEN', { name: form.name });
  for (const jump of form.ssh.jumps) await metadata.getHost(db, jump);
}

export function authOf(ssh: SshForm, endpoint: string): Credential {
  if (ssh.privateKey) return { kind: 'key', privateKey: ssh.privateKey };
  if (ssh.password) return { kind: 'password', password: ssh.password };
  if (ssh.agent) return { kind: 'agent' };
  throw new ProblemError('HOST_CREDENTIAL_MISSING', { endpoint });
}

/** Goes to the machine and asks who it is. Changes nothing but the actions folder of the account. */
export async function visitHost({ ways }: HostParts, ssh: SshForm, address: string): Promise<Visit> {
  const at = ssh.address ?? address;
  const endpoint = `${at}:${ssh.port}`;
  const auth = authOf(ssh, endpoint);
  const hostKeys = ssh.hostKey ? [ssh.hostKey] : [];
  return overWay({ endpoint, user: ssh.user }, async () => {
    const way = { address: at, port: ssh.port, user: ssh.user, auth, jumps: ssh.jumps, hostKeys };
    await using session = await ways.openNew(way);
    const identity = await session.action(readHostIdentity, {}, { timeoutSeconds: 20 });
    return { endpoint, address: at, identity, addresses: await resolve(address) };
  });
}

/** Behind a jump the name may mean nothing here: then it stands for itself. */
async function resolve(address: string): Promise<readonly string[]> {
  try {
    return (await lookup(address, { all: true })).map((found) => found.address).sort();
  } catch {
    return [address];
  }
}

/** Same machine id at the same address is the same machine: two names for it would be deployed to twice. */
export async function refuseSameMachine(
  { metadata }: HostParts,
  tx: Tx,
  address: string,
  visit: Visit,
  except?: string,
): Promise<void> {
  if (visit.identity.machineId === '') return;
  const facts = await metadata.listFactsOfAll(tx, 'host');
  const factOf = (hostId: string, name: string) =>
    facts.find((fact) => fact.entityId === hostId && fact.name === name)?.value;
  for (const host of await metadata.listHosts(tx)) {
    if (host.id === except || factOf(host.id, 'machineId') !== visit.identity.machineId) continue;
    const theirs = factOf(host.id, 'resolvedAddresses');
    const same =
      host.address === address || (Array.isArray(theirs) && theirs.some((one) => visit.addresses.includes(one)));
    if (same) throw new ProblemError('HOST_ALREADY_REGISTERED', { name: host.name });
  }
}

/** The credential into the box, the confirmed key into the book, and the path that refers to both. */
export async function storeWay(
  { secrets, ways }: HostParts,
  tx: Tx,
  name: string,
  ssh: SshForm,
  { endpoint, address }: Visit,
): Promise<PathSpec> {
  const auth = authOf(ssh, endpoint);
  const label = `${ssh.user}@${name}`;
  const secretId =
    auth.kind === 'key'
      ? await secrets.put(tx, { kind: 'ssh-key', label, value: auth.privateKey })
      : auth.kind === 'password'
        ? await secrets.put(tx, { kind: 'password', label, value: auth.password })
        : undefined;
  if (ssh.hostKey) await ways.acceptHostKey(tx, endpoint, ssh.hostKey);
  return {
    kind: 'ssh',
    address,
    port: ssh.port,
    user: ssh.user,
    ...(secretId ? { secretId } : {}),
    agent: secretId === undefined,
    jumps: [...ssh.jumps],
  };
}

export async function recordVisit(
  { metadata, clock }: HostParts,
  tx: Tx,
  hostId: string,
  { identity, addresses }: Visit,
  source: Source,
): Promise<void> {
  const observedAt = clock.now();
  const facts = { machineId: identity.machineId || null, hostname: identity.hostname, resolvedAddresses: addresses };
  await metadata.recordFacts(
    tx,
    Object.entries(facts).map(([name, value]) => ({
      entity: 'host',
      entityId: hostId,
      name,
      value,
      observedAt,
      source,
    })),
  );
}
