import { StepFailure } from '@myriad/runbook';
import type { AdoptionPorts } from '../ports.ts';

/** Passwords of discoveries and checked accounts are kept for seven days; a ticket may wait longer. */
export async function readSecret({ db, secrets }: Pick<AdoptionPorts, 'db' | 'secrets'>, id: string): Promise<string> {
  const secret = await secrets.find(db, id);
  if (secret !== undefined) return secret;
  throw new StepFailure({
    code: 'PASSWORD_EXPIRED',
    words: {
      en: 'The password is not kept any more: the ticket waited longer than seven days.',
      zh: '密码已不再保存：工单等待超过 7 天。',
    },
    next: {
      en: 'Give it again: discover or check the account anew, and open a new ticket.',
      zh: '请重新发现或重新核对账号，再提交新的工单。',
    },
    retryable: false,
  });
}
