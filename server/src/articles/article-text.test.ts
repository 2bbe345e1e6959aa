import { expect, it } from 'vitest'
import type { Inline } from '@bilet/shared/article'
import { articleText } from './article-text.ts'

const line = (text: string): Inline[] => [{ type: 'text', text }]

it('a row of a table is a line, its cells apart, and the head leads to the rows', () => {
  const { body } = articleText([
    {
      type: 'table',
      head: [line('Статус'), line('Что делает панель')],
      rows: [
        [line('Новый'), line('ставит резерв')],
        [{ header: true, children: [{ type: 'paragraph', children: line('Отменён') }] }, line('')],
      ],
    },
  ])
  expect(body).toBe('Статус\u00a0· Что делает панель:\nНовый\u00a0· ставит резерв\nОтменён')
})

it('a table without a head begins with its rows', () => {
  expect(articleText([{ type: 'table', head: [], rows: [[line('Форматы'), line('JPEG')]] }]).body).toBe(
    'Форматы\u00a0· JPEG',
  )
})
