import { expect, it } from 'vitest'
import { stripNoise } from './strip-noise.ts'

it('a letter keeps the question and the message that its writer saw', () => {
  const letter = [
    'Добрый день! Не могу вернуть деньги на карту, пишет:',
    'Платеж имеет неправильный статус',
    '> Ваше обращение принято',
    'TypeError: cannot read properties of undefined (reading "id") at /srv/app/index.js:12:44',
    '    at submit (app.js:1:2)',
    'Смотрите https://shop.example/admin/orders/55 или пишите на owner@shop.example',
    '-- ',
    'С уважением, Анна',
  ].join('\n')
  const kept = stripNoise(letter)
  expect(kept).toContain('Не могу вернуть деньги на карту')
  expect(kept).toContain('Платеж имеет неправильный статус')
  expect(kept).not.toMatch(/обращение принято|TypeError|app\.js|https|owner@|Анна/u)
})

it('a letter that begins with its signature line is not lost', () => {
  expect(stripNoise('С уважением относимся к покупателям, но как удалить отзыв?')).toContain('удалить отзыв')
})
