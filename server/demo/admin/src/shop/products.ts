import { signal } from '@preact/signals'

export type Product = {
  sku: string
  name: string
  category: string
  price: number
  stock: number
  shown: boolean
}

type Line = [name: string, price: number, stock: number]

const catalogue: Record<string, Line[]> = {
  'Зелёный чай': [
    ['Сенча, 100 г', 640, 48],
    ['Лунцзин весенний, 50 г', 1290, 12],
    ['Ганпаудер, 100 г', 420, 75],
    ['Жасминовые жемчужины, 50 г', 980, 4],
    ['Матча церемониальная, 30 г', 1850, 9],
  ],
  'Чёрный чай': [
    ['Дарджилинг первого сбора, 100 г', 1340, 16],
    ['Ассам крупнолистовой, 100 г', 560, 64],
    ['Цейлон с бергамотом, 100 г', 590, 52],
    ['Лапсанг сушонг, 50 г', 720, 0],
  ],
  'Улун и пуэр': [
    ['Те Гуань Инь, 50 г', 890, 27],
    ['Да Хун Пао, 50 г', 1150, 14],
    ['Молочный улун, 100 г', 760, 41],
    ['Шу пуэр, блин 357 г', 2400, 8],
    ['Шен пуэр 2019 года, блин 200 г', 2950, 3],
  ],
  'Травы и добавки': [
    ['Иван-чай ферментированный, 80 г', 390, 120],
    ['Чабрец, 50 г', 210, 86],
    ['Ройбуш с апельсином, 100 г', 450, 33],
    ['Каркаде, 100 г', 320, 57],
    ['Мёд липовый, 500 г', 680, 22],
  ],
  'Чайники и заварники': [
    ['Чайник стеклянный с колбой, 600 мл', 1790, 18],
    ['Чайник исинская глина, 200 мл', 5400, 2],
    ['Чайник чугунный, 800 мл', 4900, 6],
    ['Гайвань фарфоровая, 120 мл', 1250, 11],
    ['Ситечко стальное', 340, 95],
  ],
  'Чашки и наборы': [
    ['Пиала «Туман», 60 мл', 480, 72],
    ['Чашка двойное стекло, 250 мл', 890, 38],
    ['Набор пиал, 6 штук', 2600, 7],
    ['Чабань бамбуковая, 40 см', 3900, 5],
    ['Дорожный набор в чехле', 3200, 0],
    ['Подарочный набор «Четыре сезона»', 4500, 15],
  ],
}

const isHidden = (sku: string) => sku === 'CH-1009' || sku === 'CH-1021'

export const categories = Object.keys(catalogue)

export const products = signal<Product[]>(
  Object.entries(catalogue)
    .flatMap(([category, lines]) => lines.map(([name, price, stock]) => ({ name, category, price, stock })))
    .map((line, index) => {
      const sku = `CH-${1001 + index}`
      return { ...line, sku, shown: !isHidden(sku) }
    }),
)

export const stockState = ({ stock }: Product) => (stock === 0 ? 'Нет в наличии' : stock < 10 ? 'Мало' : 'В наличии')

export function showProducts(skus: string[], shown: boolean) {
  products.value = products.value.map((product) => (skus.includes(product.sku) ? { ...product, shown } : product))
}
