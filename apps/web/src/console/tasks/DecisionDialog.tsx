import { decideTask, getTask, getTicket, listTasks, type TaskView } from '@myriad/contract';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { ReasonField } from '../../shared/page/ReasonField.tsx';
import { TypeToConfirm } from '../../shared/page/TypeToConfirm.tsx';
import { isDangerousDecision, type TaskDecision } from './task-states.ts';

interface DecisionDialogProps {
  readonly task: TaskView;
  readonly stepId: string | undefined;
  readonly decision: TaskDecision;
  readonly onClose: () => void;
}

/** Says what the decision does before it is taken; those that give something up ask for a name. */
export function DecisionDialog({ task, stepId, decision, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { send, isSending, error } = useSend(decideTask, {
    refreshes: [getTask, getTicket, listTasks],
    onDone: onClose,
  });
  const isDangerous = isDangerousDecision(decision);
  const name = stepId ?? task.kind;
  const decide = () =>
    send({
      params: { taskId: task.id },
      body: { decision, ...(stepId ? { stepId } : {}), ...(reason ? { reason } : {}) },
    });
  return (
    <Dialog
      open
      title={t(`task.${decision}`)}
      okText={t(`task.${decision}`)}
      cancelText={t('frame.act.close')}
      okButtonProps={{ danger: isDangerous, disabled: isDangerous && typed !== name, loading: isSending }}
      onOk={decide}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t(`task.decide.${decision}`)}</p>
        <ReasonField label={t('task.reason')} maxLength={500} value={reason} onChange={setReason} />
        {isDangerous ? (
          <>
            <Alert type="warning" showIcon title={t('task.typeName')} />
            <TypeToConfirm name={name} value={typed} onChange={setTyped} />
          </>
        ) : null}
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
