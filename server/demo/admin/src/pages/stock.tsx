import { products, stockState } from '../shop/products.ts'
import type { Product } from '../shop/products.ts'
import { money } from '../format.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'

const reserved = ({ stock, price }: Product) => Math.min(stock, price % 4)
const cost = ({ stock, price }: Product) => Math.round(stock * price * 0.55)

const columns: Column<Product>[] = [
  { title: 'Товар', value: ({ name }) => name, cell: ({ sku, name }) => <a href={`/goods/${sku}`}>{name}</a> },
  { title: 'Артикул', value: ({ sku }) => sku },
  { title: 'Наличие', value: stockState },
  { title: 'На складе', value: ({ stock }) => stock },
  { title: 'В резерве', value: reserved },
  { title: 'По закупке', value: cost, cell: (product) => money(cost(product)) },
]

export const StockTable = () => (
  <DataTable columns={columns} rows={products.value} id={({ sku }) => sku} state={stockState} />
)
