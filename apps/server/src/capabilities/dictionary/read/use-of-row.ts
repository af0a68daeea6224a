import { type DictionaryUse, unusedDays } from '@myriad/contract';
import type { KeptLook } from '../store/looks.ts';

const dayMilliseconds = 24 * 3_600_000;

interface UseRow {
  readonly reads: number | null;
  readonly writes: number | null;
  readonly quiet_since: number | null;
  readonly seen_at: number;
}

/** What may be said of the use of a table or an index: no more than the last look proves. Pure. */
export function useOfRow(
  { reads, writes, quiet_since, seen_at }: UseRow,
  look: Pick<KeptLook, 'at' | 'use'> | undefined,
): DictionaryUse {
  const counted = reads === null || writes === null ? {} : { reads: Number(reads), writes: Number(writes) };
  if (!look?.use.known || Number(seen_at) < look.at || reads === null) return { state: 'unknown', ...counted };
  if (quiet_since === null) return { state: 'used', ...counted };
  const quietSince = Number(quiet_since);
  const enough = look.at - quietSince >= unusedDays * dayMilliseconds;
  return { state: enough ? 'unused' : 'too-early', quietSince, ...counted };
}
