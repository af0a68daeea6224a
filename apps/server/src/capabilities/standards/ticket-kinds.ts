import { defineTicketKind, type TicketKind } from '../tickets/index.ts';
import { ChangeParametersForm } from './parameters/change-form.ts';
import { prepareChange } from './parameters/prepare-change.ts';
import type { StandardPorts } from './parts.ts';

/** Forms of this slice, listed by `app.ts`. */
export const standardTicketKinds: readonly TicketKind<StandardPorts>[] = [
  defineTicketKind<StandardPorts>()({
    kind: 'service.change-parameters',
    letter: 'S',
    title: { en: 'Change parameters', zh: '修改参数' },
    description: {
      en: 'On one instance or a whole cluster: now where the server can, kept across restarts, replicas first, old values kept for undo.',
      zh: '针对单个实例或整个集群：能在线修改的立即生效并在重启后保留，先从库后主库，保留原值以便撤销。',
    },
    form: ChangeParametersForm,
    approverRoles: ['dba', 'administrator'],
    prepare: async (ports, form) => {
      const { input, what } = await prepareChange(ports, form);
      const names = input.settings.map(({ name }) => name).join(', ');
      return [
        {
          title: { en: `Change parameters of ${what}: ${names}`, zh: `修改 ${what} 的参数：${names}` },
          taskKind: 'standards.change-parameters',
          taskInput: JSON.parse(JSON.stringify(input)),
        },
      ];
    },
  }),
];
