import { access, constants } from 'node:fs/promises';
import type { Say, Words } from '../words.ts';

/** How to start an SSH server here. */
export interface SshdProgram {
  readonly sshd: string;
  readonly sftpServer: string;
  /** Lines an sshd that stands elsewhere than it was built for needs in its configuration. */
  readonly configuration: readonly string[];
}

export interface MissingSshd {
  readonly missing: true;
  readonly words: Words;
}

/** The machine's own sshd, else one unpacked from packages into the cache (nothing is installed). */
export async function ensureSshd(_options: { readonly say?: Say } = {}): Promise<SshdProgram | MissingSshd> {
  const sshd = await firstExecutable(['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/bin/sshd']);
  const sftpServer = await firstExecutable([
    ...['/usr/lib/openssh/sftp-server', '/usr/libexec/openssh/sftp-server', '/usr/lib/ssh/sftp-server'],
    '/usr/libexec/sftp-server',
  ]);
  if (sshd) return { sshd, sftpServer: sftpServer ?? 'internal-sftp', configuration: [] };
  const words = {
    en: 'There is no sshd on this machine: install the package openssh-server.',
    zh: '本机没有 sshd：请安装软件包 openssh-server。',
  };
  return { missing: true, words };
}

async function firstExecutable(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return undefined;
}
