import type { Db } from '../../../platform/database/schema.ts';
import { lastLook } from './look-deep.ts';

/** The parameters as the last deep look saw them; undefined where there was none, or it could not read them. */
export async function rememberedParameters(db: Db, instanceId: string) {
  const look = await lastLook(db, instanceId);
  if (!look?.portrait.variables.ok) return undefined;
  return { at: look.portrait.readAt, values: look.portrait.variables.value };
}
