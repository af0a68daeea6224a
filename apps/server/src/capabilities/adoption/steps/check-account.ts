import { defineStep, StepFailure } from '@myriad/runbook';
import { RaiseInput } from '../adopt-input.ts';
import { readAllowCheck } from '../allow-list.ts';
import { askGrants, fits } from '../levels/ask-grants.ts';
import { livingOf } from '../levels/is-adopted.ts';
import type { AdoptionPorts } from '../ports.ts';
import { findLevelAccount } from '../store.ts';
import { readSecret } from './read-secret.ts';

/** What was checked before the ticket may have changed since: asked again on every server, right before it counts. */
export const checkAccountStep = defineStep<AdoptionPorts>()({
  name: 'adoption.check-account',
  title: { en: 'Compare the account with what the level asks for', zh: '核对账号权限与级别要求' },
  effect: 'read',
  input: RaiseInput,
  limitSeconds: 300,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: async (context, { clusterId, level, accountId }) => {
    const { db, metadata, ways, signal } = context;
    const account = await findLevelAccount(db, accountId);
    const password = await readSecret(context, account?.secretId ?? '');
    const login = { user: account?.user ?? '', password };
    const allow = await readAllowCheck(db);
    const instances = await livingOf(metadata, db, clusterId);
    const servers = await askGrants({ db, metadata, ways, allow }, instances, level, login, signal);
    if (fits(servers)) return { servers: servers.length };
    const wrong = servers.filter((one) => !fits([one]));
    const words = wrong.slice(0, 5).map(({ name, because, missing, forbidden }) => ({
      en: `${name}: ${because?.en ?? said('lacks', missing, 'may too much', forbidden)}`,
      zh: `${name}：${because?.zh ?? said('缺少', missing, '权限过大', forbidden)}`,
    }));
    throw new StepFailure({
      code: 'GRANTS_DO_NOT_FIT',
      words: { en: words.map(({ en }) => en).join('; '), zh: words.map(({ zh }) => zh).join('；') },
      next: {
        en: 'Give the account exactly the printed grants (myriad fleet grants), then retry.',
        zh: '请按打印的语句（myriad fleet grants）授予权限，然后重试。',
      },
      retryable: wrong.some(({ because }) => because !== undefined),
    });
  },
});

const said = (lacks: string, missing: readonly string[], mighty: string, forbidden: readonly string[]): string =>
  [
    missing.length > 0 ? `${lacks} ${missing.join(', ')}` : '',
    forbidden.length > 0 ? `${mighty} ${forbidden.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
