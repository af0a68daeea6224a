import type { StandardRule } from '@myriad/contract';
import { account, directory, parameter } from './rule.ts';

/** Who gets in, and how. */
export const access: readonly StandardRule[] = [
  parameter(
    'tls-there',
    'warn',
    ['have_ssl', 'have_openssl'],
    { is: 'YES' },
    {
      title: { en: 'Connections can be encrypted', zh: '支持加密连接' },
      why: { en: 'Passwords and rows cross the network in clear otherwise.', zh: '否则密码与数据会以明文传输。' },
    },
    { below: '8.4' },
  ),
  parameter(
    'tls-certificate',
    'warn',
    ['ssl_cert'],
    { matches: '.' },
    {
      title: { en: 'The server has a certificate', zh: '服务器有证书' },
      why: { en: 'Without one no connection can be encrypted.', zh: '没有证书就无法加密连接。' },
    },
  ),
  parameter(
    'tls-modern',
    'warn',
    ['tls_version'],
    { hasNot: ['TLSv1', 'TLSv1.0', 'TLSv1.1'] },
    {
      title: { en: 'No TLS before 1.2', zh: '不使用 TLS 1.2 之前的协议' },
      why: { en: 'Older ones are broken and forbidden by most audits.', zh: '旧协议已不安全，多数审计都不允许。' },
    },
  ),
  parameter(
    'no-local-infile',
    'warn',
    ['local_infile'],
    { is: 'OFF' },
    {
      title: { en: 'No files from clients', zh: '禁止客户端本地文件导入' },
      why: {
        en: 'A server that was taken over could read the files of everybody who connects.',
        zh: '服务器被控制后，可读取所有连接者的本地文件。',
      },
    },
  ),
  parameter(
    'files-fenced',
    'warn',
    ['secure_file_priv'],
    { matches: '.' },
    {
      title: { en: 'Files are read and written in one folder only', zh: '文件读写限于一个目录' },
      why: {
        en: 'Empty means: anywhere the server’s user may, the data directory among them.',
        zh: '为空表示可读写服务账号能访问的任何位置，包括数据目录。',
      },
    },
  ),
  parameter(
    'names-not-resolved',
    'info',
    ['skip_name_resolve'],
    { is: 'ON' },
    {
      title: { en: 'Clients are known by address', zh: '按地址识别客户端' },
      why: {
        en: 'A slow name server stalls every login otherwise.',
        zh: '否则域名服务变慢会阻塞所有登录。',
      },
    },
  ),
  account('has-password', 'bad', 'has-password', {
    title: { en: 'Every account has a password', zh: '所有账号都有密码' },
    why: { en: 'Anybody who reaches the port gets in.', zh: '否则能访问端口的人都可以登录。' },
  }),
  account('no-anonymous', 'bad', 'no-anonymous', {
    title: { en: 'No account without a name', zh: '没有匿名账号' },
    why: {
      en: 'It also takes the place of named accounts that may come from anywhere.',
      zh: '匿名账号还会抢先匹配，使其他账号登录失败。',
    },
  }),
  account('root-is-local', 'bad', 'root-is-local', {
    title: { en: 'root comes from the machine itself only', zh: 'root 只能在本机登录' },
    why: { en: 'It is the first name everybody tries.', zh: 'root 是攻击者最先尝试的账号。' },
  }),
  account('no-super', 'warn', 'no-super', {
    title: { en: 'Nobody else may do everything', zh: '其他账号不具备全部权限' },
    why: {
      en: 'SUPER writes on read-only replicas and changes replication.',
      zh: 'SUPER 可在只读从库上写入，并修改复制。',
    },
  }),
  account('no-any-host', 'warn', 'no-any-host', {
    title: { en: 'Accounts say where they come from', zh: '账号限定来源' },
    why: {
      en: 'With % a leaked password works from the whole network.',
      zh: '来源为 % 时，密码泄露后在整个网络都可使用。',
    },
  }),
  directory('data-in-place', 'datadir', '{directory}/data', {
    title: { en: 'Data lies in the instance’s folder', zh: '数据位于实例目录' },
    why: { en: 'Moves, backups and clean-ups look there.', zh: '迁移、备份与清理都以此为准。' },
  }),
  directory('binlog-in-place', 'log_bin_basename', '{directory}/binlog', {
    title: { en: 'The binlog has a folder of its own', zh: 'binlog 有独立目录' },
    why: { en: 'Beside the data it fills the same disk unseen.', zh: '与数据同目录会不知不觉占满同一磁盘。' },
  }),
  directory('temporary-in-place', 'tmpdir', '{directory}', {
    title: { en: 'Temporary files lie in the instance’s folder', zh: '临时文件位于实例目录' },
    why: { en: 'A large sort fills the machine’s /tmp otherwise.', zh: '否则大排序会占满主机的 /tmp。' },
  }),
];
