// Orders of the shop that is signed in, and what is counted from them.
import { computed, signal } from '@preact/signals'
import type { Persona } from '../../../host/owners.ts'
import { sum } from '../format.ts'
import { session } from '../session.ts'
import { sampleOrders } from './sample-orders.ts'
import type { Order } from './sample-orders.ts'

export const orderStatuses = ['Новый', 'Подтверждён', 'Собирается', 'Передан в доставку', 'Выполнен', 'Отменён']

const amounts: Record<Persona, number> = { guest: 34, free: 38, standard: 96, premium: 214 }
const dayMs = 24 * 3_600_000
const now = Date.now()

const sample = computed(() => sampleOrders(amounts[session.value.persona], now))
const changed = signal<ReadonlyMap<number, string>>(new Map())

export const orders = computed(() =>
  sample.value.map((order) => ({ ...order, status: changed.value.get(order.number) ?? order.status })),
)

export function setStatus(numbers: number[], status: string) {
  changed.value = new Map([...changed.value, ...numbers.map((number): [number, string] => [number, status])])
}

export const totalOf = ({ lines }: Order) => sum(lines.map(({ product, quantity }) => product.price * quantity))

/** Orders that brought money. */
export const earning = computed(() => orders.value.filter(({ status }) => status !== 'Отменён'))

/** Revenue of each of the last days, oldest first. */
export function revenueByDay(days: number): { at: number; amount: number }[] {
  return Array.from({ length: days }, (_, index) => {
    const to = now - (days - 1 - index) * dayMs
    const ofDay = earning.value.filter(({ at }) => at <= to && at > to - dayMs)
    return { at: to, amount: sum(ofDay.map(totalOf)) }
  })
}
