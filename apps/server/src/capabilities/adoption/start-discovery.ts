import type { DiscoveryForm } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { readAllowCheck } from './allow-list.ts';
import type { Adoption } from './create-adoption.ts';
import type { Note } from './parts.ts';
import { mayDiscover } from './policy.ts';
import { type Login, readServers } from './reading/read-servers.ts';
import { runDiscovery } from './run-discovery.ts';
import { insertDiscovery } from './store.ts';

const mostRunning = 2;

/** Checks the form, keeps its passwords, begins to look. @throws ProblemError ALLOW_LIST_EMPTY, FORM_INVALID, DISCOVERIES_TOO_MANY */
export async function startDiscovery(
  { parts, runs }: Adoption,
  actor: Actor,
  form: DiscoveryForm,
  note: Note,
): Promise<string> {
  requireAllowed(mayDiscover(actor));
  const { db, clock, secrets } = parts;
  const read = readServers(form);
  if (!read.ok) throw new ProblemError('FORM_INVALID', {}, read.faults);
  const allow = await readAllowCheck(db);
  if (allow.isEmpty) throw new ProblemError('ALLOW_LIST_EMPTY');
  if (runs.size >= mostRunning) throw new ProblemError('DISCOVERIES_TOO_MANY', { count: runs.size });
  const { servers, accounts } = shareLogins(read.servers);
  const id = newId();
  await inTransaction(db, async (tx) => {
    const kept: { user: string; secretId: string }[] = [];
    for (const { user, password } of accounts)
      kept.push({
        user,
        secretId: await secrets.put(tx, { kind: 'password', label: `discovery: ${user}`, value: password }),
      });
    await insertDiscovery(tx, {
      ...{ id, state: 'running', startedAt: clock.now(), endedAt: null, startedBy: actor.name },
      ...{ known: 0, looked: 0, answered: 0, accounts: kept, found: null },
    });
    await note(tx, `discovery/${id}`);
  });
  const run = runDiscovery(parts, {
    id,
    servers,
    accounts,
    allow,
    follow: form.follow ?? true,
    ports: form.ports ?? [],
  });
  runs.set(id, run);
  void run.ended.then(() => runs.delete(id));
  return id;
}

/** Equal logins become one, known by identity from here on. */
function shareLogins<S extends { readonly login: Login }>(
  servers: readonly S[],
): { readonly servers: readonly S[]; readonly accounts: readonly Login[] } {
  const accounts = new Map<string, Login>();
  const shared = servers.map((server) => {
    const key = JSON.stringify([server.login.user, server.login.password]);
    const login = accounts.get(key) ?? server.login;
    accounts.set(key, login);
    return { ...server, login };
  });
  return { servers: shared, accounts: [...accounts.values()] };
}
