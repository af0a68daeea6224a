import { unseen, type Words } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { lockRecord } from '../lock-record.ts';
import type { MetadataParts, Note } from '../parts.ts';
import { mayChangeMetadata } from '../policy.ts';
import type { EntityKind } from '../records.ts';
import { selectLabels, writeLabel } from '../store/extras.ts';
import { type Extras, readExtras } from './read-extras.ts';

const most = 64;

function faultOf(key: string, value: string | null): Words | undefined {
  if (!/^\p{L}[\p{L}\p{N}._-]{0,62}$/u.test(key)) return { en: 'the key is not well formed', zh: '键的格式不正确' };
  if (value === null) return undefined;
  if (value.trim() === '' || value.length > 190)
    return { en: 'a value has 1 to 190 characters', zh: '值的长度应为 1 至 190 个字符' };
  return unseen.test(value)
    ? { en: 'the value holds a control character or an invisible one', zh: '值中含有控制字符或不可见字符' }
    : undefined;
}

/** Sets labels of one record, null takes one away, the rest stays. Each label that differs is one row of the history. */
export async function changeLabels(
  { db, metadata }: MetadataParts,
  actor: Actor,
  of: { readonly dimension: EntityKind; readonly id: string },
  labels: Readonly<Record<string, string | null>>,
  note: Note,
): Promise<Extras> {
  requireAllowed(mayChangeMetadata(actor));
  for (const [key, value] of Object.entries(labels)) {
    const reason = faultOf(key, value);
    if (reason) throw new ProblemError('LABEL_INVALID', { key, reason });
  }
  const { dimension: entity, id: entityId } = of;
  return inTransaction(db, async (tx) => {
    await lockRecord(metadata, tx, entity, entityId);
    const before = await selectLabels(tx, entity, entityId);
    const changes = Object.entries(labels).filter(([key, value]) => (before[key] ?? null) !== value);
    const after = { ...before, ...labels };
    if (Object.values(after).filter((value) => value !== null).length > most) {
      const reason = { en: `there would be more than ${most}`, zh: `标签将超过 ${most} 个` };
      throw new ProblemError('LABEL_INVALID', { key: changes[0]?.[0] ?? '', reason });
    }
    for (const [key, value] of changes) await writeLabel(tx, { entity, entityId, key, value });
    const fields = changes.map(([key, value]) => ({
      field: `label.${key}`,
      before: before[key] ?? null,
      after: value,
    }));
    await metadata.remember(tx, { entity, entityId, fields }, { kind: 'person', id: actor.id });
    await note(tx, `${entity}/${entityId}`);
    return readExtras(tx, entity, entityId);
  });
}
