import type { Ability, TicketView } from '@myriad/contract';
import { Alert, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../shared/format/format-time.ts';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';

export type FreezeChoiceValue = { readonly choice: 'wait' } | { readonly choice: 'override'; readonly reason: string };

interface FreezeChoiceProps {
  readonly freeze: NonNullable<TicketView['freeze']>;
  readonly override: Ability | undefined;
  readonly value: FreezeChoiceValue;
  readonly onChange: (value: FreezeChoiceValue) => void;
}

/** Approving in a change freeze is a choice: after it, or now, by those who may, with a reason. */
export function FreezeChoiceFields({ freeze, override, value, onChange }: FreezeChoiceProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const until = formatMoment(freeze.untilAt, language);
  const change = (choice: 'wait' | 'override') => onChange(choice === 'wait' ? { choice } : { choice, reason: '' });
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Alert
        type="warning"
        showIcon
        title={t('ticket.freeze.title', { name: freeze.name, until })}
        description={<span translate="no">{freeze.reason}</span>}
      />
      <Radio.Group value={value.choice} onChange={(event) => change(event.target.value)}>
        <div className="stack" style={{ gap: 4 }}>
          <Radio value="wait">{t('ticket.freeze.wait')}</Radio>
          <Radio value="override" disabled={!override?.allowed}>
            {t('ticket.freeze.override')}{' '}
            {override?.words ? <span className="faint">{pick(override.words)}</span> : null}
          </Radio>
        </div>
      </Radio.Group>
      {value.choice === 'override' ? (
        <Input
          autoFocus
          maxLength={500}
          value={value.reason}
          placeholder={t('ticket.freeze.reason')}
          aria-label={t('ticket.freeze.reason')}
          onChange={(event) => onChange({ choice: 'override', reason: event.target.value })}
        />
      ) : null}
    </div>
  );
}
