import { z } from 'zod';
import { DictionaryChange, SensitiveClass } from './dictionary-records.ts';
import { endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';

/** Rules administrators may add. */
export const ownRuleLimit = 200;

const words = (en: string, zh: string) => ({ params: { words: { en, zh } } });

/**
 * `*` stands for any text, `?` for one character; all else for itself, in any case. No regular expression: what it costs is
 * bounded by its length. A name is compared as `mobile_phone`, however it is written (`mobilePhone`, `MOBILE-PHONE`).
 */
const Pattern = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine((text) => !/[\p{Cc}\p{Cf}]/u.test(text), words('has an invisible character', '含有不可见字符'))
  .refine((text) => /[^*?\s]/.test(text), words('would match everything', '会匹配所有内容'))
  .refine((text) => text.split('*').length <= 6, words('has more than five *', '* 不能超过五个'))
  .transform((text) => text.toLowerCase().replaceAll(/\*+/g, '*'));
const Patterns = z.array(Pattern).max(50).default([]);

const RuleForm = {
  name: z.string().trim().min(1).max(80),
  class: SensitiveClass,
  /** Names of columns. */
  names: Patterns,
  /** Comments of columns, as the server says them. */
  comments: Patterns,
  /** Where given, the type must match one too: `*char*`, `date*`. */
  types: Patterns,
  /** Names it never means: `phone_model`. */
  except: Patterns,
  enabled: z.boolean().default(true),
};

export const DictionaryRule = z
  .object({
    id: z.string(),
    /** Comes with the product; its patterns are not changed, but it may be switched off. */
    shipped: z.boolean(),
    words: Words,
    class: SensitiveClass,
    names: z.array(z.string()),
    comments: z.array(z.string()),
    types: z.array(z.string()),
    except: z.array(z.string()),
    enabled: z.boolean(),
    changedAt: Time.optional(),
    changedBy: z.string().optional(),
    /** Columns it has a tag on, refused ones not counted. */
    columns: z.number().int(),
  })
  .meta({ id: 'DictionaryRule' });
export type DictionaryRule = z.infer<typeof DictionaryRule>;

const ruleParams = z.object({ ruleId: z.string().min(1).max(64) });
const refused = ['NOT_AN_ADMINISTRATOR', 'DICTIONARY_RULE_EMPTY'] as const;

export const listDictionaryRules = endpoint({
  id: 'dictionary-rule.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/dictionary/rules',
  summary: 'Rules that find sensitive columns by name, type and comment',
  response: z.object({
    items: z.array(DictionaryRule),
    /** Columns not yet judged by the rules as they stand. */
    waiting: z.number().int(),
  }),
});
export const addDictionaryRule = endpoint({
  id: 'dictionary-rule.add',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/dictionary/rules',
  summary: 'Add a rule; all columns are judged by it in the background',
  body: z.strictObject(RuleForm),
  response: DictionaryRule,
  problems: [...refused, 'DICTIONARY_RULES_FULL', 'DICTIONARY_RULE_NAME_TAKEN'],
});
export const changeDictionaryRule = endpoint({
  id: 'dictionary-rule.change',
  scope: 'everywhere',
  method: 'PATCH',
  path: '/api/dictionary/rules/:ruleId',
  summary: 'Change a rule of your own, or switch any rule off or on',
  params: ruleParams,
  body: z.strictObject({
    name: RuleForm.name.optional(),
    class: SensitiveClass.optional(),
    names: z.array(Pattern).max(50).optional(),
    comments: z.array(Pattern).max(50).optional(),
    types: z.array(Pattern).max(50).optional(),
    except: z.array(Pattern).max(50).optional(),
    enabled: z.boolean().optional(),
  }),
  response: DictionaryRule,
  problems: [...refused, 'DICTIONARY_RULE_NOT_FOUND', 'DICTIONARY_RULE_SHIPPED', 'DICTIONARY_RULE_NAME_TAKEN'],
});
export const removeDictionaryRule = endpoint({
  id: 'dictionary-rule.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/dictionary/rules/:ruleId',
  summary: 'Remove a rule of your own; what people decided about its tags stays',
  params: ruleParams,
  response: z.object({}),
  problems: ['NOT_AN_ADMINISTRATOR', 'DICTIONARY_RULE_NOT_FOUND', 'DICTIONARY_RULE_SHIPPED'],
});
export const listDictionaryRuleChanges = endpoint({
  id: 'dictionary-rule.changes',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/dictionary/rules/:ruleId/changes',
  summary: 'What was changed of a rule, newest first',
  params: ruleParams,
  query: PageQuery,
  response: pageOf(DictionaryChange),
});
