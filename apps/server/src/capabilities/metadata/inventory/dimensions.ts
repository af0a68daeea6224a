import {
  ApplicationView,
  ClusterView,
  Flavor,
  InstanceRole,
  InstanceState,
  PoolState,
  type Words,
} from '@myriad/contract';
import { sql } from 'kysely';
import type {
  Catalogue,
  Collection,
  Column,
  Keyed,
  Link,
  Step,
  ValueType,
} from '../../../platform/filter/collection.ts';
import { filterFault, listed } from '../../../platform/filter/fault.ts';
import type { CustomFieldRecord } from '../extras/custom-field.ts';
import type { EntityKind } from '../records.ts';
import { type Sight, seenIn, seenOnly } from '../sight/sight.ts';

const column = (name: string, type: ValueType, en: string, zh: string, more: Partial<Column> = {}): Column => ({
  name,
  type,
  words: { en, zh },
  ...more,
});
const id = column('id', 'text', 'Id', '编号');
const createdAt = column('createdAt', 'time', 'Added at', '登记时间', { column: 'created_at' });
const flavor = column('flavor', 'text', 'Flavor', '数据库类型', { choices: Flavor.options });
const version = column('version', 'text', 'Version', '版本');
const maintenance = column('maintenance', 'json', 'Maintenance', '维护', { nullable: true });

/** How many rows that are not decommissioned, and that one sees, speak of this one. */
const livingOf = (table: 'instance' | 'cluster', key: string, sight: Sight) => (alias: string) => {
  const seen = seenOnly(table, sight, 'n');
  return sql`(select count(*) from ${sql.table(table)} as n where ${sql.ref(`n.${key}`)} = ${sql.ref(`${alias}.id`)} and n.state <> 'decommissioned'${seen ? sql` and ${seen}` : sql``})`;
};

const columnsFor = (sight: Sight): Readonly<Record<EntityKind, readonly Column[]>> => ({
  host: [
    id,
    column('name', 'text', 'Name', '名称'),
    column('address', 'text', 'Address', '地址'),
    column('zone', 'text', 'Zone', '机房'),
    column('poolState', 'text', 'Pool state', '资源池状态', { column: 'pool_state', choices: PoolState.options }),
    column('baseDirectory', 'text', 'Base directory', '基础目录', { column: 'base_directory' }),
    column('instances', 'number', 'Instances', '实例数', { compute: livingOf('instance', 'host_id', sight) }),
    createdAt,
  ],
  instance: [
    id,
    column('name', 'text', 'Name', '名称'),
    column('port', 'number', 'Port', '端口'),
    flavor,
    version,
    column('role', 'text', 'Role', '角色', { choices: InstanceRole.options }),
    column('state', 'text', 'State', '状态', { choices: InstanceState.options }),
    column('directory', 'text', 'Directory', '目录'),
    column('serverId', 'number', 'server_id', 'server_id', { column: 'server_id' }),
    maintenance,
    createdAt,
  ],
  cluster: [
    id,
    column('name', 'text', 'Name', '名称'),
    flavor,
    version,
    column('topology', 'text', 'Topology', '拓扑', { choices: ClusterView.shape.topology.options }),
    column('environment', 'text', 'Environment', '环境'),
    column('production', 'boolean', 'Production', '是否生产', {
      compute: (alias) =>
        sql`coalesce((select e.production from environment as e where e.name = ${sql.ref(`${alias}.environment`)}), 0)`,
    }),
    column('state', 'text', 'State', '状态', { choices: ClusterView.shape.state.options }),
    column('level', 'text', 'Level', '接管级别', {
      choices: ['observe', 'back-up', 'operate', 'ha'],
      compute: (alias) => sql`coalesce(${sql.ref(`${alias}.level`)}, 'operate')`,
    }),
    column('managedBy', 'text', 'Managed by', '托管服务', { column: 'managed_by', nullable: true }),
    column('specification', 'text', 'Specification', '规格', { nullable: true }),
    column('instances', 'number', 'Instances', '实例数', { compute: livingOf('instance', 'cluster_id', sight) }),
    column('fixed', 'json', 'Fixed settings', '固定设置'),
    maintenance,
    createdAt,
  ],
  application: [
    id,
    column('name', 'text', 'Name', '名称'),
    column('businessLine', 'text', 'Business line', '业务线', { column: 'business_line' }),
    column('owner', 'text', 'Owner', '负责人'),
    column('level', 'text', 'Level', '级别', { choices: ApplicationView.shape.level.options }),
    column('clusters', 'number', 'Clusters', '集群数', { compute: livingOf('cluster', 'application_id', sight) }),
  ],
});

