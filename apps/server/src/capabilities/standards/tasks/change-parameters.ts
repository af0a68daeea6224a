import { defineTask, inOrder, sideBySide } from '@myriad/runbook';
import { ChangeInput, type ParameterChange } from '../parameters/change-form.ts';
import { settingsOn } from '../parameters/read-settings.ts';
import { changesOn, chosenInstances, readTargets, type Target } from '../parameters/read-target.ts';
import type { StandardPorts } from '../parts.ts';
import { checkClusterStep } from '../steps/check-cluster.ts';
import { setParametersStep } from '../steps/set-parameters.ts';

interface Facts {
  readonly what: string;
  readonly work: readonly { readonly target: Target; readonly changes: readonly ParameterChange[] }[];
}

/** What is there now stands in the plan, so that whoever approves it sees before and after, and a plan out of date is refused. */
const readFacts = async (ports: StandardPorts, input: ChangeInput): Promise<Facts> => {
  const { cluster, instances } = await chosenInstances(ports, input);
  const names = input.settings.map(({ name }) => name);
  const targets = await readTargets(ports, instances, names);
  const work = targets
    .map((target) => ({ target, changes: changesOn(target, settingsOn(target.instance, input.settings)) }))
    .filter(({ changes }) => changes.length > 0);
  const one = input.instanceId === undefined ? undefined : instances[0];
  return { what: one?.name ?? cluster.name, work };
};

const change = ({ target: { instance }, changes }: Facts['work'][number]) => {
  const { id, name, hostId, directory, flavor, version } = instance;
  return setParametersStep(
    { instanceId: id, name, hostId, directory, flavor, version, changes: [...changes] },
    { target: name },
  );
};

const waits = ({ work }: Facts): boolean =>
  work.some(({ changes }) => changes.some(({ takesEffect }) => takesEffect === 'restart'));

export const changeParametersTask = defineTask<StandardPorts>()({
  kind: 'standards.change-parameters',
  input: ChangeInput,
  facts: readFacts,
  title: ({ settings }, facts) => {
    const list = settings.map(({ name }) => name);
    const shown = list.length > 3 ? `${list.slice(0, 3).join(', ')} …` : list.join(', ');
    const [en, zh] = waits(facts) ? [' (some wait for a restart)', '（部分需重启生效）'] : ['', ''];
    return { en: `Change ${shown} on ${facts.what}${en}`, zh: `在 ${facts.what} 上修改 ${shown}${zh}` };
  },
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: ({ clusterId }, { work }) => {
    const replicas = work.filter(({ target }) => target.instance.role === 'replica');
    const others = work.filter(({ target }) => target.instance.role !== 'replica');
    return inOrder(
      sideBySide(...replicas.map(change)),
      sideBySide(...others.map(change)),
      checkClusterStep({ clusterId }),
    );
  },
  steps: [setParametersStep, checkClusterStep],
});
