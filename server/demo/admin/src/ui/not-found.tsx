import { PageTitle } from './section.tsx'

export const NotFound = () => (
  <>
    <PageTitle title="Страница не найдена" />
    <p class="card">
      Такого раздела, заказа или товара нет. <a href="/">Вернуться на главную</a>
    </p>
  </>
)
