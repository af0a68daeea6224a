import { type DictionaryTag, type SensitiveClass, sensitiveClasses } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { DictionaryParts, Note } from './parts.ts';
import { viewTag } from './read/view-rows.ts';
import { judgeSome } from './rules/judge-waiting.ts';
import { rulesInForce } from './rules/rules-in-force.ts';
import { insertChange } from './store/changes.ts';
import { lockColumns } from './store/judging.ts';
import { deleteTag, type KeptTag, putTag, selectTags } from './store/tags.ts';
import { getDescribable } from './write-note.ts';

export interface TagPlace {
  readonly clusterId: string;
  readonly columnId: string;
  readonly class: SensitiveClass;
}

/** Looks at the column and its tag, and holds both. */
async function lockTag(tx: Tx, actor: Actor, { clusterId, columnId, class: kind }: TagPlace) {
  const { subject, tableId } = await getDescribable(tx, actor, clusterId, columnId);
  if (tableId === undefined) throw new ProblemError('DICTIONARY_OBJECT_NOT_FOUND', { id: columnId });
  const columns = await lockColumns(tx, [columnId]);
  const before = (await selectTags(tx, [columnId])).get(columnId)?.find((tag) => tag.class === kind);
  return { subject, columns, before, of: { clusterId, tableId } };
}

const noteWords = (subject: string, kind: SensitiveClass, what: 'confirmed' | 'refused' | 'withdrawn') => ({
  en: `Tag ${sensitiveClasses[kind].en} of ${subject} ${what}`,
  zh: `${subject} 的标签“${sensitiveClasses[kind].zh}”：${{ confirmed: '已确认', refused: '已否定', withdrawn: '已撤回' }[what]}`,
});

/** A person says it is so, or is not: it stands over every rule, and outlives the column's absence. */
export function tagColumn(
  { db, clock }: DictionaryParts,
  actor: Actor,
  place: TagPlace,
  state: 'confirmed' | 'refused',
  note: Note,
): Promise<DictionaryTag> {
  return inTransaction(db, async (tx) => {
    const { subject, before, of } = await lockTag(tx, actor, place);
    const { columnId, class: kind, clusterId } = place;
    const at = clock.now();
    const fromRule = before?.source === 'rule' && before.ruleId !== undefined ? { ruleId: before.ruleId } : {};
    const source = before?.source ?? 'person';
    const tag: KeptTag = { columnId, class: kind, state, source, ...fromRule, by: actor.name, at };
    await putTag(tx, of, tag);
    const change = { objectId: columnId, at, by: actor.name, subject, field: `tag.${kind}` };
    await insertChange(tx, clusterId, { ...change, before: before?.state ?? null, after: state });
    await note(tx, `cluster/${clusterId}`, noteWords(subject, kind, state));
    return viewTag(tag);
  });
}

/** Back to what the rules say, at once. @throws ProblemError DICTIONARY_TAG_NOT_FOUND where nobody decided */
export function untagColumn({ db, clock }: DictionaryParts, actor: Actor, place: TagPlace, note: Note): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { subject, before, columns } = await lockTag(tx, actor, place);
    const { columnId, class: kind, clusterId } = place;
    if (before?.by === undefined) throw new ProblemError('DICTIONARY_TAG_NOT_FOUND', { class: sensitiveClasses[kind] });
    const at = clock.now();
    await deleteTag(tx, columnId, kind);
    await judgeSome(tx, await rulesInForce(tx), columns, at);
    const change = { objectId: columnId, at, by: actor.name, subject, field: `tag.${kind}` };
    await insertChange(tx, clusterId, { ...change, before: before.state, after: null });
    await note(tx, `cluster/${clusterId}`, noteWords(subject, kind, 'withdrawn'));
  });
}
