import type { ExplainedThing, Explanation } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { AuthParts } from '../parts.ts';
import { mayManageUsers } from '../policy.ts';
import { findUser, findUserByName, listHolders } from '../store/users.ts';
import { explanationWords, wouldShow } from './explanation-words.ts';
import { heldOf, nowhere, type Right, reaches, rolesTowards, type Standing } from './right.ts';
import { readRightsOf } from './store.ts';
import { viewEffective } from './view-right.ts';

type Parts = Pick<AuthParts, 'db' | 'clock' | 'scopes' | 'things'>;

/** Of an id made here; a ticket's number can be counted through, and says nothing to who does not see it. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * Why a person sees a thing, or not. What it tells of a hidden one: that something of that kind has this very id, which nobody
 * guesses; no name, no application, no environment, nobody who works on it. Administrators ask for others.
 */
export async function explainRight(
  parts: Parts,
  actor: Actor,
  { thing, id, person }: { readonly thing: ExplainedThing; readonly id: string; readonly person?: string | undefined },
): Promise<Explanation> {
  const { db, clock } = parts;
  if (person !== undefined && person !== actor.id) requireAllowed(mayManageUsers(actor));
  const who = await findWho(db, actor, person);
  const now = clock.now();
  const rights = await readRightsOf(db, who.id, now);
  const { stands, shownTo } = getThing(parts, thing);
  const standing = await stands(db, id);
  const roles = standing && rolesTowards({ id: who.id, rights: rights.map(heldOf) }, standing, shownTo);
  if (standing && roles) {
    const reaching = rights.filter((right) => isReached(right, standing));
    return {
      ...{ thing, id, answer: 'seen', would: [], ask: [], roles },
      words: explanationWords(reaching.length === 0 ? 'own' : 'seen'),
      rights: await viewEffective(parts, reaching),
    };
  }
  const answer = standing && (isId(id) || person !== undefined) ? 'hidden' : 'unknown';
  return {
    ...{ thing, id, answer, roles: [], rights: [] },
    words: explanationWords(answer),
    would: answer === 'hidden' ? wouldShow(thing) : [],
    ask: answer === 'hidden' ? await namesOfAdministrators(db, now) : [],
  };
}

const isReached = ({ scope }: Right, { shownBy }: Standing): boolean =>
  [nowhere, ...shownBy].some((place) => reaches(scope, place));

function getThing({ things }: Parts, thing: string) {
  const found = Object.hasOwn(things, thing) ? things[thing] : undefined;
  if (!found) throw new ProblemError('NOT_FOUND', { path: thing });
  return found;
}

async function findWho(db: Reader, actor: Actor, person: string | undefined): Promise<{ readonly id: string }> {
  if (person === undefined) return actor;
  const user = (await findUser(db, person)) ?? (await findUserByName(db, person))?.user;
  if (!user) throw new ProblemError('USER_NOT_FOUND');
  return user;
}

async function namesOfAdministrators(db: Reader, now: number): Promise<string[]> {
  const holders = await listHolders(db, now);
  return holders.filter(({ held }) => held.some(({ role }) => role === 'administrator')).map(({ name }) => name);
}
