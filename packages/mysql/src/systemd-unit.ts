import { layoutOf } from './layout.ts';
import { serverArgv, stopLimitSeconds } from './server-commands.ts';
import type { Version } from './version.ts';

export interface UnitInput {
  readonly version: Version;
  readonly basedir: string;
  readonly directory: string;
  readonly name: string;
  /** A standalone instance comes back by itself after a crash; a replicated one never does: the platform looks first. */
  readonly restart: 'after-crash' | 'never';
  readonly manager: 'system' | 'user';
  /** For the system manager: the OS account the server runs as. */
  readonly user?: string;
}

export const unitName = (port: number): string => `myriad-mysql-${port}.service`;

/** systemd splits at white space and expands % and $: our paths hold none of these, and that is checked. */
function word(value: string): string {
  if (!/^[\w./=:@+,-]+$/.test(value)) throw new Error(`not a word for a unit file: ${JSON.stringify(value)}`);
  return value;
}

/** A unit of its own for one instance. Type=exec: readiness is looked at by the platform, the same for both drivers. */
export function renderSystemdUnit(input: UnitInput): string {
  const { directory, name, restart, manager, user } = input;
  const layout = layoutOf(directory);
  return `${[
    '[Unit]',
    `Description=Myriad: MySQL instance ${word(name)}`,
    'After=network-online.target local-fs.target',
    'StartLimitIntervalSec=600',
    'StartLimitBurst=5',
    '',
    '[Service]',
    'Type=exec',
    ...(manager === 'system' ? [`User=${word(user ?? 'myriad')}`, 'UMask=0077'] : ['UMask=0077']),
    `WorkingDirectory=${word(layout.directory)}`,
    `ExecStart=${serverArgv(input).map(word).join(' ')}`,
    // SQL RESTART ends with 16 and expects somebody to start it again.
    'Environment=MYSQLD_PARENT_PID=1',
    'RestartForceExitStatus=16',
    `Restart=${restart === 'after-crash' ? 'on-failure' : 'no'}`,
    'RestartSec=2',
    'KillSignal=SIGTERM',
    'SendSIGKILL=no',
    `TimeoutStopSec=${stopLimitSeconds}`,
    'TimeoutStartSec=0',
    'LimitNOFILE=65536',
    'OOMScoreAdjust=-500',
    '',
    '[Install]',
    `WantedBy=${manager === 'system' ? 'multi-user.target' : 'default.target'}`,
  ].join('\n')}\n`;
}
