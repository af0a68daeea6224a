import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { mustRun, runCommand } from '../run-command.ts';

export interface LabUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

const NAME = 'myriad-lab';
const HOME = '/var/lib/myriad-lab';

/** Who the lab's hosts let in: ourselves, or as root an account of its own, because mysqld refuses to run as root. */
export async function ensureLabUser(): Promise<LabUser> {
  const self = userInfo();
  if (self.uid !== 0) return { name: self.username, uid: self.uid, gid: self.gid, home: self.homedir };
  if (!(await findUser(NAME))) {
    // `*` = no password fits; an empty or locked (!) one would make sshd refuse keys as well.
    const args = ['--system', '--user-group', '--create-home', '--home-dir', HOME, '--shell', '/bin/sh'];
    const { code, stderr } = await runCommand('useradd', [...args, '--password', '*', NAME]);
    // 9 = somebody else's lab made it in between.
    if (code !== 0 && code !== 9) throw new Error(`the account ${NAME} could not be made: ${stderr.trim()}`);
  }
  const user = await findUser(NAME);
  if (!user) throw new Error(`the account ${NAME} was made but cannot be found`);
  await mustRun('mkdir', ['-p', user.home]); // the mount point
  return user;
}

/** sshd running as root wants an account for its unprivileged part; the package makes it, an unpacked one does not. */
export async function ensureSshdAccount(): Promise<void> {
  if (userInfo().uid !== 0 || (await findUser('sshd'))) return;
  await mustRun('useradd', ['--system', '--home-dir', '/run/sshd', '--shell', '/usr/sbin/nologin', 'sshd']);
}

async function findUser(name: string): Promise<LabUser | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid, , home] = line?.split(':') ?? [];
  return line ? { name, uid: Number(uid), gid: Number(gid), home: home ?? '' } : undefined;
}
