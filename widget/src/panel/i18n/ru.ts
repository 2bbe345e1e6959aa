import type { FirstWords } from './messages.ts'
import type { Plural } from './plural.ts'

const reload = 'Обновите страницу: черновик сохранится'
const signIn = `Вход в магазин устарел. ${reload}`
const again = 'Не отправилось. Повторите'
const link = 'Дайте ссылку вида https://… на открытую страницу со снимком'
const notPicture = 'Это не снимок. Подойдут PNG, JPEG и WebP, а на видео и документы дайте ссылку'

export const createWords = (plural: Plural): FirstWords => ({
  tag: 'ru',
  support: 'Поддержка',
  back: 'Назад',
  widen: 'Шире',
  narrow: 'Уже',
  close: 'Закрыть',
  retry: 'Повторить',
  loading: 'Загружаем',
  undo: 'Вернуть',
  open: 'Открыть',
  remove: 'Убрать',
  titles: { article: 'Справка', ticket: 'Новый билет', review: 'Перед отправкой' },
  dropHere: 'Отпустите — добавим к билету',

  home: {
    title: 'Чем помочь?',
    placeholder: 'Например: не приходят письма о заказах',
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
    resume: 'Продолжить',
    justAsk: 'Это просто вопрос',
    queued: 'Билет ждёт отправки',
    thrownAway: 'Черновик удалён.',
    openTo: (names) => `Сейчас вам открыт ${names.join(' и ')}.`,
  },
  suggestions: {
    title: 'Возможно, ответ уже есть',
    none: 'Готового ответа не нашлось. Напишите нам — разберёмся.',
    count: (found) =>
      `${plural(found, { one: 'Нашлась', few: 'Нашлись', other: 'Нашлось' })} ${found} ${plural(found, { one: 'статья', few: 'статьи', other: 'статей' })}`,
    write: 'Написать в поддержку',
  },
  tickets: {
    title: 'Ваши билеты',
    all: 'Все билеты',
    unread: 'есть новое',
    number: (number) => `№ ${number}`,
    status: {
      new: 'ждёт ответа',
      in_progress: 'в работе',
      waiting_for_customer: 'ждёт вас',
      resolved: 'решён',
      refused: 'отказано',
    },
  },
  banner: {
    offline: 'Нет сети. Всё, что вы пишете, сохраняется на этом устройстве.',
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
    malformed_json: again,
    malformed_multipart: again,
    invalid_query: reload,
    invalid_header: reload,
    idempotency_key_required: again,
    idempotency_key_invalid: again,
    unauthenticated: signIn,
    token_invalid: 'Вход в поддержку на этом сайте не настроен. Сообщите его владельцу: написанное сохранено',
    token_expired: signIn,
    origin_not_allowed: 'Поддержка не подключена к этому сайту. Сообщите его владельцу',
    department_not_in_plan: 'Этот отдел вам закрыт. Выберите другой',
    identity_required: 'Для этого войдите в магазин',
    scope_required: reload,
    not_found: 'Этого больше нет',
    method_not_allowed: reload,
    version_stale: reload,
    too_large: 'Файл слишком большой. Обрежьте снимок или сохраните его в JPEG',
    unsupported_media_type: notPicture,
    invalid_body: 'Поддержка не приняла билет. Проверьте поля',
    unknown_field: reload,
    idempotency_key_reused: 'Этот билет уже отправлен. Посмотрите в «Ваших билетах»',
    link_not_allowed: link,
    version_required: reload,
    rate_limited: 'Слишком часто. Подождите минуту и повторите',
    internal: 'У нас сбой. Повторите чуть позже: написанное сохранено',
    unavailable: 'Поддержка на минуту недоступна. Повторите: написанное сохранено',
    storage_full: 'Сейчас не можем принять билет. Позвоните нам: написанное сохранено',
    offline: 'Нет связи с поддержкой. Проверьте сеть и повторите',
    sign_in_unavailable: signIn,
  },
})
