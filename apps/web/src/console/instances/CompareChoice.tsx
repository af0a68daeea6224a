import { listInventory } from '@myriad/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSettled } from '../../shared/page/use-settled.ts';
import { quotedText } from '../filter/quoted-text.ts';

interface CompareChoiceProps {
  readonly except: string;
  readonly onChoose: (instanceId: string) => void;
}

/** Finds another instance by part of its name, also among ten thousand. */
export function CompareChoice({ except, onChoose }: CompareChoiceProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const where = `state != "decommissioned"${wanted === '' ? '' : ` and name ~ ${quotedText(wanted)}`}`;
  const [isUsed, setUsed] = useState(false);
  const found = useAnswer(
    listInventory,
    { params: { dimension: 'instance' }, query: { where, fields: 'name,version', limit: 20 } },
    { enabled: isUsed, keeps: true },
  );
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setText }}
      value={null}
      style={{ width: 240 }}
      placeholder={`${t('instance.parameters.compare')} …`}
      aria-label={`${t('instance.parameters.compare')}: ${t('instance.parameters.compareHint')}`}
      onFocus={() => setUsed(true)}
      onChange={(id: string | null) => {
        if (id) onChoose(id);
      }}
      options={(found.data?.items ?? [])
        .filter(({ id }) => id !== except)
        .map(({ id, name, version }) => ({ value: String(id), label: `${String(name)} · ${String(version)}` }))}
      notFoundContent={<span className="faint">{t('frame.search.nothing')}</span>}
    />
  );
}
