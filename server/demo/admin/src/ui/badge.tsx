// Words that name a state are shown as badges; what a state means is told by its tone.
const tones: Record<string, string[]> = {
  info: ['Новый', 'Новая', 'На модерации', 'Запланирована'],
  work: ['Подтверждён', 'Собирается', 'На рассмотрении', 'Черновик', 'Мало', 'Частично оплачен'],
  way: ['Передан в доставку', 'Ожидает товар'],
  good: [
    'Выполнен',
    'Оплачен',
    'Активна',
    'Активен',
    'Показан',
    'В наличии',
    'Опубликована',
    'Отправлена',
    'Отправлено',
  ].concat(['Деньги возвращены', 'Готово', 'Верно', 'Действует']),
  calm: ['Завершена', 'Скрыт', 'Не оплачен', 'Отключена', 'Приглашён'],
  bad: ['Отменён', 'Отказано', 'Нет в наличии', 'С ошибками', 'Не доставлено'],
}

const toneByWord = new Map(
  Object.entries(tones).flatMap(([tone, words]) => words.map((word): [string, string] => [word, tone])),
)

export const isState = (text: string) => toneByWord.has(text)

export const Badge = ({ text }: { text: string }) => (
  <span class={`badge ${toneByWord.get(text) ?? 'calm'}`}>{text}</span>
)
