// Orders made up from a seed, so that a shop has the same ones at every visit.
import { products } from './products.ts'
import type { Product } from './products.ts'

export type Order = {
  number: number
  at: number
  customer: { name: string; email: string; phone: string; city: string }
  delivery: string
  payment: string
  paid: string
  status: string
  lines: { product: Product; quantity: number }[]
}

const names = [
  ['Анна Белова', 'Дмитрий Орлов', 'Ольга Кравцова', 'Сергей Мельник', 'Наталья Зимина', 'Павел Грачёв'],
  ['Екатерина Шубина', 'Артём Воронин', 'Людмила Панова', 'Руслан Ахметов', 'Юлия Тихонова', 'Максим Дроздов'],
  ['Светлана Ким', 'Николай Фомин', 'Алина Сафина', 'Виктор Жуков', 'Ирина Лебедева', 'Тимур Галеев'],
].flat()
const cities = ['Москва', 'Казань', 'Санкт-Петербург', 'Самара', 'Екатеринбург', 'Тула', 'Пермь', 'Новосибирск']
const deliveries = ['Курьером по городу', 'СДЭК, пункт выдачи', 'Почта России', 'Самовывоз']
const payments = ['Картой на сайте', 'СБП', 'При получении']

const customers = names.map((name, index) => ({
  name,
  email: `client${100 + index}@mail.example`,
  phone: `+7 900 555-01-${10 + index}`,
  city: cities[index % cities.length] ?? '',
}))

const hourMs = 3_600_000
const hoursInMonth = 30 * 24

/** Picks from lists by repeatable random numbers (a linear congruential generator). */
function createDice(seed: number) {
  let state = seed
  const roll = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { roll, pick: <Item>(items: Item[]): Item => items[Math.floor(roll() * items.length)]! }
}

function statusAfter(hours: number, chance: number): string {
  if (hours < 20) return 'Новый'
  if (chance < 0.07) return 'Отменён'
  const pace = ['Подтверждён', 'Собирается', 'Передан в доставку']
  return pace[Math.floor(hours / (30 + chance * 12))] ?? 'Выполнен'
}

function paymentState(payment: string, status: string): string {
  if (status === 'Отменён') return 'Возвращён'
  return payment === 'При получении' && status !== 'Выполнен' ? 'Не оплачен' : 'Оплачен'
}

/** So many orders of the last thirty days before `now` (epoch milliseconds), newest first. */
export function sampleOrders(amount: number, now: number): Order[] {
  const { roll, pick } = createDice(amount * 7919)
  const basket = () =>
    new Map([1, 2, 3].slice(Math.floor(roll() * 3)).map(() => [pick(products.peek()), pick([1, 1, 2])]))
  return Array.from({ length: amount }, (_, index) => {
    const hours = (index + roll()) * (hoursInMonth / amount)
    const status = statusAfter(hours, roll())
    const payment = pick(payments)
    return {
      number: 20_000 + amount * 10 - index,
      at: now - hours * hourMs,
      customer: pick(customers),
      delivery: pick(deliveries),
      payment,
      paid: paymentState(payment, status),
      status,
      lines: Array.from(basket(), ([product, quantity]) => ({ product, quantity })),
    }
  })
}
