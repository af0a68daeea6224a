import type { Version } from './version.ts';

/** Where everything of one instance lies: one folder, nothing outside it. Absolute paths on the host. */
export interface InstanceLayout {
  readonly directory: string;
  readonly optionFile: string;
  readonly data: string;
  readonly binlog: string;
  readonly relay: string;
  readonly temporary: string;
  /** LOAD DATA and SELECT … INTO OUTFILE are confined to it. */
  readonly files: string;
  readonly log: string;
  readonly errorLog: string;
  readonly slowLog: string;
  /** Mode 0700: who may use the socket may also read the data. */
  readonly run: string;
  readonly socket: string;
  readonly pidFile: string;
  /** The certificate the platform gave it; absent where the server keeps one of its own making. */
  readonly certificate: CertificateFiles;
}

export interface CertificateFiles {
  /** Whom it believes: the platform's authorities. */
  readonly authorities: string;
  readonly certificate: string;
  readonly key: string;
}

export const layoutOf = (directory: string): InstanceLayout => ({
  directory,
  optionFile: `${directory}/my.cnf`,
  data: `${directory}/data`,
  binlog: `${directory}/binlog`,
  relay: `${directory}/relay`,
  temporary: `${directory}/tmp`,
  files: `${directory}/files`,
  log: `${directory}/log`,
  errorLog: `${directory}/log/error.log`,
  slowLog: `${directory}/log/slow.log`,
  run: `${directory}/run`,
  socket: `${directory}/run/mysql.sock`,
  pidFile: `${directory}/run/mysqld.pid`,
  certificate: {
    authorities: `${directory}/tls/ca.pem`,
    certificate: `${directory}/tls/cert.pem`,
    key: `${directory}/tls/key.pem`,
  },
});

/** A unix socket's path holds at most 107 bytes; a longer one is cut or refused by the server. */
export const longestSocketPathBytes = 107;

/** `<base>/instances/<port>`: people find an instance by its port. */
export const instanceDirectory = (baseDirectory: string, port: number): string => `${baseDirectory}/instances/${port}`;

/** The server program inside a package, laid out like a vendor tarball. */
export const serverProgram = (version: Version, basedir: string): string =>
  `${basedir}/bin/${version.flavor === 'mysql' ? 'mysqld' : 'mariadbd'}`;
