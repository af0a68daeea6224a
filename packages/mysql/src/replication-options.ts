import { quoteString } from './quoting.ts';
import { isAtLeast, type Version } from './version.ts';

export interface ReplicationSource {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /**
   * `off`: in clear. `unverified`: with whatever certificate the source shows. Otherwise the file of authorities on the
   * replica: the source must prove that it is `host`.
   */
  readonly tls: 'off' | 'unverified' | { readonly authorities: string };
  readonly heartbeatSeconds: number;
  readonly connectRetrySeconds: number;
}

const newWords = (version: Version) => version.flavor === 'mysql' && isAtLeast(version, 8, 0, 23);

function tlsOptions(word: string, { flavor }: Version, tls: ReplicationSource['tls']): readonly string[] {
  if (tls === 'off') return [`${word}_SSL = 0`];
  // From 11.4 MariaDB verifies unless told not to; the certificate may be the server's own.
  if (tls === 'unverified')
    return [`${word}_SSL = 1`, ...(flavor === 'mariadb' ? [`${word}_SSL_VERIFY_SERVER_CERT = 0`] : [])];
  return [`${word}_SSL = 1`, `${word}_SSL_CA = ${quoteString(tls.authorities)}`, `${word}_SSL_VERIFY_SERVER_CERT = 1`];
}

/** What CHANGE REPLICATION SOURCE (CHANGE MASTER) is told; the replication password is among it. */
export function replicationOptions(version: Version, source: ReplicationSource): readonly string[] {
  const word = newWords(version) ? 'SOURCE' : 'MASTER';
  const options = [
    `${word}_HOST = ${quoteString(source.host)}`,
    `${word}_PORT = ${Math.trunc(source.port)}`,
    `${word}_USER = ${quoteString(source.user)}`,
    `${word}_PASSWORD = ${quoteString(source.password)}`,
    `${word}_CONNECT_RETRY = ${Math.trunc(source.connectRetrySeconds)}`,
    `${word}_HEARTBEAT_PERIOD = ${source.heartbeatSeconds}`,
    ...tlsOptions(word, version, source.tls),
  ];
  if (version.flavor === 'mariadb') {
    options.push('MASTER_USE_GTID = slave_pos');
    return options;
  }
  options.push(`${word}_AUTO_POSITION = 1`, `${word}_RETRY_COUNT = 864000`);
  if (isAtLeast(version, 8))
    options.push(newWords(version) ? 'GET_SOURCE_PUBLIC_KEY = 1' : 'GET_MASTER_PUBLIC_KEY = 1');
  return options;
}
