import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess } from '../../cli/src/demo/child-process.ts';
import { openDemo } from '../../cli/src/demo/open-demo.ts';
import { registerLabHosts } from '../../cli/src/demo/register-lab-hosts.ts';

export interface SignIn {
  readonly name: string;
  readonly password: string;
}

export interface StoryPlatform extends AsyncDisposable {
  readonly url: string;
  /** May ask. */
  readonly requester: SignIn;
  /** May approve. */
  readonly approver: SignIn;
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
    const { requester, approver } = demo.state.people;
    return { url: demo.url, requester, approver, [Symbol.asyncDispose]: end };
  } catch (error) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}
