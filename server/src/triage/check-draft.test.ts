import { describe, expect, it } from 'vitest'
import type { Caller } from '@bilet/shared/caller'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { PartialDraft } from '@bilet/shared/ticket'
import { checkDraft } from './check-draft.ts'
import { isBlock } from '@bilet/shared/rules/finding'
import { checkRules } from '@bilet/shared/rules/check-rules'

const guest: Caller = { kind: 'guest' }
const owner = (plan: 'free' | 'standard' | 'premium' = 'premium'): Caller => ({
  kind: 'owner',
  issuer: 'test',
  userId: 'u1',
  shop: 's1',
  plan,
})

/** A draft that nothing is to be said about. */
const good: PartialDraft = {
  subject: 'Не сохраняется цена',
  description: 'Меняю цену доставки в настройках модуля «Новая Почта», сохраняю, цена остаётся прежней.',
  steps: ['Открыл настройки модуля «Новая Почта»', 'Поменял цену и нажал «Сохранить»'],
  screenshot: { attachments: ['a1'], links: [] },
  department: 'consultations',
  locale: 'ru',
}

const said = (change: PartialDraft, caller: Caller = owner()) =>
  checkRules({ ...good, ...change }, premSite, caller).map(({ severity, code, path }) => `${severity} ${code} ${path}`)

describe('checking a draft', () => {
  it('R24: has nothing to say of a good draft', () => {
    expect(said({})).toEqual([])
    expect(checkDraft(good, premSite, owner())).toEqual([])
  })

  it('R24: blocks an empty draft for everything that is certainly missing, and no more', () => {
    expect(checkDraft({}, premSite, owner()).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'block question_unclear',
      'block question_unclear',
      'block steps_missing',
      'block screenshot_missing',
      'block department_missing',
    ])
  })

  it('R16, R20, R24: puts what blocks before what advises', () => {
    const description = 'После правок в шаблоне пропала кнопка. Второй вопрос: сколько стоит заказать баннер?'
    const severities = checkDraft({ ...good, description, steps: ['-'] }, premSite, owner()).map(
      ({ severity }) => severity,
    )
    expect(severities[0]).toBe('block')
    expect(severities.lastIndexOf('block')).toBeLessThan(severities.indexOf('advice'))
  })

  it.each([
    ['', 'block question_unclear description'],
    ['??? !!! …', 'block question_unclear description'],
    ['помогите', 'block question_unclear description'],
  ])('R13: blocks the description «%s»', (description, finding) => {
    expect(said({ description })).toEqual([finding])
  })

  it('R13: takes a short question that is precise', () => {
    expect(said({ description: 'Где 301 редирект?' })).toEqual([])
  })
})

describe('R14: steps or the way out', () => {
  it.each([
    ['no steps', []],
    ['dashes', ['-', '—']],
    ['mashed keys', ['asdf', 'фывфыв']],
    ['“none” in three languages', ['нет', 'немає', 'n/a']],
    ['the subject again', ['Не сохраняется цена', 'не сохраняется цена.']],
    ['the placeholder', ['Шаг 1', 'Шаг 2']],
    ['“not needed”', ['не требуется', 'not needed']],
    ['“I don’t know what to write”', ['не знаю, что писать', 'не знаю що вказати']],
  ])('R14: blocks %s', (_name, steps) => {
    expect(said({ steps })[0]).toBe('block steps_missing steps')
  })

  it('R14: one real step is enough; a desk may ask for more, and the same one twice is one', () => {
    expect(said({ steps: ['Открыл товар'] })).toEqual([])
    const strict = { ...premSite, ticket: { ...premSite.ticket, steps: 2 } }
    const twice = { ...good, steps: ['Открыл товар', 'открыл  товар!'] }
    expect(checkDraft(twice, strict, owner()).map(({ code }) => code)).toContain('steps_missing')
  })

  it.each([[['asdf']], [['...', 'открыл', 'нажал']], [['не требуется']]])('R14: names the filler in %j', (steps) => {
    expect(said({ steps, noSteps: 'just_a_question' })).toContain('advice steps_filler steps.0')
  })

  it.each([
    [['на скрине всё видно']],
    [['see the subject']],
    [['см. прошлое обращение']],
    [['зашли на сайт', 'увидели']],
    [['Не сохраняется', 'цена доставки']],
    [['нет', 'на фото']],
  ])('R14, R24: labels that %j says nothing, and only advises', (steps) => {
    const draft: PartialDraft = { ...good, steps, noSteps: 'just_a_question' }
    expect(checkDraft(draft, premSite, owner()).map(({ code }) => code)).toContain('steps_filler')
    expect(checkDraft(draft, premSite, owner()).some(isBlock)).toBe(false)
  })

  it('R14: labels nothing of steps among which one says something', () => {
    const steps = ['на скрине всё видно', 'Поменял цену и нажал «Сохранить»']
    expect(checkDraft({ ...good, steps }, premSite, owner())).toEqual([])
  })

  it.each([
    [['Самовывоз', 'Картой онлайн', 'Подтвердить', '504']],
    [['захожу', 'выскакивает окно']],
    [['Не знаю, как сменить пароль', 'Нажал «Забыли пароль»']],
    [['Opened the page', 'Clicked Save']],
    [['Зайшла в кошик', 'Натиснула «Оформити»']],
  ])('R14: takes %j for steps', (steps) => {
    expect(said({ steps })).toEqual([])
  })

  it.each(['just_a_question', 'happens_by_itself'] as const)('R14: takes the way out “%s”', (noSteps) => {
    expect(said({ steps: [], noSteps })).toEqual([])
  })
})

