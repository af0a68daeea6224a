import type { Words } from '@myriad/contract';
import type { Clock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { changedFields } from '../changed-fields.ts';
import type { MetadataParts, Note } from '../parts.ts';
import { mayChangeMetadata } from '../policy.ts';
import type { EntityKind } from '../records.ts';
import {
  countChoice,
  countFilled,
  deleteCustomField,
  insertCustomField,
  selectCustomFields,
  updateCustomField,
} from '../store/extras.ts';
import { unlessTaken } from '../store/unless-taken.ts';
import type { CustomFieldRecord } from './custom-field.ts';

interface Definition {
  readonly required: boolean;
  readonly words: Words;
  readonly choices: readonly string[];
}

export async function listFields(db: Reader, dimension?: EntityKind | undefined) {
  const filled = await countFilled(db);
  return (await selectCustomFields(db, dimension)).map((field) => ({
    ...field,
    choices: [...field.choices],
    filled: filled.get(field.id) ?? 0,
  }));
}

/** @throws ProblemError FIELD_NOT_FOUND naming what there is */
export async function getField(db: Reader, dimension: EntityKind, name: string): Promise<CustomFieldRecord> {
  const fields = await selectCustomFields(db, dimension);
  const field = fields.find((each) => each.name === name);
  if (!field) {
    const names = fields.map((each) => each.name).join(', ') || '-';
    throw new ProblemError('FIELD_NOT_FOUND', { dimension, name, names });
  }
  return field;
}

function requireChoices(type: CustomFieldRecord['type'], choices: readonly string[]): void {
  const isRight =
    type === 'choice' ? choices.length > 0 && new Set(choices).size === choices.length : choices.length === 0;
  if (isRight) return;
  const words =
    type === 'choice'
      ? { en: 'a choice needs at least one choice, each once', zh: '选择类型至少需要一个选项，且不可重复' }
      : { en: 'only a choice has choices', zh: '只有选择类型可以设置选项' };
  throw new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: 'body.choices', words }]);
}

const shownOf = ({ required, words, choices }: Definition) => ({ required, words, choices });

export async function defineField(
  { db, metadata, clock }: MetadataParts & { readonly clock: Clock },
  actor: Actor,
  form: Definition & Pick<CustomFieldRecord, 'dimension' | 'name' | 'type'>,
  note: Note,
): Promise<CustomFieldRecord> {
  requireAllowed(mayChangeMetadata(actor));
  requireChoices(form.type, form.choices);
  const { dimension, name } = form;
  const field: CustomFieldRecord = { ...form, id: newId(), createdAt: clock.now() };
  return inTransaction(db, async (tx) => {
    await unlessTaken(() => insertCustomField(tx, field), 'FIELD_NAME_TAKEN', { dimension, name });
    await remember(tx, { metadata }, actor, field, [{ field: 'created', before: null, after: form }]);
    await note(tx, `custom-field/${dimension}.${name}`);
    return field;
  });
}

const remember = (
  tx: Tx,
  { metadata }: Pick<MetadataParts, 'metadata'>,
  actor: Actor,
  { dimension, name }: CustomFieldRecord,
  fields: ReturnType<typeof changedFields>,
) => {
  const entityId = `${dimension}.${name}`;
  return metadata.remember(tx, { entity: 'custom-field', entityId, fields }, { kind: 'person', id: actor.id });
};

/** The type stays: values of another type would be left that no longer can be read. */
export async function changeField(
  { db, metadata }: MetadataParts,
  actor: Actor,
  of: { readonly dimension: EntityKind; readonly name: string },
  definition: Definition,
  note: Note,
): Promise<CustomFieldRecord> {
  requireAllowed(mayChangeMetadata(actor));
  return inTransaction(db, async (tx) => {
    const before = await getField(tx, of.dimension, of.name);
    requireChoices(before.type, definition.choices);
    for (const choice of before.choices.filter((each) => !definition.choices.includes(each))) {
      const count = await countChoice(tx, before.id, choice);
      if (count > 0) throw new ProblemError('FIELD_CHOICE_IN_USE', { name: of.name, choice, count });
    }
    const after = { ...before, ...definition };
    await updateCustomField(tx, after);
    await remember(tx, { metadata }, actor, before, changedFields(shownOf(before), shownOf(definition)));
    await note(tx, `custom-field/${of.dimension}.${of.name}`);
    return after;
  });
}

export async function removeField(
  { db, metadata }: MetadataParts,
  actor: Actor,
  of: { readonly dimension: EntityKind; readonly name: string },
  note: Note,
): Promise<number> {
  requireAllowed(mayChangeMetadata(actor));
  return inTransaction(db, async (tx) => {
    const field = await getField(tx, of.dimension, of.name);
    const removed = await deleteCustomField(tx, field.id);
    const before = { ...shownOf(field), type: field.type, values: removed };
    await remember(tx, { metadata }, actor, field, [{ field: 'removed', before, after: null }]);
    await note(tx, `custom-field/${of.dimension}.${of.name}`);
    return removed;
  });
}
