import { categories, products } from '../shop/products.ts'
import { shopDomain } from '../session.ts'
import { SettingsForm, area, choice, text, toggle } from '../ui/form.tsx'
import { NotFound } from '../ui/not-found.tsx'
import { PageTitle } from '../ui/section.tsx'
import { Photo } from './products.tsx'

export function ProductPage({ sku }: { sku: string }) {
  const product = products.value.find((known) => known.sku === sku)
  if (!product) return <NotFound />
  const { name, category, price, stock, shown } = product
  const otherCategories = categories.filter((known) => known !== category)
  return (
    <>
      <PageTitle title={name}>
        <Photo product={product} />
      </PageTitle>
      <SettingsForm
        groups={{
          Основное: [
            text('Название', name),
            text('Артикул', sku, 'По артикулу товар узнаётся при импорте и обмене'),
            choice('Главная категория', [category, ...otherCategories]),
            toggle('Показывать на витрине', shown),
          ],
          'Цена и склад': [
            text('Цена, ₽', String(price)),
            text('Старая цена, ₽', '', 'Оставьте пустой, если товар не продаётся со скидкой'),
            text('Остаток', String(stock)),
            text('Вес, г', '150', 'Нужен для расчёта доставки'),
          ],
          'Описание и SEO': [
            area('Описание', `${name}. Отправляем в день заказа, упаковываем в крафтовую бумагу.`),
            text('Адрес страницы', `https://${shopDomain()}/product/${sku.toLowerCase()}`),
            text('Title', `${name} купить в интернет-магазине`),
          ],
        }}
      />
    </>
  )
}
