import { grantRight, Role } from '@myriad/contract';
import { defineCommand, textFlag, UsageError } from '../../command.ts';
import { timeFlag } from '../time-flag.ts';
import { rightsText } from './rights-text.ts';
import { scopeFlag, scopeOf } from './scope-flag.ts';

export const command = defineCommand({
  summary: {
    en: 'Grant a role on a scope; once more: with another end or reason',
    zh: '在某个范围授予角色；再次授予会更新截止时间和原因',
  },
  flags: [
    {
      name: 'role',
      value: 'ROLE',
      words: { en: 'administrator, dba or requester', zh: 'administrator、dba 或 requester' },
    },
    scopeFlag,
    { name: 'person', value: 'USER', words: { en: 'To this person', zh: '授予该用户' } },
    { name: 'group', value: 'GROUP', words: { en: 'To this group', zh: '授予该组' } },
    { name: 'until', value: 'TIME', words: { en: 'Until when; default: without end', zh: '截止时间；默认长期有效' } },
    { name: 'reason', value: 'TEXT', words: { en: 'Why', zh: '原因' } },
  ],
  examples: [
    'myriad right grant --role dba --on application:shop --group shop-dbas',
    'myriad right grant --role requester --on cluster:pay-1 --person li --until 2027-02-01 --reason "audit of the year"',
  ],
  run: async (call) => {
    const person = textFlag(call, 'person');
    const group = textFlag(call, 'group');
    const name = person ?? group;
    if (name === undefined || (person !== undefined && group !== undefined))
      throw new UsageError({ en: 'Give --person or --group, one of them.', zh: '请给出 --person 或 --group 之一。' });
    const role = Role.options.find((option) => option === textFlag(call, 'role'));
    if (!role)
      throw new UsageError({
        en: 'Give --role: administrator, dba or requester.',
        zh: '请给出 --role：administrator、dba 或 requester。',
      });
    const scope = await scopeOf(call);
    if (!scope) throw new UsageError({ en: 'Say where: --on.', zh: '请用 --on 说明范围。' });
    const untilAt = timeFlag(call, 'until');
    const kind = person === undefined ? ('group' as const) : ('person' as const);
    const right = await call.server().client.call(grantRight, {
      body: {
        holder: { kind, name },
        role,
        scope,
        ...(untilAt === undefined ? {} : { untilAt }),
        reason: textFlag(call, 'reason') ?? '',
      },
    });
    return { value: right, text: (language) => rightsText([right], language) };
  },
});
