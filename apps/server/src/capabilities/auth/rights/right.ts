import type { Role, Scope } from '@myriad/contract';
import type { HeldRight } from '../../../platform/policy/decision.ts';

/** A role granted on a scope to a person or a group, as it is stored. */
export interface Right {
  readonly id: string;
  readonly holder: { readonly kind: 'person' | 'group'; readonly id: string };
  readonly role: Role;
  readonly scope: Scope;
  readonly untilAt: number | null;
  readonly reason: string;
  readonly grantedBy: string;
  readonly createdAt: number;
}

export const everything: Scope = { kind: 'all', id: '' };

/** As actors carry it. */
export const heldOf = ({ role, scope }: Pick<Right, 'role' | 'scope'>): HeldRight => ({ role, ...scope });

/** Where a thing lies, as far as rights are concerned; null: nowhere in that dimension. */
export interface Place {
  readonly cluster: string | null;
  readonly application: string | null;
  readonly environment: string | null;
}

/** Of what belongs to no cluster: only a role on everything reaches it. */
export const nowhere: Place = { cluster: null, application: null, environment: null };

/** How a thing lies towards rights. */
export interface Standing {
  /** A right on one of them (`one`), or on each of them (`each`), shows the thing. None: only a right on everything does. */
  readonly shownBy: readonly Place[];
  readonly shown: 'one' | 'each';
  /** A role acts on the thing where it is held on each of these; absent: those that show it. */
  readonly actedOnBy?: readonly Place[];
  /** It is theirs: they see it whatever their rights. */
  readonly ownerId?: string;
}

export const isOver = ({ untilAt }: Pick<Right, 'untilAt'>, now: number): boolean => untilAt !== null && untilAt <= now;

export const reaches = ({ kind, id }: Pick<HeldRight, 'kind' | 'id'>, place: Place): boolean =>
  kind === 'all' || (id !== '' && place[kind] === id);

const rolesAt = (rights: readonly HeldRight[], place: Place): ReadonlySet<Role> =>
  new Set(rights.filter((right) => reaches(right, place)).map(({ role }) => role));

/** Held on every one of the places; of none, on everything. Several rights on one place add up. */
export function rolesOn(rights: readonly HeldRight[], places: readonly Place[]): Role[] {
  const [first = nowhere, ...more] = places;
  const others = more.map((place) => rolesAt(rights, place));
  return [...rolesAt(rights, first)].filter((role) => others.every((roles) => roles.has(role)));
}

/** The judgement behind every single read: undefined where the thing is not theirs to see, else the roles they hold on it. */
export function rolesTowards(
  { id, rights }: { readonly id: string; readonly rights: readonly HeldRight[] },
  { shownBy, shown, actedOnBy = shownBy, ownerId }: Standing,
  shownTo?: readonly Role[],
): Role[] | undefined {
  const showing = rights.filter(({ role }) => shownTo === undefined || shownTo.includes(role));
  const shows = (place: Place) => showing.some((right) => reaches(right, place));
  const everywhere = shows(nowhere);
  const isShown = everywhere || (shown === 'one' ? shownBy.some(shows) : shownBy.length > 0 && shownBy.every(shows));
  if (!isShown && ownerId !== id) return undefined;
  return rolesOn(rights, actedOnBy);
}

/** An actor's rights, also of one that was made without: then its roles hold on everything. */
export const rightsOf = ({
  rights,
  roles,
}: {
  readonly rights?: readonly HeldRight[];
  readonly roles: readonly Role[];
}): readonly HeldRight[] => rights ?? roles.map((role) => ({ role, kind: 'all', id: '' }));
