import { listTickets, previewTicket, submitTicket } from '@myriad/contract';
import { Form } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSend } from '../../../shared/api/use-send.ts';
import { useFieldFaults } from '../../../shared/page/use-field-faults.ts';
import { usePick } from '../../../shared/words/use-words.ts';
import { PlanPanel } from '../../plan/PlanPanel.tsx';
import { defaultsOf, type FormSchema, prefillFrom, withoutEmpty } from './form-schema.ts';
import { NewClusterFields } from './NewClusterFields.tsx';
import { SchemaFields } from './SchemaFields.tsx';
import { SubmitPanel } from './SubmitPanel.tsx';
import { newClusterKind } from './ticket-kinds.ts';
import './new-ticket.css';

type Values = Record<string, unknown>;

/** A form, the plan it makes, and the way to submit it. Every refusal stands beside its field. */
export function TicketForm({ kind, schema }: { kind: string; schema: FormSchema }) {
  const [form] = Form.useForm<Values>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const pick = usePick();
  const [isStale, setStale] = useState(false);
  const faults = useFieldFaults(form);
  const initial = useMemo(() => ({ ...defaultsOf(schema), ...prefillFrom(search, schema) }), [schema, search]);
  // What is changed while a plan is being made is not in that plan.
  const changes = useRef({ made: 0, asked: 0 });
  const preview = useSend(previewTicket, {
    onDone: () => setStale(changes.current.made !== changes.current.asked),
    onRefused: faults.place,
  });
  const submission = useSend(submitTicket, {
    refreshes: [listTickets],
    onDone: ({ number }) => void navigate(`/tickets/${number}`),
    onRefused: faults.place,
  });
  const read = () => withoutEmpty({ ...initial, ...form.getFieldsValue(true) }) as Values;
  const askPreview = async () => {
    faults.forget();
    const isFilled = await form.validateFields().then(
      () => true,
      () => false,
    );
    if (!isFilled) return;
    changes.current.asked = changes.current.made;
    preview.send({ body: { kind, form: read() } });
  };
  const submit = (reason: string) => {
    const values = read();
    const applicationId = values.applicationId;
    submission.send({
      body: {
        kind,
        form: values,
        ...(reason ? { reason } : {}),
        ...(typeof applicationId === 'string' ? { applicationId } : {}),
      },
    });
  };
  const plans = preview.answer?.subTickets ?? [];
  return (
    <div className="new-ticket">
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError={{ block: 'center' }}
        onValuesChange={() => {
          changes.current.made += 1;
          setStale(true);
        }}
        className="stack"
      >
        {kind === newClusterKind ? <NewClusterFields schema={schema} /> : <SchemaFields schema={schema} />}
      </Form>
      <div className="stack aside">
        <SubmitPanel
          hasPlan={plans.length > 0 && !preview.error}
          isStale={isStale}
          error={preview.error ?? submission.error}
          placedFaults={faults.note.exceptFaults}
          isPreviewing={preview.isSending}
          isSubmitting={submission.isSending}
          onPreview={() => void askPreview()}
          onSubmit={submit}
        />
        {preview.error || plans.length === 0
          ? null
          : plans.map(({ plan, title }) => (
              <PlanPanel key={plan.hash + title.en} plan={plan} {...(plans.length > 1 ? { title: pick(title) } : {})} />
            ))}
      </div>
    </div>
  );
}
