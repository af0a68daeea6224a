import type { Model, SightModel } from './model.ts';
import type { Fleet } from './random-fleet.ts';
import type { Person, World } from './world.ts';

/** An endpoint that lists: what it shows somebody, what the model says it should, and the single read of what it lists. */
export interface Listed {
  readonly shown: (of: { readonly person: Person; readonly world: World }) => Promise<readonly string[]>;
  readonly wanted: (model: Model, fleet: Fleet) => readonly string[];
  readonly all: (fleet: Fleet) => readonly string[];
  /** Its address; must answer 200 for just those that are listed. */
  readonly single?: (id: string) => string;
  /** Theirs whatever their rights. */
  readonly own?: (id: string, person: string, fleet: Fleet) => boolean;
}

type Of = 'clusters' | 'instances' | 'hosts' | 'applications' | 'findings' | 'tickets' | 'tasks';

const ids = (fleet: Fleet, of: Of): string[] => fleet[of].map(({ id }) => id);
const seen = {
  clusters: (model: SightModel, fleet: Fleet) => ids(fleet, 'clusters').filter(model.cluster),
  instances: (model: SightModel, fleet: Fleet) => ids(fleet, 'instances').filter(model.instance),
  hosts: (model: SightModel, fleet: Fleet) => ids(fleet, 'hosts').filter(model.host),
  applications: (model: SightModel, fleet: Fleet) => ids(fleet, 'applications').filter(model.application),
  findings: (model: SightModel, fleet: Fleet) => ids(fleet, 'findings').filter(model.finding),
  tickets: (model: SightModel, fleet: Fleet) => fleet.tickets.filter(model.work).map(({ id }) => id),
  tasks: (model: SightModel, fleet: Fleet) => fleet.tasks.filter(model.work).map(({ id }) => id),
} as const;

