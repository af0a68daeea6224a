import { setImmediate } from 'node:timers/promises';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { harmlessText } from '../../findings/index.ts';
import { type DeepLook, type LookedMember, movesByItself, viewAccounts } from '../../sweeps/index.ts';
import { objectIdOf } from '../object-id.ts';
import { replaceAccounts } from '../store/fleet-accounts.ts';
import * as rows from '../store/fleet-parameters.ts';

/** Schemas an account's row tells; the instance page tells all. */
const mostSchemas = 100;

/**
 * Keeps accounts and parameters of each member that answered, a short transaction each. What was not read stays as it was. Run again
 * after a crash it comes to the same.
 */
export async function keepMembers(db: Db, members: readonly LookedMember[], signal: AbortSignal): Promise<void> {
  for (const { instanceId, look } of members) {
    if (!look) continue;
    signal.throwIfAborted();
    await keepAccounts(db, instanceId, look);
    await keepParameters(db, instanceId, look);
    // The embedded store works in this very thread: let others in between.
    await setImmediate();
  }
}

async function keepAccounts(db: Db, instanceId: string, { portrait }: DeepLook): Promise<void> {
  const { accounts, readAt } = portrait;
  if (!accounts.ok) return;
  const byId = new Map(
    viewAccounts(portrait, []).map((account) => {
      const id = objectIdOf(instanceId, 'account', account.user, account.host);
      const { user, host, schemas } = account;
      const details = { ...account, schemas: schemas.slice(0, mostSchemas), moreSchemas: schemas.length > mostSchemas };
      const row = { id, instance_id: instanceId, sort_key: `${user}@${host}`.slice(0, 190), user, seen_at: readAt };
      return [id, { ...row, details: JSON.stringify(details) }] as const;
    }),
  );
  await inTransaction(db, (tx) =>
    replaceAccounts(tx, instanceId, [...byId.values()], { whole: accounts.more !== true }),
  );
}

async function keepParameters(db: Db, instanceId: string, { glance, portrait }: DeepLook): Promise<void> {
  const { variables, readAt } = portrait;
  // Of a cut list nobody can say what the server does not have.
  if (!variables.ok || variables.more) return;
  const { flavor, major, minor } = glance.version;
  const series = `${flavor} ${major}.${minor}`;
  const values = new Map(
    Object.entries(variables.value)
      .filter(([name]) => !movesByItself(name))
      .map(([name, value]) => [harmlessText(name, 90), harmlessText(value, 490)]),
  );
  await inTransaction(db, async (tx) => {
    await rows.holdSeries(tx, series);
    if (((await rows.findParametersAt(tx, instanceId)) ?? 0) >= readAt) return;
    const usual = new Map(await rows.selectUsual(tx, series));
    // What others of the series were not seen to have is not usual; what the first one has is, whatever it is.
    const others = await rows.hasOthers(tx, series, instanceId);
    const come = new Map(
      [...values].filter(([name]) => !usual.has(name)).map(([name, value]) => [name, others ? null : value]),
    );
    await rows.insertUsual(tx, series, come);
    for (const [name, value] of come) usual.set(name, value);
    const all = [...usual].map(([name, value]) => ({ name, usual: value, own: values.get(name) ?? null }));
    const unusual = all.filter((one) => one.own !== one.usual).map(({ name, own }) => [name, own] as const);
    await rows.putUnusual(tx, instanceId, new Map(unusual));
    await rows.putParametersAt(tx, instanceId, series, readAt);
  });
}
