/**
 * What a reader of the article will miss or stumble over: a construct that was left out, syntax that is shown as text, a
 * link that leads nowhere, a picture that is not to be had. `sample` is a few of the source's own words.
 */
export type Trouble = { kind: 'left out' | 'leak' | 'dead link' | 'lost picture'; what: string; sample: string }

export type OnTrouble = (trouble: Trouble) => void
