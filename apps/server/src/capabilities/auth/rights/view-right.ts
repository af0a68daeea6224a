import { authProblems, type EffectiveRight, type RightView } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { type Actor, abilityOf, type Decision } from '../../../platform/policy/decision.ts';
import { keepsAnAdministrator, mayManageUsers } from '../policy.ts';
import { listAdministrators } from '../store/users.ts';
import type { User } from '../user.ts';
import { nameHolders } from './groups/store.ts';
import { isOver, type Right } from './right.ts';
import { type ScopeBook, viewScopes } from './scope-book.ts';

interface ViewParts {
  readonly db: Reader;
  readonly scopes: ScopeBook;
  readonly now: number;
}

/** As administrators see them, with what they may do to each. */
export async function viewRights(
  { db, scopes, now }: ViewParts,
  actor: Pick<Actor, 'roles' | 'rights' | 'id' | 'name' | 'via'>,
  rights: readonly Right[],
): Promise<RightView[]> {
  const scopeOf = await viewScopes(db, scopes, rights);
  const nameOf = await nameHolders(db, rights);
  const administrators = await listAdministrators(db);
  return rights.map((right) => {
    const { id, holder, role, untilAt, reason, grantedBy, createdAt } = right;
    return {
      ...{ id, role, reason, grantedBy, createdAt },
      holder: { ...holder, name: nameOf(holder) },
      scope: scopeOf(right.scope),
      ...(untilAt === null ? {} : { untilAt }),
      over: isOver(right, now),
      abilities: { revoke: abilityOf(mayRevoke(actor, right, administrators, nameOf(holder)), authProblems) },
    };
  });
}

function mayRevoke(actor: Actor, right: Right, administrators: readonly User[], name: string): Decision {
  const manage = mayManageUsers(actor);
  if (!manage.allowed || right.role !== 'administrator' || right.untilAt !== null) return manage;
  return keepsAnAdministrator(
    administrators.filter(({ id }) => id !== right.holder.id),
    { name },
  );
}

/** As their holder sees them: where each comes from. */
export async function viewEffective(
  { db, scopes }: Pick<ViewParts, 'db' | 'scopes'>,
  rights: readonly Right[],
): Promise<EffectiveRight[]> {
  const scopeOf = await viewScopes(db, scopes, rights);
  const nameOf = await nameHolders(db, rights);
  return rights.map(({ id, holder, role, scope, untilAt }) => ({
    role,
    scope: scopeOf(scope),
    ...(holder.kind === 'group' ? { through: { groupId: holder.id, group: nameOf(holder) } } : {}),
    ...(untilAt === null ? {} : { untilAt }),
    rightId: id,
  }));
}
