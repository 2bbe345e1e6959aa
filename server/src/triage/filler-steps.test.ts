import { givenSteps } from '@bilet/shared/rules/steps'
import { describe, expect, it } from 'vitest'
import { checkEchoes } from './filler-steps.ts'

const findings = (step: string) => {
  const draft = { subject: 'Вопрос про цены', description: 'Что-то не так с магазином', steps: [step] }
  return checkEchoes(draft, givenSteps(draft))
}

describe('R14: a step that says nothing', () => {
  it.each([
    'Шаги не нужны',
    'нет, не нужны',
    'нет действий',
    'отсутствуют',
    'нема кроків',
    'н/д',
    'I have nothing to add',
    'всё описано выше',
    'из темы ясно',
    'все на скріні',
    'то же самое',
  ])('R14: «%s» tells of no step', (step) => {
    expect(findings(step)).toHaveLength(1)
  })

  it.each([
    'не было кнопки, нажал F5',
    'нет кнопки',
    'не применяется',
    'Отсутствует',
    'Открываю вкладку Описание',
    'В теме нажал сохранить',
    'в тексте письма нет ссылки',
    'Указал в поле вес',
    'Написал в чат поддержки',
    'check the logo upload',
    'из темы удалил блок',
  ])('R14: «%s» does', (step) => {
    expect(findings(step)).toEqual([])
  })
})
