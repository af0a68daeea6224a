import type { Me, Role } from '@myriad/contract';
import type { Actor, HeldRight } from '../../platform/policy/decision.ts';
import { rolesOn } from './rights/right.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  /** On everything, granted to the person and without end; all they hold is read by `readRightsOf`. */
  readonly roles: Role[];
  readonly language?: 'zh-CN' | 'en';
  readonly disabled: boolean;
  readonly createdAt: number;
}

type Named = Pick<User, 'id' | 'name'>;

/** Nothing is kept between calls: what was revoked holds no more in the next one. */
export const actorOf = ({ id, name }: Named, via: Actor['via'], rights: readonly HeldRight[]): Actor => ({
  id,
  name,
  roles: rolesOn(rights, []),
  via,
  rights,
});

export function meOf(
  user: Named & Pick<User, 'language'>,
  { roles, rights = [], via }: Pick<Actor, 'roles' | 'rights' | 'via'>,
): Me {
  const narrow = rights.flatMap(({ role, kind, id }) => (kind === 'all' ? [] : [{ role, kind, id }]));
  return {
    id: user.id,
    name: user.name,
    roles: [...roles],
    via,
    ...(user.language ? { language: user.language } : {}),
    ...(narrow.length > 0 ? { narrow } : {}),
  };
}
