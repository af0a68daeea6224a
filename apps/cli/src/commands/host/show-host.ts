import type { HostView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { ExitName } from '../../exit-codes.ts';
import type { Language } from '../../language.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

export const shownHost = (host: HostView, exit: ExitName = 'ok'): Shown => ({
  value: host,
  text: (language) => hostText(host, language),
  exit,
});

function hostText(host: HostView, language: Language): string {
  const head = detailsOf(
    [
      [columns.name, host.name],
      [columns.id, host.id],
      [columns.address, host.address],
      [columns.zone, host.zone],
      [columns.state, stateWord(host.poolState, language)],
      [{ en: 'BASE DIRECTORY', zh: '基础目录' }, host.baseDirectory],
      [columns.instances, host.instances.map(({ name }) => name).join(' ')],
      ...host.hostKeys.map(
        (key) => [{ en: 'HOST KEY', zh: '主机密钥' }, `${key.endpoint} ${key.fingerprint}`] as const,
      ),
    ],
    language,
  );
  if (!host.check) return head;
  const verdicts = tableOf(
    [
      { title: columns.verdict, of: (row) => stateWord(row.verdict, language) },
      { title: { en: 'ITEM', zh: '检查项' }, of: (row) => row.item },
      { title: { en: 'FOUND', zh: '结果' }, of: (row) => row.words[language] },
      { title: { en: 'NEXT', zh: '下一步' }, of: (row) => row.next?.[language] },
    ],
    host.check.verdicts,
    language,
  );
  const title = language === 'zh' ? '上架检查' : 'Host check';
  return `${head}\n${title} ${timeOf(host.check.at)}\n${verdicts}`;
}
