import { describe, expect, it } from 'vitest'
import { adviseDraft } from './advise-draft.ts'
import { shipped } from './tables.ts'
import { rateDepartments } from './classifiers/rate-departments.ts'
import { suggestDepartment } from './classifiers/suggest-department.ts'
import { analyzeDraft } from './text/analyze-draft.ts'

const codes = (description: string, subject = '') => adviseDraft({ subject, description }).map(({ code }) => code)

describe('R9–R12: the department', () => {
  it.each([
    ['technical', 'Какой переменной вывести старую цену в карточке товара? В шаблоне её нет.'],
    ['technical', 'У картці товару не виводяться характеристики, в адмінці заповнені.'],
    ['consultations', 'Обмен с 1С завершается, но остатки не обновляются. Какую настройку модуля проверить?'],
    ['consultations', 'How do I give a manager access to orders only in the admin panel settings?'],
    ['sales', 'Пришлите счёт на оплату тарифа Premium на год, нужен договор для бухгалтерии.'],
    ['sales', 'Скільки коштує замовити у вас банер і новий дизайн?'],
  ])('R9, R10, R11: %s for «%s»', (id, description) => {
    expect(suggestDepartment({ subject: '', description })).toMatchObject({ id, personalManager: false })
  })

  it.each([
    'Хотим заказать SEO-продвижение, чтобы подняться в Яндексе.',
    'Потрібен фахівець, який вестиме нашу рекламу в Google Ads.',
    'We would like someone to run our Google Ads campaigns.',
  ])('R12: a personal manager for «%s»', (description) => {
    expect(suggestDepartment({ subject: '', description })).toMatchObject({ id: 'sales', personalManager: true })
    expect(codes(description)).toContain('personal_manager')
  })

  it('R9: suggests nothing where nothing speaks for any department', () => {
    expect(suggestDepartment({ subject: '', description: '' })).toBeUndefined()
    expect(suggestDepartment({ subject: 'Привет', description: 'Здравствуйте, коллеги' })).toBeUndefined()
  })

  it('R9: rates departments by words that are said however often', () => {
    const draft = analyzeDraft({ description: 'Пришлите счёт' })
    const { departments } = shipped
    expect(rateDepartments(draft, departments, [0, 0, 100_000])).toEqual({ id: 'sales', confidence: 1 })
    expect(rateDepartments(draft, departments, [-100_000, -200_000, -300_000])).toEqual({
      id: 'technical',
      confidence: 1,
    })
  })

  it('R11: says that another department would answer, and only then', () => {
    const draft = { subject: 'Счёт', description: 'Пришлите счёт на оплату тарифа на год, нужен договор.' }
    const mismatch = (department: string) =>
      adviseDraft({ ...draft, department }).filter(({ code }) => code === 'department_mismatch')
    expect(mismatch('technical')).toMatchObject([{ severity: 'advice', params: { suggested: 'sales' } }])
    expect(mismatch('sales')).toEqual([])
  })
})

describe('R20: said before sending', () => {
  it.each([
    ['layout_question', 'R21', 'Какой css прописать, чтобы выровнять блок на своей странице по центру?'],
    [
      'template_modified',
      'R19, R20',
      'После того как программист правил шаблон product.html, пропала кнопка «Купить».',
    ],
    [
      'third_party_service',
      'R19, R20',
      'LiqPay отклоняет платежи, в их кабинете статус «заблокирован», поддержка банка просит ждать.',
    ],
    ['account_change', 'R8', 'Прошу сменить владельца аккаунта на ООО «Ромашка».'],
    ['question_unclear', 'R13', 'Помогите срочно, опять ничего не работает'],
  ])('%s (%s): «%s»', (code, _rule, description) => {
    expect(codes(description)).toContain(code)
  })

  it.each([
    ['layout_question', 'На стандартном шаблоне кнопка «Купить» уходит за край экрана, стили не меняли.'],
    ['template_modified', 'В карточке не выводится артикул. Шаблон стандартный, мы его не правили.'],
    ['third_party_service', 'В модуле Новая Почта не сохраняется ключ, поле остаётся пустым.'],
    ['account_change', 'Где покупателю сменить пароль в личном кабинете?'],
    ['question_unclear', 'Как вывести цену сразу в рублях и в юанях в карточке товара?'],
  ])('R20, R21: no %s for «%s»', (code, description) => {
    expect(codes(description)).not.toContain(code)
  })

  it('R20: believes an owner who says that the template was changed', () => {
    const draft = { description: 'В карточке не выводится артикул товара.', templateModified: true }
    expect(adviseDraft(draft).map(({ code }) => code)).toContain('template_modified')
  })

  it('R24: never blocks', () => {
    const description = 'LiqPay отклоняет платежи. Прошу сменить владельца аккаунта. Какой css прописать? Реклама?'
    expect(new Set(adviseDraft({ description, department: 'technical' }).map(({ severity }) => severity))).toEqual(
      new Set(['advice']),
    )
  })
})
