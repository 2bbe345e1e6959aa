import { earning, orders, revenueByDay, totalOf } from '../shop/orders.ts'
import { products, stockState } from '../shop/products.ts'
import { count, dateTime, money, sum } from '../format.ts'
import { Badge } from '../ui/badge.tsx'
import { Bars } from '../ui/bars.tsx'
import { PageTitle } from '../ui/section.tsx'

const Figure = ({ title, value, note }: { title: string; value: string; note: string }) => (
  <div class="card figure">
    <span>{title}</span>
    <strong>{value}</strong>
    <small>{note}</small>
  </div>
)

function Figures() {
  const days = revenueByDay(14).map(({ amount }) => amount)
  const week = sum(days.slice(7))
  const before = sum(days.slice(0, 7))
  const change = before > 0 ? Math.round((week / before - 1) * 100) : 0
  const paid = earning.value
  const average = paid.length > 0 ? sum(paid.map(totalOf)) / paid.length : 0
  const fresh = orders.value.filter(({ status }) => status === 'Новый').length
  return (
    <div class="figures">
      <Figure
        title="Выручка за 7 дней"
        value={money(week)}
        note={`${change < 0 ? '−' : '+'}${Math.abs(change)} % к прошлой неделе`}
      />
      <Figure title="Заказы за 30 дней" value={count(orders.value.length)} note={`новых: ${fresh}`} />
      <Figure title="Средний чек" value={money(average)} note="за 30 дней" />
      <Figure title="Посетители сегодня" value={count(orders.value.length * 9 + 41)} note="конверсия 2,4 %" />
    </div>
  )
}

const amountIn = (status: string) => orders.value.filter((order) => order.status === status).length

function Tasks() {
  const runningOut = products.value.filter((product) => stockState(product) !== 'В наличии').length
  const tasks: [string, string, number][] = [
    ['Подтвердить новые заказы', '/orders', amountIn('Новый')],
    ['Собрать и передать в доставку', '/orders', amountIn('Собирается')],
    ['Рассмотреть возвраты', '/orders/returns', 2],
    ['Пополнить остатки', '/goods/stock', runningOut],
    ['Ответить на отзывы', '/customers', 3],
  ]
  return (
    <section class="card">
      <h2>Требует внимания</h2>
      <ul class="tasks">
        {tasks.map(([title, to, amount]) => (
          <li key={title}>
            <a href={to}>{title}</a>
            <b>{amount}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const Home = () => (
  <>
    <PageTitle title="Главная" />
    <Figures />
    <div class="two">
      <section class="card">
        <h2>Выручка за 14 дней</h2>
        <Bars days={revenueByDay(14)} />
      </section>
      <Tasks />
    </div>
    <section class="card">
      <h2>Последние заказы</h2>
      <ul class="recent">
        {orders.value.slice(0, 6).map((order) => (
          <li key={order.number}>
            <a href={`/orders/${order.number}`}>№ {order.number}</a>
            <span>{order.customer.name}</span>
            <time>{dateTime(order.at)}</time>
            <Badge text={order.status} />
            <b>{money(totalOf(order))}</b>
          </li>
        ))}
      </ul>
    </section>
  </>
)
