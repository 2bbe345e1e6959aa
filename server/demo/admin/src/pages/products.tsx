import { categories, products, showProducts, stockState } from '../shop/products.ts'
import type { Product } from '../shop/products.ts'
import { money } from '../format.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { PageTitle } from '../ui/section.tsx'
import { toast } from '../ui/toasts.tsx'

/** Stands for a photograph: a tile in its category's colour. */
export const Photo = ({ product }: { product: Product }) => (
  <span class={`photo tint-${categories.indexOf(product.category)}`} aria-hidden="true">
    {product.name[0]}
  </span>
)

const columns: Column<Product>[] = [
  {
    title: 'Товар',
    value: ({ name }) => name,
    cell: (product) => (
      <a class="product" href={`/goods/${product.sku}`}>
        <Photo product={product} />
        {product.name}
      </a>
    ),
  },
  { title: 'Артикул', value: ({ sku }) => sku },
  { title: 'Категория', value: ({ category }) => category },
  { title: 'Наличие', value: stockState },
  { title: 'Витрина', value: ({ shown }) => (shown ? 'Показан' : 'Скрыт') },
  { title: 'Остаток', value: ({ stock }) => stock },
  { title: 'Цена', value: ({ price }) => price, cell: ({ price }) => money(price) },
]

const show = (shown: boolean) => (skus: string[]) => {
  showProducts(skus, shown)
  toast(`${shown ? 'Показано на витрине' : 'Скрыто с витрины'}: ${skus.length}`)
}

export const ProductsPage = () => (
  <>
    <PageTitle title="Каталог">
      <a class="button" href="/goods/exchange">
        Импорт
      </a>
      <button type="button" class="primary" onClick={() => toast('Черновик товара создан')}>
        Добавить товар
      </button>
    </PageTitle>
    <DataTable
      columns={columns}
      rows={products.value}
      id={({ sku }) => sku}
      state={({ category }) => category}
      bulk={{ 'Показать на витрине': show(true), 'Скрыть с витрины': show(false) }}
    />
  </>
)
