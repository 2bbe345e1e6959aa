// The page's accent as a colour of words that reads on our surfaces, light and dark.

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))

const luminance = (rgb: number[]) => {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return red * 0.2126 + green * 0.7152 + blue * 0.0722
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string) {
  const [dark = 0, light = 0] = [one, other].map((hex) => luminance(channels(hex))).toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const mix = (hex: string, towards: number, share: number) =>
  `#${channels(hex)
    .map((value) => Math.round(value + (towards - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`

/** The accent, no further from itself than it takes to read on the surface at 4.6 to 1. */
export function readableOn(accent: string, surface: string) {
  const towards = luminance(channels(surface)) > 0.5 ? 0 : 255
  for (let share = 0; share < 1; share += 0.05) {
    const ink = mix(accent, towards, share)
    if (contrast(ink, surface) >= 4.6) return ink
  }
  return mix(accent, towards, 1)
}

/** CSS variables of the accent's inks: for the darkest of the light surfaces and the lightest of the dark ones. */
export const accentInks = (accent: string) => ({
  '--ink-light': readableOn(accent, '#f1f3f6'),
  '--ink-dark': readableOn(accent, '#2a2f38'),
})
