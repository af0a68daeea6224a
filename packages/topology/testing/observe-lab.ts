import type { LabServer } from '@myriad/lab';
import { levelStatements, parseVersion, readGlance, readPortrait } from '@myriad/mysql';
import { createPathPool, open, PathError } from '@myriad/paths';
import type { ObservedServer } from '../src/index.ts';

const account = { user: 'my_observe', password: 'Looks-0nly' };
const pool = createPathPool();

/** Makes the account of the level *observe* on a primary, as its owner would paste it; replicas get it from there. */
export async function letObserve(primary: LabServer): Promise<void> {
  const version = parseVersion(primary.version, primary.flavor);
  for (const { sql } of levelStatements(version, 'observe', { user: account.user, host: '%' }, account.password))
    await primary.rows(sql);
}

export const idOf = ({ address, port }: LabServer): string => `${address}:${port}`;

/** Looks at a real server over TCP, with the least rights there are. */
export async function observe(server: LabServer): Promise<ObservedServer> {
  const at = { host: server.address, port: server.port };
  const where = { id: idOf(server), ...at };
  try {
    await using session = await open([{ kind: 'mysql', at, ...account, tls: 'preferred' }], {
      pool,
      timeoutSeconds: 20,
    });
    const version = parseVersion(server.version, server.flavor);
    const glance = await readGlance(session, version);
    return { ...where, look: { state: 'answered', glance, portrait: await readPortrait(session, version) } };
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return {
      ...where,
      look: { state: error.code === 'LOGIN_REFUSED' ? 'refused' : 'unreachable', because: error.message },
    };
  }
}

/** Points a server at another, by GTID, over a named channel or the default one. */
export async function follow(
  replica: LabServer,
  source: LabServer,
  login: { readonly user: string; readonly password: string },
  channel = '',
): Promise<void> {
  const values = [source.address, source.port, login.user, login.password];
  if (replica.flavor === 'mysql') {
    const of = channel ? ` for channel '${channel}'` : '';
    await replica.rows(
      `change replication source to source_host = ?, source_port = ?, source_user = ?, source_password = ?,
        source_auto_position = 1, source_connect_retry = 1, get_source_public_key = 1${of}`,
      values,
    );
    await replica.rows(`start replica${of}`);
    return;
  }
  const of = channel ? ` '${channel}'` : '';
  await replica.rows(
    `change master${of} to master_host = ?, master_port = ?, master_user = ?, master_password = ?,
      master_use_gtid = slave_pos, master_connect_retry = 1`,
    values,
  );
  await replica.rows(`start slave${of}`);
}

export async function unfollow(replica: LabServer): Promise<void> {
  const word = replica.flavor === 'mysql' ? 'replica' : 'slave';
  await replica.rows(`stop ${word}`);
  await replica.rows(`reset ${word} all`);
}

export const setReadOnly = (server: LabServer, to: 'on' | 'off'): Promise<unknown> =>
  to === 'on' && server.flavor === 'mysql'
    ? server.rows('set global super_read_only = on')
    : server.rows(`set global read_only = ${to}`);
