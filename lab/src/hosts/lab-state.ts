import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { holdFreePort } from '../free-port.ts';
import { newLoopbackAddresses } from '../loopback.ts';
import { newSshKey, type SshKey } from './ssh-key.ts';

/** What stays the same when a lab is started again in its folder. */
export interface LabState {
  readonly key: SshKey;
  readonly hosts: readonly HostState[];
}

export interface HostState {
  readonly name: string;
  readonly address: string;
  readonly sshPort: number;
  readonly hostKey: SshKey;
}

const fileIn = (folder: string) => path.join(folder, 'lab.json');

/** Reads the folder's lab, or invents one. A lab can grow: hosts that are not there yet are added. */
export async function loadLabState(folder: string, count: number): Promise<LabState> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined);
  const known: LabState = text ? (JSON.parse(text) as LabState) : { key: newSshKey(), hosts: [] };
  const hosts = [...known.hosts];
  const network = hosts[0]?.address.replace(/\d+$/, '') ?? newLoopbackAddresses(1)[0]?.replace(/\d+$/, '');
  while (hosts.length < count) {
    const number = hosts.length + 1;
    const address = `${network}${number}`;
    const held = await holdFreePort(address);
    await held.release();
    hosts.push({ name: `lab-${number}`, address, sshPort: held.port, hostKey: newSshKey() });
  }
  const state = { key: known.key, hosts };
  await saveLabState(folder, state);
  return state;
}

async function saveLabState(folder: string, state: LabState): Promise<void> {
  await writeFile(`${fileIn(folder)}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
  await rename(`${fileIn(folder)}.new`, fileIn(folder));
}
