import type { Words } from '@myriad/contract';

/** What people are told of a table. Columns come from the store itself; here stands only what it cannot know. */
export interface TableDescription {
  readonly words: Words;
  /** Columns of the primary key; default: id. */
  readonly key?: readonly string[];
  /** Columns nobody is shown here, whatever their role. */
  readonly hidden?: readonly string[];
  /** Only administrators look into it, as in its own page. */
  readonly administratorsOnly?: true;
}

const table = (en: string, zh: string, more: Omit<TableDescription, 'words'> = {}): TableDescription => ({
  words: { en, zh },
  ...more,
});

/**
 * Every table of the store that may be looked into, in one place. A table that does not stand here is not shown, and the test
 * beside this file says so: whoever adds a table decides whether people may read it.
 */
export const describedTables: Readonly<Record<string, TableDescription>> = {
  host: table('Hosts', '主机'),
  instance: table('Instances', '实例'),
  cluster: table('Clusters', '集群'),
  application: table('Applications', '应用'),
  cluster_account: table('Accounts the platform made on clusters', '平台在集群上创建的账号'),
  fact: table('Facts: what was observed', '事实：观测到的值', { key: ['entity', 'entity_id', 'name'] }),
  metadata_change: table('Change history of the record', '元数据变更历史'),
  environment: table('Environments', '环境', { key: ['name'] }),
  zone: table('Zones', '机房', { key: ['name'] }),
  specification: table('Specifications', '规格', { key: ['name'] }),
  quota: table('Quotas', '配额', { key: ['application_id', 'environment'] }),
  label: table('Labels', '标签', { key: ['entity', 'entity_id', 'label_key'] }),
  custom_field: table('Custom fields', '自定义字段'),
  custom_value: table('Values of custom fields', '自定义字段的值', { key: ['field_id', 'entity_id'] }),
  network_allow: table('Networks that may be looked in', '网络白名单', { key: ['cidr'] }),
  discovery: table('Discoveries', '发现任务', { hidden: ['accounts', 'found'] }),
  level_account: table('Accounts checked for a level', '已核对的级别账号'),
  host_check: table('Host checks', '上架检查'),
  host_key: table('Host keys people confirmed', '已确认的主机密钥', { key: ['endpoint', 'fingerprint'] }),
  host_reservation: table('Hosts reserved by tasks', '任务预留的主机', { key: ['host_id'] }),
  server_package: table('Server packages', '安装包'),
  certificate: table('Certificates', '证书', { key: ['subject'] }),
  certificate_authority: table('Certificate authorities', '证书颁发机构'),
  ticket: table('Tickets', '工单'),
  ticket_number: table('Last ticket numbers', '工单编号', { key: ['letter'] }),
  sub_ticket: table('Sub-tickets', '子工单'),
  ticket_approval: table('Approvals', '审批'),
  ticket_history: table('History of tickets', '工单历史'),
  // A raw submission is stored before anybody has looked at it, so it may hold anything.
  ticket_intake: table('Submissions as they came', '工单原始提交', { hidden: ['body'] }),
  ticket_subject: table('What tickets are about', '工单涉及的对象', { key: ['ticket_id', 'entity', 'entity_id'] }),
  task: table('Tasks', '任务'),
  task_subject: table('What tasks are about', '任务涉及的对象', { key: ['task_id', 'entity', 'entity_id'] }),
  task_step: table('Steps of tasks', '任务步骤', { key: ['task_id', 'step_id'] }),
  step_attempt: table('Attempts of steps', '步骤执行记录', { key: ['task_id', 'step_id', 'attempt'] }),
  task_event: table('Log of tasks', '任务日志', { key: ['task_id', 'seq'] }),
  task_request: table('Decisions about tasks', '任务处置记录'),
  task_wait: table('Tasks that wait for a lock', '等待锁的任务', { key: ['task_id', 'resource'] }),
  resource_lock: table('Locks held by tasks', '任务持有的锁', { key: ['resource'] }),
  schedule: table('Schedules', '定时计划'),
  schedule_run: table('Times of schedules', '定时计划执行记录', { key: ['schedule_id', 'fire_at'] }),
  change_freeze: table('Change freezes', '封网'),
  finding: table('Findings', '发现项'),
  finding_change: table('History of findings', '发现项历史'),
  // Packed: read it at its instance's page.
  instance_portrait: table('Deep looks at instances', '实例深度查看结果', { key: ['instance_id'], hidden: ['packed'] }),
  instance_size: table('Sizes of instances', '实例容量', { key: ['instance_id', 'at'] }),
  portrait_change: table('What changed between deep looks', '深度查看之间的变化'),
  dictionary_schema: table('Dictionary: schemas', '数据字典：库'),
  dictionary_table: table('Dictionary: tables', '数据字典：表'),
  dictionary_column: table('Dictionary: columns', '数据字典：列'),
  dictionary_index: table('Dictionary: indexes', '数据字典：索引'),
  dictionary_account: table('Dictionary: accounts of instances', '数据字典：实例账号', { hidden: ['details'] }),
  dictionary_series: table('Dictionary: release series looked at', '数据字典：查看过的版本系列', { key: ['series'] }),
  dictionary_usual: table('Dictionary: usual values of parameters', '数据字典：参数的通常取值', {
    key: ['name', 'series'],
  }),
  dictionary_parameters_of: table('Dictionary: instances whose parameters are known', '数据字典：参数已知的实例', {
    key: ['instance_id'],
  }),
  dictionary_parameter: table('Dictionary: parameters that differ from the usual', '数据字典：与通常取值不同的参数', {
    key: ['name', 'instance_id'],
  }),
  dictionary_growth: table('Dictionary: growth of tables', '数据字典：表的增长', { key: ['table_id', 'day'] }),
  dictionary_note: table('Dictionary: notes and owners', '数据字典：说明与负责人', { key: ['object_id'] }),
  dictionary_tag: table('Dictionary: sensitive tags', '数据字典：敏感标签', { key: ['object_id', 'class'] }),
  dictionary_rule: table('Dictionary: rules of sensitive columns', '数据字典：敏感列规则'),
  dictionary_look: table('Dictionary: last looks', '数据字典：最近一次查看', { key: ['cluster_id'] }),
  dictionary_change: table('Dictionary: what people changed', '数据字典：人工变更历史'),
  // Texts may hold values of rows: each is read on its own page, by those who may.
  sql_review: table('SQL reviews', 'SQL 审核记录', { hidden: ['head', 'result'] }),
  review_exception: table('SQL let through at the gate', 'SQL 审核放行例外', { hidden: ['head', 'signature'] }),
  review_item: table('Findings to be mended', 'SQL 审核待办项', { hidden: ['head'] }),
  review_policy: table('Review policies', '审核策略', { key: ['scope_kind', 'scope_id', 'version'] }),
  saved_filter: table('Saved filters', '已存过滤条件', { administratorsOnly: true }),
  standard: table('Standards', '规范'),
  standard_version: table('Versions of standards', '规范版本', { key: ['standard_id', 'version'] }),
  standard_use: table('Who follows which standard', '规范的适用范围', { key: ['scope_kind', 'scope_id'] }),
  standard_exception: table('Exceptions to standards', '规范的例外'),
  // Packed, and the judgement's lists too: read them at the cluster's standards.
  instance_settings: table('Looks at settings', '实例设置查看结果', { key: ['instance_id'], hidden: ['packed'] }),
  instance_compliance: table('Instances against their standard', '实例合规情况', {
    key: ['instance_id'],
    hidden: ['items', 'drift_items'],
  }),
  cluster_compliance: table('Clusters against their standard', '集群合规情况', { key: ['cluster_id'] }),
  compliance_history: table('History of compliance', '合规历史'),
  outbox: table('What is still to be handed over', '待投递'),
  setting: table('Settings', '平台设置', { key: ['name'] }),
  user: table('Users', '用户', { hidden: ['password'], administratorsOnly: true }),
  person_group: table('Groups of people', '用户组', { administratorsOnly: true }),
  group_member: table('People in groups', '组成员', { key: ['group_id', 'user_id'], administratorsOnly: true }),
  role_grant: table('Roles on scopes', '范围内的角色', { administratorsOnly: true }),
  api_token: table('API tokens', 'API 令牌', { hidden: ['secret_hash'], administratorsOnly: true }),
  audit: table('Audit log', '审计日志', { administratorsOnly: true }),
};

/** Tables nobody looks into here, and why. */
export const hiddenTables: Readonly<Record<string, string>> = {
  secret: 'passwords and keys, sealed',
  session: 'who holds the id of a session has the session',
  idempotency_key: 'sealed answers, some with a secret shown once',
  migration: 'about the store itself',
  store_writer: 'about the store itself',
  change_feed: 'one row, about the feed itself',
};

/** A column called like this is hidden although nobody thought of it; the exceptions are hashes of plans, not of secrets. */
export const isSecretName = (column: string): boolean =>
  /passw|sealed|private|credential|(^|_)(secret|token|hash)($|_hash)|secret_hash/.test(column) &&
  column !== 'plan_hash';
