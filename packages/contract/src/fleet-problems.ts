import { inventoryProblems } from './inventory-problems.ts';
import { defineProblems } from './problem.ts';

/** What fleet endpoints can refuse. `{name}` etc. are filled from the problem's values. */
export const fleetProblems = defineProblems({
  SWEEP_OFF: {
    status: 409,
    words: { en: 'The sweep is switched off: nobody looks at servers.', zh: '巡查已关闭，平台不会查看任何服务器。' },
    next: {
      en: 'Whoever runs the platform sets MYRIAD_SWEEP_SECONDS to more than 0.',
      zh: '请由平台管理员将 MYRIAD_SWEEP_SECONDS 设为大于 0 的值。',
    },
  },
  LOOKS_TOO_MANY: {
    status: 429,
    words: {
      en: 'People wait for looks at {count} instances already.',
      zh: '当前等待立即查看的实例已达 {count} 个。',
    },
    next: {
      en: 'Wait a few seconds: the sweep looks at each of them anyway.',
      zh: '请稍候数秒，巡查本来就会查看每个实例。',
    },
  },
  ...inventoryProblems,
  HOST_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no host {id}.', zh: '没有主机 {id}。' },
    next: { en: 'List the hosts and pick one.', zh: '请在主机列表中选择。' },
  },
  INSTANCE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no instance {id}.', zh: '没有实例 {id}。' },
    next: { en: 'List the instances and pick one.', zh: '请在实例列表中选择。' },
  },
  CLUSTER_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no cluster {id}.', zh: '没有集群 {id}。' },
    next: { en: 'List the clusters and pick one.', zh: '请在集群列表中选择。' },
  },
  HOST_NAME_TAKEN: {
    status: 409,
    words: { en: 'Another host is already called {name}.', zh: '已有名为 {name} 的主机。' },
    next: { en: 'Choose another name, or open the host of that name.', zh: '请换一个名称，或打开该名称的主机。' },
  },
  CLUSTER_NAME_TAKEN: {
    status: 409,
    words: { en: 'Another cluster is already called {name}.', zh: '已有名为 {name} 的集群。' },
    next: { en: 'Choose another name.', zh: '请换一个名称。' },
  },
  APPLICATION_NAME_TAKEN: {
    status: 409,
    words: { en: 'Another application is already called {name}.', zh: '已有名为 {name} 的应用。' },
    next: { en: 'Choose another name, or use that application.', zh: '请换一个名称，或直接使用该应用。' },
  },
  INSTANCE_SEAT_TAKEN: {
    status: 409,
    words: { en: 'Another instance already has the seat {name}.', zh: '{name} 已被另一个实例占用。' },
    next: { en: 'Choose another port or another host.', zh: '请换一个端口或换一台主机。' },
  },
  HOST_POOL_STATE: {
    status: 409,
    words: {
      en: 'Host {name} cannot do this in its pool state “{state}”, or somebody moved it at the same moment.',
      zh: '主机 {name} 的资源池状态为“{state}”，不能执行此操作，或刚被他人改动。',
    },
    next: {
      en: 'Look at the host again; then choose another host or another act.',
      zh: '请刷新主机状态，再换一台主机或换一个操作。',
    },
  },
  ACCOUNT_MISSING: {
    status: 409,
    words: {
      en: 'The platform keeps no {purpose} account for {instance}.',
      zh: '平台没有 {instance} 的 {purpose} 账号。',
    },
    next: {
      en: 'Wait for the deployment to end; if it has ended, give the cluster this account again.',
      zh: '请等待部署结束；若已结束，请重新为该集群设置此账号。',
    },
  },
  HOST_RESERVED: {
    status: 409,
    words: { en: 'Host {name} is reserved by task {task}.', zh: '主机 {name} 已被任务 {task} 预留。' },
    next: { en: 'Wait for that task to end, or choose another host.', zh: '请等待该任务结束，或换一台主机。' },
  },
  HOST_IN_USE: {
    status: 409,
    words: { en: 'Host {name} carries instances: {instances}.', zh: '主机 {name} 上还有实例：{instances}。' },
    next: { en: 'Decommission or move the instances first.', zh: '请先下线或迁走这些实例。' },
  },
  HOST_IS_JUMP: {
    status: 409,
    words: { en: 'Host {name} is the way to: {jumps}.', zh: '主机 {name} 是以下主机的跳板：{jumps}。' },
    next: { en: 'Give those hosts another way first.', zh: '请先为这些主机配置其他路径。' },
  },
  HOST_ACTION_FAILED: {
    status: 422,
    words: {
      en: '{endpoint} was reached, but the action failed: {reason}.',
      zh: '已连接 {endpoint}，但操作失败：{reason}。',
    },
    next: {
      en: 'Look at the account’s shell, home directory and free space on the host.',
      zh: '请检查该账号的 shell、主目录与主机剩余空间。',
    },
  },
  HOST_ACTION_UNKNOWN: {
    status: 422,
    words: { en: 'There is no host action called {action}.', zh: '没有名为 {action} 的主机操作。' },
    next: { en: 'Choose one of: {names}.', zh: '可选：{names}。' },
  },
  HOST_ACTION_INPUT: {
    status: 422,
    words: { en: 'The input of {action} is not right: {reason}.', zh: '{action} 的输入不正确：{reason}。' },
    next: { en: 'Correct the input and send it again.', zh: '请更正输入后重新提交。' },
  },
  HOST_KEY_UNCONFIRMED: {
    status: 409,
    words: {
      en: '{endpoint} shows a host key nobody has confirmed yet: {fingerprint}.',
      zh: '{endpoint} 的主机密钥尚未确认：{fingerprint}。',
    },
    next: {
      en: 'Compare it with the machine itself (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub); if equal, send the request again with this host key.',
      zh: '请在该机器上核对（ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub）；一致时带上此密钥再次提交。',
    },
  },
  HOST_KEY_CHANGED: {
    status: 409,
    words: {
      en: '{endpoint} shows another host key than the one confirmed: {fingerprint}. Nothing was sent to it.',
      zh: '{endpoint} 的主机密钥与已确认的不同：{fingerprint}。未向其发送任何内容。',
    },
    next: {
      en: 'Find out whether the machine was reinstalled or the address now leads elsewhere before confirming the new key.',
      zh: '请先查明该机器是否重装，或地址是否已指向别处，再确认新密钥。',
    },
  },
  HOST_LOGIN_REFUSED: {
    status: 422,
    words: { en: '{endpoint} refused the login of {user}.', zh: '{endpoint} 拒绝了 {user} 的登录。' },
    next: {
      en: 'Check user, key or password; the account script shows how to make the OS account.',
      zh: '请检查用户、密钥或密码；账号脚本说明如何创建系统账号。',
    },
  },
  HOST_UNREACHABLE: {
    status: 422,
    words: { en: '{endpoint} cannot be reached: {reason}.', zh: '无法连接 {endpoint}：{reason}。' },
    next: {
      en: 'Check address, port, firewall and the jump hosts, then try again.',
      zh: '请检查地址、端口、防火墙与跳板机，然后重试。',
    },
  },
  HOST_ALREADY_REGISTERED: {
    status: 409,
    words: {
      en: 'This machine is already registered as {name} (same machine id and address).',
      zh: '这台机器已登记为 {name}（机器标识与地址相同）。',
    },
    next: { en: 'Use that host, or change its name or paths.', zh: '请使用该主机，或修改它的名称或路径。' },
  },
  HOST_CREDENTIAL_MISSING: {
    status: 422,
    words: { en: 'No way to log in was given for {endpoint}.', zh: '未提供登录 {endpoint} 的方式。' },
    next: { en: 'Give a private key, a password, or use the agent.', zh: '请提供私钥、密码，或使用 SSH 代理。' },
  },
  HOST_HAS_NO_PATH: {
    status: 422,
    words: { en: 'Host {name} has no path to it.', zh: '主机 {name} 没有可用路径。' },
    next: { en: 'Give the host a way to reach it.', zh: '请为该主机配置访问路径。' },
  },
  HOST_PATH_CIRCLE: {
    status: 422,
    words: { en: 'The jump hosts go in a circle: {hosts}.', zh: '跳板机形成循环：{hosts}。' },
    next: { en: 'Give one of them a way without the others.', zh: '请为其中一台配置不经过其他主机的路径。' },
  },
  INSTANCE_HAS_NO_ACCOUNT: {
    status: 422,
    words: {
      en: 'The platform keeps no account for “{purpose}” on {instance}.',
      zh: '平台未保存实例 {instance} 的“{purpose}”账号。',
    },
    next: {
      en: 'Make the account through a ticket, or register an existing one.',
      zh: '请通过工单创建该账号，或登记已有账号。',
    },
  },
  NOT_AN_OPERATOR: {
    status: 403,
    words: { en: 'Only a DBA or an administrator may do this.', zh: '只有 DBA 或管理员可以执行此操作。' },
    next: { en: 'Ask a DBA, or open a ticket.', zh: '请联系 DBA，或提交工单。' },
  },
  INSTANCE_NOT_MANAGED: {
    status: 409,
    words: { en: 'Instance {name} was not deployed by this platform.', zh: '实例 {name} 不是由本平台部署的。' },
    next: { en: 'Start and stop it with what deployed it.', zh: '请使用部署它的工具启停。' },
  },
  INSTANCE_OF_MANAGED_SERVICE: {
    status: 409,
    words: {
      en: '{service} runs {name}: there is no host to act on, and switching its primary is the service’s.',
      zh: '{name} 由 {service} 托管：没有可操作的主机，主从切换由其负责。',
    },
    next: { en: 'Use the console of the service.', zh: '请使用该服务的控制台。' },
  },
  NOT_RUNNING: {
    status: 409,
    words: { en: 'It does not run.', zh: '未在运行。' },
    next: { en: 'Start it first.', zh: '请先启动。' },
  },
  ALREADY_DECOMMISSIONED: {
    status: 409,
    words: { en: 'It is decommissioned.', zh: '已下线。' },
    next: { en: 'Its data lies in the trash folder of its host.', zh: '其数据保存在主机的 trash 目录中。' },
  },
  MAINTENANCE_OVER: {
    status: 422,
    words: { en: 'The end of the maintenance lies in the past.', zh: '维护结束时间早于当前时间。' },
    next: { en: 'Choose a later end.', zh: '请选择更晚的结束时间。' },
  },
  PACKAGE_UNREADABLE: {
    status: 422,
    words: { en: '{file} is no server package: {reason}.', zh: '{file} 不是可用的服务器安装包：{reason}。' },
    next: {
      en: 'Take the vendor’s “Linux – Generic” tarball and keep its name.',
      zh: '请使用厂商的“Linux - Generic”压缩包，并保留其文件名。',
    },
  },
});
