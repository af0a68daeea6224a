import { canPersist, findParameter, parseVersion } from '@myriad/mysql';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { ClusterRecord, InstanceRecord } from '../../metadata/index.ts';
import type { StandardPorts } from '../parts.ts';
import type { ChangeInput, ChangeParametersForm } from './change-form.ts';
import { type Fault, faultsOn, type Setting, settingsOn, splitSettings } from './read-settings.ts';
import { changesOn, chosenInstances, readTargets } from './read-target.ts';

/** From a form to the task's input; or everything that speaks against it, over all its instances, at once. */
export async function prepareChange(
  ports: StandardPorts,
  form: ChangeParametersForm,
): Promise<{ readonly input: ChangeInput; readonly what: string }> {
  const { db, metadata } = ports;
  const one = form.instanceId === undefined ? undefined : await metadata.getInstance(db, form.instanceId);
  const clusterId = form.clusterId ?? one?.clusterId;
  if (!clusterId) throw new ProblemError('INSTANCE_NOT_MANAGED', { name: one?.name ?? '' });
  const { cluster, instances } = await chosenInstances(ports, { clusterId, instanceId: one?.id });
  const place = one ? 'instanceId' : 'clusterId';
  const split = splitSettings(form.settings);
  const faults: Fault[] = [...split.faults, ...mayNot(cluster, instances, place)];
  const { settings } = split;
  faults.push(...faultsOn(instances, settings, form.evenSo));
  for (const instance of instances) faults.push(...lasting(instance, settings, form.evenSo));
  refuse(faults);
  const targets = await readTargets(
    ports,
    instances,
    settings.map(({ name }) => name),
  );
  const missing = targets.flatMap(({ instance, running }) =>
    settings
      .filter(({ name }) => !running.has(name))
      .map(
        ({ name }): Fault => ({
          path: 'settings',
          words: {
            en: `${instance.name} (${instance.flavor} ${instance.version}) has no parameter ${name}.`,
            zh: `${instance.name}（${instance.flavor} ${instance.version}）没有参数 ${name}。`,
          },
        }),
      ),
  );
  refuse(missing);
  if (targets.every((target) => changesOn(target, settingsOn(target.instance, settings)).length === 0))
    refuse([
      {
        path: 'settings',
        words: { en: 'It is so already, and kept across a restart.', zh: '已经如此，且重启后仍会保留。' },
      },
    ]);
  const input = { clusterId, ...(one ? { instanceId: one.id } : {}), settings: settings.map((each) => ({ ...each })) };
  return { input, what: one?.name ?? cluster.name };
}

/** All of them at once, each sentence once. */
function refuse(faults: readonly Fault[]): void {
  const seen = new Map(faults.map((fault) => [`${fault.path} ${fault.words.en}`, fault]));
  if (seen.size > 0) throw new ProblemError('FORM_INVALID', {}, [...seen.values()]);
}

/** What the record alone rules out. */
function mayNot(
  cluster: ClusterRecord,
  instances: readonly InstanceRecord[],
  path: 'clusterId' | 'instanceId',
): readonly Fault[] {
  const no = (en: string, zh: string): Fault[] => [{ path, words: { en, zh } }];
  if (instances.length === 0) return no('Nothing of it runs, as far as is known.', '据记录，其中没有正在运行的实例。');
  if (instances.every(({ packageId }) => packageId !== null)) return [];
  if (cluster.managedBy !== null)
    return no(
      `A managed service (${cluster.managedBy}) runs it: its parameters are changed there.`,
      `该集群由云服务（${cluster.managedBy}）托管，请在云服务中修改参数。`,
    );
  return cluster.level === 'operate' || cluster.level === 'ha'
    ? []
    : no(
        `The cluster stands at the level “${cluster.level}”; parameters are changed from “operate” on.`,
        `集群当前级别为“${cluster.level}”，达到“operate”级别后才能修改参数。`,
      );
}

/** What would not outlive a restart, or needs one that cannot bring it. */
function lasting(instance: InstanceRecord, settings: readonly Setting[], force: boolean): readonly Fault[] {
  if (instance.packageId !== null) return [];
  const version = parseVersion(instance.version, instance.flavor);
  return settings.flatMap(({ name }): Fault[] => {
    if (findParameter(version, name)?.change === 'restart')
      return [
        {
          path: 'settings',
          words: {
            en: `${name} waits for the option file of ${instance.name}, which is not ours.`,
            zh: `${name} 只能写入 ${instance.name} 的配置文件，而该文件不归平台管理。`,
          },
        },
      ];
    if (canPersist(version) || force) return [];
    return [
      {
        path: 'evenSo',
        words: {
          en: `${name} is lost at the next restart of ${instance.name}: ${version.flavor} ${version.text} cannot keep it, and its option file is not ours. Say “even so” and write it there by hand.`,
          zh: `${instance.name} 重启后 ${name} 会丢失：${version.flavor} ${version.text} 无法自行保存，其配置文件也不归平台管理。请选择“仍要执行”，并手工写入配置文件。`,
        },
      },
    ];
  });
}
