import type { FirstWords } from './messages.ts'
import type { Plural } from '@bilet/shared/plural'

const reload = 'Обновите страницу: черновик сохранится'
const signIn = `Вход в магазин устарел. ${reload}`

export const createWords = (plural: Plural): FirstWords => ({
  undo: 'Вернуть',
  open: 'Открыть',
  remove: 'Убрать',
  dropHere: 'Отпустите — добавим к билету',

  home: {
    openUntil: (time) => `Поддержка на связи ${time}`,
    openAlways: 'Поддержка на связи круглосуточно',
    opensAt: (time) => `Поддержка откроется ${time}`,
    closed: 'Сейчас поддержка закрыта',
    anyHour: 'Написать можно в любое время.',
    reaction: (count, isSupportTime, plan) =>
      `${plan ? `На тарифе ${plan} отвечаем` : 'Отвечаем'} не позже чем через ${count} ${plural(count, { one: 'час', few: 'часа', other: 'часов' })}${isSupportTime ? ' работы поддержки' : ''}.`,
    guest: 'Вы не вошли в магазин: ответ придёт на почту.',
    phones: 'Телефоны',
    askedHere: 'Спрашивают на этой странице',
    queued: 'Билет ждёт отправки',
    thrownAway: 'Черновик удалён.',
    openTo: (names) => `Сейчас вам открыт ${names.join(' и ')}.`,
  },
  suggestions: {
    title: 'Возможно, ответ уже есть',
    none: 'Готового ответа не нашлось. Напишите нам — разберёмся.',
    count: (found) =>
      `${plural(found, { one: 'Нашлась', few: 'Нашлись', other: 'Нашлось' })} ${found} ${plural(found, { one: 'статья', few: 'статьи', other: 'статей' })}`,
  },
  tickets: {
    all: 'Все билеты',
    unread: 'есть новое',
    status: {
      new: 'ждёт ответа',
      in_progress: 'в работе',
      waiting_for_customer: 'ждёт вас',
      resolved: 'решён',
      refused: 'отказано',
    },
  },
  times: {
    tomorrow: 'завтра',
    onDay: (day) => day,
    until: (day, clock) => `${day && `${day} `}до ${clock}`,
    by: (day, clock) => `${day && `${day} `}до ${clock}`,
    at: (day, clock) => `${day && `${day} `}в ${clock}`,
    inZone: (time, zone) => `${time} ${zone === 'Europe/Moscow' ? 'по Москве' : `(${zone})`}`,
    withOwn: (time, own) => `${time} (${own} у вас)`,
  },
  problems: {
    unauthenticated: signIn,
    token_invalid: 'Вход в поддержку на этом сайте не настроен. Сообщите его владельцу: написанное сохранено',
    token_expired: signIn,
    origin_not_allowed: 'Поддержка не подключена к этому сайту. Сообщите его владельцу',
    rate_limited: 'Слишком часто. Подождите минуту и повторите',
    internal: 'У нас сбой. Повторите чуть позже: написанное сохранено',
    unavailable: 'Поддержка на минуту недоступна. Повторите: написанное сохранено',
    sign_in_unavailable: signIn,
  },
})
