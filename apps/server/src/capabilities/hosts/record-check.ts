import type { CheckVerdict } from '@myriad/contract';
import type { Tx } from '../../platform/database/schema.ts';
import type { HostRecord, Source } from '../metadata/index.ts';
import { defaultCheckSpec } from './check/check-spec.ts';
import type { HostFacts } from './check/facts.ts';
import { judgeHost, passesCheck } from './check/judge-host.ts';
import type { HostParts } from './parts.ts';
import { poolStateAfter } from './pool.ts';
import { insertCheck } from './store.ts';

type Parts = Pick<HostParts, 'metadata' | 'clock' | 'checkSpec'>;

/**
 * Judges what was found and writes it down: facts, verdicts, and the pool state that follows. A host that is reserved, in use
 * or out of service keeps its state: the verdicts are for people to read.
 */
export async function recordCheck(
  { metadata, clock, checkSpec = defaultCheckSpec }: Parts,
  tx: Tx,
  host: HostRecord,
  facts: HostFacts,
  source: Source,
): Promise<{ readonly passed: boolean; readonly verdicts: readonly CheckVerdict[] }> {
  const at = clock.now();
  const verdicts = judgeHost(facts, checkSpec);
  const passed = passesCheck(verdicts);
  const learned = Object.entries(facts).filter(([, value]) => value !== null);
  await metadata.recordFacts(
    tx,
    learned.map(([name, value]) => ({ entity: 'host', entityId: host.id, name, value, observedAt: at, source })),
  );
  await insertCheck(tx, { hostId: host.id, at, passed, verdicts }, source);
  const poolState = poolStateAfter(host.poolState, passed ? 'pass-check' : 'fail-check');
  if (poolState) await metadata.changeHost(tx, host.id, { poolState }, source);
  return { passed, verdicts };
}
