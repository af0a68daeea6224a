import type { PathSpec } from '@myriad/contract';
import type { Hop, SshAuth } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import type { PathParts } from './parts.ts';
import { selectHostKeys } from './store.ts';
import type { Credential, NewWay } from './ways.ts';

/** A hop and the host it leads to, as far as the platform knows one. */
export type HostHop = Exclude<Hop, { kind: 'mysql' }>;
type SshSpec = Extract<PathSpec, { kind: 'ssh' }>;

/** The hops of one stored path of a host: its jumps by their own stored paths, secrets out of the box just now. */
export async function resolvePath(parts: PathParts, host: HostRecord, spec: PathSpec): Promise<readonly HostHop[]> {
  if (spec.kind === 'local') return [{ kind: 'local' }];
  return [...(await resolveJumps(parts, spec.jumps, [host])), await sshHop(parts, spec)];
}

/** The hops of a way nobody has stored yet. */
export async function resolveNewWay(parts: PathParts, way: NewWay): Promise<readonly HostHop[]> {
  const { address, port, user, hostKeys } = way;
  const auth = authOf(parts, way.auth, `${address}:${port}`);
  return [...(await resolveJumps(parts, way.jumps, [])), { kind: 'ssh', address, port, user, auth, hostKeys }];
}

/**
 * Jumps, nearest first. The first may have jumps of its own; each later one is reached from the one before it, so of its
 * stored path only the last hop is used. `behind` are the hosts whose ways we are resolving: meeting one again is a circle.
 */
async function resolveJumps(
  parts: PathParts,
  jumps: readonly string[],
  behind: readonly HostRecord[],
): Promise<readonly HostHop[]> {
  const hops: HostHop[] = [];
  for (const [at, id] of jumps.entries()) {
    const host = await parts.metadata.getHost(parts.db, id);
    const circle = [...behind, host].map(({ name }) => name).join(' → ');
    if (behind.some((one) => one.id === id)) throw new ProblemError('HOST_PATH_CIRCLE', { hosts: circle });
    const spec = host.paths.find((one): one is SshSpec => one.kind === 'ssh');
    // A jump host the platform itself runs on is no hop at all.
    if (!spec) {
      if (host.paths.length > 0) continue;
      throw new ProblemError('HOST_HAS_NO_PATH', { name: host.name });
    }
    if (at === 0) hops.push(...(await resolveJumps(parts, spec.jumps, [...behind, host])));
    hops.push(await sshHop(parts, spec));
  }
  return hops;
}

async function sshHop(parts: PathParts, spec: SshSpec): Promise<HostHop> {
  const { address, port, user } = spec;
  const endpoint = `${address}:${port}`;
  const known = await selectHostKeys(parts.db, [endpoint]);
  const hostKeys = known.map(({ fingerprint }) => fingerprint);
  const auth = authOf(parts, await credentialOf(parts, spec, endpoint), endpoint);
  return { kind: 'ssh', address, port, user, auth, hostKeys };
}

async function credentialOf({ db, secrets }: PathParts, spec: SshSpec, endpoint: string): Promise<Credential> {
  if (spec.secretId === undefined) {
    if (spec.agent) return { kind: 'agent' };
    throw new ProblemError('HOST_CREDENTIAL_MISSING', { endpoint });
  }
  const value = await secrets.read(db, spec.secretId);
  // A stored secret is a private key in PEM or a password; only the first begins so.
  return value.trimStart().startsWith('-----BEGIN ')
    ? { kind: 'key', privateKey: value }
    : { kind: 'password', password: value };
}

function authOf({ agentSocket }: PathParts, credential: Credential, endpoint: string): SshAuth {
  if (credential.kind !== 'agent') return credential;
  if (agentSocket === undefined) throw new ProblemError('HOST_CREDENTIAL_MISSING', { endpoint });
  return { kind: 'agent', socket: agentSocket };
}
