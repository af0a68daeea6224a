import '../tables.ts';
import type { ComplianceItem, Counts, DriftItem, StandardKind } from '@myriad/contract';
import { newId } from '../../../platform/database/new-id.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { ComplianceHistoryTable, InstanceComplianceTable } from '../tables.ts';

export type KindCounts = Partial<Record<StandardKind, Counts>>;

/** The numbers of one instance's last judgement. */
export interface ComplianceNumbers {
  readonly instanceId: string;
  readonly clusterId: string;
  readonly standardId: string;
  readonly version: number;
  readonly judgedAt: number;
  /** null: nobody looked at it yet. */
  readonly lookedAt: number | null;
  readonly kinds: KindCounts;
  readonly drift: number;
}

export interface ComplianceRecord extends ComplianceNumbers {
  readonly items: readonly ComplianceItem[];
  readonly driftItems: readonly DriftItem[];
}

const numbers = [
  ...(['instance_id', 'cluster_id', 'standard_id', 'version', 'judged_at', 'looked_at', 'kinds', 'drift'] as const),
] as const;

const toNumbers = (row: Pick<InstanceComplianceTable, (typeof numbers)[number]>): ComplianceNumbers => ({
  instanceId: row.instance_id,
  clusterId: row.cluster_id,
  standardId: row.standard_id,
  version: Number(row.version),
  judgedAt: Number(row.judged_at),
  lookedAt: row.looked_at === null ? null : Number(row.looked_at),
  kinds: JSON.parse(row.kinds),
  drift: Number(row.drift),
});

export async function putCompliance(tx: Tx, made: ComplianceRecord, total: Counts): Promise<void> {
  await upsert(
    tx,
    'instance_compliance',
    { instance_id: made.instanceId },
    {
      ...{ cluster_id: made.clusterId, standard_id: made.standardId, version: made.version },
      ...{ judged_at: made.judgedAt, looked_at: made.lookedAt, drift: made.drift },
      ...{ ok: total.ok, differs: total.differs, excepted: total.excepted, unseen: total.unknown },
      ...{ kinds: JSON.stringify(made.kinds), items: JSON.stringify(made.items) },
      drift_items: JSON.stringify(made.driftItems),
    },
  );
}

/** By what each instance of the fleet was judged. */
export async function mapJudged(db: Reader) {
  const rows = await db
    .selectFrom('instance_compliance')
    .select(['instance_id', 'cluster_id', 'standard_id', 'version', 'looked_at'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.instance_id,
      {
        ...{ clusterId: row.cluster_id, standardId: row.standard_id, version: Number(row.version) },
        lookedAt: row.looked_at === null ? null : Number(row.looked_at),
      },
    ]),
  );
}

export async function listOfCluster(db: Reader, clusterId: string): Promise<readonly ComplianceRecord[]> {
  const rows = await db.selectFrom('instance_compliance').selectAll().where('cluster_id', '=', clusterId).execute();
  return rows.map((row) => ({
    ...toNumbers(row),
    items: JSON.parse(row.items),
    driftItems: JSON.parse(row.drift_items),
  }));
}

/** Instances with drift, at most so many. */
export async function listDrifting(db: Reader, most: number): Promise<readonly ComplianceRecord[]> {
  const rows = await db
    .selectFrom('instance_compliance')
    .selectAll()
    .where('drift', '>', 0)
    .orderBy('drift', 'desc')
    .orderBy('instance_id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...toNumbers(row), items: [], driftItems: JSON.parse(row.drift_items) }));
}

/** Of instances that are gone. */
export async function deleteCompliance(tx: Tx, clusterId: string, keep: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('instance_compliance')
    .select('instance_id')
    .where('cluster_id', '=', clusterId)
    .execute();
  const gone = rows.map(({ instance_id }) => instance_id).filter((id) => !keep.includes(id));
  if (gone.length > 0) await tx.deleteFrom('instance_compliance').where('instance_id', 'in', gone).execute();
  return gone;
}

export interface HistoryMark {
  readonly at: number;
  readonly standardId: string;
  readonly version: number;
  readonly ok: number;
  readonly differs: number;
  readonly excepted: number;
  readonly unknown: number;
  readonly drift: number;
}

const toMark = (row: ComplianceHistoryTable): HistoryMark => ({
  at: Number(row.at),
  standardId: row.standard_id,
  version: Number(row.version),
  ok: Number(row.ok),
  differs: Number(row.differs),
  excepted: Number(row.excepted),
  unknown: Number(row.unseen),
  drift: Number(row.drift),
});

/** Newest first. */
export async function listMarks(db: Reader, clusterId: string, most: number): Promise<readonly HistoryMark[]> {
  const rows = await db
    .selectFrom('compliance_history')
    .selectAll()
    .where('cluster_id', '=', clusterId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toMark);
}

export async function insertMark(tx: Tx, clusterId: string, mark: HistoryMark): Promise<void> {
  const { at, standardId, version, ok, differs, excepted, unknown, drift } = mark;
  await tx
    .insertInto('compliance_history')
    .values({
      ...{ id: newId(), cluster_id: clusterId, at, standard_id: standardId, version },
      ...{ ok, differs, excepted, unseen: unknown, drift },
    })
    .execute();
}
