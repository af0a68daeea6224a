import type { Remedy, Words } from '@myriad/contract';
import { canPersist, dangerOf, findParameter, parseVersion, readValue, roundedTo } from '@myriad/mysql';
import type { Seen, Subject } from './seen.ts';

export interface Way {
  readonly remedy: Remedy;
  readonly because?: Words;
  readonly set?: { readonly name: string; readonly value: string };
}

const byHand = (en: string, zh: string): Way => ({ remedy: 'by-hand', because: { en, zh } });

/** What is kept for the next start, the one that wins first: mysqld-auto.cnf is read after the option file. */
export function keptOf(seen: Pick<Seen, 'file' | 'persisted'>, name: string) {
  const persisted = seen.persisted.ok ? seen.persisted.value[name] : undefined;
  if (persisted !== undefined) return { value: persisted, where: 'persisted' } as const;
  const file = seen.file.ok ? seen.file.value[name] : undefined;
  return file === undefined ? undefined : ({ value: file, where: 'option-file' } as const);
}

/** How a parameter comes to have a value: by a ticket now, by one and a restart, or by somebody’s hand and why. */
export function wayTo({ instance, cluster, seen }: Subject, name: string, value: string | undefined): Way {
  if (value === undefined)
    return byHand(
      'Somebody must choose the value: the rule names only its form.',
      '规则只限定了形式，具体取值需要人来选择。',
    );
  const version = parseVersion(instance.version, instance.flavor);
  const parameter = findParameter(version, name);
  if (!parameter) return byHand('The platform does not know this parameter well enough.', '平台对该参数了解不足。');
  const read = readValue(parameter, value);
  if ('fault' in read) return { remedy: 'by-hand', because: read.fault };
  const danger = dangerOf(name, read.value);
  if (danger?.how === 'never') return { remedy: 'by-hand', because: danger.words };
  const kept = seen && keptOf(seen, name);
  if (parameter.change !== 'now' && kept && roundedTo(parameter, read.value, kept.value))
    return {
      remedy: 'pending',
      because: { en: 'It is written; it holds from the next restart.', zh: '已写入，下次重启后生效。' },
    };
  if (parameter.change === 'never') return byHand('The server only tells it.', '该值由服务器给出，不能设置。');
  const set = { name, value: read.value };
  if (instance.packageId !== null)
    return parameter.option === undefined && parameter.change === 'restart'
      ? byHand('It does not stand in the option file.', '该参数不写在配置文件中。')
      : { remedy: parameter.change === 'now' ? 'now' : 'restart', set };
  if (cluster.level !== 'operate' && cluster.level !== 'ha')
    return byHand('The cluster is not at the level “operate”.', '集群未达到“运维”级别。');
  if (parameter.change === 'restart')
    return byHand('It stands in an option file that is not ours.', '该参数位于不归平台管理的配置文件中。');
  return canPersist(version)
    ? { remedy: 'now', set }
    : {
        remedy: 'now',
        set,
        because: {
          en: 'Until the next restart only: its option file is not ours.',
          zh: '仅在下次重启前有效：其配置文件不归平台管理。',
        },
      };
}
