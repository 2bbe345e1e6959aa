import { expect, it } from 'vitest'
import { createPlural } from '@bilet/shared/plural'
import { createWords as createEn } from '../../../widget/src/panel/i18n/later-en.ts'
import { createWords as createRu } from '../../../widget/src/panel/i18n/later-ru.ts'
import { createWords as createUk } from '../../../widget/src/panel/i18n/later-uk.ts'
import { ownerDecision } from '../src/i18n/owner-words.ts'

it.each([
  ['ru', createRu],
  ['uk', createUk],
  ['en', createEn],
] as const)('the preview of a decision says what the widget will say (%s)', (locale, createWords) => {
  expect(ownerDecision(locale)).toEqual(createWords(createPlural(locale)).thread.decision)
})
