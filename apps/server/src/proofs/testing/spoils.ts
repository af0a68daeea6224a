import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { changeHost } from '@myriad/contract';
import type { ProofHost } from './hosts.ts';
import type { Proof } from './open-proof.ts';

export const port = 26_000 + Math.floor(Math.random() * 240) * 2;
export const takenPort = port + 1;

/** A fault and how to take it away again. */
export type Spoil = (proof: Proof) => Promise<() => Promise<void> | void>;

export const hostAt = (proof: Proof, at: number): ProofHost => {
  const host = proof.hosts[at];
  if (!host) throw new Error(`no host ${at}`);
  return host;
};

export const cut: Spoil = async (proof) => {
  const { way } = hostAt(proof, 1);
  way.cut();
  return way.mend;
};

export const takeKeyAway: Spoil = async (proof) => {
  const { way, machine } = hostAt(proof, 1);
  const keys = join(machine.folder, '.ssh', 'authorized_keys');
  await rename(keys, `${keys}.away`);
  way.leadTo({ address: machine.address, port: machine.sshPort });
  return () => rename(`${keys}.away`, keys);
};

export const leadElsewhere: Spoil = async (proof) => {
  const [one, other] = [hostAt(proof, 1), hostAt(proof, 2)];
  one.way.leadTo({ address: other.machine.address, port: other.machine.sshPort });
  return () => one.way.leadTo({ address: one.machine.address, port: one.machine.sshPort });
};

export const listenOn =
  (at: number): Spoil =>
  async (proof) => {
    const server = createServer();
    server.listen(port, hostAt(proof, at).machine.address);
    await once(server, 'listening');
    return () => new Promise((closed) => void server.close(() => closed()));
  };

export const foreignData: Spoil = async (proof) => {
  const folder = join(hostAt(proof, 1).machine.folder, 'm', 'instances', String(port));
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data', 'ibdata1'), 'years of somebody’s work');
  return () => rm(folder, { recursive: true });
};

export const baseAt =
  (baseDirectory: string): Spoil =>
  async (proof) => {
    const { id, machine } = hostAt(proof, 1);
    const change = (body: object) => proof.people.dba.client.call(changeHost, { params: { hostId: id }, body });
    await change({ baseDirectory });
    return async () => void (await change({ baseDirectory: `${machine.root}/m` }));
  };

export const outOfService: Spoil = async (proof) => {
  const { id } = hostAt(proof, 1);
  const change = (out: boolean) =>
    proof.people.dba.client.call(changeHost, { params: { hostId: id }, body: { outOfService: out } });
  await change(true);
  return async () => {
    await change(false);
    await proof.check(hostAt(proof, 1));
  };
};

export const all =
  (...spoils: readonly Spoil[]): Spoil =>
  async (proof) => {
    const ends: (() => Promise<void> | void)[] = [];
    for (const spoil of spoils) ends.push(await spoil(proof));
    return async () => {
      for (const end of ends.reverse()) await end();
    };
  };
