import type { HostKey } from './hops/host-key.ts';
import type { OpenPathOptions } from './open.ts';
import { open } from './open.ts';
import { type Hop, PathError } from './types.ts';

export interface ProbeTarget {
  readonly address: string;
  readonly port: number;
  /** Hops to go through first, nearest first. */
  readonly via?: readonly Extract<Hop, { kind: 'ssh' }>[];
}

/**
 * The host key an SSH server shows, without trying to log in. To be confirmed by a person: the first look trusts nothing.
 * Throws PathError where it cannot be reached, or a hop before it fails.
 */
export async function probeHostKey(target: ProbeTarget, options: OpenPathOptions): Promise<HostKey> {
  const { address, port, via = [] } = target;
  const auth = { kind: 'password', password: '' } as const;
  try {
    // No key is accepted, so the connection ends before any login.
    await using _ = await open([...via, { kind: 'ssh', address, port, user: 'myriad', auth, hostKeys: [] }], options);
  } catch (error) {
    const seen = error instanceof PathError && error.code === 'HOST_KEY_UNKNOWN' && error.hop === via.length;
    if (!seen) throw error;
    return { fingerprint: String(error.detail.fingerprint), type: String(error.detail.keyType) };
  }
  throw new TypeError('a server was let in without a host key');
}
