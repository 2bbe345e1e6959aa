import { area, form, text, toggle } from '../ui/form.tsx'
import { list } from '../ui/list.tsx'
import { single, tabs } from '../ui/section.tsx'

export const seoSections = {
  '/seo/meta': tabs({
    Правила: form({
      'Карточка товара': [
        text('Title', '{{ product.name }} купить за {{ product.price | money }}'),
        area(
          'Description',
          '{{ product.name }} с доставкой по России. {{ product.description | strip | truncate: 120 }}',
        ),
      ],
      Категория: [
        text('Title', '{{ category.name }}: цены и отзывы'),
        area('Description', '{{ category.name }} в интернет-магазине {{ shop.name }}. Доставка от одного дня.'),
      ],
    }),
    'Без описания': list(
      ['Страница', 'Адрес', 'Чего нет'],
      [
        ['Каркаде, 100 г', '/product/ch-1018', 'Description'],
        ['Дорожный набор в чехле', '/product/ch-1029', 'Title и description'],
        ['Как заваривать улун', '/ulun', 'Description'],
      ],
    ),
  }),
  '/seo/redirects': single(
    list(
      ['Откуда', 'Куда', 'Код', 'Переходов за месяц', 'Включён'],
      [
        ['/catalog/green-tea', '/chay/zelenyy', '301', 128, true],
        ['/catalog/puer', '/chay/ulun-puer', '301', 77, true],
        ['/oplata.html', '/dostavka', '301', 34, true],
        ['/sale', '/marketing/osen', '302', 9, false],
      ],
      'Добавить редирект',
    ),
  ),
  '/seo/robots': single(
    form({
      'Карта сайта': [
        toggle('Создавать sitemap.xml', true, 'Обновляется каждую ночь'),
        toggle('Включать скрытые товары', false),
        toggle('Включать текстовые страницы', true),
      ],
      'robots.txt': [
        area('Содержимое', 'User-agent: *\nDisallow: /cart\nDisallow: /checkout\nDisallow: /search'),
        toggle('Запретить индексацию всего сайта', false, 'Нужно, пока магазин не готов'),
      ],
    }),
  ),
  '/seo/counters': single(
    form({
      'Яндекс Метрика': [
        text('Номер счётчика', '00000000'),
        toggle('Электронная торговля', true),
        toggle('Вебвизор', false),
      ],
      'Google Analytics': [text('Идентификатор потока', 'G-XXXXXXXXXX')],
      'Подтверждение прав': [text('Яндекс Вебмастер', ''), text('Google Search Console', '')],
    }),
  ),
}
