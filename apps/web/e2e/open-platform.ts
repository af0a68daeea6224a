import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@myriad/contract';
import { endProcess } from '../../cli/src/demo/child-process.ts';
import type { LabReady } from '../../cli/src/demo/lab-process.ts';
import { openDemo } from '../../cli/src/demo/open-demo.ts';
import { startPlatform } from '../../cli/src/demo/platform-process.ts';
import { registerLabHosts } from '../../cli/src/demo/register-lab-hosts.ts';

export interface SignIn {
  readonly name: string;
  readonly password: string;
}

/** What only a platform of the story's own gives: its lab, its administrator, and people who call without a browser. */
export interface OwnPlatform {
  readonly hosts: LabReady['hosts'];
  readonly administrator: SignIn;
  readonly asAdministrator: Client;
  readonly asRequester: Client;
  /** Of the running platform: for a story that makes its record wrong. */
  readonly storeFile: string;
}

export interface StoryPlatform extends AsyncDisposable {
  readonly url: string;
  /** May ask. */
  readonly requester: SignIn;
  /** May approve. */
  readonly approver: SignIn;
  /** Absent where the story was sent to a platform that runs already. */
  readonly own?: OwnPlatform;
}

/** `name:password`, as an environment variable holds a sign-in. */
function signInOf(variable: string): SignIn {
  const text = process.env[variable] ?? '';
  const colon = text.indexOf(':');
  if (colon < 1) throw new Error(`${variable} must be name:password`);
  return { name: text.slice(0, colon), password: text.slice(colon + 1) };
}

/**
 * The platform a story runs against: the one at `MYRIAD_E2E_URL` (with `MYRIAD_E2E_REQUESTER` and `MYRIAD_E2E_APPROVER`,
 * three free hosts in its pool), else one started for the story in a scratch folder, with three lab hosts.
 */
export async function openPlatform(): Promise<StoryPlatform> {
  const url = process.env.MYRIAD_E2E_URL;
  if (url) {
    const [requester, approver] = [signInOf('MYRIAD_E2E_REQUESTER'), signInOf('MYRIAD_E2E_APPROVER')];
    return { url, requester, approver, async [Symbol.asyncDispose]() {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'myriad-console-'));
  const say = ({ en }: { en: string }) => void process.stderr.write(`${en}\n`);
  try {
    const demo = await openDemo({ folder, flavor: 'mysql', port: 0, withConsole: true, say });
    const end = async () => {
      await Promise.all([endProcess(demo.platform.id), endProcess(demo.lab.id)]);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      await registerLabHosts(demo.administrator, demo.lab.ready, say);
    } catch (error) {
      await end();
      throw error;
    }
    const { requester, approver, administrator } = demo.state.people;
    const own = {
      hosts: demo.lab.ready.hosts,
      administrator,
      asAdministrator: demo.administrator,
      asRequester: demo.requester,
      storeFile: join(folder, 'platform', 'myriad.db'),
    };
    return { url: demo.url, requester, approver, own, [Symbol.asyncDispose]: end };
  } catch (error) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

export interface FreshPlatform extends AsyncDisposable {
  readonly url: string;
  /** What the platform prints once, at its first start. */
  readonly firstRunToken: string;
}

/** A platform nobody has used yet: no administrator, no host. The console must have been built. */
export async function openFreshPlatform(): Promise<FreshPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-first-run-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const { id, ready } = await startPlatform(folder, '127.0.0.1:0');
    const end = async () => {
      await endProcess(id);
      await remove();
    };
    if (ready.firstRunToken === undefined) {
      await end();
      throw new Error('a fresh platform gave no first-run token');
    }
    return { url: ready.url, firstRunToken: ready.firstRunToken, [Symbol.asyncDispose]: end };
  } catch (error) {
    await remove();
    throw error;
  }
}
