import {
  type DictionaryTag,
  getDictionaryTable,
  listDictionaryChanges,
  listDictionaryColumns,
  type SensitiveClass,
  sensitiveClasses,
  tagColumn,
  untagColumn,
} from '@myriad/contract';
import { App, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { formatExact } from '../../shared/format/format-time.ts';
import { useErrorWords } from '../../shared/page/ProblemNote.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';

/** State by shape and word: a suggestion is dashed and asks, what is confirmed is whole, what is refused is struck out. */
const marks = { suggested: '?', confirmed: '✓', refused: '✕' } as const;

function useTagWords() {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  return ({ class: kind, state, by, ruleId, at }: DictionaryTag) => ({
    name: pick(sensitiveClasses[kind]),
    state: t(`dictionary.tagStates.${state}`),
    why:
      by === undefined
        ? t('dictionary.tagByRule', { rule: ruleId ?? '' })
        : t('dictionary.tagByPerson', {
            by,
            state: t(`dictionary.tagStates.${state}`),
            when: formatExact(at, language),
          }),
  });
}

/** The sensitive tags of a column, to be read. */
export function TagChips({ tags }: { tags: readonly DictionaryTag[] }) {
  const wordsOf = useTagWords();
  return (
    <span className="tag-chips">
      {tags.map((tag) => {
        const { name, state, why } = wordsOf(tag);
        return (
          <span key={tag.class} className="badge tag-chip" data-state={tag.state} title={why}>
            <span aria-hidden>{marks[tag.state]}</span> {name} <span className="tag-state">{state}</span>
          </span>
        );
      })}
    </span>
  );
}

/** Of all columns of a table, by class alone. */
export function ClassChips({ classes }: { classes: readonly SensitiveClass[] }) {
  const pick = usePick();
  return (
    <span className="tag-chips">
      {classes.map((kind) => (
        <span key={kind} className="badge warn">
          {pick(sensitiveClasses[kind])}
        </span>
      ))}
    </span>
  );
}

interface DecideTagsProps {
  readonly clusterId: string;
  readonly columnId: string;
  readonly column: string;
  readonly tags: readonly DictionaryTag[];
}

const shown = [getDictionaryTable, listDictionaryColumns, listDictionaryChanges];

/** The tags of a column, for who may decide on them: each opens what can be said of it. */
export function DecideTags({ clusterId, columnId, column, tags }: DecideTagsProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const wordsOf = useTagWords();
  const errorWords = useErrorWords();
  const { message } = App.useApp();
  const onRefused = (error: Error) => void message.error(errorWords(error).title);
  const decide = useSend(tagColumn, { refreshes: shown, onRefused });
  const takeBack = useSend(untagColumn, { refreshes: shown, onRefused });
  const say = (kind: SensitiveClass, state: 'confirmed' | 'refused') =>
    decide.send({ params: { clusterId, columnId, class: kind }, body: { state } });
  const actsOf = (tag: DictionaryTag): MenuProps['items'] => [
    ...(tag.state === 'confirmed'
      ? []
      : [{ key: 'confirm', label: t('dictionary.tagConfirm'), onClick: () => say(tag.class, 'confirmed') }]),
    ...(tag.state === 'refused'
      ? []
      : [{ key: 'refuse', label: t('dictionary.tagRefuse'), onClick: () => say(tag.class, 'refused') }]),
    ...(tag.by === undefined
      ? []
      : [
          {
            key: 'back',
            label: t('dictionary.tagTakeBack'),
            onClick: () => takeBack.send({ params: { clusterId, columnId, class: tag.class } }),
          },
        ]),
  ];
  const rest = (Object.keys(sensitiveClasses) as SensitiveClass[]).filter((kind) =>
    tags.every((tag) => tag.class !== kind),
  );
  const busy = decide.isSending || takeBack.isSending;
  return (
    <span className="tag-chips" aria-busy={busy}>
      {tags.map((tag) => {
        const { name, state, why } = wordsOf(tag);
        return (
          <Dropdown key={tag.class} trigger={['click']} menu={{ items: actsOf(tag) ?? [] }}>
            <button type="button" className="badge tag-chip" data-state={tag.state} title={why} disabled={busy}>
              <span aria-hidden>{marks[tag.state]}</span> {name} <span className="tag-state">{state}</span>
            </button>
          </Dropdown>
        );
      })}
      <Dropdown
        trigger={['click']}
        menu={{
          items: rest.map((kind) => ({
            key: kind,
            label: pick(sensitiveClasses[kind]),
            onClick: () => say(kind, 'confirmed'),
          })),
        }}
      >
        <button
          type="button"
          className="badge tag-chip tag-add"
          aria-label={`${t('dictionary.tagAdd')}: ${column}`}
          disabled={busy}
        >
          +
        </button>
      </Dropdown>
    </span>
  );
}
