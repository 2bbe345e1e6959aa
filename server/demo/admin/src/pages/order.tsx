import { orderStatuses, orders, setStatus, totalOf } from '../shop/orders.ts'
import type { Order } from '../shop/sample-orders.ts'
import { dateTime, money } from '../format.ts'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { NotFound } from '../ui/not-found.tsx'
import { PageTitle } from '../ui/section.tsx'
import { toast } from '../ui/toasts.tsx'

type Line = Order['lines'][number]

const lineColumns = [
  {
    title: 'Товар',
    value: ({ product }: Line) => product.name,
    cell: ({ product }: Line) => <a href={`/goods/${product.sku}`}>{product.name}</a>,
  },
  { title: 'Артикул', value: ({ product }: Line) => product.sku },
  { title: 'Цена', value: ({ product }: Line) => product.price, cell: ({ product }: Line) => money(product.price) },
  { title: 'Количество', value: ({ quantity }: Line) => quantity },
]

export function OrderPage({ number }: { number: number }) {
  const order = orders.value.find((known) => known.number === number)
  if (!order) return <NotFound />
  const change = (status: string) => {
    setStatus([number], status)
    toast(`Заказ № ${number}: ${status}`)
  }
  return (
    <>
      <PageTitle title={`Заказ № ${number}`}>
        <Badge text={order.status} />
        <select aria-label="Статус заказа" value={order.status} onChange={(event) => change(event.currentTarget.value)}>
          {orderStatuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
        <button type="button" onClick={() => toast('Накладная отправлена на печать')}>
          Печать
        </button>
      </PageTitle>
      <div class="two">
        <div>
          <DataTable columns={lineColumns} rows={order.lines} id={({ product }) => product.sku}>
            <h2>Состав заказа на {money(totalOf(order))}</h2>
          </DataTable>
        </div>
        <OrderFacts order={order} />
      </div>
    </>
  )
}

function OrderFacts({ order: { at, customer, delivery, payment, paid } }: { order: Order }) {
  const facts: [string, string][] = [
    ['Покупатель', customer.name],
    ['Телефон', customer.phone],
    ['Почта', customer.email],
    ['Доставка', `${delivery}, ${customer.city}`],
    ['Оплата', `${payment}, ${paid.toLowerCase()}`],
    ['Создан', dateTime(at)],
  ]
  return (
    <section class="card">
      <h2>О заказе</h2>
      <dl class="facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
