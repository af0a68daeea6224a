import { PathError, pathErrorWords } from '@myriad/paths';
import type { Access, OpenOptions } from '../paths/index.ts';
import { checkSeat, type SeatFacts } from './actions/seat-actions.ts';
import type { Refusal } from './checks/index.ts';
import type { SeatInput } from './seat.ts';
import { packagePlace } from './server-package.ts';

/** What lies and listens at a seat right now; changes nothing. Throws PathError where the host cannot be reached. */
export async function lookAtSeat(access: Access, seat: SeatInput, options: OpenOptions = {}): Promise<SeatFacts> {
  await using session = await access.openHost(seat.hostId, options);
  const { baseDirectory, directory, address, port, adminPort, sha256 } = seat;
  const { target } = packagePlace(baseDirectory, seat);
  return session.action(
    checkSeat,
    { baseDirectory, directory, address, ports: [port, adminPort], target, sha256 },
    { timeoutSeconds: 20, ...(options.signal ? { signal: options.signal } : {}) },
  );
}

/** A host that cannot be looked at, as a refusal with the reason of the hop that failed. */
export function unreachable(seat: { readonly name: string }, error: unknown): Refusal {
  const code = error instanceof PathError ? error.code : 'HOST_UNREACHABLE';
  const message = error instanceof Error ? error.message : String(error);
  const why = pathErrorWords({ code: error instanceof PathError ? error.code : 'HOP_UNREACHABLE', message });
  return {
    code,
    path: 'hostIds',
    words: {
      en: `${seat.name}: the host cannot be looked at: ${why.en}.`,
      zh: `${seat.name}：无法查看该主机：${why.zh}。`,
    },
    next:
      code === 'HOST_KEY_CHANGED' || code === 'HOST_KEY_UNKNOWN'
        ? {
            en: 'Compare the host key with the machine itself before confirming it.',
            zh: '请先与机器核对主机密钥，再确认。',
          }
        : { en: 'Test the paths of this host, or choose another.', zh: '请测试该主机的路径，或换一台。' },
  };
}
