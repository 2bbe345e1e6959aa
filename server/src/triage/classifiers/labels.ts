/** What only can be found from a text, by the name of its label. */
export const labelNames = [
  'personalManager',
  'layoutQuestion',
  'thirdParty',
  'templateModified',
  'accountChange',
  'unclear',
] as const
export type Label = (typeof labelNames)[number]
