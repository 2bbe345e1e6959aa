import { earning, orders, totalOf } from '../shop/orders.ts'
import { day, iso, money, sum } from '../format.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { list } from '../ui/list.tsx'
import { tabs } from '../ui/section.tsx'

type Customer = {
  name: string
  email: string
  phone: string
  city: string
  orders: number
  spent: number
  last: number
}

function customers(): Customer[] {
  const names = new Map(orders.value.toReversed().map(({ customer }) => [customer.email, customer]))
  return [...names.values()].map((customer) => {
    const own = earning.value.filter((order) => order.customer.email === customer.email)
    const last = Math.max(0, ...own.map(({ at }) => at))
    return { ...customer, orders: own.length, spent: sum(own.map(totalOf)), last }
  })
}

const columns: Column<Customer>[] = [
  { title: 'Покупатель', value: ({ name }) => name },
  { title: 'Почта', value: ({ email }) => email },
  { title: 'Телефон', value: ({ phone }) => phone },
  { title: 'Город', value: ({ city }) => city },
  { title: 'Последний заказ', value: ({ last }) => iso(last), cell: ({ last }) => (last ? day(last) : 'нет') },
  { title: 'Заказов', value: (customer) => customer.orders },
  { title: 'Потратил', value: ({ spent }) => spent, cell: ({ spent }) => money(spent) },
]

export const customerSections = {
  '/customers': tabs({
    Список: () => (
      <DataTable columns={columns} rows={customers()} id={({ email }) => email} state={({ city }) => city} />
    ),
    Группы: list(
      ['Группа', 'Покупателей', 'Скидка, %', 'Как попадают'],
      [
        ['Новые', 11, 0, 'После регистрации'],
        ['Постоянные', 6, 5, 'От трёх заказов'],
        ['Оптовые', 2, 18, 'По заявке'],
      ],
      'Добавить группу',
    ),
    Отзывы: list(
      ['Товар', 'Покупатель', 'Оценка', 'Отзыв', 'Состояние'],
      [
        ['Сенча, 100 г', 'Ольга Кравцова', 5, 'Свежая, раскрывается сразу', 'На модерации'],
        ['Чайник чугунный, 800 мл', 'Максим Дроздов', 4, 'Хорош, но тяжёлый', 'На модерации'],
        ['Мёд липовый, 500 г', 'Людмила Панова', 2, 'Крышка протекла', 'На модерации'],
        ['Молочный улун, 100 г', 'Артём Воронин', 5, 'Беру третий раз', 'Показан'],
        ['Гайвань фарфоровая, 120 мл', 'Светлана Ким', 5, 'Тонкая и ровная', 'Показан'],
      ],
    ),
  }),
}
