import { defineProblems } from './problem.ts';

/** What the inventory, its catalogues and the local console can refuse. */
export const inventoryProblems = defineProblems({
  FILTER_INVALID: {
    status: 400,
    words: {
      en: 'The filter is wrong at character {position}: {reason}.',
      zh: '过滤条件第 {position} 个字符处有误：{reason}。',
    },
    next: { en: '{move}', zh: '修改建议：{move}' },
  },
  DIMENSION_UNKNOWN: {
    status: 404,
    words: { en: 'There is no dimension {name}.', zh: '没有名为 {name} 的维度。' },
    next: { en: 'Choose one of: {names}.', zh: '可选：{names}。' },
  },
  APPLICATION_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no application {id}.', zh: '没有应用 {id}。' },
    next: { en: 'List the applications and pick one.', zh: '请在应用列表中选择。' },
  },
  APPLICATION_IN_USE: {
    status: 409,
    words: { en: 'Application {name} still has clusters: {clusters}.', zh: '应用 {name} 仍关联集群：{clusters}。' },
    next: {
      en: 'Link these clusters to another application, or to none, first.',
      zh: '请先将这些集群改为关联其他应用，或取消关联。',
    },
  },
  CATALOGUE_ROW_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no {kind} called {name}.', zh: '没有名为 {name} 的{kind}。' },
    next: { en: 'See the list of what there is.', zh: '请查看现有列表。' },
  },
  CATALOGUE_ROW_IN_USE: {
    status: 409,
    words: { en: 'The {kind} {name} is in use {count} time(s).', zh: '{kind} {name} 正被 {count} 处使用。' },
    next: { en: 'Move what uses it to another one first.', zh: '请先将使用方改到其他项。' },
  },
  QUOTA_NOT_FOUND: {
    status: 404,
    words: {
      en: 'There is no quota of this application in {environment}.',
      zh: '该应用在环境 {environment} 中没有配额。',
    },
    next: { en: 'See the list of quotas.', zh: '请查看配额列表。' },
  },
  QUOTA_EXCEEDED: {
    status: 409,
    words: {
      en: '{application} would use {wanted} {what} in {environment}, and {allowed} are allowed.',
      zh: '{application} 在环境 {environment} 中将使用{what} {wanted}，配额为 {allowed}。',
    },
    next: {
      en: 'Ask for less, return what is no longer needed, or have the quota raised.',
      zh: '请减少申请，归还不再需要的资源，或申请提高配额。',
    },
  },
  QUOTA_NEEDS_SPECIFICATION: {
    status: 409,
    words: {
      en: 'The quota of {application} in {environment} limits memory or disk, and a cluster without a specification has no size that could be counted.',
      zh: '{application} 在环境 {environment} 的配额限制了内存或磁盘，未指定规格的集群无法计入。',
    },
    next: {
      en: 'Choose a specification; a DBA describes them in the catalogues.',
      zh: '请选择规格；规格由 DBA 在目录管理中维护。',
    },
  },
  LABEL_INVALID: {
    status: 422,
    words: { en: 'The label {key} is not right: {reason}.', zh: '标签 {key} 不正确：{reason}。' },
    next: {
      en: 'A key begins with a letter, then letters, digits, “.”, “_”, “-”, up to 63; a value has 1 to 190 characters; one thing has at most 64 labels.',
      zh: '键以字母开头，其后可用字母、数字、“.”、“_”、“-”，最长 63；值长 1 至 190 个字符；一个对象最多 64 个标签。',
    },
  },
  FIELD_NOT_FOUND: {
    status: 404,
    words: { en: '{dimension} has no custom field {name}.', zh: '{dimension} 没有自定义字段 {name}。' },
    next: { en: 'It has: {names}. A DBA can define another.', zh: '现有：{names}。DBA 可以新增字段。' },
  },
  FIELD_NAME_TAKEN: {
    status: 409,
    words: { en: '{dimension} has a custom field {name} already.', zh: '{dimension} 已有自定义字段 {name}。' },
    next: { en: 'Choose another name, or change that field.', zh: '请换一个名称，或修改该字段。' },
  },
  FIELD_CHOICE_IN_USE: {
    status: 409,
    words: {
      en: '{count} thing(s) still have the choice {choice} in field {name}.',
      zh: '字段 {name} 的选项 {choice} 仍被 {count} 个对象使用。',
    },
    next: { en: 'Give them another choice first.', zh: '请先为它们改选其他选项。' },
  },
  FIELDS_INVALID: {
    status: 422,
    words: { en: '{count} field value(s) are not right.', zh: '有 {count} 个字段值不正确。' },
    next: { en: 'Correct each place listed under faults.', zh: '请按 faults 中列出的各处更正。' },
  },
  FEED_CURSOR_UNKNOWN: {
    status: 409,
    words: {
      en: 'The store does not know this place in its change feed: it is older than the history that is kept, or the store was restored from a backup.',
      zh: '元数据库中没有该变更流位置：它早于所保留的变更历史，或元数据库已从备份恢复。',
    },
    next: {
      en: 'Extract everything anew, then follow the feed from where it was before the extraction (after=latest).',
      zh: '请重新全量抽取，再从抽取前取得的位置（after=latest）继续。',
    },
  },
  TABLE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no table {table} here.', zh: '此处没有表 {table}。' },
    next: { en: 'See the list of tables.', zh: '请查看表列表。' },
  },
  TABLE_ROW_NOT_FOUND: {
    status: 404,
    words: { en: 'Table {table} has no row {key}.', zh: '表 {table} 中没有行 {key}。' },
    next: { en: 'Read the rows again.', zh: '请重新读取行列表。' },
  },
  TABLE_TOO_LARGE_TO_SORT: {
    status: 422,
    words: {
      en: 'Table {table} has more than {most} rows and is sorted by its key only: {key}.',
      zh: '表 {table} 超过 {most} 行，只能按主键 {key} 排序。',
    },
    next: { en: 'Leave the sort out, or sort by the key.', zh: '请不要指定排序，或按主键排序。' },
  },
  COLUMN_READ_ONLY: {
    status: 422,
    words: { en: 'Column {column} of {table} cannot be edited here.', zh: '表 {table} 的列 {column} 不能在此编辑。' },
    next: {
      en: 'Editable are: {columns}. Everything else changes through its own page or a ticket.',
      zh: '可编辑的列：{columns}。其他内容请通过对应页面或工单修改。',
    },
  },
});
