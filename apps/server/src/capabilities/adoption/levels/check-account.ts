import type { LevelAccount } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { ClusterLevel } from '../../metadata/index.ts';
import { readAllowCheck } from '../allow-list.ts';
import type { AdoptionParts, Note } from '../parts.ts';
import { mayCheckAccount, mayRaise } from '../policy.ts';
import { insertLevelAccount } from '../store.ts';
import { askGrants, fits } from './ask-grants.ts';
import { isAdopted, livingOf } from './is-adopted.ts';

/**
 * Tries an account for the next level on every instance; kept, sealed, only where it fits, for the ticket that raises the
 * level. @throws ProblemError ALLOW_LIST_EMPTY, FORM_INVALID (root), and what `mayRaise` says
 */
export async function checkAccount(
  { db, clock, metadata, secrets, ways }: AdoptionParts,
  actor: Actor,
  form: { readonly clusterId: string; readonly level: ClusterLevel; readonly user: string; readonly password: string },
  note: Note,
): Promise<LevelAccount> {
  requireAllowed(mayCheckAccount(actor));
  const { clusterId, level, user, password } = form;
  const cluster = await metadata.getCluster(db, clusterId);
  const instances = await livingOf(metadata, db, clusterId);
  requireAllowed(mayRaise(cluster, isAdopted(instances), level));
  if (/^root$/i.test(user.trim()))
    throw new ProblemError('FORM_INVALID', {}, [
      {
        path: 'user',
        words: {
          en: 'root is never asked for: make the account printed above',
          zh: '平台从不索取 root：请创建上面打印的账号',
        },
      },
    ]);
  const allow = await readAllowCheck(db);
  if (allow.isEmpty) throw new ProblemError('ALLOW_LIST_EMPTY');
  const signal = AbortSignal.timeout(120_000);
  const servers = await askGrants({ db, metadata, ways, allow }, instances, level, { user, password }, signal);
  const checkedAt = clock.now();
  const answer = { clusterId, level, user, checkedAt, servers: [...servers], fits: fits(servers) };
  const id = newId();
  await inTransaction(db, async (tx) => {
    if (answer.fits) {
      const label = `${cluster.name}: ${level}`;
      const secretId = await secrets.put(tx, { kind: 'password', label, value: password });
      await insertLevelAccount(tx, { id, clusterId, level, user, secretId, checkedAt, checkedBy: actor.name });
    }
    await note(tx, `cluster/${clusterId}`);
  });
  return answer.fits ? { ...answer, id } : answer;
}
