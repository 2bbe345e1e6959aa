const paths = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12m0-12L6 18',
  widen: 'M4 12h16M8 8l-4 4 4 4M16 8l4 4-4 4',
  narrow: 'M2 12h8M14 12h8M6 8l4 4-4 4M18 8l-4 4 4 4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  todo: 'M12 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  right: 'M9 5l7 7-7 7',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  image: 'M4 5h16v14H4ZM4 16l5-5 5 5 2-2 4 4M15.5 9.5h.01',
  screen: 'M3 5h18v12H3ZM9 21h6M12 17v4',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1',
  alert: 'M12 8v5M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  article: 'M6 3h9l4 4v14H6ZM9 11h7M9 15h7',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  plus: 'M12 5v14M5 12h14',
  retry: 'M20 11a8 8 0 1 0-2.5 6M20 5v6h-6',
  out: 'M14 4h6v6M20 4l-9 9M19 14v6H4V5h6',
}

export type IconName = keyof typeof paths

/** A line drawing of 24 × 24, always beside a word or in a button that has a name of its own. */
export const Shape = ({ d }: { d: string }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
)

export const Icon = ({ name }: { name: IconName }) => <Shape d={paths[name]} />
