export const templateVariables = [
  ['shop.name', 'shop.phone', 'shop.url', 'shop.logo', 'customer.name', 'cart.count', 'cart.total'],
  ['product.name', 'product.sku', 'product.price', 'product.old_price', 'product.in_stock', 'product.url'],
  ['product.image', 'product.images', 'product.description', 'category.name', 'category.products', 'breadcrumbs'],
  ['order.number', 'order.status', 'order.items', 'order.total', 'order.tracking_url', 'page.content'],
].flat()

/** The first variable of the template that the panel does not know, and its line. */
export function unknownVariable(template: string): { line: number; name: string } | undefined {
  for (const [index, line] of template.split('\n').entries())
    for (const [, name = ''] of line.matchAll(/\{\{ *([\w.]+)/g))
      if (!templateVariables.includes(name) && !name.startsWith('item.')) return { line: index + 1, name }
  return undefined
}

export const templates: Record<string, string> = {
  'layout.tpl': `<!doctype html>
<html lang="ru">
<head>
  <title>{{ shop.name }}</title>
  <link rel="stylesheet" href="/theme/theme.css">
</head>
<body>
  <header class="header">
    <a href="/"><img src="{{ shop.logo }}" alt="{{ shop.name }}"></a>
    <a href="tel:{{ shop.phone }}">{{ shop.phone }}</a>
    <a href="/cart">Корзина: {{ cart.count }}</a>
  </header>
  {{ breadcrumbs }}
  <main>{{ page.content }}</main>
</body>
</html>`,
  'category.tpl': `<h1>{{ category.name }}</h1>
<div class="grid">
  {% for item in category.products %}
    <a class="product-card" href="{{ item.url }}">
      <img src="{{ item.image | resize: 400 }}" alt="{{ item.name }}">
      <span>{{ item.name }}</span>
      <b>{{ item.price | money }}</b>
    </a>
  {% endfor %}
</div>`,
  'product.tpl': `<article class="product">
  <div class="product__photos">
    {% for item in product.images %}
      <img src="{{ item.url }}" alt="{{ item.alt }}">
    {% endfor %}
  </div>
  <h1>{{ product.name }}</h1>
  <p class="product__sku">Артикул {{ product.sku }}</p>
  <p class="product__price">{{ product.price | money }}</p>
  {% if product.old_price > product.price %}
    <p class="save">Выгода {{ product.old_price - product.price | money }}</p>
  {% endif %}
  {% if product.in_stock %}
    <button class="buy">Купить</button>
  {% else %}
    <button class="notify">Сообщить о поступлении</button>
  {% endif %}
  {{ product.description }}
</article>`,
  'cart.tpl': `<h1>Корзина</h1>
<p>Товаров: {{ cart.count }}, на сумму {{ cart.total | money }}</p>
<a class="buy" href="/checkout">Оформить заказ</a>`,
  'page.tpl': `{{ breadcrumbs }}
<section class="text">{{ page.content }}</section>`,
  'mail/order-new.tpl': `Здравствуйте, {{ customer.name }}.

Мы получили заказ {{ order.number }} на {{ order.total | money }}.
{% for item in order.items %}
- {{ item.name }}, {{ item.quantity }} шт.
{% endfor %}

{{ shop.name }}, {{ shop.phone }}`,
  'mail/order-status.tpl': `Здравствуйте, {{ customer.name }}.
Заказ {{ order.number }} теперь «{{ order.status }}».
Отследить: {{ order.tracking_url }}`,
}
