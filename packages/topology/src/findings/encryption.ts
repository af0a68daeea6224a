import { defineFinding } from '../define-finding.ts';
import { partOf } from '../fleet.ts';

const dayMilliseconds = 86_400_000;

export const encryption = [
  defineFinding({
    code: 'TLS_OFF',
    grade: 'warn',
    title: { en: 'No TLS', zh: '未启用 TLS' },
    words: { en: '{server} knows no TLS.', zh: '{server} 未启用 TLS。' },
    why: { en: 'Passwords’ proofs and rows go over the network in clear.', zh: '认证信息与数据在网络上以明文传输。' },
    next: {
      en: 'Give it a certificate; clients that do not ask for TLS go on as before.',
      zh: '请配置证书；不要求 TLS 的客户端不受影响。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const tls = partOf(server, (portrait) => portrait.tls);
        return tls && !tls.available ? [{ on: server.id, evidence: { available: false } }] : [];
      }),
  }),
  defineFinding({
    code: 'TLS_OLD_VERSIONS',
    grade: 'warn',
    title: { en: 'Old TLS versions', zh: '允许过时的 TLS 版本' },
    words: { en: '{server} accepts {versions}.', zh: '{server} 允许使用 {versions}。' },
    why: { en: 'TLS 1.0 and 1.1 are broken, and auditors ask.', zh: 'TLS 1.0 与 1.1 已不安全，也是审计关注点。' },
    next: { en: 'tls_version = TLSv1.2,TLSv1.3.', zh: '请设置 tls_version = TLSv1.2,TLSv1.3。' },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const versions = partOf(server, (portrait) => portrait.tls)?.versions ?? '';
        return /\bTLSv1(\.[01])?(,|$)/.test(versions)
          ? [{ on: server.id, values: { versions }, evidence: { versions } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'CERTIFICATE_ENDS_SOON',
    grade: 'warn',
    title: { en: 'A certificate ends', zh: '证书即将到期' },
    words: { en: 'The certificate of {server} ends on {day}.', zh: '{server} 的证书将于 {day} 到期。' },
    why: {
      en: 'Clients and replicas that check it stop connecting that moment.',
      zh: '届时校验证书的客户端与从库将无法连接。',
    },
    next: {
      en: 'Renew it, then ALTER INSTANCE RELOAD TLS (MariaDB: FLUSH SSL).',
      zh: '请续签并执行 ALTER INSTANCE RELOAD TLS（MariaDB 为 FLUSH SSL）。',
    },
    find: ({ seen, context }) =>
      seen.flatMap((server) => {
        const endsAt = partOf(server, (portrait) => portrait.tls)?.certificateEndsAt;
        if (!endsAt) return [];
        const left = Date.parse(endsAt) - context.now;
        if (left > 30 * dayMilliseconds) return [];
        return [
          {
            on: server.id,
            grade: left < 0 ? 'bad' : 'warn',
            values: { day: endsAt.slice(0, 10) },
            evidence: { endsAt },
          },
        ];
      }),
  }),
  defineFinding({
    code: 'SESSION_IN_CLEAR',
    grade: 'info',
    title: { en: 'We look in clear', zh: '平台连接未加密' },
    words: {
      en: 'Our own connection to {server} is not encrypted, though the server knows TLS.',
      zh: '平台到 {server} 的连接未加密，而服务器支持 TLS。',
    },
    why: {
      en: 'Right over a tunnel or a socket; otherwise the names of schemas and accounts can be read on the way.',
      zh: '经隧道或套接字时无妨；否则库名与账号名可能在途中被读取。',
    },
    next: { en: 'Switch TLS on for the path to this server.', zh: '请为到该服务器的路径启用 TLS。' },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const tls = partOf(server, (portrait) => portrait.tls);
        return tls?.available && tls.sessionCipher === '' ? [{ on: server.id, evidence: { sessionCipher: '' } }] : [];
      }),
  }),
];
