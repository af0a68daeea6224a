import { layoutOf } from '@myriad/mysql';
import { type Hop, type MysqlSession, open } from '@myriad/paths';
import { findTrust } from '../../platform/certificates/certificates.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import type { Access, OpenOptions } from './access.ts';
import { findAccount } from './find-account.ts';
import { instanceSubject } from './instance-subject.ts';
import { openFirst } from './open-first.ts';
import type { PathParts } from './parts.ts';
import type { HostHop } from './resolve-path.ts';

/** One path, all its hops. */
const openSeconds = 30;

/** Chooses the way, fetches the secrets, opens. */
export function createAccess(parts: PathParts): Access {
  const { db, metadata, secrets, pool } = parts;
  const told = <S extends { path: string; hops: Parameters<NonNullable<OpenOptions['onPath']>>[1] }>(
    session: S,
    options: OpenOptions,
  ): S => {
    options.onPath?.(session.path, session.hops);
    return session;
  };
  const withLimits = (options: OpenOptions) => ({
    pool,
    timeoutSeconds: openSeconds,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const openMysql = async (host: HostRecord, hop: Extract<Hop, { kind: 'mysql' }>, options: OpenOptions) =>
    openFirst(parts, host, async (hops): Promise<MysqlSession> => {
      return told(await open([...hops, hop], withLimits(options)), options);
    });

  return {
    openHost: async (hostId, options = {}) =>
      openFirst(parts, await metadata.getHost(db, hostId), async (hops) =>
        told(await open(endingAtHost(hops), withLimits(options)), options),
      ),
    openInstance: async (instanceId, options) => {
      const instance = await metadata.getInstance(db, instanceId);
      const host = await metadata.getHost(db, instance.hostId);
      const account = await findAccount({ db, metadata }, instance.clusterId, options.as);
      if (!account) throw new ProblemError('INSTANCE_HAS_NO_ACCOUNT', { instance: instance.name, purpose: options.as });
      if (host.paths.length === 0 && parts.mayReach && !(await parts.mayReach(host.address)))
        throw new ProblemError('ADDRESS_NOT_ALLOWED', { address: `${host.address}:${instance.port}` });
      const password = await secrets.read(db, account.secretId);
      const login = { kind: 'mysql', user: account.user, password } as const;
      // Where names are not resolved, `localhost` means the socket and nothing else.
      if (account.hostPattern === 'localhost')
        return openMysql(host, { ...login, at: { socket: layoutOf(instance.directory).socket }, tls: 'off' }, options);
      // One the platform gave a certificate must show it; any other is asked for privacy, if it has that.
      const proof = await findTrust(db, instanceSubject(instanceId));
      const at = { host: host.address, port: instance.port };
      const hop = { ...login, at, tls: 'preferred', ...(proof ? { proof } : {}) } as const;
      const isDirect = host.paths.length === 0 || (options.direct === true && account.hostPattern === '%');
      return isDirect ? told(await open([hop], withLimits(options)), options) : openMysql(host, hop, options);
    },
    openMysqlAt: async (hostId, hop, options = {}) =>
      openMysql(await metadata.getHost(db, hostId), { kind: 'mysql', ...hop }, options),
  };
}

/** The same hops, typed as a path that ends at a host, which it does by its making. */
export function endingAtHost(hops: readonly HostHop[]): readonly [...HostHop[], HostHop] {
  const last = hops.at(-1);
  if (!last) throw new TypeError('a path has at least one hop');
  return [...hops.slice(0, -1), last];
}
