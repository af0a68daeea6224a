import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { mayChangeSettings } from './policy.ts';
import { readSettings, type SettingsValues, writeSettings } from './store/settings.ts';

export async function changeSettings(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  patch: { readonly [Name in keyof SettingsValues]?: SettingsValues[Name] | undefined },
  note: Note,
): Promise<SettingsValues> {
  requireAllowed(mayChangeSettings(actor));
  return inTransaction(db, async (tx) => {
    await writeSettings(tx, patch);
    await note(tx, { resource: `settings/${Object.keys(patch).join(',')}` });
    return readSettings(tx);
  });
}
