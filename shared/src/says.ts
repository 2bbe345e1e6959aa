/** Letters by their class that show nothing: the fillers of Hangul. */
const fillers = /[\u115f\u1160\u3164\uffa0]/gu

/** Whether a text holds a letter or a digit: white space, zero-width signs and dashes say nothing (R6). */
export const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replaceAll(fillers, ''))

/** Whether a text holds anything to be seen: white space, controls, zero-width signs and fillers are nothing. */
export const shows = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{M}\u2800]/u.test(text.replaceAll(fillers, ''))
