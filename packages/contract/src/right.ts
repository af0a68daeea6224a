import { z } from 'zod';
import { Role } from './auth.ts';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { GivenTime, line, text } from './text.ts';

export { rightProblems } from './right-problems.ts';

export const ScopeKind = z.enum(['all', 'environment', 'application', 'cluster']);
export type ScopeKind = z.infer<typeof ScopeKind>;

/** Where a role holds. `id` is an application's or a cluster's id, or an environment's name; '' for everything. */
export const Scope = z.object({ kind: ScopeKind, id: z.string().max(64).default('') });
export type Scope = z.infer<typeof Scope>;

/** With the name people know it by; absent: what it names is gone. */
export const ScopeView = z
  .object({ kind: ScopeKind, id: z.string(), name: z.string().optional() })
  .meta({ id: 'Scope' });
export type ScopeView = z.infer<typeof ScopeView>;

export const HolderKind = z.enum(['person', 'group']);
export type HolderKind = z.infer<typeof HolderKind>;

/** A name people typed: no line breaks, nothing invisible, no blanks around it. */
const typedName = line(64);
const reason = text(500);

export const RightView = z
  .object({
    id: z.string(),
    holder: z.object({ kind: HolderKind, id: z.string(), name: z.string() }),
    role: Role,
    scope: ScopeView,
    /** Until when it holds; absent: without end. */
    untilAt: Time.optional(),
    /** Its end has passed: it gives nothing any more. */
    over: z.boolean(),
    reason: z.string(),
    grantedBy: z.string(),
    createdAt: Time,
    abilities: z.object({ revoke: Ability }),
  })
  .meta({ id: 'Right' });
export type RightView = z.infer<typeof RightView>;

/** A role on a scope that somebody holds now, and why. */
export const EffectiveRight = z
  .object({
    role: Role,
    scope: ScopeView,
    /** Absent: granted to the person. */
    through: z.object({ groupId: z.string(), group: z.string() }).optional(),
    untilAt: Time.optional(),
    rightId: z.string(),
  })
  .meta({ id: 'EffectiveRight' });
export type EffectiveRight = z.infer<typeof EffectiveRight>;

const aboutRights = ['NOT_AN_ADMINISTRATOR'] as const;

export const listRights = endpoint({
  id: 'right.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/rights',
  summary: 'Who was granted what role on which scope, newest first',
  query: PageQuery.extend({
    holderId: z.string().max(64).optional(),
    role: Role.optional(),
    scopeKind: ScopeKind.optional(),
    scopeId: z.string().max(64).optional(),
  }),
  response: pageOf(RightView),
  problems: [...aboutRights],
});
export const GrantRight = z.object({
  /** Name or id of a person or a group. */
  holder: z.object({ kind: HolderKind, name: typedName }),
  role: Role,
  scope: Scope,
  /** In the future; absent: without end. */
  untilAt: GivenTime.optional(),
  reason: reason.default(''),
});
export type GrantRight = z.infer<typeof GrantRight>;
export const grantRight = endpoint({
  id: 'right.grant',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/rights',
  summary: 'Grant a role on a scope to a person or a group; once more: with another end or reason',
  body: GrantRight,
  response: RightView,
  problems: [
    ...aboutRights,
    'HOLDER_NOT_FOUND',
    'SCOPE_NOT_FOUND',
    'ADMINISTRATOR_SCOPE',
    'RIGHT_END_PASSED',
    'LAST_ADMINISTRATOR',
  ],
});
export const revokeRight = endpoint({
  id: 'right.revoke',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/rights/:rightId',
  summary: 'Take a role on a scope away; it holds no more from the next call on',
  params: z.object({ rightId: z.string().max(64) }),
  response: z.object({}),
  problems: [...aboutRights, 'RIGHT_NOT_FOUND', 'LAST_ADMINISTRATOR'],
});

export const PersonRights = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), disabled: z.boolean() }),
    rights: z.array(EffectiveRight),
    groups: z.array(z.object({ id: z.string(), name: z.string(), owner: z.boolean() })),
  })
  .meta({ id: 'PersonRights' });
export type PersonRights = z.infer<typeof PersonRights>;
export const getMyRights = endpoint({
  id: 'right.mine',
  scope: 'own',
  method: 'GET',
  path: '/api/me/rights',
  summary: 'What may I do, where, and through which grant?',
  response: PersonRights,
});
export const getPersonRights = endpoint({
  id: 'right.of-person',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/users/:userId/rights',
  summary: 'What may a person do, where, and through which grant?',
  params: z.object({ userId: z.string().max(64) }),
  response: PersonRights,
  problems: [...aboutRights, 'USER_NOT_FOUND'],
});
export const RightsThing = z.enum(['host', 'instance', 'cluster', 'application']);
export type RightsThing = z.infer<typeof RightsThing>;
export const ThingRights = z
  .object({
    people: z.array(
      z.object({
        person: z.object({ id: z.string(), name: z.string() }),
        /** What they may do on it; empty: they see it and act on none of it. */
        roles: z.array(Role),
        rights: z.array(EffectiveRight),
      }),
    ),
  })
  .meta({ id: 'ThingRights' });
