import { defineProblems } from './problem.ts';

/** What finding and taking over clusters can refuse. */
export const adoptionProblems = defineProblems({
  ALLOW_LIST_EMPTY: {
    status: 409,
    words: {
      en: 'The network allow-list is empty: nothing may be looked at, and no password is sent anywhere.',
      zh: '网络白名单为空：不允许探测任何地址，也不会发送任何密码。',
    },
    next: {
      en: 'An administrator adds the networks of your databases to it, for example 10.20.0.0/16.',
      zh: '请由管理员把数据库所在网段加入白名单，例如 10.20.0.0/16。',
    },
  },
  ADDRESS_NOT_ALLOWED: {
    status: 409,
    words: {
      en: '{address} is in no network of the allow-list; nothing was sent to it.',
      zh: '{address} 不在网络白名单的任何网段内，未向其发送任何内容。',
    },
    next: {
      en: 'Correct the address, or ask an administrator to add its network to the allow-list.',
      zh: '请更正地址，或由管理员把其网段加入白名单。',
    },
  },
  DISCOVERY_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no discovery {id} any more.', zh: '发现任务 {id} 不存在或已过期。' },
    next: { en: 'Discover again: what was found is kept for seven days.', zh: '请重新发现：结果只保留 7 天。' },
  },
  DISCOVERY_RUNNING: {
    status: 409,
    words: { en: 'This discovery has not ended yet.', zh: '此次发现尚未结束。' },
    next: { en: 'Wait for its end, or cancel it.', zh: '请等待其结束，或取消。' },
  },
  DISCOVERIES_TOO_MANY: {
    status: 429,
    words: { en: '{count} discoveries are running already.', zh: '已有 {count} 个发现任务在执行。' },
    next: { en: 'Wait until one of them has ended, or cancel one.', zh: '请等待其中一个结束，或取消一个。' },
  },
  NO_SERVER_ANSWERED: {
    status: 409,
    words: { en: 'None of its servers could be looked at.', zh: '其中没有任何服务器可以查看。' },
    next: {
      en: 'See why beside each server: reachable, allowed, and let in with this account?',
      zh: '请查看各服务器旁的原因：是否可达、是否在白名单内、账号能否登录。',
    },
  },
  ALREADY_RECORDED: {
    status: 409,
    words: { en: 'Recorded already: {servers}.', zh: '已登记：{servers}。' },
    next: { en: 'Open that cluster: it is looked at already.', zh: '请打开该集群，平台已在观察它。' },
  },
  ACCOUNT_TOO_MIGHTY: {
    status: 409,
    words: {
      en: 'The account {user} may do far more than observe: {privileges}. Such an account is not kept.',
      zh: '账号 {user} 的权限远超观察所需：{privileges}。平台不保存此类账号。',
    },
    next: {
      en: 'Make an account of its own with the printed statements (myriad fleet grants observe), and discover again with it.',
      zh: '请用打印的语句另建专用账号（myriad fleet grants observe），再用它重新发现。',
    },
  },
  ACCOUNTS_DIFFER: {
    status: 409,
    words: {
      en: 'Its servers were looked at with different accounts; a cluster keeps one for each level.',
      zh: '各服务器使用了不同的账号；一个集群每个级别只保存一个账号。',
    },
    next: {
      en: 'Make one account on the primary, which its replicas get from there, and discover again with it.',
      zh: '请在主库上创建一个账号（从库会同步得到），再用它重新发现。',
    },
  },
  LEVEL_NOT_NEXT: {
    status: 409,
    words: {
      en: '{name} stands at “{level}”; the next level is “{next}”.',
      zh: '{name} 目前的级别是“{level}”，下一级是“{next}”。',
    },
    next: {
      en: 'Levels are entered one after another, each with an account of its own.',
      zh: '级别须逐级提升，每级使用各自的账号。',
    },
  },
  LEVEL_HIGHEST: {
    status: 409,
    words: { en: '{name} stands at the highest level already.', zh: '{name} 已处于最高级别。' },
    next: { en: 'There is nothing left to raise.', zh: '无需再提升。' },
  },
  LEVEL_LOWEST: {
    status: 409,
    words: { en: '{name} stands at the lowest level already.', zh: '{name} 已处于最低级别。' },
    next: { en: 'To stop looking at it too, let it go.', zh: '若也不再观察，请解除接管。' },
  },
  LEVEL_NOT_LOWER: {
    status: 409,
    words: {
      en: '{name} stands at “{level}”, which is not above that.',
      zh: '{name} 目前的级别是“{level}”，并不高于目标级别。',
    },
    next: { en: 'Choose a level below the one it has.', zh: '请选择低于当前级别的级别。' },
  },
  CLUSTER_LET_GO: {
    status: 409,
    words: { en: '{name} is not looked at any more; its history is kept.', zh: '平台已不再管理 {name}，仅保留历史。' },
    next: { en: 'To have it again, discover it and take it over anew.', zh: '如需再次管理，请重新发现并接管。' },
  },
  LEVEL_OF_MANAGED_SERVICE: {
    status: 409,
    words: {
      en: '{service} runs {name}: switching its primary is the service’s, so there is no level “ha”.',
      zh: '{name} 由 {service} 托管：主从切换由其负责，因此没有“ha”级别。',
    },
    next: { en: 'Use the service’s own high availability.', zh: '请使用该服务自带的高可用能力。' },
  },
  CLUSTER_NOT_ADOPTED: {
    status: 409,
    words: {
      en: '{name} was deployed by this platform, which has its accounts already.',
      zh: '{name} 由本平台部署，平台已有所需账号。',
    },
    next: {
      en: 'Its level does not change; to part with it, decommission it.',
      zh: '其级别不会改变；如不再需要，请将其下线。',
    },
  },
  LEVEL_ACCOUNT_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no checked account {id} any more.', zh: '已核对的账号 {id} 不存在或已过期。' },
    next: {
      en: 'Check the account again: what was checked is kept for seven days.',
      zh: '请重新核对账号：结果只保留 7 天。',
    },
  },
});