describe('R15: a screenshot or the way out', () => {
  it('R15: takes a picture, a link or the way out; blocks none of them', () => {
    expect(said({ screenshot: { links: ['https://prnt.sc/abc'] } })).toEqual([])
    expect(said({ screenshot: { none: 'nothing_to_show' } })).toEqual([])
    expect(said({ screenshot: { attachments: [], links: [' '] } })).toEqual(['block screenshot_missing screenshot'])
  })

  it('R15: a link that may not be picture counts, with advice', () => {
    const draft = { ...good, screenshot: { links: ['https://example.com/page'] } }
    expect(checkRules(draft, premSite, owner())).toEqual([])
    expect(checkDraft(draft, premSite, owner())).toEqual([
      {
        code: 'link_not_a_picture',
        severity: 'advice',
        path: 'screenshot.links.0',
        params: { host: 'example.com' },
      },
    ])
  })

  it('R15: names the link that is not allowed', () => {
    expect(said({ screenshot: { links: ['https://prnt.sc/abc', 'http://prnt.sc/abc'] } })).toEqual([
      'block link_not_allowed screenshot.links.1',
    ])
  })
})

describe('R3: the department', () => {
  it('R3: is closed to the Free plan and to guests, Sales is not', () => {
    const email = 'guest@example.com'
    expect(said({ department: 'technical' }, owner('free'))).toEqual(['block department_not_in_plan department'])
    expect(said({ department: 'technical', email }, guest)).toEqual(['block department_not_in_plan department'])
    expect(said({ department: 'sales' }, owner('free'))).toEqual([])
    expect(said({ department: 'sales', email }, guest)).toEqual([])
  })

  it('R9, R10, R11: has to be one of the desk’s', () => {
    expect(said({ department: 'ghosts' })).toEqual(['block department_unknown department'])
    expect(said({ department: '' })).toEqual(['block department_missing department'])
  })

  it.each([
    ['', 'email_missing'],
    [' ', 'email_missing'],
    ['guest', 'email_invalid'],
    ['guest@', 'email_invalid'],
    ['guest@shop', 'email_invalid'],
    ['a b@c.example', 'email_invalid'],
  ])('R3: a guest whose e-mail is “%s” could not be answered: %s', (email, code) => {
    expect(said({ department: 'sales', email }, guest)).toEqual([`block ${code} email`])
  })
})

describe('R24: limits', () => {
  it('R24: blocks what is longer or more than the policy takes, and says how much it takes', () => {
    const policy = { ...premSite, limits: { ...premSite.limits, description: 20, steps: 1, step: 5, links: 0 } }
    const screenshot = { links: ['https://prnt.sc/a'] }
    const findings = checkRules({ ...good, screenshot }, policy, owner())
    expect(findings.map(({ code, path, params }) => `${code} ${path} ${String(params['max'])}`)).toEqual([
      'too_long description 20',
      'too_many steps 1',
      'too_many screenshot.links 0',
      'too_long steps.0 5',
      'too_long steps.1 5',
    ])
  })
})

describe('R23: help and law', () => {
  it('R2, R23: the same draft gets the same findings, at any hour and in either place', () => {
    const draft = { ...good, steps: ['-'], screenshot: { links: ['http://x'] }, department: 'technical' }
    const asSent: PartialDraft = JSON.parse(JSON.stringify(draft))
    expect(checkDraft(asSent, premSite, owner('free'))).toEqual(checkDraft(draft, premSite, owner('free')))
  })
})
