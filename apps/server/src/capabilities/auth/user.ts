import type { Me, Role } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly language?: 'zh-CN' | 'en';
  readonly disabled: boolean;
  readonly createdAt: number;
}

export const actorOf = (user: User, via: Actor['via']): Actor => ({
  id: user.id,
  name: user.name,
  roles: user.roles,
  via,
});

export const meOf = (user: User, via: Me['via']): Me => ({
  id: user.id,
  name: user.name,
  roles: user.roles,
  via,
  ...(user.language ? { language: user.language } : {}),
});
