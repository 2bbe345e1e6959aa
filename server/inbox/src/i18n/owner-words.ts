// How the owner's widget names decisions, in the owner's language: the preview shows what they will read, word for word.
import type { Language, Locale } from '@bilet/shared/locale'
import type { DecisionKind } from '@bilet/shared/ticket-events'

const decisions: Record<Locale, Record<DecisionKind, string>> = {
  ru: { extend: 'Нужно больше времени', refuse: 'Поддержка не сможет помочь', resolve: 'Вопрос решён' },
  uk: { extend: 'Потрібно більше часу', refuse: 'Підтримка не зможе допомогти', resolve: 'Питання вирішено' },
  en: { extend: 'More time is needed', refuse: 'Support cannot help with this', resolve: 'Solved' },
}

const has = (language: string): language is Locale => Object.hasOwn(decisions, language)

/** In a further language of the desk the widget says its own words: here they are told as the product has them. */
export const ownerDecision = (language: Language) => decisions[has(language) ? language : 'ru']
