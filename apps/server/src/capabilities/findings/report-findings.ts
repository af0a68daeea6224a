import type { Words } from '@myriad/contract';
import type { Tx } from '../../platform/database/schema.ts';
import type { FindingRecord, FindingReport, NewFinding } from './finding.ts';
import { harmlessEvidence, harmlessText } from './harmless-evidence.ts';
import { type FindingParts, tell } from './parts.ts';
import { insertChange, keyOf, lockOpenOf, takeFinding, updateFinding } from './store/findings.ts';

/** What a look changed, by id. */
export interface Reported {
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

/**
 * Takes in one complete look at one scope: what is new is opened (or opened again, with its owner and mute), what was known
 * keeps its age, what is not named any more is closed. The same report twice changes nothing but the time it was last seen.
 */
export async function reportFindings(parts: FindingParts, tx: Tx, report: FindingReport): Promise<Reported> {
  const { source, scope, at } = report;
  const open = new Map((await lockOpenOf(tx, source, scope)).map((finding) => [finding.id, finding]));
  const opened: string[] = [];
  const named = new Map(report.findings.map((finding) => [keyOf(source, finding), finding]));
  for (const [key, found] of named) {
    const fresh = freshFrom(parts, report, found);
    const { record, isNew } = await takeFinding(tx, key, fresh);
    open.delete(record.id);
    if (isNew) await noteOpened(parts, tx, record);
    else if (record.lastSeenAt > at) continue;
    else if (record.closedAt !== null) await openAgain(parts, tx, record, fresh);
    else await keep(parts, tx, record, fresh);
    if (isNew || record.closedAt !== null) opened.push(record.id);
  }
  const gone = [...open.values()].filter(({ lastSeenAt }) => lastSeenAt <= at);
  for (const finding of gone) await closeFinding(parts, tx, finding, { at, by: source });
  return { opened, closed: gone.map(({ id }) => id) };
}

function freshFrom(
  { catalogue }: FindingParts,
  { source, scope, at }: FindingReport,
  found: NewFinding,
): Omit<FindingRecord, 'id'> {
  const kind = catalogue[found.code];
  if (!kind && !found.words) throw new Error(`a finding of the kind ${found.code}, which stands in no catalogue`);
  const { code, entity, entityId, about = '', clusterId, evidence = {}, words } = found;
  return {
    ...{ code, entity, entityId, source, scope },
    about: harmlessText(about, 180),
    clusterId: clusterId ?? (entity === 'cluster' ? entityId : null),
    grade: found.grade ?? kind?.grade ?? 'warn',
    evidence: harmlessEvidence(evidence),
    words: words ? harmlessWords(words) : null,
    next: found.next ? harmlessWords(found.next) : null,
    firstSeenAt: at,
    lastSeenAt: at,
    closedAt: null,
    times: 1,
    owner: null,
    mute: null,
  };
}

const harmlessWords = ({ en, zh }: Words): Words => ({ en: harmlessText(en, 1000), zh: harmlessText(zh, 1000) });

async function noteOpened({ events }: FindingParts, tx: Tx, finding: FindingRecord): Promise<void> {
  const { id: findingId, firstSeenAt: at, source: by, evidence: detail } = finding;
  await insertChange(tx, { findingId, at, what: 'opened', by, detail });
  tell(events, 'finding.opened', finding);
}

async function openAgain(
  parts: FindingParts,
  tx: Tx,
  known: FindingRecord,
  fresh: Omit<FindingRecord, 'id'>,
): Promise<void> {
  const { id, owner, mute, times } = known;
  const again = { ...fresh, id, owner, mute, times: times + 1 };
  await updateFinding(tx, again);
  await noteOpened(parts, tx, again);
}

async function keep(
  { events }: FindingParts,
  tx: Tx,
  known: FindingRecord,
  fresh: Omit<FindingRecord, 'id'>,
): Promise<void> {
  const { scope, clusterId, grade, evidence, words, next, lastSeenAt } = fresh;
  const kept = { ...known, scope, clusterId, grade, evidence, words, next, lastSeenAt };
  await updateFinding(tx, kept);
  if (grade === known.grade) return;
  const detail = { before: known.grade, after: grade };
  await insertChange(tx, { findingId: known.id, at: lastSeenAt, what: 'changed', by: fresh.source, detail });
  tell(events, 'finding.changed', kept);
}

/** Not there any more, or accepted. Its row stays, with its age and owner. */
export async function closeFinding(
  { events }: FindingParts,
  tx: Tx,
  finding: FindingRecord,
  { at, by }: { readonly at: number; readonly by: string },
): Promise<void> {
  const closed = { ...finding, closedAt: at, lastSeenAt: Math.max(at, finding.lastSeenAt) };
  await updateFinding(tx, closed);
  await insertChange(tx, { findingId: finding.id, at, what: 'closed', by, detail: {} });
  tell(events, 'finding.closed', closed);
}
