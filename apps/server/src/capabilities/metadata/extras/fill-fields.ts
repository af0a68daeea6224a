import type { Words } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { findUserByName } from '../../auth/index.ts';
import { lockRecord } from '../lock-record.ts';
import type { MetadataParts, Note } from '../parts.ts';
import { mayChangeMetadata } from '../policy.ts';
import type { EntityKind } from '../records.ts';
import { selectCustomFields, selectCustomValues, writeCustomValue } from '../store/extras.ts';
import { type CustomFieldRecord, type CustomValueText, readCustomValue, shownCustomValue } from './custom-field.ts';
import { getField } from './define-field.ts';
import { type Extras, readExtras } from './read-extras.ts';

type Given = Readonly<Record<string, string | number | null>>;

/** Sets custom fields of one record, null empties one, the rest stays. All faults at once; afterwards no required field is empty. */
export async function fillFields(
  { db, metadata }: MetadataParts,
  actor: Actor,
  of: { readonly dimension: EntityKind; readonly id: string },
  given: Given,
  note: Note,
): Promise<Extras> {
  requireAllowed(mayChangeMetadata(actor));
  const { dimension: entity, id: entityId } = of;
  return inTransaction(db, async (tx) => {
    await lockRecord(metadata, tx, entity, entityId);
    for (const name of Object.keys(given)) await getField(tx, entity, name);
    const definitions = await selectCustomFields(tx, entity);
    const before = await selectCustomValues(tx, entityId);
    const values = await readValues(tx, definitions, given);
    requireFilled(definitions, before, given);
    const fields = [];
    for (const { field, value } of values) {
      const old = before.get(field.id);
      if (old === value?.text) continue;
      await writeCustomValue(tx, field.id, entityId, value);
      const shown = (text: string | undefined) => (text === undefined ? null : shownCustomValue(field, text));
      fields.push({ field: `field.${field.name}`, before: shown(old), after: shown(value?.text) });
    }
    await metadata.remember(tx, { entity, entityId, fields }, { kind: 'person', id: actor.id });
    await note(tx, `${entity}/${entityId}`);
    return readExtras(tx, entity, entityId);
  });
}

interface Filled {
  readonly field: CustomFieldRecord;
  readonly value: CustomValueText | null;
}

async function readValues(db: Reader, definitions: readonly CustomFieldRecord[], given: Given): Promise<Filled[]> {
  const filled: Filled[] = [];
  const faults: { path: string; words: Words }[] = [];
  for (const field of definitions) {
    const value = given[field.name];
    if (value === undefined) continue;
    const isKnown = field.type === 'person' && typeof value === 'string' && (await isPerson(db, value));
    const read = value === null ? null : readCustomValue(field, value, () => isKnown);
    if (read && 'fault' in read) faults.push({ path: `body.fields.${field.name}`, words: read.fault });
    else filled.push({ field, value: read });
  }
  if (faults.length > 0) throw new ProblemError('FIELDS_INVALID', { count: faults.length }, faults);
  return filled;
}

const isPerson = async (db: Reader, name: string): Promise<boolean> => {
  const found = await findUserByName(db, name);
  return found !== undefined && !found.user.disabled;
};

function requireFilled(
  definitions: readonly CustomFieldRecord[],
  before: ReadonlyMap<string, string>,
  given: Given,
): void {
  const words = { en: 'must be filled', zh: '必填' };
  const empty = definitions
    .filter(
      ({ id, name, required }) => required && (given[name] === undefined ? !before.has(id) : given[name] === null),
    )
    .map(({ name }) => ({ path: `body.fields.${name}`, words }));
  if (empty.length > 0) throw new ProblemError('FIELDS_INVALID', { count: empty.length }, empty);
}
