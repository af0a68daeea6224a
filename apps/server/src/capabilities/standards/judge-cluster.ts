import type { ComplianceItem, DriftItem, StandardKind } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import type { NewFinding } from '../findings/index.ts';
import type { ClusterRecord, InstanceRecord } from '../metadata/index.ts';
import { type OpenStandards, openStandards } from './find-standard-of.ts';
import { addCounts, countItems, judgeInstance } from './judge/judge-instance.ts';
import { lastSeen } from './look/last-seen.ts';
import type { JudgeParts } from './parts.ts';
import { type ClusterNumbers, deleteClusterNumbers, putClusterNumbers } from './store/cluster-compliance.ts';
import {
  type ComplianceRecord,
  deleteCompliance,
  type HistoryMark,
  insertMark,
  type KindCounts,
  listMarks,
  putCompliance,
} from './store/compliance.ts';
import { type ExceptionRecord, listInForce } from './store/exceptions.ts';
import { sumCluster } from './sum-cluster.ts';

export interface Judged {
  readonly instances: number;
  readonly differs: number;
  readonly drift: number;
  readonly opened: number;
  readonly closed: number;
}

export const isJudged = ({ state }: Pick<InstanceRecord, 'state'>): boolean =>
  state === 'running' || state === 'stopped' || state === 'unknown';

/** Whom an exception is for. */
export const excepts = (
  { scope }: Pick<ExceptionRecord, 'scope'>,
  { id, clusterId, environment }: { readonly id: string; readonly clusterId: string; readonly environment: string },
): boolean => scope.id === (scope.kind === 'instance' ? id : scope.kind === 'cluster' ? clusterId : environment);

/**
 * Holds a cluster against its standard, by what was seen of it last; writes the judgement, its history and its findings.
 * Asks no server anything. @throws ProblemError CLUSTER_NOT_FOUND
 */
export async function judgeCluster(parts: JudgeParts, clusterId: string, open?: OpenStandards): Promise<Judged> {
  const { db, clock, metadata } = parts;
  const cluster = await metadata.getCluster(db, clusterId);
  const inForce = await (open ?? (await openStandards(db))).of(cluster);
  const instances = (await metadata.listInstances(db, { clusterId })).filter(isJudged);
  const now = clock.now();
  const exceptions = await listInForce(db, now);
  const records: ComplianceRecord[] = [];
  if (inForce && cluster.state !== 'decommissioned')
    for (const instance of instances) {
      const seen = await lastSeen(db, instance.id);
      const where = { id: instance.id, clusterId, environment: cluster.environment };
      const excepted = exceptions.filter((each) => excepts(each, where));
      const { items, drift } = judgeInstance(inForce.rules, { instance, cluster, seen }, excepted, now);
      records.push({
        ...{ instanceId: instance.id, clusterId, standardId: inForce.standardId, version: inForce.version },
        ...{ judgedAt: now, lookedAt: seen?.lookedAt ?? null, kinds: countKinds(items), drift: drift.length },
        items: items.filter(({ state }) => state !== 'ok'),
        driftItems: drift,
      });
    }
  return inTransaction(db, (tx) => keep(parts, tx, cluster, records, instances, now));
}

function countKinds(items: readonly ComplianceItem[]): KindCounts {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind): [StandardKind, ReturnType<typeof countItems>] => [
      kind,
      countItems(items.filter((item) => item.kind === kind)),
    ]),
  );
}

async function keep(
  { findings }: JudgeParts,
  tx: Tx,
  cluster: ClusterRecord,
  records: readonly ComplianceRecord[],
  instances: readonly InstanceRecord[],
  now: number,
): Promise<Judged> {
  const keptIds = records.map(({ instanceId }) => instanceId);
  const gone = await deleteCompliance(tx, cluster.id, keptIds);
  let opened = 0;
  let closed = 0;
  for (const record of records) {
    await putCompliance(tx, record, addCounts(Object.values(record.kinds)));
    // One nobody could look at: what was found on it before does not seem mended.
    if (record.lookedAt === null) continue;
    const name = instances.find(({ id }) => id === record.instanceId)?.name ?? record.instanceId;
    const report = { source: 'standards', scope: `instance/${record.instanceId}`, at: now };
    const told = await findings.report(tx, { ...report, findings: findingsOf(record, name) });
    opened += told.opened.length;
    closed += told.closed.length;
  }
  for (const instanceId of gone) {
    const report = { source: 'standards', scope: `instance/${instanceId}`, at: now, findings: [] };
    closed += (await findings.report(tx, report)).closed.length;
  }
  const numbers = sumCluster(cluster.id, records);
  if (!numbers) await deleteClusterNumbers(tx, cluster.id);
  else {
    await putClusterNumbers(tx, numbers);
    await markHistory(tx, numbers, now);
  }
  const { total, drift } = numbers ?? { total: { differs: 0 }, drift: 0 };
  return { instances: records.length, differs: total.differs, drift, opened, closed };
}

/** A row only where the numbers or the standard changed. */
async function markHistory(
  tx: Tx,
  { clusterId, standardId, version, total: { ok, differs, excepted, unknown }, drift }: ClusterNumbers,
  at: number,
): Promise<void> {
  const mark: HistoryMark = { at, standardId, version, ok, differs, excepted, unknown, drift };
  const [last] = await listMarks(tx, clusterId, 1);
  if (last && JSON.stringify({ ...last, at }) === JSON.stringify(mark)) return;
  await insertMark(tx, clusterId, mark);
}

const settingOf = ({ set }: Pick<ComplianceItem, 'set'>): string => (set ? `${set.name}=${set.value}` : '');

/** One a rule, one a parameter that drifted; an open exception closes its finding until it is over. */
function findingsOf(record: ComplianceRecord, name: string): readonly NewFinding[] {
  const on = { entity: 'instance', entityId: record.instanceId, clusterId: record.clusterId } as const;
  return [
    ...record.items
      .filter(({ state }) => state === 'differs')
      .map((item): NewFinding => {
        const { rule, kind, grade, title, found, wanted, remedy } = item;
        const evidence = { name, title, found, wanted, remedy, set: settingOf(item), rule };
        return { ...on, code: `STANDARD_${kind.toUpperCase()}`, about: rule, grade, evidence };
      }),
    ...record.driftItems.map((item: DriftItem): NewFinding => {
      const { name: about, running, kept, where } = item;
      const evidence = { name, running, kept, where, set: settingOf(item) };
      return { ...on, code: 'PARAMETER_DRIFT', about, grade: 'warn', evidence };
    }),
  ];
}
