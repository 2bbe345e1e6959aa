import type { FirstWords } from './messages.ts'
import type { Plural } from './plural.ts'

const reload = 'Оновіть сторінку: чернетка збережеться'
const signIn = `Вхід до магазину застарів. ${reload}`
const again = 'Не надіслалося. Повторіть'
const link = 'Дайте посилання виду https://… на відкриту сторінку зі знімком'
const notPicture = 'Це не знімок. Підійдуть PNG, JPEG і WebP, а на відео й документи дайте посилання'

export const createWords = (plural: Plural): FirstWords => ({
  tag: 'uk',
  support: 'Підтримка',
  back: 'Назад',
  widen: 'Ширше',
  narrow: 'Вужче',
  close: 'Закрити',
  retry: 'Повторити',
  loading: 'Завантажуємо',
  undo: 'Повернути',
  open: 'Відкрити',
  remove: 'Прибрати',
  titles: { article: 'Довідка', ticket: 'Новий білет', review: 'Перед надсиланням' },
  dropHere: 'Відпустіть — додамо до білета',

  home: {
    title: 'Чим допомогти?',
    placeholder: 'Наприклад: не надходять листи про замовлення',
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
    resume: 'Продовжити',
    justAsk: 'Це просто питання',
    queued: 'Білет чекає на надсилання',
    thrownAway: 'Чернетку видалено.',
    openTo: (names) => `Зараз вам відкрито: ${names.join(', ')}.`,
  },
  suggestions: {
    title: 'Можливо, відповідь уже є',
    none: 'Готової відповіді немає. Напишіть нам — розберемося.',
    count: (found) =>
      `${plural(found, { one: 'Знайшлася', few: 'Знайшлися', other: 'Знайшлося' })} ${found} ${plural(found, { one: 'стаття', few: 'статті', other: 'статей' })}`,
    write: 'Написати в підтримку',
  },
  tickets: {
    title: 'Ваші білети',
    all: 'Усі білети',
    unread: 'є нове',
    number: (number) => `№ ${number}`,
    status: {
      new: 'чекає на відповідь',
      in_progress: 'у роботі',
      waiting_for_customer: 'чекає на вас',
      resolved: 'вирішено',
      refused: 'відмовлено',
    },
  },
  banner: {
    offline: 'Немає мережі. Усе, що ви пишете, зберігається на цьому пристрої.',
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
    malformed_json: again,
    malformed_multipart: again,
    invalid_query: reload,
    invalid_header: reload,
    idempotency_key_required: again,
    idempotency_key_invalid: again,
    unauthenticated: signIn,
    token_invalid: 'Вхід до підтримки на цьому сайті не налаштовано. Повідомте його власника: написане збережено',
    token_expired: signIn,
    origin_not_allowed: 'Підтримку не підключено до цього сайту. Повідомте його власника',
    department_not_in_plan: 'Цей відділ вам закрито. Виберіть інший',
    identity_required: 'Для цього ввійдіть до магазину',
    scope_required: reload,
    not_found: 'Цього вже немає',
    method_not_allowed: reload,
    version_stale: reload,
    too_large: 'Файл завеликий. Обріжте знімок або збережіть його в JPEG',
    unsupported_media_type: notPicture,
    invalid_body: 'Підтримка не прийняла білет. Перевірте поля',
    unknown_field: reload,
    idempotency_key_reused: 'Цей білет уже надіслано. Подивіться у «Ваших білетах»',
    link_not_allowed: link,
    version_required: reload,
    rate_limited: 'Занадто часто. Зачекайте хвилину й повторіть',
    internal: 'У нас збій. Повторіть трохи згодом: написане збережено',
    unavailable: 'Підтримка на хвилину недоступна. Повторіть: написане збережено',
    storage_full: 'Зараз не можемо прийняти білет. Зателефонуйте нам: написане збережено',
    offline: 'Немає зв’язку з підтримкою. Перевірте мережу й повторіть',
    sign_in_unavailable: signIn,
  },
})
