import { previewTicket } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { formFlags, readForm } from './form-flags.ts';
import { planText } from './show-plan.ts';

export const command = defineCommand({
  summary: { en: 'Check a form and show the plan it would make; nothing is kept', zh: '检查表单并预览计划，不保存' },
  args: [{ name: 'KIND', words: { en: 'Kind of ticket; see ticket kinds', zh: '工单类型，见 ticket kinds' } }],
  flags: formFlags,
  examples: ['myriad ticket preview KIND --set name=orders', 'myriad ticket preview KIND --form form.json'],
  run: async (call) => {
    const body = { kind: argument(call, 'KIND'), form: await readForm(call) };
    const preview = await call.server().client.call(previewTicket, { body });
    return {
      value: preview,
      text: (language) => preview.subTickets.map(({ plan }) => planText(plan, language)).join('\n'),
    };
  },
});
