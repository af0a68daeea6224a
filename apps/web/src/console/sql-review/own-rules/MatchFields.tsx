import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDraft, MatchDraft } from './draft.ts';
import { Field } from './OwnRuleForm.tsx';
import { SampleTree } from './SampleTree.tsx';

const tests = ['present', 'absent', 'oneOf', 'atLeast', 'atMost', 'countAtLeast'] as const;

/** The pattern on the tree: which nodes, called how, where, and with what in their fields. */
export function MatchFields({ match, onChange }: { match: MatchDraft; onChange: (match: MatchDraft) => void }) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const set = (more: Partial<MatchDraft>) => onChange({ ...match, ...more });
  const tags = (name: 'kinds' | 'names' | 'within' | 'has', placeholder: string) => (
    <Field label={t(`sqlReview.own.${name}`)}>
      <Select
        mode="tags"
        className="mono"
        placeholder={placeholder}
        value={[...match[name]]}
        onChange={(next: string[]) => set({ [name]: next })}
        options={name === 'names' ? [] : kinds.map((kind) => ({ value: kind, label: kind }))}
      />
    </Field>
  );
  const setField = (at: number, more: Partial<FieldDraft>) =>
    set({ fields: match.fields.map((one, index) => (index === at ? { ...one, ...more } : one)) });
  return (
    <fieldset className="review-field review-match">
      <legend>{t('sqlReview.own.match')}</legend>
      <SampleTree
        onKinds={setKinds}
        onPick={({ kind, name }) =>
          set({ kinds: [kind], names: name === undefined || match.names.length > 0 ? match.names : [name] })
        }
      />
      <div className="review-form">
        {tags('kinds', 'named-table')}
        {tags('names', 'audit_*')}
        {tags('within', 'delete')}
        {tags('has', 'literal')}
      </div>
      {match.fields.map(({ field, test, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has its place and no other identity while it is typed
        <div key={at} className="row wrap">
          <Input
            className="mono review-scope"
            style={{ width: 150 }}
            aria-label={t('sqlReview.own.field')}
            placeholder="limit"
            value={field}
            onChange={({ target }) => setField(at, { field: target.value })}
          />
          <Select
            style={{ minWidth: 150 }}
            aria-label={t('sqlReview.own.test')}
            value={test}
            onChange={(next: FieldDraft['test']) => setField(at, { test: next })}
            options={tests.map((one) => ({ value: one, label: t(`sqlReview.own.tests.${one}`) }))}
          />
          {test === 'present' || test === 'absent' ? null : (
            <Input
              style={{ width: 150 }}
              aria-label={t('sqlReview.own.value')}
              value={value}
              onChange={({ target }) => setField(at, { value: target.value })}
            />
          )}
          <Button size="small" onClick={() => set({ fields: match.fields.filter((_, index) => index !== at) })}>
            {t('sqlReview.own.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => set({ fields: [...match.fields, { field: '', test: 'present', value: '' }] })}
      >
        {t('sqlReview.own.addField')}
      </Button>
      {Object.keys(match.rest).length > 0 ? (
        <p className="soft">
          {t('sqlReview.own.more')} <code>{Object.keys(match.rest).join(', ')}</code>
        </p>
      ) : null}
    </fieldset>
  );
}
