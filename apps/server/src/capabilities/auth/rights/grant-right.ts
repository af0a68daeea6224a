import type { GrantRight, RightView } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { AuthParts, Note } from '../parts.ts';
import { mayManageUsers } from '../policy.ts';
import { findUser, findUserByName, lockUsers } from '../store/users.ts';
import { findGroup, findGroupByName } from './groups/store.ts';
import { requireAnAdministratorStays, requireStillAdministrator } from './require-administrator.ts';
import { everything, type Right } from './right.ts';
import { addRight, findRight, removeRight } from './store.ts';
import { viewRights } from './view-right.ts';

type Parts = Pick<AuthParts, 'db' | 'clock' | 'scopes'>;

/** It holds from the next call on; granted once more, it gets the new end and reason. */
export async function grantRight(parts: Parts, actor: Actor, wanted: GrantRight, note: Note): Promise<RightView> {
  requireAllowed(mayManageUsers(actor));
  const { db, clock, scopes } = parts;
  const { role, reason, untilAt } = wanted;
  const scope = wanted.scope.kind === 'all' ? everything : wanted.scope;
  if (role === 'administrator' && (scope.kind !== 'all' || wanted.holder.kind !== 'person'))
    throw new ProblemError('ADMINISTRATOR_SCOPE');
  if (untilAt !== undefined && untilAt <= clock.now()) throw new ProblemError('RIGHT_END_PASSED');
  const holder = await findHolder(db, wanted.holder);
  if (scope.kind !== 'all' && (await scopes.nameScope(db, scope)) === undefined)
    throw new ProblemError('SCOPE_NOT_FOUND', { kind: scope.kind, id: scope.id });
  const right = await inTransaction(db, async (tx) => {
    await lockUsers(tx);
    await requireStillAdministrator(tx, actor, clock.now());
    const granted = await addRight(tx, {
      ...{ holder, role, scope, reason, grantedBy: actor.name },
      untilAt: untilAt ?? null,
      createdAt: clock.now(),
    });
    if (role === 'administrator') await requireAnAdministratorStays(tx, holder.id);
    await note(tx, { resource: resourceOf(granted) });
    return granted;
  });
  return viewOne(parts, actor, right);
}

/** What was read and not yet told ends with the next call, open event streams with the next thing they would tell. */
export async function revokeRight({ db, clock }: Parts, actor: Actor, id: string, note: Note): Promise<void> {
  requireAllowed(mayManageUsers(actor));
  await inTransaction(db, async (tx) => {
    await lockUsers(tx);
    await requireStillAdministrator(tx, actor, clock.now());
    const right = await findRight(tx, id);
    if (!right) throw new ProblemError('RIGHT_NOT_FOUND');
    await removeRight(tx, id);
    if (right.role === 'administrator') await requireAnAdministratorStays(tx, right.holder.id);
    await note(tx, { resource: resourceOf(right) });
  });
}

/** Says all of it: the row is gone once it is revoked, the audit log stays. */
const resourceOf = ({ holder, role, scope }: Right): string =>
  `right/${holder.kind}/${holder.id}/${role}/${scope.kind}${scope.id === '' ? '' : `/${scope.id}`}`;

async function findHolder(db: Reader, { kind, name }: GrantRight['holder']): Promise<Right['holder']> {
  const found =
    kind === 'person'
      ? ((await findUser(db, name)) ?? (await findUserByName(db, name))?.user)
      : ((await findGroup(db, name)) ?? (await findGroupByName(db, name)));
  if (!found) throw new ProblemError('HOLDER_NOT_FOUND', { name });
  return { kind, id: found.id };
}

async function viewOne({ db, clock, scopes }: Parts, actor: Actor, right: Right): Promise<RightView> {
  const [view] = await viewRights({ db, scopes, now: clock.now() }, actor, [right]);
  if (!view) throw new Error('programming error: one right has one view');
  return view;
}
