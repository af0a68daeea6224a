import { changeLabels, type Dimension, getExtras, listChanges, listLabels } from '@myriad/contract';
import { AutoComplete, Button, Form, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { CustomFieldsForm } from './CustomFieldsForm.tsx';
import './fleet.css';

interface ExtrasEditorProps {
  readonly dimension: Dimension;
  readonly id: string;
  readonly onChanged: () => void;
}

/** What people add to a thing: labels, and the fields they defined. */
export function ExtrasEditor({ dimension, id, onChanged }: ExtrasEditorProps) {
  const extras = useAnswer(getExtras, { params: { dimension, id } });
  return (
    <Loaded query={extras}>
      {({ labels, fields }) => (
        <>
          <Labels dimension={dimension} id={id} labels={labels} onChanged={onChanged} />
          <CustomFieldsForm dimension={dimension} id={id} values={fields} onChanged={onChanged} />
        </>
      )}
    </Loaded>
  );
}

function Labels(props: ExtrasEditorProps & { readonly labels: Readonly<Record<string, string>> }) {
  const { dimension, id, labels, onChanged } = props;
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const used = useAnswer(listLabels, { query: { dimension } });
  const { send, isSending, error } = useSend(changeLabels, {
    refreshes: [getExtras, listLabels, listChanges],
    onDone: onChanged,
  });
  const set = (name: string, to: string | null) =>
    send({ params: { dimension, id }, body: { labels: { [name]: to } } });
  const items = used.data?.items ?? [];
  const offered = (of: readonly string[]) => [...new Set(of)].map((each) => ({ value: each }));
  return (
    <section className="thing-part">
      <h3>{t('explore.labels')}</h3>
      <div className="labels">
        {Object.keys(labels).length === 0 ? <span className="faint">{t('explore.labelsNone')}</span> : null}
        {Object.entries(labels).map(([name, is]) => (
          <Tag key={name} closable onClose={(event) => [event.preventDefault(), set(name, null)]}>
            {name}: {is}
          </Tag>
        ))}
      </div>
      <Form
        layout="inline"
        style={{ marginTop: 8, gap: 8 }}
        onFinish={() => {
          set(key.trim(), value.trim());
          setValue('');
        }}
      >
        <AutoComplete
          value={key}
          onChange={setKey}
          options={offered(items.map((each) => each.key))}
          placeholder={t('explore.labelKey')}
          aria-label={t('explore.labelKey')}
          maxLength={63}
          style={{ width: 150 }}
          data-testid="label-key"
        />
        <AutoComplete
          value={value}
          onChange={setValue}
          options={offered(items.filter((each) => each.key === key).map((each) => each.value))}
          placeholder={t('explore.labelValue')}
          aria-label={t('explore.labelValue')}
          maxLength={190}
          style={{ width: 170 }}
          data-testid="label-value"
        />
        <Button htmlType="submit" disabled={key.trim() === '' || value.trim() === ''} loading={isSending}>
          {t('frame.act.add')}
        </Button>
      </Form>
      <ProblemNote error={error} />
    </section>
  );
}
