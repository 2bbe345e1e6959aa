const rubles = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB', maximumFractionDigits: 0 })
const wholeNumber = new Intl.NumberFormat('ru')
const dayAndTime = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
const dayOnly = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'short' })

export const money = (amount: number) => rubles.format(amount)
export const count = (amount: number) => wholeNumber.format(amount)
export const dateTime = (at: number) => dayAndTime.format(at)
/** Sorts as the moment does and is not a number for a table to align. */
export const iso = (at: number) => new Date(at).toISOString()
export const day = (at: number) => dayOnly.format(at)

export const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
