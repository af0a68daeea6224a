import { type WrongInput, wrongChoices, wrongLines, wrongTexts, wrongTimes } from '../../../platform/http/testing.ts';
import { butBlank, type Form, longest, wrongAt } from './form.ts';

const soon = Date.now() + 86_400_000;

const wrongPasswords = (field: string): WrongInput[] =>
  ['', 'short', 'x'.repeat(11), 'x'.repeat(201), 7, null, [], 'a\u0000bcdefghijklm', '\ud800'.repeat(12)].map((given) =>
    wrongAt('INPUT_INVALID', { [field]: given }, `body.${field}`),
  );

interface Known {
  readonly groupId: string;
  readonly person: { readonly id: string; readonly name: string };
}

/** Forms about people and what they may do: users, tokens, groups, rights, networks that may be reached. */
export function peopleForms({ groupId, person: { id, name: person } }: Known): readonly Form[] {
  const group = `/api/groups/${groupId}`;
  const holder = { kind: 'person', name: person };
  return [
    {
      ...{ name: 'user', method: 'POST', path: '/api/users', reads: '/api/users?limit=500' },
      base: { name: 'zhang', password: 'long enough to be taken', roles: ['dba'] },
      wrong: [
        ...wrongLines('name', 64),
        ...wrongPasswords('password'),
        ...[[], 'dba', null].map((roles) => wrongAt('INPUT_INVALID', { roles }, 'body.roles')),
        wrongAt('INPUT_INVALID', { roles: ['dba', 'root'] }, 'body.roles.1'),
        wrongAt('USER_NAME_TAKEN', { name: person.toUpperCase() }),
      ],
      right: { name: longest(64), password: 'x'.repeat(200) },
    },
    {
      ...{ name: 'roles of a user', method: 'PUT', path: `/api/users/${id}/roles`, reads: '/api/users?limit=500' },
      wrong: [
        ...[[], 'dba', null, {}, 7].map((roles) => wrongAt('INPUT_INVALID', { roles }, 'body.roles')),
        ...['root', 'DBA', '', 7, null].map((role) => wrongAt('INPUT_INVALID', { roles: [role] }, 'body.roles.0')),
      ],
      right: { roles: ['requester'] },
    },
    {
      ...{
        name: 'password of a user',
        method: 'PUT',
        path: `/api/users/${id}/password`,
        reads: '/api/users?limit=500',
      },
      wrong: [...wrongPasswords('password'), wrongAt('INPUT_INVALID', { password: false }, 'body.password')],
      right: { password: 'x'.repeat(200) },
    },
    {
      ...{ name: 'API token', method: 'POST', path: '/api/tokens', reads: '/api/tokens', base: { name: 'n' } },
      wrong: [...wrongLines('name', 64), ...wrongTimes('expiresAt')],
      right: { name: longest(64), expiresAt: 253_402_300_799_999 },
    },
    {
      ...{ name: 'own password', method: 'PUT', path: '/api/me/password', reads: '/api/me' },
      base: { oldPassword: 'not the one at all', newPassword: 'long enough to be taken' },
      wrong: [
        ...wrongPasswords('newPassword'),
        ...['', 7, null, 'x'.repeat(201)].map((oldPassword) =>
          wrongAt('INPUT_INVALID', { oldPassword }, 'body.oldPassword'),
        ),
      ],
    },
    {
      ...{ name: 'group', method: 'POST', path: '/api/groups', reads: '/api/groups', base: { name: 'n' } },
      wrong: [
        ...wrongLines('name', 64),
        ...butBlank(wrongTexts('description', 500)),
        wrongAt('GROUP_NAME_TAKEN', { name: 'ASKED' }),
      ],
      right: { name: longest(64), description: longest(500) },
    },
    {
      ...{ name: 'change of a group', method: 'PATCH', path: group, reads: group },
      wrong: [...wrongLines('name', 64), ...butBlank(wrongTexts('description', 500))],
      right: { description: longest(500) },
    },
    {
      ...{ name: 'person of a group', method: 'PUT', path: `${group}/members`, reads: group, base: { person } },
      wrong: [
        ...wrongLines('person', 64),
        ...['yes', 1, null].map((owner) => wrongAt('INPUT_INVALID', { owner }, 'body.owner')),
        wrongAt('USER_NOT_FOUND', { person: 'nobody at all' }),
      ],
      right: { owner: true },
    },
    {
      ...{ name: 'right', method: 'POST', path: '/api/rights', reads: '/api/rights?limit=500' },
      base: { holder, role: 'dba', scope: { kind: 'all', id: '' } },
      wrong: [
        ...wrongLines('holder.name', 64).map(([given, ...refusal]): WrongInput => {
          const { holder: named } = given as { readonly holder: object };
          return [{ holder: { kind: 'person', ...named } }, ...refusal];
        }),
        ...wrongChoices('role', 'dba'),
        ...wrongTimes('untilAt'),
        ...butBlank(wrongTexts('reason', 500)),
        wrongAt('RIGHT_END_PASSED', { untilAt: 5 }),
      ],
      right: { untilAt: soon, reason: longest(500) },
    },
    {
      ...{ name: 'allow-list', method: 'PUT', path: '/api/network-allow-list', reads: '/api/network-allow-list' },
      wrong: [
        ...['', 'x', '10.0.0.0/33', '10.0.0.0/-1', '300.0.0.0/8', '::1/129', '10.0.0.1/8', '0.0.0.0/0'].map((cidr) =>
          wrongAt('FORM_INVALID', { networks: [{ cidr }] }, 'networks.0.cidr'),
        ),
        ...[7, null, {}].map((cidr) => wrongAt('INPUT_INVALID', { networks: [{ cidr }] }, 'body.networks.0.cidr')),
        wrongAt('INPUT_INVALID', { networks: '10.0.0.0/8' }, 'body.networks'),
      ],
    },
  ];
}
