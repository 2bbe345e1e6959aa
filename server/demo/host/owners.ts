// The people that the demo page's switch signs in as: an owner for each plan, each with a shop of their own.
export type DemoOwner = {
  userId: string
  name: string
  email: string
  shop: string
  shopName: string
  domain: string
  plan: string
}

export type DemoPlan = 'free' | 'standard' | 'premium'

export const demoOwners: Record<DemoPlan, DemoOwner> = {
  free: {
    userId: 'owner-1041',
    name: 'Вера Соколова',
    email: 'vera@chaynaya-polka.example',
    shop: 'chaynaya-polka',
    shopName: 'Чайная полка',
    domain: 'chaynaya-polka.prem-site.example',
    plan: 'free',
  },
  standard: {
    userId: 'owner-2207',
    name: 'Игорь Лапин',
    email: 'igor@dom-i-chay.example',
    shop: 'dom-i-chay',
    shopName: 'Дом и чай',
    domain: 'dom-i-chay.example',
    plan: 'standard',
  },
  premium: {
    userId: 'owner-3318',
    name: 'Марина Юдина',
    email: 'marina@samovar.example',
    shop: 'samovar',
    shopName: 'Большой самовар',
    domain: 'samovar.example',
    plan: 'premium',
  },
}

/** The owner's plan at a desk whose policy has others: the one in the same place of it. */
export function planOf({ plan }: DemoOwner, plans: readonly string[]): string {
  const at = Object.keys(demoOwners).indexOf(plan)
  return plans.includes(plan) ? plan : (plans[at] ?? plans.at(-1) ?? plan)
}

/** Whom the page is signed in as: a plan's owner, or nobody. */
export type Persona = DemoPlan | 'guest'

export const isPersona = (text: string | undefined): text is Persona =>
  text === 'guest' || (text !== undefined && Object.hasOwn(demoOwners, text))

/** What the page asks for when it starts and after each switch. */
export type DemoSession = {
  persona: Persona
  owner: DemoOwner | null
  /** Shown in «О демо»: where integrators look next. */
  developer: { apiUrl: string; staffToken: string }
}
