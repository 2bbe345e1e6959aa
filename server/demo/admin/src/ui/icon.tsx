// 16-unit outlines, drawn by the current colour.
const outlines = {
  home: 'M2.5 7.5 8 3l5.5 4.5v5.5h-4v-3.5h-3V13h-4z',
  orders: 'M4 2.5h8v11l-2-1.3-2 1.3-2-1.3-2 1.3zM6.5 6h3M6.5 8.5h3',
  goods: 'M2.5 5 8 2.2 13.5 5v6L8 13.8 2.5 11zM2.5 5 8 7.8 13.5 5M8 7.8v6',
  customers: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3.5 13.5c0-2.5 2-3.7 4.5-3.7s4.5 1.2 4.5 3.7',
  marketing: 'M3 6.5v3h2l5.5 3v-9L5 6.5zM12.5 6.5v3M5.5 9.5v3.5',
  design: 'M2.5 3h11v10h-11zM2.5 6h11M6.5 6v7',
  modules: 'M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 11h4M11 9v4',
  seo: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
  reports: 'M2.5 13.5h11M4.5 11V8M8 11V4M11.5 11V6.5',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3',
  theme: 'M8 13.5a5.5 5.5 0 1 0 0-11zM8 2.5a5.5 5.5 0 0 0 0 11',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
} as const

export type IconName = keyof typeof outlines

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={outlines[name]} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" />
  </svg>
)
