import type { FirstWords } from './messages.ts'
import type { Plural } from '@bilet/shared/plural'

const reload = 'Оновіть сторінку: чернетка збережеться'
const signIn = `Вхід до магазину застарів. ${reload}`

export const createWords = (plural: Plural): FirstWords => ({
  undo: 'Повернути',
  open: 'Відкрити',
  remove: 'Прибрати',
  dropHere: 'Відпустіть — додамо до білета',

  home: {
    openUntil: (time) => `Підтримка на зв’язку ${time}`,
    openAlways: 'Підтримка на зв’язку цілодобово',
    opensAt: (time) => `Підтримка відкриється ${time}`,
    closed: 'Зараз підтримка зачинена',
    anyHour: 'Написати можна будь-коли.',
    reaction: (count, isSupportTime, plan) =>
      `${plan ? `На тарифі ${plan} відповідаємо` : 'Відповідаємо'} не пізніше ніж за ${count} ${plural(count, { one: 'годину', few: 'години', other: 'годин' })}${isSupportTime ? ' роботи підтримки' : ''}.`,
    guest: 'Ви не ввійшли до магазину: відповідь надійде на пошту.',
    phones: 'Телефони',
    askedHere: 'Питають на цій сторінці',
    queued: 'Білет чекає на надсилання',
    thrownAway: 'Чернетку видалено.',
    openTo: (names) => `Зараз вам відкрито: ${names.join(', ')}.`,
  },
  suggestions: {
    title: 'Можливо, відповідь уже є',
    none: 'Готової відповіді немає. Напишіть нам — розберемося.',
    count: (found) =>
      `${plural(found, { one: 'Знайшлася', few: 'Знайшлися', other: 'Знайшлося' })} ${found} ${plural(found, { one: 'стаття', few: 'статті', other: 'статей' })}`,
  },
  tickets: {
    all: 'Усі білети',
    unread: 'є нове',
    status: {
      new: 'чекає на відповідь',
      in_progress: 'у роботі',
      waiting_for_customer: 'чекає на вас',
      resolved: 'вирішено',
      refused: 'відмовлено',
    },
  },
  times: {
    tomorrow: 'завтра',
    onDay: (day) => day,
    until: (day, clock) => `${day && `${day} `}до ${clock}`,
    by: (day, clock) => `${day && `${day} `}до ${clock}`,
    at: (day, clock) => `${day && `${day} `}о ${clock}`,
    inZone: (time, zone) => `${time} ${zone === 'Europe/Moscow' ? 'за московським часом' : `(${zone})`}`,
    withOwn: (time, own) => `${time} (${own} у вас)`,
  },
  problems: {
    unauthenticated: signIn,
    token_invalid: 'Вхід до підтримки на цьому сайті не налаштовано. Повідомте його власника: написане збережено',
    token_expired: signIn,
    origin_not_allowed: 'Підтримку не підключено до цього сайту. Повідомте його власника',
    rate_limited: 'Занадто часто. Зачекайте хвилину й повторіть',
    internal: 'У нас збій. Повторіть трохи згодом: написане збережено',
    unavailable: 'Підтримка на хвилину недоступна. Повторіть: написане збережено',
    sign_in_unavailable: signIn,
  },
})
