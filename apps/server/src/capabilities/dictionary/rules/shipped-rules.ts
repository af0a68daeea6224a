import type { Words } from '@myriad/contract';
import type { Rule } from './judge-column.ts';

export interface ShippedRule extends Rule {
  readonly words: Words;
}

/** Text, or numbers wide enough for a number people carry. */
const textual = ['*char*', '*text*', '*binary*', '*blob*', 'json*'];
const textOrNumber = [...textual, '*int*', 'decimal*', 'numeric*'];

const rule = (
  id: string,
  kind: Rule['class'],
  words: Words,
  { names = [], comments = [], types = [], except = [] }: Partial<Omit<ShippedRule, 'id' | 'class' | 'words'>>,
): ShippedRule => ({ id: `shipped-${id}`, class: kind, words, names, comments, types, except });

/** Ids are never renamed: what administrators switched off is known by them. */
export const shippedRules: readonly ShippedRule[] = [
  rule(
    'identity-number',
    'identity-number',
    { en: 'Identity documents', zh: '身份证件' },
    {
      names: [
        ...['id_card*', '*_id_card*', 'idcard*', '*_idcard*', '*identity_no', '*identity_number', '*identity_card*'],
        ...['cert_no', '*_cert_no', '*certificate_no', 'sfz*', '*_sfz*', 'shenfenzheng*', 'passport_no*', '*ssn'],
        ...['national_id*', 'social_security*', 'tax_id', 'id_number'],
      ],
      comments: [
        ...['*身份证*', '*证件号*', '*护照号*', '*社保号*', '*社会保障号*', '*军官证*', '*驾驶证号*', '*通行证号*'],
        ...['*identity card*', '*passport number*', '*national id*'],
      ],
      types: textOrNumber,
      except: ['*_type', '*_type_id', '*_front*', '*_back*', '*_status'],
    },
  ),
  rule(
    'phone',
    'phone',
    { en: 'Phone numbers', zh: '电话号码' },
    {
      names: [
        ...['phone', 'phone_n*', '*_phone', '*_phone_n*', 'mobile', 'mobile_n*', '*_mobile', '*_mobile_n*'],
        ...['tel', 'tel_no', '*_tel', 'telephone*', '*_telephone', 'cellphone*', 'cell_phone*', 'shouji*', 'msisdn'],
        ...['mobile_phone*', 'contact_phone*', 'phonenumber'],
      ],
      comments: ['*手机号*', '*手机', '*电话*', '*联系方式*', '*移动电话*', '*phone number*', '*mobile number*'],
      types: textOrNumber,
      except: ['*_model', '*_brand', '*_type', '*_verified', '*_count', '*_status'],
    },
  ),
  rule(
    'bank-card',
    'bank-card',
    { en: 'Bank cards and accounts', zh: '银行卡与账户' },
    {
      names: [
        ...['bank_card*', '*_bank_card*', 'bankcard*', 'card_no', '*_card_no', 'card_number', '*_card_number'],
        ...['bank_account', 'bank_account_n*', '*_bank_account*', 'iban', '*_iban', 'cvv*', 'credit_card*', 'pan'],
      ],
      comments: ['*银行卡*', '*银行账号*', '*银行帐号*', '*收款账号*', '*信用卡*', '*bank account*', '*card number*'],
      types: textOrNumber,
      except: ['id_card*', '*_id_card*', '*_type', '*_status', 'bank_card_count'],
    },
  ),
  rule(
    'email',
    'email',
    { en: 'E-mail addresses', zh: '电子邮箱' },
    {
      names: ['email', 'e_mail', '*_email', '*_e_mail', 'email_addr*', '*_email_addr*', 'mail_addr*', 'mailbox'],
      comments: ['*邮箱*', '*电子邮件*', '*e-mail address*', '*email address*'],
      types: textual,
      except: ['*_verified', '*_status', '*_template*'],
    },
  ),
  rule(
    'person-name',
    'person-name',
    { en: 'Names of people', zh: '姓名' },
    {
      names: [
        ...['real_name', '*_real_name', 'realname', 'full_name', '*_full_name', 'first_name', 'last_name'],
        ...['*_first_name', '*_last_name', 'surname', 'id_card_name', 'cardholder*', 'person_name', 'customer_name'],
        ...['contact_name', 'receiver_name', 'patient_name', 'xingming'],
      ],
      comments: [
        '*姓名*',
        '*真实名字*',
        '收货人',
        '收件人',
        '联系人',
        '*持卡人*',
        '*户名*',
        '*full name*',
        '*real name*',
      ],
      types: textual,
      except: ['file_*', 'table_*', '*_file_name'],
    },
  ),
  rule(
    'address',
    'address',
    { en: 'Postal addresses', zh: '地址' },
    {
      names: [
        ...['address', 'address_line*', '*_address', '*_address_line*', 'addr', '*_addr', 'street', 'home_addr*'],
        ...['detail_address', 'residence*'],
      ],
      comments: [
        '*住址*',
        '*家庭地址*',
        '*详细地址*',
        '*收货地址*',
        '*通讯地址*',
        '*居住地*',
        '*户籍地*',
        '*postal address*',
      ],
      types: textual,
      except: [
        'ip_addr*',
        '*_ip_addr*',
        'ip_*',
        'mac_*',
        'email_*',
        '*_email_*',
        'web_*',
        '*mail_addr*',
        'host_*',
        'server_*',
      ],
    },
  ),
  rule(
    'birthday',
    'birthday',
    { en: 'Dates of birth', zh: '出生日期' },
    {
      names: ['birthday', '*_birthday', 'birth_date', 'date_of_birth', 'dob', 'birth', 'birthdate', 'shengri'],
      comments: ['*出生日期*', '*生日*', '*出生年月*', '*date of birth*'],
      except: ['*_gift*', '*_coupon*', '*_count'],
    },
  ),
  rule(
    'password',
    'password',
    { en: 'Passwords and keys', zh: '密码与密钥' },
    {
      names: [
        ...['password', '*_password', 'passwd', '*_passwd', 'pwd', '*_pwd', 'password_hash', '*_password_hash'],
        ...['*secret', '*secret_key', 'private_key', '*_private_key', 'api_key', '*_api_key', 'access_token'],
        ...['refresh_token', 'salt', 'pay_pin', 'pin_code'],
      ],
      comments: ['*密码*', '*口令*', '*私钥*', '*密钥*', '*password*', '*private key*'],
      types: textual,
      except: ['*_changed_at', '*_expire*', '*_strength', '*_id'],
    },
  ),
  rule(
    'health',
    'health',
    { en: 'Health', zh: '健康信息' },
    {
      names: [
        'diagnos*',
        '*_diagnosis',
        'blood_type',
        'medical_*',
        'disease*',
        'allergy*',
        'medical_history',
        'icd10*',
      ],
      comments: [
        '*病史*',
        '*诊断*',
        '*病历*',
        '*血型*',
        '*疾病*',
        '*过敏*',
        '*体检*',
        '*diagnosis*',
        '*medical record*',
      ],
      except: ['*_count', '*_status'],
    },
  ),
  rule(
    'income',
    'income',
    { en: 'Income', zh: '收入' },
    {
      names: ['salary', '*_salary', 'income', '*_income', 'wage*', 'monthly_pay', 'annual_income'],
      comments: ['*工资*', '*薪资*', '*薪酬*', '*年收入*', '*月收入*', '*salary*'],
      except: ['*_type', '*_count'],
    },
  ),
];