export type ThingRights = z.infer<typeof ThingRights>;
export const getThingRights = endpoint({
  id: 'right.of-thing',
  method: 'GET',
  path: '/api/inventory/:dimension/:id/rights',
  summary: 'Who may see a thing and act on it, and through which grant?',
  params: z.object({ dimension: RightsThing, id: z.string().max(64) }),
  response: ThingRights,
  problems: ['NOT_AN_OPERATOR'],
});

export const ExplainedThing = z.enum(['host', 'instance', 'cluster', 'application', 'task', 'ticket', 'finding']);
export type ExplainedThing = z.infer<typeof ExplainedThing>;
export const Explanation = z
  .object({
    thing: ExplainedThing,
    id: z.string(),
    /** `unknown`: nothing has this id. `hidden`: it is there, outside of the person's rights. */
    answer: z.enum(['unknown', 'hidden', 'seen']),
    words: Words,
    /** Rights that would show it, the narrowest first. */
    would: z.array(z.object({ role: Role, scopeKind: ScopeKind, words: Words })),
    /** Names of people who can grant them. */
    ask: z.array(z.string()),
    /** Where it is seen: roles held on it, and the grants behind them. */
    roles: z.array(Role),
    rights: z.array(EffectiveRight),
  })
  .meta({ id: 'RightsExplanation' });
export type Explanation = z.infer<typeof Explanation>;
export const explainRight = endpoint({
  id: 'right.explain',
  scope: 'within',
  method: 'GET',
  path: '/api/rights/explanation',
  summary: 'Why can I (or a person, for administrators) see a thing, or not?',
  query: z.object({ thing: ExplainedThing, id: z.string().min(1).max(64), person: z.string().max(64).optional() }),
  response: Explanation,
  problems: ['NOT_AN_ADMINISTRATOR', 'USER_NOT_FOUND'],
});

export const GroupView = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    createdAt: Time,
    members: z.number().int(),
    owners: z.array(z.string()),
    abilities: z.object({ change: Ability, changeMembers: Ability }),
  })
  .meta({ id: 'Group' });
export type GroupView = z.infer<typeof GroupView>;
export const GroupDetail = GroupView.extend({
  people: z.array(z.object({ id: z.string(), name: z.string(), owner: z.boolean(), disabled: z.boolean() })),
  rights: z.array(RightView),
}).meta({ id: 'GroupDetail' });
export type GroupDetail = z.infer<typeof GroupDetail>;

const groupParams = z.object({ groupId: z.string().max(64) });
export const listGroups = endpoint({
  id: 'group.list',
  scope: 'own',
  method: 'GET',
  path: '/api/groups',
  summary: 'Groups of people, newest first: all for administrators, else those one belongs to',
  query: PageQuery,
  response: pageOf(GroupView).extend({ abilities: z.object({ create: Ability }) }),
});
export const getGroup = endpoint({
  id: 'group.get',
  scope: 'own',
  method: 'GET',
  path: '/api/groups/:groupId',
  summary: 'One group with its people and its rights',
  params: groupParams,
  response: GroupDetail,
  problems: ['GROUP_NOT_FOUND'],
});
export const createGroup = endpoint({
  id: 'group.create',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/groups',
  summary: 'Add a group of people',
  body: z.object({ name: typedName, description: reason.default('') }),
  response: GroupDetail,
  problems: [...aboutRights, 'GROUP_NAME_TAKEN'],
});
export const changeGroup = endpoint({
  id: 'group.change',
  scope: 'own',
  method: 'PATCH',
  path: '/api/groups/:groupId',
  summary: 'Change the name or the description of a group',
  params: groupParams,
  body: z.object({ name: typedName.optional(), description: reason.optional() }),
  response: GroupDetail,
  problems: [...aboutRights, 'GROUP_NOT_FOUND', 'GROUP_NAME_TAKEN'],
});
export const removeGroup = endpoint({
  id: 'group.remove',
  scope: 'own',
  method: 'DELETE',
  path: '/api/groups/:groupId',
  summary: 'Remove a group with its rights; its people lose what it gave them at once',
  params: groupParams,
  response: z.object({ people: z.number().int(), rights: z.number().int() }),
  problems: [...aboutRights, 'GROUP_NOT_FOUND'],
});
export const setGroupMember = endpoint({
  id: 'group.set-member',
  scope: 'own',
  method: 'PUT',
  path: '/api/groups/:groupId/members',
  summary: 'Add a person to a group, or make one an owner or a plain member; owners may do this',
  params: groupParams,
  body: z.object({
    /** Name or id. */
    person: typedName,
    owner: z.boolean().default(false),
  }),
  response: GroupDetail,
  problems: ['NOT_A_GROUP_OWNER', 'GROUP_NOT_FOUND', 'USER_NOT_FOUND'],
});
export const removeGroupMember = endpoint({
  id: 'group.remove-member',
  scope: 'own',
  method: 'DELETE',
  path: '/api/groups/:groupId/members/:userId',
  summary: 'Take a person out of a group; everybody may leave one',
  params: groupParams.extend({ userId: z.string().max(64) }),
  response: z.object({}),
  problems: ['NOT_A_GROUP_OWNER', 'GROUP_NOT_FOUND', 'GROUP_MEMBER_NOT_FOUND'],
});
