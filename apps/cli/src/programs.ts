import type { Words } from './language.ts';

/** A word that starts something of its own on this machine instead of calling the API; gives its exit code. */
export interface Program {
  readonly words: Words;
  /** Of one that takes no words of its own: said instead of running where any are given. */
  readonly usage?: Words;
  run(argv: readonly string[]): Promise<number>;
}

// Each import stands here and nowhere else, so that `myriad --help` loads none of them.
export const programs: Readonly<Record<string, Program>> = {
  review: {
    words: {
      en: 'Review SQL files: findings and a score for each statement, no server needed',
      zh: '审核 SQL 文件：逐条语句给出问题与评分，无需服务',
    },
    run: async (argv) => (await import('./review/bundle/start-review.ts')).startReview(argv),
  },
  index: {
    words: {
      en: 'Advise on indexes for a set of statements, and prove them on a scratch server',
      zh: '针对一组语句给出索引建议，并可在试验服务器上验证',
    },
    run: async (argv) => (await import('./index-advice/run-index.ts')).runIndex(argv),
  },
  demo: {
    words: { en: 'A real cluster on this machine, to try everything on', zh: '在本机部署真实集群，体验全部功能' },
    run: async (argv) => (await import('./demo/run-demo.ts')).runDemo(argv),
  },
  start: {
    words: { en: 'Start the server', zh: '启动服务' },
    usage: {
      en: 'Usage: myriad start     start the server; it is configured by its environment, see docs/reference/config.md\n',
      zh: '用法：myriad start     启动服务；通过环境变量配置，见 docs/reference/config.md\n',
    },
    run: async (argv) => (await import('@myriad/server')).runServer(argv),
  },
  upgrade: {
    words: {
      en: 'End the running server with care and go on with this version',
      zh: '平稳停止运行中的服务并换用当前版本',
    },
    run: async (argv) => (await import('./upgrade/run-upgrade.ts')).runUpgrade(argv),
  },
  backup: {
    words: { en: 'Copy the embedded store, or restore a copy', zh: '备份或恢复内嵌存储' },
    run: async (argv) => (await import('./upgrade/run-backup.ts')).runBackup(argv),
  },
  keys: {
    words: { en: 'Escrow, restore and rotate the keys that seal secrets', zh: '托管、恢复、轮换加密机密的密钥' },
    run: async (argv) => (await import('./keys/run-keys.ts')).runKeys(argv),
  },
  'reset-administrator': {
    words: {
      en: 'Give an administrator who forgot the password a new one, on this machine',
      zh: '在本机为忘记密码的管理员重置密码',
    },
    run: async (argv) => (await import('./reset/run-reset-administrator.ts')).runResetAdministrator(argv),
  },
  setup: {
    words: { en: 'Fetch and prepare what Myriad needs here', zh: '准备运行所需的环境' },
    run: async (argv) => (await import('./setup/run-setup.ts')).runSetup(argv),
  },
  test: {
    words: { en: 'Run all tests', zh: '运行全部测试' },
    run: async (argv) => (await import('./test/run-tests.ts')).runTests(argv),
  },
  bench: {
    words: { en: 'Measure, each figure against its peer', zh: '运行基准测试，每个数字都与对照比较' },
    run: async (argv) => (await import('./run-bench.ts')).runBench(argv),
  },
  docs: {
    words: { en: 'Write the generated reference', zh: '生成参考文档' },
    usage: {
      en: 'Usage: myriad docs     write docs/reference anew\n',
      zh: '用法：myriad docs     重新生成 docs/reference\n',
    },
    run: async (argv) => (await import('./docs/run-docs.ts')).runDocs(argv),
  },
};
