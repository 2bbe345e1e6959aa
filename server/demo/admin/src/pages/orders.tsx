import { orders, setStatus, totalOf } from '../shop/orders.ts'
import type { Order } from '../shop/sample-orders.ts'
import { dateTime, iso, money } from '../format.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { PageTitle } from '../ui/section.tsx'
import { toast } from '../ui/toasts.tsx'

const columns: Column<Order>[] = [
  {
    title: 'Заказ',
    value: ({ number }) => String(number),
    cell: ({ number }) => <a href={`/orders/${number}`}>№ {number}</a>,
  },
  { title: 'Создан', value: ({ at }) => iso(at), cell: ({ at }) => dateTime(at) },
  { title: 'Покупатель', value: ({ customer }) => customer.name },
  { title: 'Доставка', value: ({ delivery }) => delivery },
  { title: 'Оплата', value: ({ paid }) => paid },
  { title: 'Статус', value: ({ status }) => status },
  { title: 'Сумма', value: totalOf, cell: (order) => money(totalOf(order)) },
]

const moveTo = (status: string) => (numbers: string[]) => {
  setStatus(numbers.map(Number), status)
  toast(`Статус «${status}», заказов: ${numbers.length}`)
}

export const OrdersPage = () => (
  <>
    <PageTitle title="Все заказы">
      <button type="button" onClick={() => toast('Файл готовится, ссылка придёт на почту')}>
        Экспорт
      </button>
      <button type="button" class="primary" onClick={() => toast('Черновик заказа создан')}>
        Создать заказ
      </button>
    </PageTitle>
    <DataTable
      columns={columns}
      rows={orders.value}
      id={({ number }) => String(number)}
      state={({ status }) => status}
      bulk={{
        Подтвердить: moveTo('Подтверждён'),
        'Передать в доставку': moveTo('Передан в доставку'),
        Отменить: moveTo('Отменён'),
      }}
    />
  </>
)
