const pairs =
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:sch ы:y э:e ю:yu я:ya і:i ї:yi є:ye ґ:g'
const latin = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)]))

/** An address for an article out of its title: Latin letters and hyphens. */
export const toArticleId = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[а-яёіїєґ]/g, (letter) => latin.get(letter) ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'article'
