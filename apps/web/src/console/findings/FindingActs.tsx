import { type FindingView, muteFinding } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { newTicketAddress } from '../tickets/new/ticket-kinds.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { findingAnswers, MuteDialog } from './MuteDialog.tsx';

type Act = 'mute' | 'assign' | 'accept';
const dialogs = { mute: MuteDialog, assign: AssignDialog, accept: AcceptDialog };
const order = ['assign', 'mute', 'accept'] as const;

interface FindingActsProps {
  /** One, or those that are chosen. */
  readonly findings: readonly FindingView[];
  readonly size?: 'small';
  readonly onDone?: () => void;
}

/** Only texts and numbers fit in an address; a form that needs more is filled in by hand. */
const prefillOf = (form: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value)]]
        : [],
    ),
  );

/** What can be done about findings, in the order it has everywhere; grey with the platform's own reason. */
export function FindingActs({ findings, size, onDone }: FindingActsProps) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>();
  const { send, isSending } = useSend(muteFinding, { refreshes: findingAnswers });
  const [first] = findings;
  if (!first) return null;
  const only = findings.length === 1 ? first : undefined;
  const abilityOf = (name: Act) => (findings.find(({ abilities }) => abilities[name].allowed) ?? first).abilities[name];
  const Dialog = act ? dialogs[act] : undefined;
  const sized = size ? { size } : {};
  return (
    <>
      {order.map((name) => (
        <AbleButton key={name} {...sized} ability={abilityOf(name)} onClick={() => setAct(name)}>
          {t(`finding.acts.${name}`)}
        </AbleButton>
      ))}
      {only?.mute ? (
        <AbleButton
          {...sized}
          ability={only.abilities.mute}
          loading={isSending}
          onClick={() => send({ params: { findingId: only.id }, body: { mute: null } })}
        >
          {t('finding.acts.unmute')}
        </AbleButton>
      ) : null}
      {only?.bringBack ? (
        <Link to={newTicketAddress(only.bringBack.ticketKind, prefillOf(only.bringBack.form))}>
          <Button {...sized} type="primary" tabIndex={-1} data-testid="bring-back">
            {t('finding.acts.bringBack')}
          </Button>
        </Link>
      ) : null}
      {Dialog ? (
        <Dialog
          findings={findings}
          onClose={() => setAct(undefined)}
          onDone={() => {
            setAct(undefined);
            onDone?.();
          }}
        />
      ) : null}
    </>
  );
}
