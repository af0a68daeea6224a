import type { Words } from '@myriad/contract';
import type { z } from 'zod';
import { defineTicketKind, type TicketKind } from '../tickets/index.ts';
import { bringBackTicketKind } from './bring-back/bring-back-ticket.ts';
import { DeployForm } from './deploy-form.ts';
import { KillSessionForm } from './kill-form.ts';
import { StartForm, StopForm } from './operate-input.ts';
import type { InstancePorts } from './ports.ts';
import { prepareDeploy } from './prepare-deploy.ts';
import { prepareKill } from './prepare-kill.ts';
import { prepareOperate, type Verb } from './prepare-operate.ts';
import { readClusterServers } from './read-servers.ts';
import { killTitle } from './tasks/kill-session.ts';

const newCluster = defineTicketKind<InstancePorts>()({
  kind: 'resource.new-cluster',
  letter: 'R',
  title: { en: 'New cluster', zh: '新建集群' },
  description: {
    en: 'One instance, or a primary with replicas, on hosts of the pool.',
    zh: '在资源池主机上部署单点实例，或一主多从集群。',
  },
  form: DeployForm,
  approverRoles: ['dba', 'administrator'],
  ticketTitle: ({ name }) => ({ en: `New cluster ${name}`, zh: `新建集群 ${name}` }),
  prepare: async (ports, form) => {
    const taskInput = await prepareDeploy(ports, form);
    const title = { en: `Deploy ${form.name}`, zh: `部署 ${form.name}` };
    return [{ title, taskKind: 'instances.deploy-cluster', taskInput: JSON.parse(JSON.stringify(taskInput)) }];
  },
});

const killSession = defineTicketKind<InstancePorts>()({
  kind: 'service.kill-session',
  letter: 'S',
  title: { en: 'End a session', zh: '结束会话' },
  description: {
    en: 'What one session runs, or its whole connection. Told by more than its number, so that nobody else is ever ended.',
    zh: '结束某个会话正在执行的语句或整个连接。除编号外还核对身份，绝不误伤他人。',
  },
  form: KillSessionForm,
  approverRoles: ['dba', 'administrator'],
  prepare: async (ports, form) => {
    const taskInput = await prepareKill(ports, form);
    return [{ title: killTitle(taskInput), taskKind: 'instances.kill-session', taskInput: { ...taskInput } }];
  },
});

interface Operation {
  readonly kind: string;
  readonly letter: string;
  readonly verb: Verb;
  readonly title: Words;
  readonly description: Words;
  readonly form: z.ZodType<{ clusterId?: string | undefined; instanceId?: string | undefined; force?: boolean }>;
}

const operation = ({ kind, letter, verb, title, description, form }: Operation): TicketKind<InstancePorts> =>
  defineTicketKind<InstancePorts>()({
    kind,
    letter,
    title,
    description,
    form,
    approverRoles: ['dba', 'administrator'],
    prepare: async (ports, given) => {
      const taskInput = await prepareOperate(ports, given, verb);
      const { cluster, servers } = await readClusterServers(ports, ports.db, taskInput.clusterId);
      const one = servers.find(({ instanceId }) => instanceId === taskInput.instanceId);
      const what = one?.name ?? cluster.name;
      return [
        {
          title: { en: `${title.en}: ${what}`, zh: `${title.zh}：${what}` },
          taskKind: `instances.${verb}`,
          taskInput: { ...taskInput },
        },
      ];
    },
  });

/** Forms of this slice, listed by `app.ts`. */
export const instanceTicketKinds: readonly TicketKind<InstancePorts>[] = [
  newCluster,
  bringBackTicketKind,
  operation({
    kind: 'service.start',
    letter: 'S',
    verb: 'start',
    title: { en: 'Start', zh: '启动' },
    description: {
      en: 'Start a cluster or one instance; what runs already is left running, and roles are restored.',
      zh: '启动集群或单个实例，已在运行的保持不变，并恢复其角色。',
    },
    form: StartForm,
  }),
  operation({
    kind: 'service.stop',
    letter: 'S',
    verb: 'stop',
    title: { en: 'Stop', zh: '停止' },
    description: {
      en: 'Stop a cluster or one instance. Refused with reasons while it has replicas, clients or waiting commits.',
      zh: '停止集群或单个实例。存在从库、客户端会话或等待中的提交时，会说明原因并拒绝。',
    },
    form: StopForm,
  }),
  operation({
    kind: 'service.restart',
    letter: 'S',
    verb: 'restart',
    title: { en: 'Restart', zh: '重启' },
    description: { en: 'Stop and start again, with the guards of a stop.', zh: '停止后再启动，检查条件与停止相同。' },
    form: StopForm,
  }),
  operation({
    kind: 'resource.decommission',
    letter: 'R',
    verb: 'decommission',
    title: { en: 'Decommission', zh: '下线' },
    description: {
      en: 'Stop for good; the data is moved aside on its host, never deleted, and the host goes back to the pool.',
      zh: '永久停止；数据只移走不删除，主机归还资源池。',
    },
    form: StopForm,
  }),
  killSession,
];
