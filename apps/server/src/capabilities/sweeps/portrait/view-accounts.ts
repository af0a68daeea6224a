import type { InstanceAccount, Words } from '@myriad/contract';
import type { Part, ServerPortrait } from '@myriad/mysql';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { harmlessText } from '../../findings/index.ts';
import { type AccountRecord, mayChangeMetadata } from '../../metadata/index.ts';
import { lastLook } from './look-deep.ts';
import type { ViewParts } from './view-portrait.ts';

const shown = (text: string) => harmlessText(text, 300);
const keyOf = (user: string, host: string) => JSON.stringify([user, host]);

const because = ({ refused }: Extract<Part<unknown>, { ok: false }>): Words => ({
  en: `The account the platform looks with may not see this. The server: “${shown(refused)}”`,
  zh: `平台所用账号无权查看此项。服务器原文：“${shown(refused)}”`,
});

/** Who may log in and do what, as the last deep look saw it. @throws ProblemError INSTANCE_NOT_FOUND, NOT_AN_OPERATOR */
export async function listAccounts({ db, metadata }: ViewParts, actor: Actor, instanceId: string) {
  requireAllowed(mayChangeMetadata(actor));
  const { clusterId } = await metadata.getInstance(db, instanceId);
  const look = await lastLook(db, instanceId);
  if (!look) return { instanceId, items: [], more: false };
  const own = clusterId === null ? [] : await metadata.listAccounts(db, clusterId);
  const { accounts, schemaGrants, readAt } = look.portrait;
  return {
    ...{ instanceId, at: readAt, items: viewAccounts(look.portrait, own), more: accounts.ok && accounts.more === true },
    ...(accounts.ok ? {} : { because: because(accounts) }),
    ...(schemaGrants.ok ? {} : { schemasBecause: because(schemaGrants) }),
  };
}

/** By name; those of the platform say for what they are. Pure. */
export function viewAccounts(
  { accounts, schemaGrants, emptyPasswords }: Pick<ServerPortrait, 'accounts' | 'schemaGrants' | 'emptyPasswords'>,
  ours: readonly Pick<AccountRecord, 'user' | 'purpose'>[],
): InstanceAccount[] {
  const grants = Map.groupBy(schemaGrants.ok ? schemaGrants.value : [], ({ user, host }) => keyOf(user, host));
  const empty = emptyPasswords.ok
    ? new Set(emptyPasswords.value.map(({ user, host }) => keyOf(user, host)))
    : undefined;
  const purposeOf = new Map(ours.map(({ user, purpose }) => [user, purpose]));
  return (accounts.ok ? accounts.value : [])
    .map(({ user, host, isRole, plugin, locked, passwordExpired, passwordChangedAt, tls, global }) => {
      const purpose = purposeOf.get(user);
      const key = keyOf(user, host);
      return {
        ...{ user: shown(user), host: shown(host), isRole, plugin: shown(plugin), locked, passwordExpired },
        ...(passwordChangedAt === null ? {} : { passwordChangedAt: Math.max(0, Date.parse(passwordChangedAt)) }),
        ...{ emptyPassword: empty ? empty.has(key) : null, tls: shown(tls), global: global.map(shown) },
        schemas: (grants.get(key) ?? []).map(({ schema, privileges }) => ({
          ...{ schema: shown(schema), privileges: privileges.map(shown) },
        })),
        ...(purpose === undefined ? {} : { purpose }),
      };
    })
    .sort((a, b) => (a.user < b.user ? -1 : a.user > b.user ? 1 : a.host < b.host ? -1 : 1));
}
