import { earning, revenueByDay, totalOf } from '../shop/orders.ts'
import { categories } from '../shop/products.ts'
import { money, sum } from '../format.ts'
import { Bars } from '../ui/bars.tsx'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { list } from '../ui/list.tsx'
import { tabs } from '../ui/section.tsx'

type CategorySales = { category: string; sold: number; revenue: number }

function salesByCategory(): CategorySales[] {
  const lines = earning.value.flatMap((order) => order.lines)
  return categories.map((category) => {
    const own = lines.filter(({ product }) => product.category === category)
    return {
      category,
      sold: sum(own.map(({ quantity }) => quantity)),
      revenue: sum(own.map(({ product, quantity }) => product.price * quantity)),
    }
  })
}

const columns: Column<CategorySales>[] = [
  { title: 'Категория', value: ({ category }) => category },
  { title: 'Продано, шт.', value: ({ sold }) => sold },
  { title: 'Выручка', value: ({ revenue }) => revenue, cell: ({ revenue }) => money(revenue) },
]

const Sales = () => (
  <>
    <section class="card">
      <h2>Выручка за 30 дней: {money(sum(earning.value.map(totalOf)))}</h2>
      <Bars days={revenueByDay(30)} />
    </section>
    <DataTable columns={columns} rows={salesByCategory()} id={({ category }) => category} />
  </>
)

export const reportSections = {
  '/reports': tabs({
    Продажи: Sales,
    Источники: list(
      ['Источник', 'Посещений', 'Заказов', 'Конверсия, %', 'Выручка, ₽'],
      [
        ['Поиск Яндекса', 2140, 44, 2.1, 98400],
        ['Прямые заходы', 1310, 38, 2.9, 91200],
        ['Рассылки', 420, 19, 4.5, 47300],
        ['VK', 690, 9, 1.3, 15800],
        ['Поиск Google', 530, 8, 1.5, 17100],
      ],
    ),
    'Промокоды и скидки': list(
      ['Название', 'Заказов', 'Скидка, ₽', 'Выручка, ₽'],
      [
        ['CHAY10', 84, 16200, 145900],
        ['FIRST300', 41, 12300, 66800],
        ['Третья пачка дешевле', 23, 5400, 38700],
        ['PUER15', 12, 6900, 39200],
      ],
    ),
  }),
}