const down = (from: string, table: string): Step => ({ from, fromNullable: true, table, target: 'id' });
const up = (table: string, target: string): Step => ({ from: 'id', table, target });
const one = (to: string, ...steps: Step[]): Link => ({ to, steps, many: false });
const many = (to: string, ...steps: Step[]): Link => ({ to, steps, many: true });
const toHost: Step = { from: 'host_id', table: 'host', target: 'id' };
const toCluster = down('cluster_id', 'cluster');
const toApplication = down('application_id', 'application');

const links: Readonly<Record<EntityKind, readonly Link[]>> = {
  host: [
    many('instance', up('instance', 'host_id')),
    many('cluster', up('instance', 'host_id'), toCluster),
    many('application', up('instance', 'host_id'), toCluster, toApplication),
  ],
  instance: [one('host', toHost), one('cluster', toCluster), one('application', toCluster, toApplication)],
  cluster: [
    one('application', toApplication),
    many('instance', up('instance', 'cluster_id')),
    many('host', up('instance', 'cluster_id'), toHost),
  ],
  application: [
    many('cluster', up('cluster', 'application_id')),
    many('instance', up('cluster', 'application_id'), up('instance', 'cluster_id')),
    many('host', up('cluster', 'application_id'), up('instance', 'cluster_id'), toHost),
  ],
};

export const dimensionWords: Readonly<Record<EntityKind, Words>> = {
  host: { en: 'System: hosts', zh: '系统：主机' },
  instance: { en: 'Instances', zh: '实例' },
  cluster: { en: 'Clusters', zh: '集群' },
  application: { en: 'Applications', zh: '应用' },
};

/** What is shown where nobody chose fields. */
export const standardFields: Readonly<Record<EntityKind, string>> = {
  host: 'name,address,zone,poolState,instances',
  instance: 'name,flavor,version,role,state,host.name,host.zone,cluster.name,application.name,application.level',
  cluster: 'name,flavor,version,topology,environment,state,level,instances,application.name,application.level',
  application: 'name,businessLine,owner,level,clusters',
};

const keyedWords = {
  label: { en: 'Labels', zh: '标签' },
  fact: { en: 'Facts', zh: '事实' },
  field: { en: 'Custom fields', zh: '自定义字段' },
} as const;

/** A link leads only to what one sees: neither its values nor a filter over them tell of anything else. */
const onlySeen = (step: Step, sight: Sight): Step =>
  sight === 'everything' ? step : { ...step, only: (alias) => seenIn(step.table as EntityKind, sight, alias) };

/** The four dimensions, linked so that each leads to the other three. */
export function dimensions(
  fields: readonly CustomFieldRecord[],
  sight: Sight,
): Catalogue & Readonly<Record<EntityKind, Collection>> {
  const columns = columnsFor(sight);
  const of = (name: EntityKind): Collection => ({
    name,
    table: name,
    key: ['id'],
    columns: columns[name],
    links: links[name].map((link) => ({ ...link, steps: link.steps.map((step) => onlySeen(step, sight)) })),
    keyed: keyedOf(
      name,
      fields.filter(({ dimension }) => dimension === name),
    ),
  });
  return { host: of('host'), instance: of('instance'), cluster: of('cluster'), application: of('application') };
}

function keyedOf(entity: EntityKind, fields: readonly CustomFieldRecord[]): Readonly<Record<string, Keyed>> {
  const beside = (table: string, fixed: Readonly<Record<string, string>>): Step => ({
    from: 'id',
    table,
    target: 'entity_id',
    fixed,
  });
  const value = (name: string, type: ValueType): Column => column('value', type, name, name);
  return {
    label: {
      words: keyedWords.label,
      open: (name) => ({ step: beside('label', { entity, label_key: name }), column: value(name, 'text') }),
    },
    fact: {
      words: keyedWords.fact,
      open: (name) => ({ step: { ...beside('fact', { entity, name }), lookUp: true }, column: value(name, 'json') }),
    },
    field: {
      words: keyedWords.field,
      open: (name, at) => {
        const field = fields.find((each) => each.name === name);
        if (!field)
          throw filterFault(
            at,
            { en: '{entity} has no custom field {name}', zh: '{entity} 没有自定义字段 {name}' },
            { en: 'It has: {names}.', zh: '现有：{names}。' },
            { entity, name, names: fields.length === 0 ? '-' : listed(fields.map((each) => each.name)) },
          );
        const step = { ...beside('custom_value', { field_id: field.id }), lookUp: true } as const;
        if (field.type === 'number') return { step, column: { ...value(name, 'number'), column: 'number' } };
        const { choices } = field;
        const text = value(name, field.type === 'date' ? 'date' : 'text');
        return { step, column: field.type === 'choice' ? { ...text, choices } : text };
      },
    },
  };
}
