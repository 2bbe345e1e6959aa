const paths = {
  due: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  ours: 'M4 6h16v10H9l-5 4ZM8 10h8M8 13h5',
  mine: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  unassigned: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 9-7.3M16 17h5M18.5 14.5v5',
  owner: 'M5 4h14M5 20h14M7 4c0 5 10 7 10 16M17 4c0 5-10 7-10 16',
  extended: 'M4 12h14M13 7l5 5-5 5M4 5v14',
  all: 'M4 6h16M4 12h16M4 18h16',
  reports: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  filter: 'M4 6h16M7 12h10M10 18h4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5',
  back: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  alert: 'M12 8v5M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  image: 'M4 5h16v14H4ZM4 16l5-5 5 5 2-2 4 4M15.5 9.5h.01',
  article: 'M6 3h9l4 4v14H6ZM9 11h7M9 15h7',
  reply: 'M10 7L4 12l6 5v-3c6 0 8 1 10 4 0-6-3-8-10-8Z',
  template: 'M4 5h16v4H4ZM4 13h7v6H4ZM15 13h5v6h-5Z',
  note: 'M5 4h14v10l-6 6H5ZM13 20v-6h6',
  split: 'M12 3v6M12 9l-6 6v6M12 9l6 6v6M4 18l2 3 2-3M16 18l2 3 2-3',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  key: 'M3 7h18v11H3ZM7 11h.01M11 11h.01M15 11h.01M8 15h8',
  out: 'M14 4h6v6M20 4l-9 9M19 14v6H4V5h6',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  decide: 'M12 3v18M5 7h14M5 7l-3 7h6ZM19 7l-3 7h6ZM8 21h8',
}

export type IconName = keyof typeof paths

/** Always beside a word, or in a button that has a name of its own. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
