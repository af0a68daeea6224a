import { type DictionaryRule, ownRuleLimit, type SensitiveClass } from '@myriad/contract';
import { afterCommit, inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { DictionaryParts, Note } from '../parts.ts';
import { mayChangeRules } from '../policy.ts';
import { insertChange } from '../store/changes.ts';
import { deleteRule, type KeptRule, putRule, selectRules } from '../store/rules.ts';
import type { Patterns } from './judge-column.ts';
import { listRules } from './list-rules.ts';
import { shippedRules } from './shipped-rules.ts';

export interface RuleForm extends Patterns {
  readonly name: string;
  readonly class: SensitiveClass;
  readonly enabled: boolean;
}

/** What a form gives of a rule; what is absent stays. */
export type RulePatch = { readonly [Field in keyof RuleForm]?: RuleForm[Field] | undefined };

function requireGood(rule: KeptRule, others: readonly KeptRule[]): void {
  if (rule.names.length + rule.comments.length === 0) throw new ProblemError('DICTIONARY_RULE_EMPTY');
  if (others.some(({ id, name }) => id !== rule.id && name === rule.name))
    throw new ProblemError('DICTIONARY_RULE_NAME_TAKEN', { name: rule.name });
}

async function keep(
  { clock, judgeSoon }: DictionaryParts,
  tx: Tx,
  actor: Actor,
  { before, after }: { readonly before: KeptRule | undefined; readonly after: KeptRule | undefined },
  note: Note,
): Promise<void> {
  const rule = after ?? before;
  if (!rule) return;
  const shown = (one: KeptRule | undefined) => {
    if (!one) return null;
    const { name, class: kind, names, comments, types, except, enabled } = one;
    return JSON.stringify({ name, class: kind, names, comments, types, except, enabled });
  };
  const subject = rule.name || rule.id;
  const change = { objectId: rule.id, at: clock.now(), by: actor.name, subject, field: 'rule' };
  await insertChange(tx, '', { ...change, before: shown(before), after: shown(after) });
  await note(tx, `dictionary-rule/${rule.id}`, { en: `Rule ${subject}`, zh: `规则 ${subject}` });
  afterCommit(judgeSoon);
}

async function shownRule(tx: Tx, id: string): Promise<DictionaryRule> {
  const found = (await listRules(tx)).items.find((rule) => rule.id === id);
  if (!found) throw new Error('a rule just written is gone');
  return found;
}

/** @throws ProblemError NOT_AN_ADMINISTRATOR, DICTIONARY_RULES_FULL, DICTIONARY_RULE_EMPTY, DICTIONARY_RULE_NAME_TAKEN */
export function addRule(parts: DictionaryParts, actor: Actor, form: RuleForm, note: Note): Promise<DictionaryRule> {
  requireAllowed(mayChangeRules(actor));
  return inTransaction(parts.db, async (tx) => {
    const kept = await selectRules(tx);
    if (kept.length >= ownRuleLimit) throw new ProblemError('DICTIONARY_RULES_FULL', { most: ownRuleLimit });
    const rule: KeptRule = { ...form, id: newId(), changedAt: parts.clock.now(), changedBy: actor.name };
    requireGood(rule, kept);
    await putRule(tx, rule);
    await keep(parts, tx, actor, { before: undefined, after: rule }, note);
    return shownRule(tx, rule.id);
  });
}

/** A shipped rule is only switched off and on. @throws ProblemError DICTIONARY_RULE_SHIPPED and those of `addRule` */
export function changeRule(
  parts: DictionaryParts,
  actor: Actor,
  id: string,
  patch: RulePatch,
  note: Note,
): Promise<DictionaryRule> {
  requireAllowed(mayChangeRules(actor));
  return inTransaction(parts.db, async (tx) => {
    const kept = await selectRules(tx);
    const shipped = shippedRules.find((rule) => rule.id === id);
    const { enabled, ...content } = patch;
    if (shipped && Object.values(content).some((value) => value !== undefined))
      throw new ProblemError('DICTIONARY_RULE_SHIPPED');
    const before = kept.find((rule) => rule.id === id) ?? (shipped && switchOf(shipped.id, shipped.class));
    if (!before) throw new ProblemError('DICTIONARY_RULE_NOT_FOUND', { id });
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const after: KeptRule = { ...before, ...given, changedAt: parts.clock.now(), changedBy: actor.name };
    if (!shipped) requireGood(after, kept);
    await putRule(tx, after);
    await keep(parts, tx, actor, { before, after }, note);
    return shownRule(tx, id);
  });
}

/** Of a shipped rule only this is kept; its patterns stay with the product. */
const switchOf = (id: string, kind: SensitiveClass): KeptRule => ({
  ...{ id, name: '', class: kind, enabled: true, changedAt: 0, changedBy: '' },
  ...{ names: [], comments: [], types: [], except: [] },
});

/** What people decided about its tags stays; its suggestions go. @throws ProblemError as `changeRule` */
export function removeRule(parts: DictionaryParts, actor: Actor, id: string, note: Note): Promise<void> {
  requireAllowed(mayChangeRules(actor));
  return inTransaction(parts.db, async (tx) => {
    if (shippedRules.some((rule) => rule.id === id)) throw new ProblemError('DICTIONARY_RULE_SHIPPED');
    const before = (await selectRules(tx)).find((rule) => rule.id === id);
    if (!before) throw new ProblemError('DICTIONARY_RULE_NOT_FOUND', { id });
    await deleteRule(tx, id);
    await keep(parts, tx, actor, { before, after: undefined }, note);
  });
}
