import { Words } from '@myriad/contract';
import { z } from 'zod';

type Issue = z.core.$ZodIssue;

const inEnglish = z.locales.en().localeError;

/** What is wrong at one place of the input, in both languages. */
export function faultWords(issue: Issue): Words {
  // A schema may bring its own: `.refine(check, { params: { words } })`; a message of its own stands in both languages.
  const own = 'params' in issue ? Words.safeParse(issue.params?.words) : undefined;
  if (own?.success) return own.data;
  if (issue.code === 'custom' || isOwnMessage(issue)) return { en: issue.message, zh: issue.message };
  return wordsOf(issue);
}

function isOwnMessage(issue: Issue): boolean {
  const standard = inEnglish(issue as z.core.$ZodRawIssue);
  return issue.message !== (typeof standard === 'string' ? standard : standard?.message);
}

const typeWords: Readonly<Record<string, Words>> = {
  string: { en: 'text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
};
const typeOf = (type: string): Words => typeWords[type] ?? { en: type, zh: type };

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { en: 'is missing', zh: '缺少此项' };
      return { en: `must be ${typeOf(issue.expected).en}`, zh: `应为${typeOf(issue.expected).zh}` };
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { en: `must be one of ${values.join(', ')}`, zh: `只能是 ${values.join('、')} 之一` };
    }
    case 'too_small':
      return limitWords(issue.origin, Number(issue.minimum), issue.inclusive !== false, 'least');
    case 'too_big':
      return limitWords(issue.origin, Number(issue.maximum), issue.inclusive !== false, 'most');
    case 'unrecognized_keys':
      return { en: `has unknown keys: ${issue.keys.join(', ')}`, zh: `含有未知的键：${issue.keys.join('、')}` };
    case 'not_multiple_of':
      return { en: `must be a multiple of ${issue.divisor}`, zh: `应为 ${issue.divisor} 的整数倍` };
    case 'invalid_format':
      return { en: `is not in the form of ${formOf(issue)}`, zh: `格式应符合 ${formOf(issue)}` };
    case 'invalid_union':
      return { en: 'fits none of the allowed forms', zh: '不符合任何一种允许的形式' };
    default:
      return { en: issue.message, zh: '不正确' };
  }
}

const formOf = (issue: { readonly format: string; readonly pattern?: string }): string =>
  issue.format === 'regex' ? (issue.pattern ?? 'the pattern') : issue.format;

function limitWords(origin: string, limit: number, inclusive: boolean, side: 'least' | 'most'): Words {
  const bound = side === 'least' ? { en: 'at least', zh: '至少' } : { en: 'at most', zh: '最多' };
  if (origin === 'string') {
    if (side === 'least' && limit === 1) return { en: 'must not be empty', zh: '不能为空' };
    return { en: `must have ${bound.en} ${limit} characters`, zh: `${bound.zh} ${limit} 个字符` };
  }
  if (origin === 'array' || origin === 'set') {
    return { en: `must have ${bound.en} ${limit} item(s)`, zh: `${bound.zh} ${limit} 项` };
  }
  const order = side === 'least' ? { en: 'more than', zh: '大于' } : { en: 'less than', zh: '小于' };
  if (!inclusive) return { en: `must be ${order.en} ${limit}`, zh: `应${order.zh} ${limit}` };
  return {
    en: `must be ${bound.en} ${limit}`,
    zh: side === 'least' ? `不能小于 ${limit}` : `不能大于 ${limit}`,
  };
}
