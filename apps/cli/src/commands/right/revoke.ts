import { revokeRight } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';

export const command = defineCommand({
  summary: { en: 'Take a role on a scope away, at once', zh: '收回授权，立即生效' },
  args: [{ name: 'RIGHT', words: { en: 'Its id; see right list', zh: '授权 ID，见 right list' } }],
  run: async (call) => {
    const rightId = argument(call, 'RIGHT');
    await call.server().client.call(revokeRight, { params: { rightId } });
    return { value: { rightId }, text: (language) => (language === 'zh' ? '已收回。\n' : 'Revoked.\n') };
  },
});
