import { type AccessLevel, levelRemarks, levelStatements, parseVersion } from '../../packages/mysql/src/index.ts';
import { page } from './markdown.ts';

const levels: readonly (readonly [AccessLevel, string])[] = [
  ['observe', 'Observe / 观察'],
  ['back-up', 'Back up / 备份'],
  ['operate', 'Operate / 运维'],
  ['ha', 'High availability / 高可用'],
];
const versions = [
  ['MySQL 8.0, 8.4, 9.x', '8.4.3'],
  ['MySQL 5.7', '5.7.44'],
  ['MariaDB 10.6+', '10.11.8-MariaDB'],
] as const;

function block(level: AccessLevel, text: string): string {
  const version = parseVersion(text);
  const user = `myriad_${level.replaceAll('-', '_')}`;
  const lines = levelStatements(version, level, { user, host: '%', demands: 'tls' }).map(
    ({ sql, why, optional }) => `-- ${optional ? 'optional / 可选: ' : ''}${why.en} ${why.zh}\n${sql};`,
  );
  const remarks = levelRemarks(version, level).map(({ en, zh }) => `${en} ${zh}`);
  return [...remarks, `\`\`\`sql\n${lines.join('\n')}\n\`\`\``].join('\n\n');
}

/** What people paste on a server of theirs, by level. */
export const accessLevelsPage = (): string =>
  page(
    'Access levels',
    '`packages/mysql/src/level-grants.ts`',
    'A cluster that was there before Myriad is entered by levels, each with an account of its own that may do exactly this. Run the statements on the primary: replicas get the account from there. Replace `<password>`, and the host pattern by the addresses Myriad comes from. 已有集群按级别纳管，每个级别使用各自的账号，权限恰好如下。请在主库执行，从库会通过复制得到账号。请替换 `<password>`，并将主机模式限定为 Myriad 的来源地址。',
    ...levels.flatMap(([level, title]) => [
      `## ${title}`,
      ...versions.flatMap(([name, text]) => [`### ${title.split(' / ')[0]}: ${name}`, block(level, text)]),
    ]),
  );
