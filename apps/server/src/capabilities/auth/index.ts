import './tables.ts';

export { type Auth, createAuth } from './create-auth.ts';
export { createUser } from './create-user.ts';
export { authMigrations } from './migrations.ts';
export { mustOperate } from './policy.ts';
export { type ResetAdministrator, resetAdministrator } from './reset-administrator.ts';
export { findActor } from './rights/find-actor.ts';
export {
  nowhere,
  type Place,
  reaches,
  rightsOf,
  rolesOn,
  rolesTowards,
  type Standing,
} from './rights/right.ts';
export type { ScopeBook } from './rights/scope-book.ts';
export { actorOn, createScopeGuard, type ScopedThing, type ScopedThings } from './rights/scope-guard.ts';
export { serveAuth } from './routes.ts';
export { findOwners, type OwnerFound } from './store/owners.ts';
export { authRetention } from './store/retention.ts';
export { readSettings, type SettingsValues } from './store/settings.ts';
export { findUser, findUserByName, listHolders } from './store/users.ts';
export type { User } from './user.ts';
export { walkAudit } from './walk-audit.ts';
