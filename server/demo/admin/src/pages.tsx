// Which page an address shows.
import type { VNode } from 'preact'
import { entryOf } from './menu.ts'
import { Home } from './pages/home.tsx'
import { OrderPage } from './pages/order.tsx'
import { OrdersPage } from './pages/orders.tsx'
import { ProductPage } from './pages/product.tsx'
import { ProductsPage } from './pages/products.tsx'
import { customerSections } from './sections/customers.tsx'
import { designSections } from './sections/design.ts'
import { goodsSections } from './sections/goods.ts'
import { marketingSections } from './sections/marketing.ts'
import { moduleSections } from './sections/modules.ts'
import { orderSections } from './sections/orders.ts'
import { reportSections } from './sections/reports.tsx'
import { seoSections } from './sections/seo.ts'
import { settingsSections } from './sections/settings.tsx'
import { NotFound } from './ui/not-found.tsx'
import { SectionPage } from './ui/section.tsx'
import type { Section } from './ui/section.tsx'

const pages: Record<string, () => VNode> = { '/': Home, '/orders': OrdersPage, '/goods': ProductsPage }

const sections: Record<string, Section> = {
  ...orderSections,
  ...goodsSections,
  ...customerSections,
  ...marketingSections,
  ...designSections,
  ...moduleSections,
  ...seoSections,
  ...reportSections,
  ...settingsSections,
}

export function pageOf(path: string): VNode {
  const Page = pages[path]
  if (Page) return <Page />
  const section = sections[path]
  if (section) return <SectionPage title={entryOf(path)?.title ?? ''} section={section} />
  const [, order] = /^\/orders\/(\d+)$/.exec(path) ?? []
  if (order) return <OrderPage number={Number(order)} />
  const [, sku] = /^\/goods\/(CH-\d+)$/.exec(path) ?? []
  return sku ? <ProductPage sku={sku} /> : <NotFound />
}