/** All pages, in small pieces: a page is filled although much between its rows is hidden, and none comes twice. */
const pages =
  (path: string, idOf: (item: Record<string, unknown>) => unknown = ({ id }) => id): Listed['shown'] =>
  async ({ person }) => {
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const query = `limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const { status, body } = await person.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      found.push(...body.items.map((item: Record<string, unknown>) => String(idOf(item))));
      if (body.next === undefined) return found;
      if (body.items.length !== 3) throw new Error(`${path}: a page of ${body.items.length} has one after it`);
      cursor = body.next;
    }
  };

const list = (of: Of, path: string, single?: (id: string) => string): Listed => ({
  shown: pages(path),
  wanted: seen[of],
  all: (fleet) => ids(fleet, of),
  ...(single ? { single } : {}),
  ...(of === 'tickets' || of === 'tasks'
    ? { own: (id, person, fleet) => fleet[of].some((work) => work.id === id && work.openedBy === person) }
    : {}),
});

const living = (model: SightModel, fleet: Fleet) =>
  fleet.instances.filter(({ id, gone }) => !gone && model.instance(id)).map(({ id }) => id);

const dimensions = [
  ['host', 'hosts'],
  ['instance', 'instances'],
  ['cluster', 'clusters'],
  ['application', 'applications'],
] as const;

const everyDimension = (ask: (person: Person, dimension: string) => Promise<readonly string[]>): Listed => ({
  shown: async ({ person }) =>
    (
      await Promise.all(dimensions.map(async ([name]) => (await ask(person, name)).map((id) => `${name}/${id}`)))
    ).flat(),
  wanted: (model, fleet) => dimensions.flatMap(([name, of]) => seen[of](model, fleet).map((id) => `${name}/${id}`)),
  all: () => [],
});

const things = (model: SightModel, fleet: Fleet) => dimensions.flatMap(([, of]) => seen[of](model, fleet));

/** What every kind of thing is called where somebody asks why they see it. */
const explained = [...dimensions, ['finding', 'findings'], ['ticket', 'tickets'], ['task', 'tasks']] as const;

/** Lists that cannot be compared here: nothing of a planted fleet answers. Each is compared beside its slice. */
export const comparedElsewhere: readonly string[] = [
  'sweep.marks',
  'log.search',
  'compliance.list',
  'dictionary.schemas',
  'dictionary.tables',
  'dictionary.columns',
  'dictionary.export',
  'dictionary.unused',
  'dictionary.looks',
  'dictionary.accounts',
  'dictionary.parameters',
  'dictionary.parameter-values',
  'sql-review.list',
  'sql-review.get',
  'sql-review.quality',
  'own-review-rule.list',
  'review-exception.list',
  'review-item.list',
  'review-item.export',
  'review-policy.list',
  'review-policy.versions',
];

/** By the id of each endpoint that lists. */
export const lists: Readonly<Record<string, Listed>> = {
  'cluster.list': list('clusters', '/api/clusters', (id) => `/api/clusters/${id}`),
  'instance.list': { ...list('instances', '/api/instances'), wanted: living },
  'host.list': list('hosts', '/api/hosts', (id) => `/api/hosts/${id}`),
  'application.list': list('applications', '/api/applications', (id) => `/api/applications/${id}`),
  'finding.list': list('findings', '/api/findings?state=all', (id) => `/api/findings/${id}`),
  'ticket.list': list('tickets', '/api/tickets', (id) => `/api/tickets/${id}`),
  'task.list': list('tasks', '/api/tasks', (id) => `/api/tasks/${id}`),
  // With those that are decommissioned.
  'inventory.list of instances': list(
    'instances',
    '/api/inventory/instance?fields=name',
    (id) => `/api/instances/${id}`,
  ),
  'inventory.list': {
    ...everyDimension(async (person, dimension) => {
      const path = `/api/inventory/${dimension}?fields=id&sort=id`;
      const { body } = await person.get(`${path}&limit=500`);
      return body.items.map(({ id }: { id: string }) => id);
    }),
  },
  'inventory.count': {
    shown: async ({ person }) =>
      Promise.all(
        dimensions.map(async ([name]) => `${name} ${(await person.get(`/api/inventory/${name}/count`)).body.count}`),
      ),
    wanted: (model, fleet) => dimensions.map(([name, of]) => `${name} ${seen[of](model, fleet).length}`),
    all: () => [],
  },
  'inventory.export': everyDimension(async (person, dimension) => {
    const { body } = await person.get(`/api/inventory/${dimension}/export?format=ndjson&fields=id`);
    return String(body)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).id);
  }),
  'finding.counts': {
    shown: async ({ person }) => [String((await person.get('/api/findings/counts')).body.bad)],
    wanted: (model, fleet) => [String(seen.findings(model, fleet).length)],
    all: () => [],
  },
  'host.capacity': {
    shown: async ({ person }) =>
      (await person.get('/api/host-capacity')).body.zones.map(
        ({ used }: { used: { hosts: number } }) => `${used.hosts}`,
      ),
    wanted: (model, fleet) => {
      const { length } = seen.hosts(model, fleet);
      return length === 0 ? [] : [`${length}`];
    },
    all: () => [],
  },
  'finding.counts-by-cluster': {
    shown: async ({ person, world }) => {
      const asked = ids(world.fleet, 'clusters').join(',');
      const { body } = await person.get(`/api/findings/counts-by-cluster?clusterIds=${asked}`);
      return body.items.map(({ clusterId, bad }: { clusterId: string; bad: number }) => `${clusterId} ${bad}`);
    },
    wanted: (model, fleet) => seen.clusters(model, fleet).map((id) => `${id} 1`),
    all: () => [],
  },
  'label.list': {
    shown: async ({ person }) =>
      (await person.get('/api/labels')).body.items.map(({ value }: { value: string }) => value),
    // Of the one thing that is gone the label stands still: who sees everything sees it.
    wanted: (model, fleet) => [
      ...things(model, fleet),
      ...(model.everywhere ? fleet.findings.slice(-1).map(({ entityId }) => entityId) : []),
    ],
    all: () => [],
  },
  'metadata.changes': {
    shown: async ({ person }) => [
      ...new Set<string>(
        (await person.get('/api/changes?limit=500')).body.items.map(({ entityId }: { entityId: string }) => entityId),
      ),
    ],
    wanted: things,
    all: () => [],
  },
  'metadata.feed': {
    shown: async ({ person }) => {
      const found = new Set<string>();
      for (let after = '0'; ; ) {
        const { body } = await person.get(`/api/changes/feed?limit=7&after=${after}`);
        for (const { entityId } of body.items) found.add(entityId);
        if (!body.more) return [...found];
        after = body.cursor;
      }
    },
    wanted: things,
    all: () => [],
  },
  'right.explain': {
    shown: async ({ person, world }) => {
      const found: string[] = [];
      for (const [thing, of] of explained)
        for (const { id } of world.fleet[of]) {
          const { body } = await person.get(`/api/rights/explanation?thing=${thing}&id=${id}`);
          if (body.answer === 'seen') found.push(id);
          else if (body.answer !== 'hidden') throw new Error(`${thing} ${id} is ${JSON.stringify(body)}`);
        }
      return found;
    },
    wanted: (model, fleet) => explained.flatMap(([, of]) => seen[of](model, fleet)),
    all: () => [],
  },
  'today.get': {
    shown: async ({ person }) => [String((await person.get('/api/today')).body.findings.bad)],
    wanted: (model, fleet) => [String(seen.findings(model, fleet).length)],
    all: () => [],
  },
  'audit.list': {
    shown: async ({ person }) => {
      const { status, body } = await person.get('/api/audit?action=planted&limit=500');
      return status === 403 ? [] : body.items.map(({ resource }: { resource: string }) => resource.split('/')[1]);
    },
    wanted: (model, fleet) => [
      ...things(model.operating, fleet),
      ...fleet.tickets.filter(model.operatesAll).map(({ id }) => id),
    ],
    all: () => [],
  },
  'quota.list': {
    shown: async ({ person, world }) => [
      ...new Set(await pages('/api/quotas', ({ applicationId }) => applicationId)({ person, world })),
    ],
    wanted: (model, fleet) =>
      ids(fleet, 'applications').filter(
        (id) =>
          (model.everywhere || model.holdsApplication(id)) &&
          fleet.instances.some(
            ({ cluster, gone }) =>
              !gone && fleet.clusters.some((each) => each.id === cluster && each.application === id),
          ),
      ),
    all: () => [],
  },
};
