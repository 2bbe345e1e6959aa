// "1.", "2)", "а)", "-", "второе:", "другий момент —": what sets parts of a text off and belongs to none of them (R16).

const ordinal =
  'перв(?:ое|ый)|втор(?:ое|ой)|трет(?:ье|ий)|четв[её]рт(?:ое|ый)|друг(?:ой|ое|ий|е|а)|следующ(?:ий|ее)|перш(?:е|ий)|трет(?:є|ій)|інше|наступне|first|second|third|another|next'
const topic = 'вопрос|момент|пункт|питання|question|issue|thing'
const adverb = 'во[- ]первых|во[- ]вторых|в[- ]третьих|по[- ]перше|по[- ]друге|по[- ]третє|firstly|secondly|thirdly'
const bullet = '[-–—•·*](?=\\s|$)'

const marker = [
  '\\d{1,2}[.)](?!\\d)',
  '\\p{L}\\)',
  bullet,
  `(?:${adverb})(?!\\p{L})[,:.]?`,
  `(?:${ordinal})(?: (?:${topic}))?\\s?(?:[:.]|[-–—](?=\\s))`,
  `(?:${topic}) №?\\d\\s?(?:[:.)]|[-–—](?=\\s))`,
].join('|')

const leading = new RegExp(`^(?:\\s*(?:${marker}))+\\s*`, 'iu')
const alone = new RegExp(`^\\s*(?:${marker})$`, 'iu')

/** Without a last line that only announces the next part, or a dash or a comma at the end. */
function withoutAnnouncement(part: string): string {
  const text = part.trimEnd()
  const line = text.lastIndexOf('\n') + 1
  return alone.test(text.slice(line)) ? text.slice(0, line) : text.replace(/\s[-–—•·*]$/, '').replace(/,$/, '')
}

/** A part of a text without the markers at its borders; as it is when there is nothing else in it. */
export function withoutMarkers(part: string): string {
  const clean = withoutAnnouncement(part).replace(leading, '').trim()
  return /\p{L}/u.test(clean) ? clean : part.trim()
}
