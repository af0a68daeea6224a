import type { DeepLook, LookedMember } from '../../sweeps/index.ts';

export interface ReadMember extends LookedMember {
  readonly look: DeepLook;
}

/** More is more to be trusted: who writes before who follows, who told all before who told a part. */
function trustOf({ role, look: { glance, portrait } }: ReadMember): number {
  const { tables, columns } = portrait.contents;
  return (
    (columns.ok ? 8 : 0) +
    (tables.ok && !tables.more ? 4 : 0) +
    (glance.channels.length === 0 ? 2 : 0) +
    (role === 'primary' ? 1 : 0)
  );
}

/** The member a cluster's dictionary is read from: the primary where it told its tables, else the most trusted one. Pure. */
export function chooseMember(members: readonly LookedMember[]): ReadMember | undefined {
  const told = members.filter((member): member is ReadMember => member.look?.portrait.contents.tables.ok === true);
  return told.reduce<ReadMember | undefined>(
    (best, member) => (best === undefined || trustOf(member) > trustOf(best) ? member : best),
    undefined,
  );
}
