import type { StandardRule, Words } from '@myriad/contract';
import type { AccountFacts } from '@myriad/mysql';
import { neverLooked } from './judge-parameter.ts';
import { differs, fits, type Result, refusedWords, unseen } from './result.ts';
import type { Seen, Subject } from './seen.ts';
import { isSpared, namesOf } from './spared.ts';

type Rule = Extract<StandardRule, { kind: 'account' }>;

const wants: Readonly<Record<Rule['test'], Words>> = {
  'has-password': { en: 'no account without a password', zh: '没有无密码账号' },
  'no-any-host': { en: 'no account from any host', zh: '没有来源为任意主机的账号' },
  'no-super': { en: 'no account with SUPER', zh: '没有具备 SUPER 的账号' },
  'no-anonymous': { en: 'no account without a name', zh: '没有匿名账号' },
  'root-is-local': { en: 'root from the machine itself only', zh: 'root 只在本机登录' },
  'demands-tls': { en: 'every account demands TLS', zh: '所有账号都要求 TLS' },
};

const here = new Set(['localhost', '127.0.0.1', '::1']);
const offends: Readonly<Record<Exclude<Rule['test'], 'has-password'>, (account: AccountFacts) => boolean>> = {
  'no-any-host': ({ host }) => host === '%' || host === '',
  'no-super': ({ user, host, global }) => global.includes('SUPER') && !(user === 'root' && here.has(host)),
  'no-anonymous': ({ user }) => user === '',
  'root-is-local': ({ user, host }) => user === 'root' && !here.has(host),
  'demands-tls': ({ host, tls }) => tls === '' && !here.has(host),
};

/** Only those somebody can log in with. */
const canLogIn = ({ isRole, locked }: AccountFacts) => !isRole && locked !== true;

export function judgeAccounts(rule: Rule, { seen }: Subject): Result {
  const wanted = wants[rule.test];
  if (!seen) return unseen(rule, wanted, neverLooked);
  const part = rule.test === 'has-password' ? seen.emptyPasswords : seen.accounts;
  if (!part.ok) return unseen(rule, wanted, refusedWords(part.refused));
  const bad = offendersOf(rule, seen).filter(({ user }) => !isSpared(rule.spares, user));
  if (bad.length === 0) return part.more ? unseen(rule, wanted, refusedWords('too many accounts')) : fits(rule, wanted);
  return differs(rule, {
    wanted,
    found: namesOf(bad.map(({ user, host }) => `${user === '' ? "''" : user}@${host}`)),
    remedy: 'by-hand',
    because: {
      en: 'Accounts belong to people: change or drop them with their owner.',
      zh: '账号属于使用者：请与其负责人一起修改或删除。',
    },
  });
}

function offendersOf({ test }: Rule, { accounts, emptyPasswords }: Seen) {
  const known = accounts.ok ? accounts.value : [];
  if (test !== 'has-password') return known.filter(canLogIn).filter(offends[test]);
  const closed = new Set(known.filter((each) => !canLogIn(each)).map(({ user, host }) => `${user}@${host}`));
  return (emptyPasswords.ok ? emptyPasswords.value : []).filter(({ user, host }) => !closed.has(`${user}@${host}`));
}
