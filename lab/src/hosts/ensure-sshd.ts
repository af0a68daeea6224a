import path from 'node:path';
import { findProgram, isExecutable } from '../find-program.ts';
import { CommandMissing } from '../run-command.ts';
import { ensureToolTree } from '../trees/ensure-tool.ts';
import { PackagesUnavailable } from '../trees/fetch-packages.ts';
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

const SFTP_SERVERS = ['/usr/lib/openssh/sftp-server', '/usr/libexec/openssh/sftp-server', '/usr/lib/ssh/sftp-server'];

/** The machine's own sshd, else one unpacked from packages into the cache (nothing is installed). */
export async function ensureSshd({ say = () => {} }: { readonly say?: Say } = {}): Promise<SshdProgram | MissingSshd> {
  const sshd = await findProgram('sshd');
  if (sshd) return { sshd, sftpServer: (await firstOf(SFTP_SERVERS)) ?? 'internal-sftp', configuration: [] };
  try {
    return await fromPackages(await ensureToolTree('sshd', say));
  } catch (error) {
    if (!(error instanceof PackagesUnavailable || error instanceof CommandMissing)) throw error;
    const words = {
      en: `There is no sshd on this machine and none can be unpacked (${error.message}): install the package openssh-server.`,
      zh: `本机没有 sshd，也无法从软件包中解出（${error.message}）：请安装软件包 openssh-server。`,
    };
    return { missing: true, words };
  }
}

async function fromPackages(tree: string): Promise<SshdProgram> {
  const bin = (name: string) => path.join(tree, 'bin', name);
  // From 9.8 on sshd hands each connection to further programs, which it looks for where it was built to be.
  const parts = [
    ['SshdSessionPath', 'sshd-session'],
    ['SshdAuthPath', 'sshd-auth'],
  ] as const;
  const configuration: string[] = [];
  for (const [setting, name] of parts) if (await isExecutable(bin(name))) configuration.push(`${setting} ${bin(name)}`);
  return { sshd: bin('sshd'), sftpServer: bin('sftp-server'), configuration };
}

async function firstOf(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await isExecutable(file)) return file;
  return undefined;
}
