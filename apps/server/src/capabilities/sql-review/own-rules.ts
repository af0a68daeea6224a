import { fleetProblems, type OwnReviewRule, type OwnReviewRuleTrial, type ReviewPolicyView } from '@myriad/contract';
import {
  allRules,
  listOwnRulesIn,
  type OwnRule,
  PolicyFault,
  readOwnRuleText,
  setOwnRuleIn,
  textOfOwnRule,
  tryOwnRule,
  valuesOfOwnRule,
  whyRefused,
} from '@myriad/sql-review';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import type { Note, SqlReviewParts } from './parts.ts';
import { mayChangePolicy } from './policy.ts';
import { type Saved, savePolicy } from './save-policy.ts';
import { findPolicy, listPolicies, scopeOf } from './store/policies.ts';
import { seenApplications } from './view-policies.ts';

/** What the form asks for; a file may have fewer. */
const leastCases = 3;

type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata'>;
const nothingTaken = () => false;
const shipped = new Set(allRules.map(({ id }) => id));

/** Runs the cases of a rule given as text or as the values of a form. Never throws for what people wrote. */
export async function tryRule(given: {
  readonly text?: string | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}): Promise<OwnReviewRuleTrial> {
  const text = given.text ?? (await textOfOwnRule(given.values ?? {}));
  try {
    const values = await valuesOfOwnRule(text);
    const shown = { text, values: { ...values } };
    try {
      return { ...shown, ...trialOf(await readOwnRuleText(text, nothingTaken)) };
    } catch (fault) {
      return { ...shown, ...faulty(fault) };
    }
  } catch (fault) {
    return { text, ...faulty(fault) };
  }
}

function faulty(fault: unknown) {
  if (!(fault instanceof PolicyFault)) throw fault;
  return { fault: { line: fault.line, words: fault.words }, cases: [], isProven: false };
}

function trialOf(own: OwnRule): Pick<OwnReviewRuleTrial, 'server' | 'cases' | 'isProven'> {
  const trial = tryOwnRule(own);
  const cases = (trial?.cases ?? []).map(({ places, ...one }) => ({ ...one, places: [...places] }));
  const isEnough = own.hit.length >= leastCases && own.noHit.length >= leastCases;
  return {
    ...(trial ? { server: trial.server } : {}),
    cases,
    isProven: trial !== undefined && isEnough && cases.every(({ wrong }) => !wrong),
  };
}

/** Puts a rule into a policy, or takes it out. @throws ProblemError: see the endpoint */
export async function setOwnRule(
  parts: Parts,
  actor: Actor,
  { ruleId, text, ...saved }: Saved & { readonly ruleId: string; readonly text: string | null },
  audit: Note,
): Promise<ReviewPolicyView> {
  requireAllowed(await mayChangePolicy(parts.db, actor, saved.scope));
  if (text !== null) {
    const { fault, isProven, values, cases } = await tryRule({ text });
    if (fault) throw new ProblemError('REVIEW_POLICY_INVALID', { line: fault.line, reason: fault.words });
    if (values?.id !== ruleId) throw new ProblemError('OWN_REVIEW_RULE_NAME', { id: ruleId });
    if (!isProven)
      throw new ProblemError('OWN_REVIEW_RULE_UNPROVEN', {
        least: leastCases,
        wrong: cases.filter(({ wrong }) => wrong).length,
      });
  }
  const now = (await findPolicy(parts.db, saved.scope))?.text ?? '';
  return savePolicy(parts, actor, { ...saved, text: await setOwnRuleIn(now, ruleId, text) }, audit);
}

/** Every own rule of the policies one sees, as text, with whether it still holds. */
export async function listOwnRules(parts: Parts, actor: Actor) {
  const seen = await seenApplications(parts, actor);
  const items: OwnReviewRule[] = [];
  for (const record of await listPolicies(parts.db)) {
    const scope = scopeOf(record);
    if (scope.kind === 'application' && !seen.has(scope.id)) continue;
    const change = abilityOf(await mayChangePolicy(parts.db, actor, scope), fleetProblems);
    const name = scope.kind === 'application' ? seen.get(scope.id) : undefined;
    for (const entry of await listOwnRulesIn(record.text)) {
      const stands = { scope, ...(name === undefined ? {} : { name }), version: Number(record.version) };
      items.push({ ...entry, ...stands, ...(await told(entry.text)), abilities: { change } });
    }
  }
  return { items, changeBase: abilityOf(mustOperate(actor), fleetProblems) };
}

/** Broken as well: a rule that came with a later release has its name. */
async function told(text: string): Promise<Pick<OwnReviewRule, 'grade' | 'words' | 'hits' | 'noHits' | 'broken'>> {
  try {
    const own = await readOwnRuleText(text, (id) => shipped.has(id));
    const broken = whyRefused(own);
    const counts = { hits: own.hit.length, noHits: own.noHit.length };
    return { grade: own.grade, words: own.words, ...counts, ...(broken ? { broken } : {}) };
  } catch (fault) {
    if (!(fault instanceof PolicyFault)) throw fault;
    return { grade: 'N', words: fault.words, hits: 0, noHits: 0, broken: fault.words };
  }
}
