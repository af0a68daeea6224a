import { defineProblems } from './problem.ts';

/** Everything the endpoints of the data dictionary can refuse; also the reasons of their abilities. */
export const dictionaryProblems = defineProblems({
  DICTIONARY_OBJECT_NOT_FOUND: {
    status: 404,
    words: { en: 'The dictionary of this cluster has nothing under {id}.', zh: '该集群的数据字典中没有 {id}。' },
    next: {
      en: 'Search the dictionary for it; what was created since the last deep look is not in it yet.',
      zh: '请在数据字典中搜索；最近一次深度查看之后新建的对象尚未收录。',
    },
  },
  NOT_DICTIONARY_OWNER: {
    status: 403,
    words: {
      en: 'Notes, owners and tags are written by those who operate the cluster and by the owner of its application.',
      zh: '说明、负责人与标签只能由该集群的运维人员或其应用的负责人填写。',
    },
    next: {
      en: 'Ask the owner of the application, or who operates the cluster.',
      zh: '请联系应用负责人或该集群的运维人员。',
    },
  },
  DICTIONARY_TAG_NOT_FOUND: {
    status: 404,
    words: { en: 'Nobody decided about {class} on this column.', zh: '该列的“{class}”没有人工结论。' },
    next: { en: 'Look at the tags of the column again.', zh: '请重新查看该列的标签。' },
  },
  DICTIONARY_RULE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no rule {id}.', zh: '没有规则 {id}。' },
    next: { en: 'List the rules and pick one.', zh: '请在规则列表中选择。' },
  },
  DICTIONARY_RULE_SHIPPED: {
    status: 409,
    words: {
      en: 'This rule comes with the product: it can be switched off, not changed or removed.',
      zh: '该规则随产品提供，只能停用，不能修改或删除。',
    },
    next: {
      en: 'Switch it off and add a rule of your own.',
      zh: '请停用它，并另行新增规则。',
    },
  },
  DICTIONARY_RULE_EMPTY: {
    status: 422,
    words: {
      en: 'A rule needs at least one pattern of names or comments.',
      zh: '规则至少需要一个列名或注释的匹配模式。',
    },
    next: { en: 'Give a pattern, such as *phone*.', zh: '请填写模式，例如 *phone* 或 *手机号*。' },
  },
  DICTIONARY_RULE_NAME_TAKEN: {
    status: 409,
    words: { en: 'There is a rule called {name} already.', zh: '已有名为 {name} 的规则。' },
    next: { en: 'Choose another name, or change that rule.', zh: '请更换名称，或修改已有规则。' },
  },
  DICTIONARY_RULES_FULL: {
    status: 409,
    words: { en: 'There are {most} rules of your own already.', zh: '自定义规则已达上限 {most} 条。' },
    next: { en: 'Put more patterns into one rule, or remove one.', zh: '请合并规则，或删除不再需要的规则。' },
  },
});
