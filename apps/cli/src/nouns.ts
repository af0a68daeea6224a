import type { Command } from './command.ts';
import type { Words } from './language.ts';

type Verbs = Readonly<Record<string, () => Promise<{ readonly command: Command }>>>;

export interface Noun {
  readonly words: Words;
  readonly verbs: Verbs;
}

/** Every noun and verb; a verb's file is loaded only when it is called or listed. */
export const nouns: Readonly<Record<string, Noun>> = {
  ticket: {
    words: { en: 'Ask for something, see its plan, approve it', zh: '提交工单、查看计划、审批' },
    verbs: {
      kinds: () => import('./commands/ticket/kinds.ts'),
      preview: () => import('./commands/ticket/preview.ts'),
      submit: () => import('./commands/ticket/submit.ts'),
      list: () => import('./commands/ticket/list.ts'),
      show: () => import('./commands/ticket/show.ts'),
      approve: () => import('./commands/ticket/approve.ts'),
      reject: () => import('./commands/ticket/reject.ts'),
      withdraw: () => import('./commands/ticket/withdraw.ts'),
      replan: () => import('./commands/ticket/replan.ts'),
      intake: () => import('./commands/ticket/intake.ts'),
      replay: () => import('./commands/ticket/replay.ts'),
    },
  },
  task: {
    words: { en: 'Watch work being done, decide about work that stopped', zh: '查看任务进度，处理暂停的任务' },
    verbs: {
      list: () => import('./commands/task/list.ts'),
      show: () => import('./commands/task/show.ts'),
      watch: () => import('./commands/task/watch.ts'),
      retry: () => import('./commands/task/retry.ts'),
      skip: () => import('./commands/task/skip.ts'),
      undo: () => import('./commands/task/undo.ts'),
      abort: () => import('./commands/task/abort.ts'),
      cancel: () => import('./commands/task/cancel.ts'),
    },
  },
  cluster: {
    words: { en: 'Clusters, and what they say right now', zh: '集群及其实时状态' },
    verbs: {
      list: () => import('./commands/cluster/list.ts'),
      show: () => import('./commands/cluster/show.ts'),
      live: () => import('./commands/cluster/live.ts'),
      look: () => import('./commands/cluster/look.ts'),
      maintenance: () => import('./commands/cluster/maintenance.ts'),
    },
  },
  fleet: {
    words: { en: 'Find clusters that exist, take them over, raise their level', zh: '发现、接管已有集群，提升其级别' },
    verbs: {
      'allow-list': () => import('./commands/fleet/allow-list.ts'),
      grants: () => import('./commands/fleet/grants.ts'),
      discover: () => import('./commands/fleet/discover.ts'),
      show: () => import('./commands/fleet/show.ts'),
      adopt: () => import('./commands/fleet/adopt.ts'),
      'raise-level': () => import('./commands/fleet/raise-level.ts'),
      'lower-level': () => import('./commands/fleet/lower-level.ts'),
      release: () => import('./commands/fleet/release.ts'),
    },
  },
  instance: {
    words: { en: 'MySQL and MariaDB instances', zh: 'MySQL 与 MariaDB 实例' },
    verbs: {
      list: () => import('./commands/instance/list.ts'),
      show: () => import('./commands/instance/show.ts'),
      look: () => import('./commands/instance/look.ts'),
      sessions: () => import('./commands/instance/sessions.ts'),
      locks: () => import('./commands/instance/locks.ts'),
      parameters: () => import('./commands/instance/parameters.ts'),
      compare: () => import('./commands/instance/compare.ts'),
    },
  },
  host: {
    words: { en: 'Hosts, their check, and the ways to them', zh: '主机、上架检查与访问路径' },
    verbs: {
      register: () => import('./commands/host/register.ts'),
      list: () => import('./commands/host/list.ts'),
      show: () => import('./commands/host/show.ts'),
      change: () => import('./commands/host/change.ts'),
      check: () => import('./commands/host/check.ts'),
      'check-many': () => import('./commands/host/check-many.ts'),
      'test-paths': () => import('./commands/host/test-paths.ts'),
      remove: () => import('./commands/host/remove.ts'),
      'account-script': () => import('./commands/host/account-script.ts'),
      actions: () => import('./commands/host/actions.ts'),
      'run-action': () => import('./commands/host/run-action.ts'),
    },
  },
  finding: {
    words: { en: 'What is wrong, and what is done about it', zh: '发现项及其处理' },
    verbs: {
      list: () => import('./commands/finding/list.ts'),
      show: () => import('./commands/finding/show.ts'),
      mute: () => import('./commands/finding/mute.ts'),
      assign: () => import('./commands/finding/assign.ts'),
      accept: () => import('./commands/finding/accept.ts'),
    },
  },
  sweep: {
    words: { en: 'The look at every instance', zh: '实例巡查' },
    verbs: { show: () => import('./commands/sweep/show.ts') },
  },
  standard: {
    words: { en: 'What servers should be like, and how far they are', zh: '规范与合规情况' },
    verbs: {
      list: () => import('./commands/standard/list.ts'),
      show: () => import('./commands/standard/show.ts'),
      check: () => import('./commands/standard/check.ts'),
      except: () => import('./commands/standard/except.ts'),
    },
  },
  schedule: {
    words: { en: 'Tasks that run by themselves at their times', zh: '定时计划：按时自动执行的任务' },
    verbs: {
      list: () => import('./commands/schedule/list.ts'),
      show: () => import('./commands/schedule/show.ts'),
      runs: () => import('./commands/schedule/runs.ts'),
      kinds: () => import('./commands/schedule/kinds.ts'),
      preview: () => import('./commands/schedule/preview.ts'),
      add: () => import('./commands/schedule/add.ts'),
      change: () => import('./commands/schedule/change.ts'),
      pause: () => import('./commands/schedule/pause.ts'),
      resume: () => import('./commands/schedule/resume.ts'),
      remove: () => import('./commands/schedule/remove.ts'),
      calendar: () => import('./commands/schedule/calendar.ts'),
    },
  },
  freeze: {
    words: { en: 'Change freezes: nothing begins in them unasked', zh: '封网：期间任务不会自行开始' },
    verbs: {
      list: () => import('./commands/freeze/list.ts'),
      add: () => import('./commands/freeze/add.ts'),
      remove: () => import('./commands/freeze/remove.ts'),
    },
  },
  package: {
    words: { en: 'Server packages and the support matrix', zh: '介质库与版本支持矩阵' },
    verbs: { list: () => import('./commands/package/list.ts') },
  },
  inventory: {
    words: {
      en: 'Ask the four dimensions: hosts, instances, clusters, applications',
      zh: '查询四个维度：主机、实例、集群、应用',
    },
    verbs: {
      list: () => import('./commands/inventory/list.ts'),
      count: () => import('./commands/inventory/count.ts'),
      describe: () => import('./commands/inventory/describe.ts'),
    },
  },
  dictionary: {
    words: {
      en: 'Data dictionary: schemas, tables, columns, sensitive tags, what nobody uses',
      zh: '数据字典：库、表、列、敏感标签与未使用对象',
    },
    verbs: {
      list: () => import('./commands/dictionary/list.ts'),
      show: () => import('./commands/dictionary/show.ts'),
      tag: () => import('./commands/dictionary/tag.ts'),
      note: () => import('./commands/dictionary/note.ts'),
      unused: () => import('./commands/dictionary/unused.ts'),
      rules: () => import('./commands/dictionary/rules.ts'),
      export: () => import('./commands/dictionary/export.ts'),
    },
  },
  label: {
    words: { en: 'Labels on hosts, instances, clusters, applications', zh: '主机、实例、集群与应用的标签' },
    verbs: {
      list: () => import('./commands/label/list.ts'),
      set: () => import('./commands/label/set.ts'),
    },
  },
  application: {
    words: { en: 'Applications, their owner and level', zh: '应用及其负责人与级别' },
    verbs: {
      list: () => import('./commands/application/list.ts'),
      show: () => import('./commands/application/show.ts'),
      create: () => import('./commands/application/create.ts'),
      change: () => import('./commands/application/change.ts'),
      link: () => import('./commands/application/link.ts'),
      remove: () => import('./commands/application/remove.ts'),
    },
  },
  user: {
    words: { en: 'People who may sign in', zh: '可登录的用户' },
    verbs: {
      list: () => import('./commands/user/list.ts'),
      create: () => import('./commands/user/create.ts'),
      disable: () => import('./commands/user/disable.ts'),
      enable: () => import('./commands/user/enable.ts'),
      roles: () => import('./commands/user/roles.ts'),
      'reset-password': () => import('./commands/user/reset-password.ts'),
      'end-sessions': () => import('./commands/user/end-sessions.ts'),
    },
  },
  group: {
    words: { en: 'Groups of people, to whom rights are granted', zh: '用户组，可按组授权' },
    verbs: {
      list: () => import('./commands/group/list.ts'),
      show: () => import('./commands/group/show.ts'),
      create: () => import('./commands/group/create.ts'),
      change: () => import('./commands/group/change.ts'),
      'add-person': () => import('./commands/group/add-person.ts'),
      'remove-person': () => import('./commands/group/remove-person.ts'),
      remove: () => import('./commands/group/remove.ts'),
    },
  },
  right: {
    words: { en: 'Roles on scopes: who may do what, where, and why', zh: '范围内的角色：谁在何处可以做什么，以及依据' },
    verbs: {
      list: () => import('./commands/right/list.ts'),
      show: () => import('./commands/right/show.ts'),
      grant: () => import('./commands/right/grant.ts'),
      revoke: () => import('./commands/right/revoke.ts'),
      explain: () => import('./commands/right/explain.ts'),
    },
  },
  token: {
    words: { en: 'Your API tokens', zh: '您的 API 令牌' },
    verbs: {
      list: () => import('./commands/token/list.ts'),
      create: () => import('./commands/token/create.ts'),
      revoke: () => import('./commands/token/revoke.ts'),
    },
  },
  change: {
    words: { en: 'History of the record', zh: '元数据变更历史' },
    verbs: { list: () => import('./commands/change/list.ts') },
  },
  logs: {
    words: { en: 'Search logs of many instances by one query', zh: '一次检索多个实例的日志' },
    verbs: { search: () => import('./commands/logs/search.ts') },
  },
  audit: {
    words: {
      en: 'Who did what (audit FILE… is the same as review FILE…)',
      zh: '审计日志：谁做了什么（audit 文件… 等同于 review 文件…）',
    },
    verbs: { list: () => import('./commands/audit/list.ts') },
  },
  settings: {
    words: { en: 'What people decided for the whole platform', zh: '平台设置' },
    verbs: {
      show: () => import('./commands/settings/show.ts'),
      change: () => import('./commands/settings/change.ts'),
    },
  },
};

/** Commands of one word. */
export const singles: Verbs = {
  check: () => import('./commands/check.ts'),
  'first-run': () => import('./commands/first-run.ts'),
  login: () => import('./commands/login.ts'),
  logout: () => import('./commands/logout.ts'),
  password: () => import('./commands/password.ts'),
  whoami: () => import('./commands/whoami.ts'),
};
export const singleWords: Readonly<Record<string, Words>> = {
  check: { en: 'How the platform itself is', zh: '平台自检' },
  'first-run': { en: 'Make the administrator of a fresh server', zh: '为新服务创建管理员' },
  login: { en: 'Sign in and keep a token for this computer', zh: '登录，并在本机保存令牌' },
  logout: { en: 'Revoke that token and forget it', zh: '注销并删除本机令牌' },
  password: { en: 'Change your own password', zh: '修改自己的密码' },
  whoami: { en: 'Who am I, and where', zh: '查看当前身份与服务器' },
};
