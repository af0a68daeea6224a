import { defineTicketKind } from '../../tickets/index.ts';
import type { InstancePorts } from '../ports.ts';
import { BringBackForm, bringBackKind } from './bring-back-form.ts';
import { bringBackTitle } from './bring-back-task.ts';
import { prepareBringBack } from './prepare-bring-back.ts';

/** What findings about a difference between record and reality lead to. */
export const bringBackTicketKind = defineTicketKind<InstancePorts>()({
  kind: bringBackKind,
  letter: 'S',
  title: { en: 'Bring reality back', zh: '恢复为登记状态' },
  description: {
    en: 'Close a replica that takes writes, open a recorded primary that refuses them, start replication that was stopped, point a replica at its recorded source. Never makes two writers.',
    zh: '将可写的从库设为只读，恢复登记主库的写入，启动已停止的复制，或将从库重新指向登记的复制源。绝不会出现两个可写实例。',
  },
  form: BringBackForm,
  approverRoles: ['dba', 'administrator'],
  prepare: async (ports, form) => {
    const taskInput = await prepareBringBack(ports, form);
    const { name } = await ports.metadata.getInstance(ports.db, form.instanceId);
    return [{ title: bringBackTitle(form.to, name), taskKind: 'instances.bring-back', taskInput: { ...taskInput } }];
  },
});
