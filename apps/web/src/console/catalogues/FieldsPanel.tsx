import { type Answer, listFields, removeField } from '@myriad/contract';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { TypeToConfirm } from '../../shared/page/TypeToConfirm.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { FieldDialog } from './FieldDialog.tsx';

export type CustomField = Answer<typeof listFields>['items'][number];

/** Fields people defined, per dimension, in both languages. */
export function FieldsPanel() {
  const { t } = useTranslation();
  const pick = usePick();
  const [open, setOpen] = useState<{ readonly act: 'edit' | 'remove'; readonly field?: CustomField }>();
  const query = useAnswer(listFields, { query: {} });
  const add = <Button onClick={() => setOpen({ act: 'edit' })}>{t('frame.act.add')}</Button>;
  const close = () => setOpen(undefined);
  return (
    <Panel
      title={t('catalogue.fields.title')}
      flush
      acts={add}
      beside={<span className="soft">{t('catalogue.fields.lead')}</span>}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('catalogue.none')} next={t('catalogue.fields.lead')} act={add} />
          ) : (
            <Table<CustomField>
              rowKey="id"
              size="small"
              pagination={false}
              scroll={{ x: 760 }}
              dataSource={[...items]}
              columns={[
                {
                  title: t('catalogue.dimension'),
                  key: 'dimension',
                  width: 110,
                  render: (_, { dimension }) => t(`explore.one.${dimension}`),
                },
                {
                  title: t('catalogue.name'),
                  key: 'name',
                  render: (_, { name, words }) => (
                    <>
                      {pick(words)} <code className="faint">field.{name}</code>
                    </>
                  ),
                },
                {
                  title: t('catalogue.type'),
                  key: 'type',
                  width: 130,
                  render: (_, { type }) => t(`catalogue.types.${type}`),
                },
                {
                  title: t('catalogue.required'),
                  key: 'required',
                  width: 90,
                  render: (_, { required }) => t(required ? 'fact.yes' : 'fact.no'),
                },
                {
                  title: t('catalogue.filled'),
                  key: 'filled',
                  width: 90,
                  align: 'right',
                  render: (_, { filled, dimension, name }) => (
                    <Link to={fleetAddress(dimension, { where: `field.${name} != null` })}>{filled}</Link>
                  ),
                },
                {
                  title: '',
                  key: 'acts',
                  width: 130,
                  align: 'right',
                  render: (_, field) => (
                    <>
                      <Button type="link" size="small" onClick={() => setOpen({ act: 'edit', field })}>
                        {t('catalogue.edit')}
                      </Button>
                      <Button type="link" size="small" danger onClick={() => setOpen({ act: 'remove', field })}>
                        {t('catalogue.remove')}
                      </Button>
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {open?.act === 'edit' ? <FieldDialog field={open.field} onClose={close} /> : null}
      {open?.act === 'remove' && open.field ? <RemoveDialog field={open.field} onClose={close} /> : null}
    </Panel>
  );
}

function RemoveDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { dimension, name, filled } = field;
  const { send, isSending, error } = useSend(removeField, { refreshes: [listFields], onDone: onClose });
  return (
    <Dialog
      open
      title={`${t('catalogue.remove')} · ${name}`}
      okText={t('catalogue.remove')}
      okButtonProps={{ danger: true, disabled: typed !== name, loading: isSending }}
      onOk={() => send({ params: { dimension, name } })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('catalogue.fieldRemoveLead', { count: filled })}</p>
        <TypeToConfirm name={name} value={typed} onChange={setTyped} />
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
