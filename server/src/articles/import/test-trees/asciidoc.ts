import type { Construct, TestFlavour } from './construct.ts'

/** Blocks of AsciiDoc begin a line by their nature: a list holds them by a `+` of its own. */
const constructs: Omit<Construct, 'topOnly'>[] = [
  { name: 'note line', source: 'WARNING: Не закрывайте кассу.', seen: ['Не закрывайте кассу.'], nodes: ['quote'] },
  {
    name: 'note block',
    source: '[TIP]\n.Быстрее\n====\nОткройте список.\n\n* раз\n** два\n====',
    seen: ['Быстрее', 'Открой', 'два'],
    nodes: ['quote', 'list'],
  },
  {
    name: 'table with spans',
    source: '.Цены\n[cols="1,1,1"]\n|===\n|Тариф 2+|Цена\n\n.2+|Старт |Месяц |500\n|Год |5000\n|===',
    seen: ['Цены', 'Тариф', '5000'],
    nodes: ['table'],
  },
  {
    name: 'table with blocks',
    source: '[cols="1,2a",options="header"]\n|===\n|Поле |Что в нём\n\n|ИНН\n|\n* десять цифр\n* двенадцать\n|===',
    seen: ['Поле', 'десять цифр'],
    nodes: ['table', 'list'],
  },
  {
    name: 'code',
    source: '.Шаблон\n[source,js]\n----\nconst total = {{ order.total }} // <1>\n----\n<1> Сумма заказа.',
    seen: ['Шаблон', 'order.total', 'Сумма заказа.'],
    nodes: ['code', 'list'],
  },
  { name: 'literal', source: ' папка/файл.csv', seen: ['папка/файл.csv'], nodes: ['code'] },
  {
    name: 'folded',
    source: '[%collapsible]\n.Если письмо не пришло\n====\nПроверьте «Спам».\n====',
    seen: ['Если письмо не пришло', 'Проверьте «Спам».'],
    nodes: ['details'],
  },
  {
    name: 'keys and menus',
    source: 'Нажмите kbd:[Ctrl+S], затем menu:Файл[Сохранить] и btn:[Готово].',
    seen: ['Ctrl', 'Сохранить', 'Готово'],
    nodes: ['kbd'],
  },
  {
    name: 'marks',
    source: 'Слово *важное*, _особое_, `код`, H~2~O, x^2^, #выделено# и +{shop}+.',
    seen: ['важное', 'выделено', '{shop}'],
    nodes: ['strong', 'em', 'code', 'sub', 'sup'],
  },
  { name: 'attribute', source: ':shop: Магазин на углу\n\nЭто {shop} рядом.', seen: ['Магазин на углу'] },
  {
    name: 'footnote',
    source: 'Скидка до половины.footnote:[Кроме распродажи зимой.] Дальше.',
    seen: ['[1]', 'Сноски', 'Кроме распродажи зимой.'],
    nodes: ['footnotes'],
  },
  {
    name: 'image',
    source: '.Вид корзины\nimage::https://shop.example/cart.png[Корзина,400]',
    seen: ['Вид корзины', 'Корзина'],
    nodes: ['image'],
  },
  { name: 'video', source: 'video::w7Ft2ymGmfc[youtube]', seen: ['www.youtube.com'], nodes: ['video'] },
  {
    name: 'terms',
    source: 'Артикул:: Номер товара.\nОстаток:: Сколько есть.',
    seen: ['Артикул', 'Номер товара.', 'Сколько есть.'],
  },
  {
    name: 'ticks',
    source: '* [x] Домен подтверждён\n* [ ] Почта',
    seen: ['Домен подтверждён', 'Почта'],
    nodes: ['list'],
  },
  {
    name: 'list with a block',
    source: '. Откройте\n+\n----\nкод\n----\n. Нажмите\n.. раз\n.. два',
    seen: ['Откройте', 'код', 'два'],
    nodes: ['list', 'code'],
  },
  {
    name: 'quote',
    source: '[quote,Ольга,Отзыв]\n____\nВсё пришло.\n____',
    seen: ['Всё пришло.', 'Ольга'],
    nodes: ['quote'],
  },
  {
    name: 'verse',
    source: '[verse]\n____\nпервая строка\nвторая строка\n____',
    seen: ['первая строка', 'вторая строка'],
  },
  { name: 'sidebar', source: '.Кстати\n****\nСбоку написано.\n****', seen: ['Кстати', 'Сбоку написано.'] },
  {
    name: 'include',
    source: 'include::partials/tail.adoc[leveloffset=+1]\n\nПосле вставки.',
    seen: ['Общий хвост', 'После'],
  },
  {
    name: 'part',
    source: 'include::partials/tail.adoc[tag=short]\n\nПосле части.',
    seen: ['Короткая часть', 'После части.'],
  },
  { name: 'lost include', source: 'include::partials/none.adoc[]\n\nПосле потери.', seen: ['После потери.'] },
  { name: 'condition', source: 'ifndef::pro[]\nВсем видно.\nendif::[]', seen: ['Всем видно.'] },
  { name: 'comment', source: '// для редактора\n\nВидно.\n\n////\nи это скрыто\n////', seen: ['Видно.'] },
  {
    name: 'heading with a name',
    source: '[#sroki]\n== Сроки\n\nПять дней, <<sroki>>.',
    seen: ['Сроки'],
    nodes: ['heading'],
  },
  { name: 'break', source: "Раз.\n\n'''\n\nДва. +\nТри.", seen: ['Два.', 'Три.'], nodes: ['divider'] },
  { name: 'passed through', source: '++++\n<p>Готовый <b>абзац</b></p>\n++++', seen: ['Готовый'] },
  { name: 'contents', source: 'toc::[]\n\nПосле содержания.', seen: ['После содержания.'] },
]

export const asciidoc: TestFlavour = {
  files: {
    'antora.yml': 'name: help\ntitle: Справка',
    'partials/tail.adoc': '// tag::short[]\nКороткая часть.\n// end::short[]\n\n== Общий хвост\n\nПро *налоги*.',
  },
  front: (title, at) => `= ${title}\n:lang: ru\n:page-order: ${at}\n`,
  ending: 'adoc',
  link: (to, words) => `xref:${to}.adoc[${words}]`,
  constructs: constructs.map((construct) => ({ ...construct, topOnly: true })),
}
